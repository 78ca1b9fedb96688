"""Sheets with columns beside them for what their colours say, each cell of which stands where the colour does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from opengov_local.account import Place
from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.grid.rearranged import Cell
from opengov_local.formats.wording.headings.heading_meanings import EXACT, Recognised


@dataclass(frozen=True)
class Painted(Grid):
    """A sheet with further columns.

    Attributes:
        painted: where the colour stands that each of their cells was read from.
        bare: the sheet without them.
    """

    painted: Mapping[Cell, Cell] = field(default_factory=dict)
    bare: Grid = field(default_factory=lambda: Grid("", []))

    def place(self, row: int, column: int) -> Place:
        """Gives the place of a cell, which is that of its colour in a further column."""
        return self.bare.place(*self.painted.get((row, column), (row, column)))

    def at(self, place: Place) -> Cell:
        """Gives the row and column of a place."""
        return self.bare.at(place)


def with_column(region: Region, states: Mapping[Cell, str], beside: Column, scope: str | None) -> Region:
    """Gives a table with a further column of states.

    Args:
        region: the table.
        states: the word for the state that is said by the colour of each of these cells, one in a row.
        beside: the column of the table in which most of them stand; the heading is its own.
        scope: the concept that has these states, where it is not told as that of any column of states.
    """
    grid, index = region.grid, max(region.grid.width, region.columns[-1].index + 1)
    rows = [list(row) for row in grid.rows]
    for (row, _), word in states.items():
        rows[row] += [None] * (index + 1 - len(rows[row]))
        rows[row][index] = word
    painted = {(row, index): (row, beside.index) for row in range(region.header, region.first)}
    painted.update(((row, index), (row, column)) for row, column in states)
    before = grid.painted if isinstance(grid, Painted) else {}
    made = Painted(
        grid.name, rows, grid.merges, grid.hidden, grid.right_to_left, grid.percents, grid.formulas_without_value,
        grid.errors, grid.helps, grid.ends, grid.coloured, grid.recoloured, grid.italic, grid.unseen, grid.money,
        grid.shown, {**before, **painted}, grid.bare if isinstance(grid, Painted) else grid,
    )  # fmt: skip
    column = Column(index, beside.heading, Recognised("status", EXACT), scope)
    return replace(region, grid=made, columns=(*region.columns, column))
