"""Moulds of the cells of a column: what equal cells become is read once, by the readers of all cells."""

from __future__ import annotations

import re
from typing import Any, Final

from opengov_local.account import Piece, Place
from opengov_local.formats.grids.grid import Value
from opengov_local.formats.tables.cells import Cells
from opengov_local.formats.tables.layout import Column
from opengov_local.formats.tables.pieces import Sheet
from opengov_local.importing.moulds import Mould
from opengov_local.model.base import Model

Found = tuple[Mould | None, str]
"""The mould of a cell, None where it must be read by itself, and its text: "" where it is blank."""

_MANY: Final = 500
"""Different cells of a column from which it must be seen whether they recur at all."""
_MOST: Final = 1 << 14
_UNKNOWN: Final[Found] = (None, "?")
_ANY: Final = Piece(Place("line", None), "Xyz")
"""A piece that stands for any plain text."""
_PLAIN: Final = re.compile("[0-9A-Za-zÀ-ÖØ-öø-ÿ][ -~\u00a0-\u024f\u2010-\u201f\u2026]*")
"""A text of one line in Latin letters; readers of texts take all of them alike."""


class ColumnMoulds:
    """Moulds of the cells of one column, read into objects of one concept.

    Attributes:
        owner: whose the cells are: 0 is the commitment of their row, then come its milestones.
        word: the mould of a cell that says again what its object has.
        known: what was found of texts, and of other values with how they are shown.
    """

    def __init__(self, cells: Cells, sheet: Sheet, column: Column, owner: int, model: type[Model], word: Mould) -> None:
        """Starts with none.

        Args:
            cells: reads cells.
            sheet: the sheet.
            column: the column.
            owner: whose its cells are.
            model: the concept of that object.
            word: the mould of a cell that says again what its object has.
        """
        self.owner = owner
        self.word = word
        self._cells = cells
        self._sheet = sheet
        self._column = column
        self._model = model
        self.known: dict[Any, Found] = {}
        self._first: int | None = None
        self._any = self._mould(_ANY, _ANY.text) if cells.takes_texts(column) else None

    def find(self, row: int, value: Value) -> Found:
        """Gives the mould of a cell of the column.

        Args:
            row: its row.
            value: its value.
        """
        key: Any = value
        if type(value) is not str:
            key = (type(value), value, (row, self._column.index) in self._sheet.grid.percents)
        elif self._any is not None and _PLAIN.fullmatch(value):
            return self._any, value
        return self.known.get(key) or self._learn(row, key)

    def _learn(self, row: int, key: Any) -> Found:
        if self._first is None:
            self._first = row
        known = self.known
        if len(known) >= _MANY and (len(known) * 2 > row - self._first or len(known) >= _MOST):
            return _UNKNOWN  # they hardly recur
        piece = self._sheet.piece(row, self._column.index)
        known[key] = (self._mould(piece), piece.text) if piece else (None, "")
        return known[key]

    def _mould(self, piece: Piece, hole: str | None = None) -> Mould | None:
        return self._cells.mould(self._model, self._column, piece, hole)
