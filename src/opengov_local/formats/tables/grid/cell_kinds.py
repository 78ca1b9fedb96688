"""The cells of a column, many rows at once: of which kind each is, by what its mould has in common with others."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date, datetime
from functools import cached_property
from typing import Any, Final, cast

from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.tables.grid.column_moulds import ColumnMoulds
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.importing.moulds import NO_MOULD, Form, Mould

BLANK: Final = 0
"""The kind of cells that hold nothing."""
APART: Final = -1
"""The kind of cells that must be looked at by themselves."""
Told = tuple[int, Any]
"""A cell: its kind, and its text, in a tuple with the constants of its mould where that has some."""
_NOTHING: Final[Told] = (BLANK, None)
_TEXTS = frozenset({str, type(None)})
_DAYS: Final[frozenset[type]] = frozenset({str, date, datetime, type(None)})
"""Kinds of values none of which equals one of another kind."""
_NUMBERS: Final[frozenset[type]] = frozenset({int, float})


class Kinds:
    """The kinds of the cells of one table, each with a mould of its form."""

    def __init__(self) -> None:
        self.moulds: list[Mould] = [NO_MOULD]
        self._by_fields: dict[object, list[tuple[Form, int]]] = {}
        self._taken: dict[int, tuple[Mould, int]] = {}

    def told(self, mould: Mould, text: str) -> Told:
        """Gives the kind of a cell and what makers of rows take of it."""
        if not text:
            return _NOTHING
        if mould is NO_MOULD:
            return APART, None
        form, known = mould.form, self._by_fields.setdefault(mould.fields, [])  # they tell most apart
        kind = next((kind for one, kind in known if one == form), 0)
        if not kind:
            kind = len(self.moulds)
            known.append((form, kind))
            self.moulds.append(mould)
        return kind, (text, *mould.constants) if mould.constants else text

    def taken(self, mould: Mould, text: str) -> Told:
        """Gives the same, of a mould that does for many texts."""
        known = self._taken.get(id(mould))
        if known is None:
            known = self._taken[id(mould)] = mould, self.told(mould, text)[0]
        return known[1], (text, *mould.constants) if mould.constants else text


class ColumnKinds:
    """The kinds of the cells of one column.

    Attributes:
        index: the column.
        level: whose they are.
    """

    def __init__(self, sheet: Sheet, kinds: Kinds, index: int, level: int, moulds: ColumnMoulds | None) -> None:
        """Starts with none known.

        Args:
            sheet: the sheet.
            kinds: the kinds of the table.
            index: the column.
            level: whose its cells are.
            moulds: their moulds, if they go by what they say.
        """
        self.index = index
        self.level = level
        self.moulds = moulds
        self._sheet = sheet
        self._kinds = kinds
        self._kind_of: dict[Value, int] = {None: BLANK}
        self._cell_of: dict[Value, Any] = {}
        plain = [mould for _, mould in moulds.any] if moulds is not None else []
        fixed = any(mould.constants for mould in plain)
        self._taken = {} if fixed else {id(mould): kinds.told(mould, "x")[0] for mould in plain}

    def tell(self, first: int, end: int) -> tuple[Sequence[int | None], Sequence[Any]]:
        """Gives of rows the kinds of the cells, None where it is not known yet, and what makers of rows take."""
        values = self._sheet.grid.column(self.index)[first:end]
        types = self._sheet.grid.kinds_of(self.index, values)
        if types == {type(None)}:
            return [BLANK] * len(values), values
        if self.moulds is None:
            return [BLANK if is_blank(value) else APART for value in values], values
        if self._taken:
            if types == {str} and (mould := self.moulds.taken_all(cast(list[str], values))):
                return [self._taken[id(mould)]] * len(values), values
            told = list(map(self._told_if_taken, values))
        elif self._is_known_by_value(types):
            return list(map(self._kind_of.get, values)), list(map(self._cell_of.get, values))
        else:
            told = [_NOTHING if value is None else None for value in values]
        return [one and one[0] for one in told], [one and one[1] for one in told]

    def _told_if_taken(self, value: Value) -> Told | None:
        if value is None:
            return _NOTHING
        mould = self.moulds.taken(value) if self.moulds is not None and type(value) is str else None
        return None if mould is None else (self._taken[id(mould)], value)

    def _is_known_by_value(self, types: Set[type]) -> bool:
        return types <= _TEXTS or types <= self._by_value

    @cached_property
    def _by_value(self) -> frozenset[type]:
        """The kinds of values that are equal only where they are shown as the same: none is a percentage, or all are.

        Whole numbers are no floats, but for the largest.
        """
        values = self._sheet.grid.column(self.index)
        percents = self._sheet.grid.percents
        numbers = [row for row, value in enumerate(values) if type(value) in _NUMBERS] if percents else []
        shown = {(row, self.index) in percents for row in numbers}
        has_floats = float in {*map(type, values)}
        whole = has_floats and any(type(value) is float and value.is_integer() for value in values)
        return _DAYS if len(shown) > 1 or whole else _DAYS | _NUMBERS

    def learn_all(self, first: int, end: int) -> bool:
        """Looks at once at all cells of rows whose kinds go by their values and are not known; tells whether it did."""
        values = self._sheet.grid.column(self.index)[first:end]
        types = self._sheet.grid.kinds_of(self.index, values)
        if self.moulds is None or self._taken or not self._is_known_by_value(types):
            return False
        new = {*values} - self._kind_of.keys()
        for row, value in enumerate(values, first) if new else ():
            if value in new:
                new.discard(value)
                self.learn(row)
        return True

    def learn(self, row: int) -> Told:
        """Looks at a cell whose kind is not known yet."""
        value = self._sheet.grid.value(row, self.index)
        if self.moulds is None or value is None:
            return _NOTHING if is_blank(value) else (APART, None)
        told = self._kinds.told(*self.moulds.find(row, value))
        if self._is_known_by_value({type(value)}) and self.moulds.key(row, value) in self.moulds.known:
            self._kind_of[value], self._cell_of[value] = told
        return told
