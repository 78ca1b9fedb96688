"""Moulds of the cells of a column: what equal cells become is read once, by the readers of all cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from opengov_local.account import Piece, Place
from opengov_local.formats.grids.grid import Value
from opengov_local.formats.tables.pieces import Sheet
from opengov_local.importing.moulds import NO_MOULD, Mould

Make = Callable[[Piece, str | None], Mould | None]
"""Makes the mould of a cell, with a text that stands for that of any cell; None where it would not say it all."""
Takes = Callable[[str], object]
TakeAll = Callable[[Sequence[str]], bool]
Found = tuple[Mould, str]
"""The mould of a cell, and its text: "" where it is blank."""

_MANY: Final = 500
"""Different cells of a column from which it must be seen whether they recur at all."""
_MOST: Final = 1 << 14
_UNKNOWN: Final[Found] = (NO_MOULD, "?")
_ANY: Final = Piece(Place("line", None), "Xyz")
"""A piece that stands for any plain text."""
PLAIN: Final = re.compile("[0-9A-Za-zÀ-ÖØ-öø-ÿ][ -~\u00a0-\u024f\u2010-\u201f\u2026]*")
"""A text of one line in Latin letters; readers of texts take all of them alike."""


class ColumnMoulds:
    """Moulds of the cells of one column, read into objects of one concept.

    Attributes:
        index: the column.
        owner: whose the cells are: 0 is the commitment of their row, then come its milestones.
        word: the mould of a cell that says again what its object has.
        known: what was found of texts, and of other values with how they are shown.
    """

    def __init__(
        self,
        sheet: Sheet,
        index: int,
        owner: int,
        word: Mould,
        make: Make,
        takes: Takes | None,
        take_all: TakeAll | None = None,
    ) -> None:
        """Starts with none.

        Args:
            sheet: the sheet.
            index: the column.
            owner: whose its cells are.
            word: the mould of a cell that says again what its object has.
            make: makes the mould of a cell.
            takes: tells of a text whether one mould does for all such; None where each has its own.
            take_all: tells quickly of many texts whether one does for all of them.
        """
        self.index = index
        self.owner = owner
        self.word = word
        self._sheet = sheet
        self._make = make
        self.known: dict[Any, Found] = {}
        self._first: int | None = None
        mould = make(_ANY, _ANY.text) if takes else None
        self._any = mould or NO_MOULD
        self._takes = takes if mould else None
        self._take_all = take_all

    @property
    def taken(self) -> Mould | None:
        """The mould that does for all texts that are taken; None where there is none."""
        return self._any if self._takes else None

    def takes(self, text: str) -> bool:
        """Tells whether that mould does for a text."""
        return self._takes is not None and bool(self._takes(text))

    def takes_all(self, texts: Sequence[str]) -> bool:
        """Tells quickly whether it does for all of some texts."""
        if self._takes is None:
            return False
        return self._take_all(texts) if self._take_all else all(map(self._takes, texts))

    def find(self, row: int, value: Value) -> Found:
        """Gives the mould of a cell of the column.

        Args:
            row: its row.
            value: its value; those that are no text, nor a whole number, are `known` with how they are shown.
        """
        if isinstance(value, str) and self._takes and self._takes(value):
            return self._any, value
        kind, percents = type(value), self._sheet.grid.percents
        plain = kind is str or (kind is int and not percents)
        key: Any = value if plain else (kind, value, (row, self.index) in percents)
        return self.known.get(key) or self._learn(row, key)

    def _learn(self, row: int, key: Any) -> Found:
        if self._first is None:
            self._first = row
        known = self.known
        if len(known) >= _MANY and (len(known) * 2 > row - self._first or len(known) >= _MOST):
            return _UNKNOWN  # they hardly recur
        piece = self._sheet.piece(row, self.index)
        known[key] = (self._make(piece, None) or NO_MOULD, piece.text) if piece else (NO_MOULD, "")
        return known[key]
