"""What the cells of a column say in the light of the whole column; equal cells are read but once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.tables.columns.heading_units import RATE, unit_named, unit_told
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.wording.headings.shared_currencies import of_country
from opengov_local.formats.wording.words.units import UNTOLD, in_words, is_unit
from opengov_local.importing.dates import DateContext, DateReading, column_context, read_date
from opengov_local.importing.options import ImportOptions
from opengov_local.importing.put_date import written
from opengov_local.importing.words import (
    AmountReading,
    PercentReading,
    PercentScale,
    StatusReading,
    column_percent,
    dashes_part,
    parted_sum,
    read_amount,
    read_percent,
    read_remarked,
    with_unit,
)
from opengov_local.importing.words.amount import AMBIGUOUS
from opengov_local.importing.words.column_marks import told_by_column
from opengov_local.importing.words.note import note

T = TypeVar("T")
_NUMBERS = (str, int, float)
_ENDS = frozenset({"end", "completed_on", "done_or_due", "schedule"})
_DATED = frozenset({*_ENDS, "start", "due", "date", "period", "as_of"})
_IN = re.compile(r"^(?:en|in)\s+|^ب(?=\S{4})", re.IGNORECASE)


class Readings:
    """Reads the cells of one table that hold dates, states, percentages and amounts."""

    def __init__(
        self,
        region: Region,
        options: ImportOptions,
        elsewhere: Callable[[Column], str] | None = None,
        country: Callable[[], str] = str,
    ) -> None:
        """Reads nothing yet.

        Args:
            region: the table.
            options: what the user told beside.
            elsewhere: gives the unit of the amounts of a column, where no heading names one.
            country: gives the country that the file says it is of, "".
        """
        self._region = region
        self._options = options
        self._elsewhere = elsewhere
        self._country = country
        self._contexts: dict[int, DateContext] = {}
        self._orders: set[str | None] | None = None
        self._scales: dict[int, PercentScale | None] = {}
        self._units: dict[int, tuple[str | None, str]] = {}
        self._dashes: dict[int, bool] = {}
        self._known: dict[tuple[int, type, str], Any] = {}

    def date(self, column: Column, piece: Piece) -> DateReading | None:
        """Reads a date."""
        return self._once(column, piece, lambda: read_date(written(piece), self.context(column)))

    def status(self, column: Column, piece: Piece) -> StatusReading | None:
        """Reads a word that says how far something is."""
        return self._once(column, piece, lambda: read_remarked(piece.text, words=self._options.words))

    def percent(self, column: Column, piece: Piece) -> PercentReading:
        """Reads a percentage."""
        return self._once(column, piece, lambda: self._percent(column, piece))

    def amount(self, column: Column, piece: Piece, currency: str | None) -> AmountReading:
        """Reads a sum of money, in the unit its row or heading names ("MDH") and a currency unless one names one."""
        if self.unit_of_row(piece):
            return self._amount(column, piece, currency)
        return self._once(column, piece, lambda: self._amount(column, piece, currency))

    def _amount(self, column: Column, piece: Piece, currency: str | None) -> AmountReading:
        text = self.in_unit(column, piece)
        if self._unit(column)[1] == RATE and not any(map(str.isalpha, piece.text)):
            return AmountReading()
        beside = self._currency_of_row(piece) if text == piece.text else None
        hint = beside or self._unit(column)[0] or currency
        said = number_of(piece) if text == piece.text else text
        reading = self._sum(said, hint)
        doubtful = isinstance(said, str) and any(note.code == AMBIGUOUS for note in reading.notes)
        return (self._by_column(column, str(said), hint) if doubtful else None) or reading

    def _sum(self, said: str | int | float, hint: str | None) -> AmountReading:
        reading = read_amount(said, hint, words=self._options.words)
        return of_country(reading, said, self._country(), self._options.words)

    def _by_column(self, column: Column, text: str, hint: str | None) -> AmountReading | None:
        """Reads a sum as others of its column tell what a comma or point parts, and says so; None where none tells."""
        told = told_by_column(text, self._region.texts(column.index))
        read = self._sum(told[0], hint) if told else None
        if told is None or read is None or read.value is None or read.currency is None:
            return None
        if told[1] == "thousands":
            said = note("import/number-thousands", "info", text=text, value=read.value)
        else:
            said = note("import/assumed", field="budget", value=read.value)
        return replace(read, notes=(*read.notes, said))

    def in_unit(self, column: Column, piece: Piece) -> str:
        """Gives the words of an amount with the unit that its row or heading names, unless it has words of its own."""
        unit = self.unit_of_row(piece) or self._unit(column)[1]
        parted = parted_sum(piece.text)
        words = piece.text if parted is None else parted.whole
        if not unit or any(map(str.isalpha, words)) or re.search("[€$£%٪]", words):
            return piece.text
        if unit == RATE and piece.text.strip().startswith(("0.", "0,")):
            return piece.text  # nobody tells whether that is of 1 or of 100
        return with_unit(piece.text, unit)

    def shown_in_unit(self, column: Column, piece: Piece) -> str:
        """Gives the words of an amount that cannot be read: with its unit, unless that is said in two ways."""
        told = self.unit_of_row(piece) or self._unit(column)[1]
        return piece.text if told == UNTOLD else self.in_unit(column, piece)

    def asks_rates(self, column: Column) -> bool:
        """Tells whether the heading of a column of sums asks for shares of another: "Part de la commune (%)"."""
        return self._unit(column)[1] == RATE

    def unit_of_row(self, piece: Piece) -> str:
        """Gives the words of the only column of units in the row of a piece."""
        columns = [column.index for column in self._region.columns if column.target == "budget.currency"]
        if len(columns) != 1:
            return ""
        unit = _IN.sub("", in_words(str(self.beside(piece, columns[0]) or "").strip()))
        return unit if is_unit(unit) else ""

    def _currency_of_row(self, piece: Piece) -> str | None:
        """Gives the currency that the unit of the row names: of "$95,500" beside "USD" it tells which dollars."""
        unit = self.unit_of_row(piece)
        return read_amount(with_unit("1", unit), words=self._options.words).currency if unit else None

    def beside(self, piece: Piece, index: int) -> Value:
        """Gives the value in another column of the row of a piece."""
        grid = self._region.grid
        return grid.value(grid.at(piece.place)[0], index)

    def has_no_end(self, piece: Piece) -> bool:
        """Tells whether nothing in the row of a piece says when something ends."""
        ends = (column.index for column in self._region.columns if str(column.target).rpartition(".")[2] in _ENDS)
        return all(is_blank(self.beside(piece, index)) for index in ends)

    def context(self, column: Column) -> DateContext:
        """Gives what is known of the dates of a column."""
        if column.index not in self._contexts:
            context = DateContext(document_date=self._options.document_date)
            own = column_context(self._values(column), context)
            if not own.proven and own.order == "dmy" and self._months_first():
                own = replace(own, order="mdy", proven=True)
            self._contexts[column.index] = own
        return self._contexts[column.index]

    def _months_first(self) -> bool:
        """Tells whether some columns of dates prove that the month comes first, and none that the day does."""
        if self._orders is None:
            dated = [column for column in self._region.columns if str(column.target).rpartition(".")[2] in _DATED]
            told = [column_context(self._values(column)) for column in dated]
            self._orders = {context.order for context in told if context.proven or context.order is None}
        return self._orders == {"mdy"}

    def dashes_part(self, column: Column) -> bool:
        """Tells whether " - " parts names in all cells of a column."""
        if column.index not in self._dashes:
            texts = dict.fromkeys(filter(None, self._region.texts(column.index)))
            self._dashes[column.index] = dashes_part(texts)
        return self._dashes[column.index]

    def was_parted_by_dashes(self, column: Column) -> bool:
        """Tells whether cells of a column were parted so."""
        return self._dashes.get(column.index, False)

    def _once(self, column: Column, piece: Piece, read: Callable[[], T]) -> T:
        key = (column.index, type(piece.value), piece.text)
        if key not in self._known:
            self._known[key] = read()
        return self._known[key]  # type: ignore[no-any-return]

    def _values(self, column: Column) -> Iterable[Value]:
        """Gives the values of a column, equal ones but once."""
        values = self._region.values(column.index)
        if len({*map(type, values)} - {type(None)}) < 2:
            return dict.fromkeys(values)  # none is equal to one of another type
        return {(type(value), value): value for value in values}.values()

    def _percent(self, column: Column, piece: Piece) -> PercentReading:
        if column.index not in self._scales:
            values = self._region.values(column.index)
            self._scales[column.index] = column_percent([value for value in values if isinstance(value, _NUMBERS)])
        if self._region.grid.at(piece.place) in self._region.grid.percents:
            return read_percent(piece.text)
        return read_percent(number_of(piece), self._scales[column.index])

    def _unit(self, column: Column) -> tuple[str | None, str]:
        """Gives the currency that a heading names, and its words for thousands or millions: "(en MDH)"."""
        if column.index not in self._units:
            currency, unit = unit_told(column, self._region.unit)
            if not (currency or unit):
                words = self._elsewhere(column) if self._elsewhere else ""
                currency, unit = (None, words) if words == UNTOLD else unit_named(words)
            self._units[column.index] = currency, unit
        return self._units[column.index]


def number_of(piece: Piece) -> str | int | float:
    """Gives the number of a cell, else its text."""
    value = piece.value
    return value if isinstance(value, int | float) and not isinstance(value, bool) else piece.text
