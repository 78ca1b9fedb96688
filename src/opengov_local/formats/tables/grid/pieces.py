"""The cells of a sheet as pieces, with what merged ranges say about them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import repeat

from opengov_local.account import Piece, Place, column_in
from opengov_local.formats.grids.grid import Grid, Merge, Value, is_blank
from opengov_local.importing.dates.impossible import with_impossible_days


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
    """The pieces of a sheet; each is made once, when it is first asked for, so that the account is about the same ones.

    Attributes:
        grid: the sheet.
    """

    grid: Grid
    _rows: dict[int, dict[int, Piece]] = field(default_factory=dict)
    _told: dict[int, list[Piece]] = field(default_factory=dict)

    def piece(self, row: int, column: int) -> Piece | None:
        """Gives what stands in a cell, equal to the piece that its row has; None where it is blank."""
        value = self.grid.value(row, column)
        return None if is_blank(value) else self._made(row, column, value)

    def place(self, row: int, column: int) -> Place | None:
        """Gives the place of a cell; None where it is blank."""
        return None if is_blank(self.grid.value(row, column)) else self.grid.place(row, column)

    def _made(self, row: int, column: int, value: Value) -> Piece:
        text = value if type(value) is str else shown(value, percent=(row, column) in self.grid.percents)
        return _piece(Piece, (self.grid.place(row, column), text, value))

    def row(self, row: int) -> Row:
        """Gives what stands in a row, by column, left to right."""
        known = self._rows.get(row)
        if known is None:
            values = self.grid.rows[row] if row < len(self.grid.rows) else []
            known = self._rows[row] = {
                column: self._made(row, column, value)
                for column, value in enumerate(values)
                if value is not None and not is_blank(value)
            }
        return known

    def has(self, row: int, count: int) -> bool:
        """Tells whether a row has so many cells that are not blank."""
        for value in self.grid.rows[row]:
            if value is not None and not is_blank(value):
                count -= 1
                if count <= 0:
                    return True
        return count <= 0

    @cached_property
    def columns(self) -> list[str]:
        """The columns as the places of their cells name them, before the number of the row."""
        places = (self.grid.place(0, column) for column in range(self.grid.width))
        return [column_in(place.part, place.column) for place in places]

    def told(self, row: int, others: list[Piece]) -> None:
        """Notes that the cells of a row were put by moulds, all but others."""
        self._told[row] = others

    def all_told(self, first: int, end: int) -> None:
        """Notes that all cells of some rows were put by moulds."""
        self._told.update(zip(range(first, end), repeat([]), strict=False))

    def pieces(self) -> list[Piece]:
        """Gives all of the sheet, row by row, but rows put by moulds in which no cell names an impossible day."""
        told = self._told
        at_length = self._with_impossible_days() if told else set()
        return [
            piece
            for row in range(len(self.grid.rows))
            for piece in (told[row] if row in told and row not in at_length else self.row(row).values())
        ]

    def _with_impossible_days(self) -> set[int]:
        """Gives the rows in which a text names a day that its month does not have."""
        found: set[int] = set()
        for column in range(self.grid.width):
            texts = with_impossible_days(self.grid.different_texts(column))
            if texts:
                found.update(row for row, value in enumerate(self.grid.column(column)) if value in texts)
        return found

    def is_flat(self, first: int, end: int) -> bool:
        """Tells whether the rows from the first up to the end have places of their own, and no cell is in several."""
        tall = (merge for merge in self.grid.merges if merge.last_row > merge.row)
        return type(self.grid) is Grid and not any(merge.row < end and merge.last_row >= first for merge in tall)

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
        return self.row(merge.row).get(merge.column)

    def width_of(self, row: int, column: int) -> int:
        """Gives how many columns a cell spans."""
        return self._widths.get((row, column), 1)

    @cached_property
    def _widths(self) -> dict[tuple[int, int], int]:
        return {(merge.row, merge.column): merge.last_column - merge.column + 1 for merge in reversed(self.grid.merges)}
