"""Sheets whose cells are read in another order than they stand in, each still with its own place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from opengov_local.account import Place
from opengov_local.formats.grids.grid import Grid, Value

Cell = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True)
class Rearranged(Grid):
    """A sheet made of the cells of another.

    Attributes:
        origins: where each cell stands in the sheet as it is.
    """

    origins: Mapping[Cell, Cell] = field(default_factory=dict)

    def place(self, row: int, column: int) -> Place:
        """Gives the place of a cell in the sheet as it is; of one without, that of the first of its column."""
        origin = self.origins.get((row, column))
        if origin is None:
            origin = self._first.get(column, (0, 0))
        return super().place(*origin)

    def at(self, place: Place) -> Cell:
        """Gives where the cell of a place stands here."""
        return self._here.get((place.row - 1, place.column - 1), (-1, -1))

    @cached_property
    def _first(self) -> dict[int, Cell]:
        return {column: self.origins[row, column] for row, column in sorted(self.origins, reverse=True)}

    @cached_property
    def _here(self) -> dict[Cell, Cell]:
        return {origin: cell for cell, origin in self.origins.items()}


def rearranged(grid: Grid, cells: Mapping[Cell, tuple[Cell, Value]]) -> Rearranged:
    """Makes a sheet of the cells of another.

    Args:
        grid: the sheet as it is.
        cells: for each cell of the new one, where it comes from and what of it is read.
    """
    height = max((row for row, _ in cells), default=-1) + 1
    width = max((column for _, column in cells), default=-1) + 1
    rows: list[list[Value]] = [[None] * width for _ in range(height)]
    for (row, column), (_, value) in cells.items():
        rows[row][column] = value
    percents = frozenset(cell for cell, (origin, _) in cells.items() if origin in grid.percents)
    origins = {cell: origin for cell, (origin, _) in cells.items()}
    if type(grid) is not Grid:  # its cells stand elsewhere themselves
        places = {cell: grid.place(*origin) for cell, origin in origins.items()}
        origins = {cell: (place.row - 1, place.column - 1) for cell, place in places.items()}
    return Rearranged(grid.name, rows, hidden=grid.hidden, percents=percents, money=grid.money, origins=origins)


def turned(grid: Grid) -> Rearranged:
    """Exchanges the rows and columns of a sheet, for forms whose headings stand below each other."""
    return rearranged(grid, {(column, row): ((row, column), value) for row, column, value in grid.cells()})
