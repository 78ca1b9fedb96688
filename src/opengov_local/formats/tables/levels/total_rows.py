"""Rows of totals and averages: by their words, or because their amounts are the sum of those above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Final

from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.tables.columns.layout import NAMES, Region
from opengov_local.formats.tables.grid.pieces import Row, Sheet
from opengov_local.formats.wording.headings.heading_meanings import SUMS
from opengov_local.formats.wording.headings.phrases import begins, closed_up, may_be_start, may_begin, phrases
from opengov_local.importing.words import fold, read_amount
from opengov_local.model.gap import NO_CURRENCY

_LONGEST: Final = 60
"""Letters of the longest words for a total."""
_BEGINNING: Final = 9
"""Letters that tell whether a text may begin with one, set apart or not."""
_SUMMING: Final = ("total", "average", "carried")
_NUMERAL = re.compile(r"[^\W\d_]{0,3}[\s.]*[-+]?[\d٠-٩][\d٠-٩\s.,\u00a0\u202f]*[%٪]?\s*[^\W\d_]{0,6}")
"""A number, with a sign or a short unit beside it."""
_LETTER = re.compile(r"[^\W\d_]")


class Totals:
    """Tells the rows of totals of one table, which are asked for from the first on."""

    def __init__(self, region: Region, sheet: Sheet) -> None:
        self._region = region
        self._sheet = sheet
        titles = [c.index for c in region.columns if c.target in ("commitment.title", "milestone.title")]
        self._titles = titles
        self._last_title = max(titles, default=0)
        self._names = frozenset(c.index for c in region.columns if c.target in NAMES)
        self._sums = [c.index for c in region.columns if c.target and c.target.startswith(SUMS)]
        self._told: list[int] = []

    def is_total(self, row: int, cells: Row) -> bool:
        """Tells whether a row holds totals or averages.

        A cell up to the title says so, and amounts follow; or no cell names anything, and the amounts stand beside a
        word for totals, or are the sum of those above, since the last total or of all.
        """
        if self._says_so(row, cells) or self._sums_up(row, cells):
            self._told.append(row)
            return True
        return False

    def _says_so(self, row: int, cells: Row) -> bool:
        for index, piece in cells.items():
            if index > self._last_title:
                break
            text = piece.text.strip()
            if not _LETTER.search(text):
                continue
            text = closed_up(text)
            behind = [other.text for at, other in cells.items() if at > index and (row, at) not in self._uncounted]
            if fold(text) in phrases("average") and self._counts_none(row, index):
                return all(map(is_numeral, behind)) and not _numbered(cells, index)
            if len(text) <= _LONGEST and begins("average", text):
                return bool(behind) and not _numbered(cells, index) and all(map(is_numeral, behind))
            carries = fold(text) in phrases("carried") and (behind or index not in self._titles)
            if carries and all(map(is_numeral, behind)):
                return not _numbered(cells, index)
            if len(text) <= _LONGEST and begins("total", text):
                return fold(text) in phrases("total") or all(any(map(str.isdigit, said)) for said in behind)
        first = next((piece.text.strip() for piece in cells.values() if _LETTER.search(piece.text)), "")
        return fold(first) in phrases("total")

    @cached_property
    def said(self) -> frozenset[int]:
        """The rows that say in words below the headings of titles that they hold totals or averages."""
        titles = [index for index in self._titles if any(map(_may_sum, self._region.grid.beginnings(index)))]
        maybe = {row for index in titles for row in _begun(self._region.texts(index))}
        rows = (row + self._region.first for row in maybe)
        return frozenset(row for row in rows if self._says_so(row, self._sheet.row(row)))

    def _counts_none(self, row: int, index: int) -> bool:
        """Tells whether a formula behind a cell gives no number: it was never calculated, or shows an error."""
        return any(at > index for other, at in self._uncounted if other == row)

    @cached_property
    def _uncounted(self) -> frozenset[tuple[int, int]]:
        grid = self._region.grid
        return frozenset({*grid.formulas_without_value, *((row, column) for row, column, _ in grid.errors)})

    def _sums_up(self, row: int, cells: Row) -> bool:
        """Tells whether a row that names nothing holds amounts, with at most one text, that are totals."""
        if not self._titles or not cells.keys().isdisjoint(self._names):
            return False
        words = [piece.text.strip() for piece in cells.values() if not is_numeral(piece.text)]
        amounts = [at for at in self._sums if at in cells and is_numeral(cells[at].text)]
        if len(words) > 1 or len(words) == len(cells) or any(self._sheet.over(row, at) for at in self._titles):
            return False
        if words and len(words[0]) <= _LONGEST and (begins("total", words[0]) or begins("average", words[0])):
            return True
        summed = [self._summed(row, at) for at in amounts]
        return all(summed) and max(summed, default=0) > 1

    def _summed(self, row: int, index: int) -> int:
        """Gives of how many above it an amount is the sum: of those since the last total, or of all; 0 if of none."""
        said = _amount(self._region.grid.value(row, index))
        since = max(self._told, default=self._region.first - 1)
        above = [(at, amount) for at, amount in self._amounts(index) if at < row and at not in self._told]
        for part in ([amount for at, amount in above if at > since], [amount for _, amount in above]):
            if part and sum(part) == said:
                return len(part)
        return 0

    def _amounts(self, index: int) -> Sequence[tuple[int, Decimal]]:
        if index not in self._columns:
            self._columns[index] = list(self._read(index))
        return self._columns[index]

    @cached_property
    def _columns(self) -> dict[int, Sequence[tuple[int, Decimal]]]:
        return {}

    def _read(self, index: int) -> Iterator[tuple[int, Decimal]]:
        known: dict[tuple[type, Value], Decimal | None] = {}
        for row, value in enumerate(self._region.values(index), self._region.first):
            key = type(value), value
            if key not in known:
                known[key] = None if is_blank(value) else _amount(value)
            if (amount := known[key]) is not None:
                yield row, amount


def is_numeral(text: str) -> bool:
    """Tells whether a text is a number, with a sign or a short unit beside it."""
    return _NUMERAL.fullmatch(text.strip()) is not None


def _amount(value: Value) -> Decimal | None:
    reading = read_amount(value, NO_CURRENCY) if isinstance(value, str | int | float) else None
    return Decimal(reading.value) if reading is not None and reading.value is not None else None


def _numbered(cells: Row, index: int) -> bool:
    """Tells whether something stands before a cell of a row: the number of a project."""
    return any(at < index and any(map(str.isdigit, piece.text)) for at, piece in cells.items())


def _may_sum(start: str) -> bool:
    """Tells by the first four letters of a text whether it may begin so."""
    return start[:1].isspace() or any(may_be_start(kind, start) for kind in _SUMMING)


def _begun(texts: Sequence[str]) -> list[int]:
    """Gives where the texts stand that begin with words for totals or averages."""
    different = {*texts} - {""}
    beginnings = {text[:_BEGINNING] for text in different}
    likely = {one for one in beginnings if any(may_begin(kind, closed_up(one)) for kind in _SUMMING)}
    close = {text for text in different if text[:_BEGINNING] in likely} if likely else set()
    found = {text for text in close if any(begins(kind, text) for kind in _SUMMING)}
    return [at for at, text in enumerate(texts) if text in found] if found else []
