"""Moulds of the cells of a column: what equal cells become is read once, by the readers of all cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, Final

from opengov_local.account import Piece, Place
from opengov_local.formats.grids.grid import Value
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.importing.moulds import NO_MOULD, Form, Mould, with_constants

Make = Callable[[Piece, str | None], Mould | None]
"""Makes the mould of a cell, with a text that stands for that of any cell; None where it would not say it all."""
Takes = Callable[[str], object]
TakeAll = Callable[[Sequence[str]], bool]
Items = Callable[[str], tuple[str, ...]]
Found = tuple[Mould, str]
"""The mould of a cell, and its text: "" where it is blank."""

_MANY: Final = 500
"""Different cells of a column from which it must be seen whether they recur at all."""
_MOST: Final = 1 << 14
_UNKNOWN: Final[Found] = (NO_MOULD, "?")
_LATIN: Final = "[0-9A-Za-zÀ-ÖØ-öø-ÿ][ -~\u00a0-\u024f\u2010-\u201f\u2026]*"
_PLAIN_LATIN: Final = bytes((*range(0x20, 0x7F), *range(0xA0, 0x100)))
"""Those of its characters that Latin-1 has."""
_ARABIC: Final = (
    "[\u0621-\u063a\u0641-\u064a][ -@\\[-`{-~\u00a0«°»"
    "\u060c\u061b\u061f\u0621-\u063a\u0640-\u0652\u0660-\u066c\u2010-\u201f\u2026]*"
)
_SCRIPTS: Final = tuple(
    (re.compile(pattern), Piece(Place("line", None), example))
    for pattern, example in ((_LATIN, "Xyz"), (_ARABIC, "سسس"))
)
"""Texts of one line in letters of one script, with one that stands for any of them: readers of texts take all alike."""


class ColumnMoulds:
    """Moulds of the cells of one column, read into objects of one concept.

    Attributes:
        index: the column.
        owner: whose the cells are: 0 is the commitment of their row, then come its milestones.
        word: the mould of a cell that says again what its object has.
        known: what was found of texts, and of other values with how they are shown.
        any: for each script what tells its plain texts, and the mould of those that are taken.
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
        items: Items | None = None,
    ) -> None:
        """Starts with none.

        Args:
            sheet: the sheet.
            index: the column.
            owner: whose its cells are.
            word: the mould of a cell that says again what its object has.
            make: makes the mould of a cell.
            takes: tells of a plain text whether one mould does for all such of its script; None where each has its own.
            take_all: tells quickly of many texts whether one does for all of them.
            items: gives what a text lists, where each becomes what it would alone in a cell; else nothing.
        """
        self.index = index
        self.owner = owner
        self.word = word
        self._sheet = sheet
        self._make = make
        self.known: dict[Any, Found] = {}
        self._first: int | None = None
        made = [(script.fullmatch, make(any_text, any_text.text)) for script, any_text in _SCRIPTS if takes]
        self.any = [(fits, mould) for fits, mould in made if mould is not None]
        self._takes = takes
        self._take_all = take_all
        self._items = items
        self._forms: list[Form] = []
        self._form_of: dict[str, int] = {}
        self._lists: dict[tuple[int, ...], Mould | None] = {}

    def taken(self, text: str) -> Mould | None:
        """Gives the mould that does for a text as for all plain ones of its script; None where it has its own."""
        for fits, mould in self.any:
            if fits(text):
                return mould if self._takes is not None and self._takes(text) else None
        return None

    def taken_all(self, texts: Sequence[str]) -> Mould | None:
        """Gives quickly the mould that does for all of some texts; None where there may be none."""
        if (takes := self._takes) is None:
            return None
        for fits, mould in self.any:
            if fits(texts[0]):
                takes_all = self._take_all(texts) if self._take_all else all(map(takes, texts))
                begun = takes_all and (all(map(fits, self._begun)) or all(map(fits, {text[:1] for text in texts})))
                return mould if begun and _fit(fits, texts) else None
        return None

    @cached_property
    def _begun(self) -> set[str]:
        """The characters that the texts of the whole column begin with."""
        return {start[:1] for start in self._sheet.grid.beginnings(self.index)}

    def find(self, row: int, value: Value) -> Found:
        """Gives the mould of a cell of the column.

        Args:
            row: its row.
            value: its value; those that are no text, nor a whole number, are `known` with how they are shown.
        """
        if isinstance(value, str) and self.any and (mould := self.taken(value)) is not None:
            return mould, value
        key = self.key(row, value)
        return self.known.get(key) or self._learn(row, key)

    def key(self, row: int, value: Value) -> Any:
        """Gives what a value of the column is `known` by."""
        kind, percents = type(value), self._sheet.grid.percents
        plain = kind is str or (kind is int and not percents)
        return value if plain else (kind, value, (row, self.index) in percents)

    def _learn(self, row: int, key: Any) -> Found:
        if self._first is None:
            self._first = row
        known = self.known
        if len(known) >= _MANY and (len(known) * 2 > row - self._first or len(known) >= _MOST):
            return _UNKNOWN  # they hardly recur
        piece = self._sheet.piece(row, self.index)
        made = piece and (self._listed(piece) or self._make(piece, None))
        known[key] = (made or NO_MOULD, piece.text) if piece else (NO_MOULD, "")
        return known[key]

    def _listed(self, piece: Piece) -> Mould | None:
        """Gives the mould of a list as that of one whose items became the same; None where it must be read."""
        items = self._items(piece.text) if self._items else ()
        forms = tuple([self._form_of_item(piece, item) for item in items])
        if not items or -1 in forms:
            return None
        if forms not in self._lists:
            made = self._make(piece, None)
            self._lists[forms] = made if made and made.constants == items else None
        made = self._lists[forms]
        return with_constants(made, items) if made else None

    def _form_of_item(self, piece: Piece, item: str) -> int:
        """Numbers the form of what an item of a list becomes alone; -1 where more is put than its words."""
        if item not in self._form_of:
            made = self._make(piece._replace(text=item, value=item), None)
            if made is not None and made.constants == (item,) and made.form not in self._forms:
                self._forms.append(made.form)
            is_plain = made is not None and made.constants == (item,)
            self._form_of[item] = self._forms.index(made.form) if made is not None and is_plain else -1
        return self._form_of[item]


def _fit(fits: Callable[[str], object], texts: Sequence[str]) -> bool:
    """Tells of texts that begin so whether all are plain ones of a script: what may begin one may stand anywhere."""
    whole = "".join(texts)
    try:
        if not whole.encode("latin-1").translate(None, _PLAIN_LATIN):  # a tenth of the time
            return True
    except UnicodeEncodeError:
        pass
    return fits(whole) is not None
