"""Units of money that no heading of a column names: formats of its numbers, columns beside it, notes elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice

from opengov_local.account import Place
from opengov_local.finding import Severity
from opengov_local.formats.grids.grid import Value
from opengov_local.formats.tables.columns.heading_units import RATE, own_words, unit_named, unit_of_heading
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.columns.shown_cells import thousands_held
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.wording.words.units import UNTOLD, Told, unit_in
from opengov_local.importing.words import read_amount, with_unit

_BUDGET = "budget."
_SHARE = "budget.share"
_SUMS = frozenset({"budget.amount", "budget.total", _SHARE})
_SEARCHED = 200
"""Different cells of a column that are looked at."""
_NOTES = 500
"""Cells of a sheet without a table that are looked at."""
_SENTENCES = re.compile(r"[\n;؛]|\.\s+")
_WHOLE = "1"
_DOUBTFUL = "?"
"""Thousands or millions of another column: nobody knows whether they are those of this one too."""


def units_noted(sheets: Iterable[Sheet]) -> list[Told]:
    """Gives the units that sheets without tables name: "Montants en milliers de DH", «المبالغ بالدرهم»."""
    cells = ((sheet.grid, *cell) for sheet in sheets for cell in islice(sheet.grid.cells(), _NOTES))
    texts = ((value, grid.place(row, column)) for grid, row, column, value in cells if isinstance(value, str))
    return [told for text, place in texts for told in _noted(text, place)]


def _noted(text: str, place: Place) -> Iterator[Told]:
    for part in dict.fromkeys((text, *_SENTENCES.split(text))):
        if unit := unit_in(part):
            reading = read_amount(with_unit("1", _bare(unit)))
            if reading.currency and reading.value and not any(map(str.isdigit, part)):
                yield Told(reading.currency, _bare(unit), place, part.strip(), reading.value)
                return


def _bare(unit: str) -> str:
    return re.sub(r"^ب(?=\S{4})", "", unit)


class UnitsElsewhere:
    """Looks for the units of the columns of one table."""

    def __init__(self, state: State, region: Region) -> None:
        """Looks at nothing yet.

        Args:
            state: what the file says beside the table.
            region: the table.
        """
        self._state = state
        self._region = region

    def of(self, column: Column) -> str:
        """Gives the unit of a column whose heading names none, and says whence it is; "" where nobody tells.

        Where it is said otherwise elsewhere none is taken, which is said too: `UNTOLD` makes no sum readable. Of sums
        that show as many thousands less as it names, it is the currency.
        """
        words = self._of(column)
        held = thousands_held(self._region, column) if column.target in _SUMS and words != UNTOLD else []
        if not held:
            return words
        currency, unit = unit_named(words)
        times = read_amount(with_unit("1", unit)).value if unit else _WHOLE
        numbers = [value for value in self._region.values(column.index) if isinstance(value, int | float) and value]
        cell, _, text = held[0]
        draft, place, value = self._state.draft, self._region.grid.place(*cell), str(self._region.grid.value(*cell))
        if times == _WHOLE:
            draft.say("import/thousands-not-shown", place, heading=column.heading, count=len(held), shown=text,
                      text=value)  # fmt: skip
            return words
        settled = len(held) == len(numbers) and {str(one) for _, one, _ in held} == {times}
        code = "import/thousands-shown" if currency and settled else "import/thousands-in-doubt"
        draft.say(code, place, heading=column.heading, count=len(held), shown=text, text=value)
        return currency if currency and settled else UNTOLD

    def _of(self, column: Column) -> str:
        if not str(column.target).startswith(_BUDGET):
            return ""
        texts = list(filter(None, self._region.texts(column.index)))
        bare = not texts or any(map(_is_bare, texts))
        if (other := self._headed_beside(column)) is not None:
            if bare:
                self._say_beside(column, other)
            return own_words(other)
        if not bare:
            return ""
        own = list(self._shown(self._region, column, times=True))
        told = [*own, *self._beside(column), *self._state.units]
        currencies = {one.currency for one in told}
        if told and not any(one.times for one in told):  # of other columns, which the country must not contradict
            currencies |= {self._state.currency or told[0].currency}
        times = {one.times for one in told if one.times}
        names = () if own else self._times_unread(column)
        if not names and (
            not told or _DOUBTFUL in times or (times <= {_WHOLE} and currencies == {self._state.currency})
        ):
            return ""
        draft, heading = self._state.draft, self._region.grid.place(self._region.lowest, column.index)
        if not names and (len(currencies) > 1 or len(times) > 1):
            said = {(one.currency, one.times or _WHOLE): one for one in reversed(told)}.values()
            names = tuple(f"{one.text} ({one.place})" for one in said)
        if names:
            draft.say("import/units-differ", heading, heading=column.heading, names=names)
            return UNTOLD
        first = next((one for one in told if one.times), told[0])
        draft.say("import/unit-from-elsewhere", heading, severity="info", heading=column.heading, unit=first.unit,
                  text=first.text, origin=str(first.place))  # fmt: skip
        return first.unit

    def _headed_beside(self, column: Column) -> Column | None:
        """Gives one of the other headings of amounts that name a unit, if all name the same and it may be meant here.

        That is where no amount is above that in such a column: it may be a part of it.
        """
        if column.target not in _SUMS:
            return None
        others = [one for one in self._region.columns if one.target in _SUMS and one.index != column.index]
        others = [one for one in others if unit_of_heading(one)[1] != RATE]
        units = {one.index: found for one in others if any(found := unit_of_heading(one))}
        if len(set(units.values())) != 1:
            return None
        fits = all(self._may_be_part(column, one) for one in others if one.index in units)
        return next(one for one in others if one.index in units) if fits else None

    def _times_unread(self, column: Column) -> tuple[str, ...]:
        """Gives the headings that are not understood, and name thousands or millions: perhaps of this column too.

        They are not where an amount is above the one beside it, of which it would be a part.
        """
        unread = (other for other in self._region.columns if other.target is None)
        told = (one for other in unread if self._may_be_part(column, other) for one in _headed(self._region, other))
        return tuple(f"{one.text} ({one.place})" for one in told if one.times)

    def _may_be_part(self, column: Column, other: Column) -> bool:
        cells = (self._region.values(one.index) for one in (column, other))
        return all(_fits(part, whole) for part, whole in zip(*cells, strict=True))

    def _say_beside(self, column: Column, other: Column) -> None:
        """Says that the heading of another column gave the unit, with a warning where that moves the point of sums."""
        currency, unit = unit_of_heading(other)
        if not unit and currency == self._state.currency:
            return
        here, there = (self._region.grid.place(self._region.lowest, one.index) for one in (column, other))
        severity: Severity = "warning" if unit and column.target != _SHARE else "info"
        self._state.draft.say("import/unit-from-elsewhere", here, severity=severity, heading=column.heading,
                              unit=unit or currency or "", text=other.heading, origin=str(there))  # fmt: skip

    def _beside(self, column: Column) -> Iterator[Told]:
        """Gives the currencies of the cells of the column, and of the other columns of money of its sheet."""
        yield from _said(self._region, column)
        tables = [one for one in self._state.tables if one.grid.name == self._region.grid.name]
        others = [(self._region, one) for one in self._region.columns if one.index != column.index]
        others += [(one, column) for one in tables if _head(one) != _head(self._region) for column in one.columns]
        for region, other in others:
            if str(other.target).startswith(_BUDGET):
                yield from _headed(region, other)
                yield from self._shown(region, other, times=False)
                yield from _said(region, other)

    @staticmethod
    def _shown(region: Region, column: Column, *, times: bool) -> Iterator[Told]:
        """Gives the units that numbers of a column are shown with, each once."""
        money = region.grid.money()
        found: dict[str, Place] = {}
        for row, value in enumerate(region.values(column.index) if money else (), region.first):
            if isinstance(value, int | float):
                place = region.grid.place(row, column.index)
                if unit := money.get((place.row - 1, place.column - 1)):
                    found.setdefault(unit, place)
        for unit, place in found.items():
            reading = read_amount(with_unit("1", unit))
            if reading.currency and reading.value:
                yield Told(reading.currency, unit, place, unit, reading.value if times else "")


def _is_bare(text: str) -> bool:
    """Tells whether a cell names no unit."""
    return not any(letter.isalpha() or letter in "€$£" for letter in text)


def _fits(part: Value, whole: Value) -> bool:
    """Tells whether an amount is not above another, as far as both are numbers."""
    read = [read_amount(value).value if isinstance(value, int | float | str) else None for value in (part, whole)]
    return read[0] is None or read[1] is None or Decimal(read[0]) <= Decimal(read[1])


def _head(region: Region) -> Place:
    """Gives the place of the first heading of a table."""
    return region.grid.place(region.lowest, region.columns[0].index)


def _headed(region: Region, column: Column) -> Iterator[Told]:
    """Gives the currency that a heading names in brackets, at its end or in the group above it."""
    for text in filter(None, (column.heading, column.group)):
        for part in (*re.findall(r"[(\[]([^()\[\]]+)[)\]]", text), text):
            unit = unit_in(part)
            reading = read_amount(with_unit("1", unit)) if unit else None
            if reading is not None and reading.currency:
                place, times = (
                    region.grid.place(region.lowest, column.index),
                    "" if reading.value == _WHOLE else _DOUBTFUL,
                )
                yield Told(reading.currency, reading.currency, place, text, times)
                return


def _said(region: Region, column: Column) -> Iterator[Told]:
    """Gives the currencies that cells of a column name behind their numbers, each once."""
    found: dict[str, Told] = {}
    for row in _different(region.texts(column.index)):
        text = region.texts(column.index)[row]
        reading = read_amount(text) if any(map(str.isdigit, text)) and not text.isdigit() else None
        if reading is not None and reading.value and reading.currency and reading.currency not in found:
            place = region.grid.place(region.first + row, column.index)
            found[reading.currency] = Told(reading.currency, reading.currency, place, text)
    yield from found.values()


def _different(texts: Sequence[str]) -> list[int]:
    return list({text: at for at, text in enumerate(texts[: _SEARCHED * 5]) if text}.values())[:_SEARCHED]
