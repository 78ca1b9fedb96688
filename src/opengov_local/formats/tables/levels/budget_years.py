"""The years of the sums of a table, row by row, where a column of their own has them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.blanks import Blanks
from opengov_local.formats.tables.columns.budget_year_columns import YEAR, year_in
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.grid.pieces import shown
from opengov_local.formats.wording.headings.heading_meanings import SUMS


class BudgetYears:
    """The years of the sums of a table, row by row."""

    def __init__(self, region: Region) -> None:
        """Starts with none looked up.

        Args:
            region: the table.
        """
        self._region = region
        self._columns = [column for column in region.columns if column.target == YEAR]
        self._sums = [column.index for column in region.columns if str(column.target).startswith(SUMS)]

    def __bool__(self) -> bool:
        """Tells whether the table has a column of years."""
        return bool(self._columns)

    @property
    def column(self) -> Column | None:
        """The column of years."""
        return self._columns[0] if self._columns else None

    def of(self, piece: Piece) -> tuple[int, Piece] | None:
        """Gives the year of the row of a piece, with the cell that names it."""
        if not self._columns:
            return None
        at = self._origins.get(self._region.grid.at(piece.place)[0])
        if at is None:
            return None
        value = self._region.grid.value(at, self._columns[0].index)
        year = year_in(value)
        if year is None:
            return None
        return year, Piece(self._region.grid.place(at, self._columns[0].index), shown(value), value)

    def has_sums(self, piece: Piece) -> bool:
        """Tells whether a cell is a year, and stands beside a sum, or above rows with one that have no other."""
        if year_in(piece.value) is None:
            return False
        own = self._region.grid.at(piece.place)[0]
        rows = [row for row, at in self._origins.items() if at == own]
        return any(not is_blank(self._region.grid.value(row, index)) for row in rows for index in self._sums)

    @cached_property
    def filled(self) -> int:
        """How many rows have the year of a cell above them."""
        return sum(row != at for row, at in self._origins.items()) - len(self._merged)

    @cached_property
    def _merged(self) -> Mapping[int, int]:
        """The rows below the first one of a merged cell of the column, each with that first row."""
        index = self._columns[0].index
        return {
            row: merge.row
            for merge in self._region.grid.merges
            if merge.column <= index <= merge.last_column
            for row in range(merge.row + 1, merge.last_row + 1)
            if self._region.first <= row < self._region.end
        }

    @cached_property
    def _origins(self) -> Mapping[int, int]:
        """The rows of the table that have a year, each with the row of the cell that names it."""
        grid, index = self._region.grid, self._columns[0].index
        carried, found, last = Blanks(self._region).carry(index), {}, None
        for row in range(self._region.first, self._region.end):
            if not is_blank(grid.value(row, index)):
                last = found[row] = row
            elif (merged := self._merged.get(row)) is not None:
                found[row] = merged
            elif carried and last is not None and any(not is_blank(grid.value(row, at)) for at in self._sums):
                found[row] = last
        return found
