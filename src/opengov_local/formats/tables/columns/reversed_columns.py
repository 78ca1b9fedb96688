"""Tables whose columns stand in reverse order, as pasted from right to left: "Fin | Activité | Projet | N°"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Final

from opengov_local.account import Place
from opengov_local.formats.grids.grid import Grid, Merge, Value, is_blank
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.grid.rearranged import Cell

_NUMBERS: Final = frozenset({"axis.number", "commitment.number", "commitment.identifier", "milestone.number"})
_DEPTHS: Final = {"axis": 0, "commitment.title": 1, "milestone.title": 2, "indicator": 3}
"""Levels of what titles name: each stands before those below it, and its number before it."""
_ENDS: Final = _NUMBERS | {"axis"}
"""What a title alone stands right before."""
_INDICATOR: Final = "indicator"
_FEWEST: Final = 4
"""Columns that a table has at least, for their order to tell anything."""


@dataclass(frozen=True)
class Mirrored(Grid):
    """A sheet with the columns of some tables in reverse order.

    Attributes:
        origins: where each of their cells stands in the sheet as it is.
        bare: the sheet as it is.
    """

    origins: Mapping[Cell, Cell] = field(default_factory=dict)
    bare: Grid = field(default_factory=lambda: Grid("", []))

    def place(self, row: int, column: int) -> Place:
        """Gives the place of a cell in the sheet as it is."""
        return self.bare.place(*self.origins.get((row, column), (row, column)))

    def at(self, place: Place) -> Cell:
        """Gives the row and column of a place."""
        cell = self.bare.at(place)
        return self._here.get(cell, cell)

    @cached_property
    def _here(self) -> dict[Cell, Cell]:
        return {origin: cell for cell, origin in self.origins.items()}


def put_right(grid: Grid, found: Sequence[Region]) -> Grid:
    """Gives a sheet with its reversed tables in the order of others; the very sheet where it has none.

    Args:
        grid: the sheet.
        found: its tables, as they stand.
    """
    turned = [region for region in found if _is_reversed(region)] if not isinstance(grid, Mirrored) else []
    return _mirrored(grid, turned) if turned else grid


def _is_reversed(region: Region) -> bool:
    """Tells whether a table ends with what others begin with, and has each title before those above it.

    Its first column names nothing, or an indicator whose measures do not follow it; a title alone stands right before
    the number or axis that ends the table, or is that of activities and ends it itself.
    """
    if len(region.columns) < _FEWEST or region.header != region.lowest:
        return False
    names = [(column.target or "") if column.is_sure else "" for column in region.columns]
    naming = [name for name in names if name in _NUMBERS or name in _DEPTHS]
    depths = [_DEPTHS[name] for name in naming if name in _DEPTHS]
    led = names[0] in _NUMBERS or (names[0] in _DEPTHS and (names[0] != _INDICATOR or names[1].startswith(_INDICATOR)))
    if led or not naming or naming[0] in _NUMBERS or names[-1] != naming[-1]:
        return False
    together = len(naming) > 1 and names[-len(naming) :] == naming and names[-1] in _ENDS
    together = together or naming == ["milestone.title"]
    several = len({*depths}) > 1
    return (together or several) and all(one >= other for one, other in pairwise(depths))


def _mirrored(grid: Grid, tables: Sequence[Region]) -> Mirrored:
    rows = [list(row) for row in grid.rows]
    origins: dict[Cell, Cell] = {}
    merges: list[Merge] = []
    lines: dict[int, tuple[int, int]] = {}
    for region in tables:
        ends = region.columns[0].index, region.columns[-1].index
        lines |= {row: ends for row in range(region.header, min(region.end, len(rows))) if not _is_line(rows[row])}
    for row, (low, high) in lines.items():
        rows[row] += [None] * (high + 1 - len(rows[row]))
        rows[row][low : high + 1] = reversed(rows[row][low : high + 1])
        origins.update({(row, low + high - column): (row, column) for column in range(low, high + 1)})
    for merge in grid.merges:
        low, high = lines.get(merge.row, (0, -1))
        if not low <= merge.column <= merge.last_column <= high:
            merges.append(merge)
            continue
        column, last = low + high - merge.last_column, low + high - merge.column
        merges.append(merge._replace(column=column, last_column=last))
        if column < last:  # what it says stands in its first cell
            rows[merge.row][column], rows[merge.row][last] = rows[merge.row][last], None
            origins[merge.row, column], origins[merge.row, last] = origins[merge.row, last], origins[merge.row, column]
    return _sheet(grid, rows, merges, origins)


def _sheet(grid: Grid, rows: list[list[Value]], merges: Sequence[Merge], origins: Mapping[Cell, Cell]) -> Mirrored:
    """Makes the sheet, with what hangs on the places of cells."""
    here = {origin: cell for cell, origin in origins.items()}
    coloured, italic = grid.coloured, grid.italic
    return Mirrored(
        grid.name, rows, tuple(merges), grid.hidden, grid.right_to_left,
        frozenset(here.get(cell, cell) for cell in grid.percents), grid.formulas_without_value, grid.errors,
        grid.helps, grid.ends,
        coloured and (lambda: {here.get(cell, cell): colour for cell, colour in coloured().items()}),
        grid.recoloured, lambda: [here.get(cell, cell) for cell in italic()], grid.unseen, grid.money, grid.shown,
        origins, grid,
    )  # fmt: skip


def _is_line(cells: Sequence[Value]) -> bool:
    """Tells whether a row says one thing alone: the title of a section, or a note."""
    return sum(not is_blank(value) for value in cells) < len(("label", "value"))
