"""Rows below a table that are none of its own: notes, places to sign, and what names nothing."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.layout import NAMES, Region
from opengov_local.formats.tables.grid.pieces import Row, Sheet
from opengov_local.formats.tables.grid.rearranged import Rearranged
from opengov_local.formats.tables.levels.total_rows import is_numeral
from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.formats.wording.headings.phrases import begins, phrases, says
from opengov_local.formats.wording.words.continued import breaks_page
from opengov_local.formats.wording.words.signing import is_place_and_day, signs
from opengov_local.formats.wording.words.units import unit_in
from opengov_local.importing.dates import find_dates, read_date
from opengov_local.importing.words import fold, read_status

_CELLS: Final = 2
"""Cells of a note at most."""
_MOST: Final = 8
"""Rows of the longest block of signatures."""
_MARKS: Final = " \t\u00a0:："
_STARRED = re.compile(r"^\s*(?:\*|\(\*+\)|\(\d\)\s)")
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]*\s[^()\[\]]*[)\]]\s*\.?\s*")
"""Several words in brackets, and nothing else."""
_DIGIT = re.compile(r"\d")
MARKED = re.compile(r"^[^:：\n]{1,30}?\s*[:：]")
_LISTED = frozenset({*NAMES, "milestone.list", "action"})
"""Targets whose cells name something, alone in their row too."""


class Notes:
    """Tells the rows of one table that are none of its own."""

    def __init__(self, region: Region, sheet: Sheet) -> None:
        self._region = region
        self._sheet = sheet
        self._columns = {column.index: column for column in region.columns}
        self._titles = [c.index for c in region.columns if c.target in ("commitment.title", "milestone.title")]
        self._steps = frozenset(c.index for c in region.columns if c.target == "milestone.title" and c.index)
        self._names = frozenset(c.index for c in region.columns if c.target in _LISTED)

    def is_note(self, row: int, cells: Row) -> bool:
        """Tells whether a row is a note or signature: by its words, or, of few cells, behind a gap at the end."""
        if row >= self.signed_from or (len(cells) == 1 and breaks_page(next(iter(cells.values())).text)):
            return True
        if len(cells) >= self._fullest or self.last_full is None:
            return False
        if self._is_within(row):
            return _is_bare(cells)
        text = next(iter(cells.values())).text
        if self._is_entry(text, cells):
            return False
        if _is_bare(cells) or _is_marked(text):
            return True
        begun = (
            begins("note", text)
            or begins("signature", text)
            or (begins("day_of_report", text) and find_dates(text))
            or (self._region.unit and self._region.unit in (unit_in(text), text.strip()))
        )
        return self._is_below(row) and bool(begun or self._behind_gap(row))

    def is_alone(self, row: int, cells: Row) -> bool:
        """Tells whether a row of one cell that names something stands below the last full row: it may be a note."""
        names = any(index in cells and column.target in NAMES for index, column in self._columns.items())
        if not (len(cells) == 1 and names and self._is_below(row)):
            return False
        return not self._is_covered(row) and not self._stands_so_above(next(iter(cells)))

    def _is_covered(self, row: int) -> bool:
        """Tells whether cells merged over several rows speak of a row that is not their first."""
        return any(self._sheet.over(row, index) is not None for index in self._columns)

    def _stands_so_above(self, index: int) -> bool:
        """Tells whether the only cell of a row stands below a heading of steps, and other rows have one there alone."""
        if index not in self._steps or self.last_full is None:
            return False
        rows = (self._sheet.row(other) for other in range(self._region.first + 1, self.last_full))
        return any(len(cells) == 1 and index in cells for cells in rows)

    def names_nothing(self, row: int, cells: Row) -> bool:
        """Tells whether a row below the last full row has texts, or numbers alone, and nothing that it speaks of.

        In a table that has such rows above it goes on with what stands above it; so do those made of fiches.
        """
        if isinstance(self._region.grid, Rearranged) or not self._titles or len(cells) >= self._fullest:
            return False
        if not self._is_below(row) or self._is_within(row):
            return False
        if not cells.keys().isdisjoint(self._names) or self._goes_on:
            return False
        if len(cells) == 1 or all(is_numeral(piece.text) for piece in cells.values()):
            return True
        return not any(self._fits(index, piece) for index, piece in cells.items())

    def _is_below(self, row: int) -> bool:
        return self.last_full is not None and row > self.last_full

    def _is_within(self, row: int) -> bool:
        """Tells whether a row lies beside a title that is merged over it."""
        return any(self._sheet.over(row, index) is not None for index in self._titles)

    def _is_entry(self, text: str, cells: Row) -> bool:
        """Tells whether words such as "Signature" and "Note" name an activity: what is signed, or a date beside it."""
        if not (begins("note", text) or begins("act_word", text)) or MARKED.match(text):
            return False
        if fold(text) in phrases("note") or fold(text) in phrases("signature"):
            return False
        index = next(iter(cells))
        titled = index in self._titles
        return titled and (says("signed_thing", text) or any(self._fits(at, cells[at]) for at in cells if at > index))

    def _fits(self, index: int, piece: Piece) -> bool:
        """Tells whether a cell holds a number, or a date or state below a heading that asks for one."""
        column = self._columns.get(index)
        reads = targets()[column.target].reads.partition(":")[0] if column and column.target else ""
        if not isinstance(piece.value, str) or is_numeral(piece.text):
            return True
        if reads in ("date", "schedule"):
            return read_date(piece.text) is not None
        return reads == "status" and read_status(piece.text) is not None

    def _has_data(self, row: int) -> bool:
        """Tells whether a row of several cells has a number in one of them."""
        values = [value for value in self._region.grid.rows[row] if not is_blank(value)]
        return len(values) > 1 and any(not isinstance(one, str) or _DIGIT.search(one) for one in values)

    def _behind_gap(self, row: int) -> bool:
        behind = range(self._region.first if self.last_full is None else self.last_full + 1, row)
        return not all(self._sheet.has(other, 1) for other in behind)

    @cached_property
    def _goes_on(self) -> bool:
        """Whether rows that name nothing stand between those that do."""
        last = self._region.first if self.last_full is None else self.last_full
        for row in range(self._region.first + 1, last):
            cells = self._sheet.row(row)
            if not cells or not cells.keys().isdisjoint(self._names) or self._is_within(row):
                continue
            if not any(begins("total", piece.text) or is_numeral(piece.text) for piece in cells.values()):
                return True
        return False

    @cached_property
    def last_full(self) -> int | None:
        """Gives the last row of data that has more cells than a note."""
        rows = range(self.signed_from - 1, self._region.first - 1, -1)
        return next((row for row in rows if self._sheet.has(row, self._fullest)), None)

    @cached_property
    def _fullest(self) -> int:
        """Gives how many cells make a row more than a note: three, or two in a table that has no more."""
        rows = range(self._region.first, self.signed_from)
        return next((_CELLS + 1 for row in rows if self._sheet.has(row, _CELLS + 1)), _CELLS)

    @cached_property
    def signed_from(self) -> int:
        """The first row of the signatures below the table, with names below them; its end where there are none."""
        found, seen = self._region.end, 0
        below: set[int] = set()
        for row in range(self._region.end - 1, self._region.first, -1):
            if not self._sheet.has(row, 1):
                continue
            seen += 1
            if seen > _MOST or self._has_data(row) or self._is_within(row):
                break
            cells = self._sheet.row(row)
            if below <= cells.keys() and all(map(_is_signed, cells.values())):
                found, below = row, set()
            elif len(cells) < _CELLS:
                break
            else:
                below |= cells.keys()
        return found


def _is_bare(cells: Row) -> bool:
    """Tells whether a row is a note that names nothing, wherever it stands: "NB : …", beside a box that is ticked."""
    said = [piece.text for piece in cells.values() if not isinstance(piece.value, bool)]
    return len(said) == 1 and _is_bare_note(said[0])


def tells_note(text: str) -> bool:
    """Tells whether the only text of a row says itself that it is a note: "Note : …", "* Estimation", "Ce projet …"."""
    return _is_marked(text) or _is_bare_note(text)


def _is_marked(text: str) -> bool:
    worded = begins("note", text) and (fold(text) in phrases("note") or MARKED.match(text) is not None)
    return worded or _STARRED.match(text) is not None


def _is_bare_note(text: str) -> bool:
    return (begins("bare_note", text) and MARKED.match(text) is not None) or _is_remark(text)


def _is_remark(text: str) -> bool:
    """Tells whether a text speaks of projects, "Ce projet dépend de l'accord de la région", or is all in brackets."""
    depends = begins("remark_subject", text) and says("depends", text)
    return begins("remark_front", text) or depends or _BRACKETED.fullmatch(text) is not None


def _is_signed(piece: Piece) -> bool:
    text = piece.text.strip(_MARKS)
    return isinstance(piece.value, str) and (signs(text) or is_place_and_day(text, signed=True))
