"""Sheets whose cells are read in another order than they stand in, each still with its own place."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from opengov_local.account import Place
from opengov_local.formats.grids.grid import Grid, Merge, Value, is_blank

Cell = tuple[int, int]
"""Row and column, from 0."""
Line = Mapping[int, tuple[Cell, Value]]
"""Cells of a new row by their columns: where each comes from, and what of it is read."""


@dataclass(frozen=True)
class Rearranged(Grid):
    """A sheet made of the cells of another.

    Attributes:
        origins: where each cell stands in the sheet as it is.
        part: what its places call the sheet as it is: its name, or the number of a table in a text.
        told: the places of its cells, where they are of lines and several tables of a text; empty as a rule.
    """

    origins: Mapping[Cell, Cell] = field(default_factory=dict)
    part: str | int | None = None
    told: Mapping[Cell, Place] = field(default_factory=dict)

    def place(self, row: int, column: int) -> Place:
        """Gives the place of a cell in the sheet as it is; of one without, that of the first of its column."""
        if self.told:
            return self.told.get((row, column)) or self._first_told.get(column) or next(iter(self.told.values()))
        origin = self.origins.get((row, column))
        if origin is None:
            origin = self._first.get(column, (0, 0))
        return super().place(*origin)._replace(part=self.part)

    def at(self, place: Place) -> Cell:
        """Gives where the cell of a place stands here."""
        if self.told:
            return self._of_place.get(place, (-1, -1))
        return self._here.get((place.row - 1, place.column - 1), (-1, -1))

    @cached_property
    def _first(self) -> dict[int, Cell]:
        return {column: self.origins[row, column] for row, column in sorted(self.origins, reverse=True)}

    @cached_property
    def _first_told(self) -> dict[int, Place]:
        return {column: self.told[row, column] for row, column in sorted(self.told, reverse=True)}

    @cached_property
    def _of_place(self) -> dict[Place, Cell]:
        return {place: cell for cell, place in self.told.items()}

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
    told: dict[Cell, Place] = {}
    if type(grid) is not Grid:  # its cells stand elsewhere themselves
        places = {cell: grid.place(*origin) for cell, origin in origins.items()}
        origins = {cell: (place.row - 1, place.column - 1) for cell, place in places.items()}
        here = grid.place(0, 0)[:2]
        told = places if any(place[:2] != here for place in places.values()) else {}
    made = Rearranged(grid.name, rows, hidden=grid.hidden, percents=percents, money=grid.money, origins=origins,
                      part=grid.place(0, 0).part, told=told)  # fmt: skip
    return replace(made, shown=grid.shown)


def turned(grid: Grid) -> Rearranged:
    """Exchanges the rows and columns of a sheet, for forms whose headings stand below each other."""
    return rearranged(grid, {(column, row): ((row, column), value) for row, column, value in grid.cells()})


def with_rows_parted(
    grid: Grid, first: int, lines: Mapping[int, Sequence[Line]], shared: Collection[int]
) -> tuple[Rearranged, int]:
    """Gives rows of a sheet several rows each.

    Args:
        grid: the sheet.
        first: the first row that is parted; those above it stay, those behind the last one are left out.
        lines: for each row from that on, the rows it becomes; their cells stand in no shared column.
        shared: columns whose cells are those of all rows that theirs becomes, as if merged over them.

    Returns:
        The sheet, and the row behind its last one.
    """
    begins, next_row = {row: row for row in range(first)}, first
    height = {row: max(1, len(said)) for row, said in lines.items()}
    for row in lines:
        begins[row], next_row = next_row, next_row + height[row]
    cells: dict[Cell, tuple[Cell, Value]] = {
        (begins[row], index): ((row, index), value)
        for row, index, value in grid.cells()
        if row < first or (row in begins and index in shared)
    }
    cells.update(
        ((begins[row] + number, index), cell)
        for row, said in lines.items()
        for number, line in enumerate(said)
        for index, cell in line.items()
    )
    merges = [
        merge._replace(row=begins[merge.row], last_row=begins[merge.last_row] + height.get(merge.last_row, 1) - 1)
        for merge in grid.merges
        if merge.row in begins and merge.last_row in begins
    ]
    held = {(row, merge.column) for merge in grid.merges for row in range(merge.row, merge.last_row + 1)}
    merges += [
        Merge(begins[row], index, begins[row] + height[row] - 1, index)
        for row in lines
        for index in shared
        if height[row] > 1 and (row, index) not in held and not is_blank(grid.value(row, index))
    ]
    made = rearranged(grid, cells)  # without blank rows at its end
    return replace(made, merges=tuple(merges)), min(next_row, len(made.rows))
