"""The cells of a sheet as pieces, with what merged ranges say about them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import Grid, Merge, Value, is_blank


def shown(value: Value, *, percent: bool = False) -> str:
    """Writes a value as a reader of the sheet would see it, as far as that is known: dates in ISO 8601."""
    match value:
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case datetime.datetime():
            return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
        case int() | float() if percent:
            return f"{round(value * 100, 6):g}%"
        case _:
            return str(value)


Row = Mapping[int, Piece]
"""The cells of a row that are not blank, by column, left to right."""

_piece = tuple.__new__  # of a piece, at half the price of its own call; every cell has one


@dataclass
class Sheet:
    """The pieces of a sheet; each is made once, so that the account is about the same ones.

    Attributes:
        grid: the sheet.
    """

    grid: Grid

    @cached_property
    def _rows(self) -> list[dict[int, Piece]]:
        """Gives the pieces of each row by column, left to right; blank cells have none."""
        grid, place = self.grid, self.grid.place
        made = []
        for number, values in enumerate(grid.rows):
            pieces: dict[int, Piece] = {}
            for column, value in enumerate(values):
                if value is None or is_blank(value):
                    continue
                text = value if type(value) is str else shown(value, percent=(number, column) in grid.percents)
                pieces[column] = _piece(Piece, (place(number, column), text, value))
            made.append(pieces)
        return made

    def piece(self, row: int, column: int) -> Piece | None:
        """Gives what stands in a cell; None where it is blank."""
        return self.row(row).get(column)

    def row(self, row: int) -> Row:
        """Gives what stands in a row, by column, left to right."""
        return self._rows[row] if row < len(self._rows) else {}

    def pieces(self) -> list[Piece]:
        """Gives all of the sheet, row by row."""
        return [piece for row in self._rows for piece in row.values()]

    @cached_property
    def _tall(self) -> dict[tuple[int, int], Merge]:
        return {
            (row, column): merge
            for merge in self.grid.merges
            if merge.last_row > merge.row
            for row in range(merge.row, min(merge.last_row, len(self.grid.rows)) + 1)
            for column in range(merge.column, merge.last_column + 1)
        }

    def tall(self, row: int, column: int) -> Merge | None:
        """Gives the merged range of several rows that a cell lies in."""
        return self._tall.get((row, column)) if self.grid.merges else None

    def over(self, row: int, column: int) -> Piece | None:
        """Gives what a merged range of several rows shows in a cell that is not its first."""
        merge = self.tall(row, column)
        if merge is None or row == merge.row:
            return None
        return self.piece(merge.row, merge.column)

    def width_of(self, row: int, column: int) -> int:
        """Gives how many columns a cell spans."""
        return self._widths.get((row, column), 1)

    @cached_property
    def _widths(self) -> dict[tuple[int, int], int]:
        return {(merge.row, merge.column): merge.last_column - merge.column + 1 for merge in reversed(self.grid.merges)}
