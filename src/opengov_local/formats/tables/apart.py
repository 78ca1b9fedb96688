"""Rows that are no objects of a table: totals, notes and signatures below it, and titles of sections."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import Value
from opengov_local.formats.tables.layout import TITLES, Region
from opengov_local.formats.tables.numbering import split_number
from opengov_local.formats.tables.pieces import Row, Sheet
from opengov_local.formats.tables.vocabulary import begins, phrases
from opengov_local.importing.words import fold

_LOOKED_AT = 20
"""Rows that tell how long the texts of a column are."""
_LONGEST_TOTAL = 60
_REMEMBERED = 1 << 12
"""Texts that are remembered as no heading, or as no total."""
_NOTE_CELLS = 2
_NAMES = frozenset({*TITLES, "axis", "axis.2", "axis.3", "commitment.number", "milestone.number"})
_WIDE = 3
"""Columns from which a merged cell alone in its row is a title."""
_STARRED = re.compile(r"^\s*(?:\*|\(\*+\)|\(\d\)\s)")
_MARKED = re.compile(r"^[^:：\n]{1,30}?\s*[:：]")
_NUMERAL = re.compile(r"[^\W\d_]{0,3}[\s.]*[-+]?[\d٠-٩][\d٠-٩\s.,\u00a0\u202f]*[%٪]?\s*[^\W\d_]{0,6}")
"""A number, with a sign or a short unit beside it."""
_LETTER = re.compile(r"[^\W\d_]")
_RANKS = (("project_word", 3), ("third_axis_word", 2), ("second_axis_word", 1), ("axis_word", 0))
PROJECT = 3
"""Rank of a section that is a commitment; those below it are axes of the first, second and third level."""


class Section(NamedTuple):
    """What the only cell of a row is the title of.

    Attributes:
        rank: 0 to 2 for an axis of that level, 3 for a commitment.
        worded: whether a word says so, not the width of the cell alone.
    """

    rank: int
    worded: bool


class Known(NamedTuple):
    """What is known of the cells of a row.

    Attributes:
        less: how many are texts that are no headings.
        lettered: whether one of them, up to the title, begins with a letter.
        others: the other columns, each with texts that are not its heading.
        titles: the other columns up to the title.
    """

    less: int
    lettered: bool
    others: Sequence[tuple[int, set[Value]]]
    titles: Sequence[int]


class Apart:
    """Tells rows that are no objects from those that are."""

    def __init__(self, region: Region, sheet: Sheet) -> None:
        self._region = region
        self._sheet = sheet
        names = region.names
        self._of_steps = "milestone.title" in names and "commitment.title" not in names
        at = [c.index for c in region.columns if c.target in ("commitment.title", "milestone.title")]
        self._titles = frozenset(at)
        self._last_title = max(at, default=0)
        self._ranks: set[int] = set()
        self._headings = {column.index: fold(column.heading) for column in region.columns}
        self._by_length = sorted(self._headings, key=self._length)  # short texts recur: they are folded already
        self._no_totals: set[str] = set()
        others: list[tuple[int, set[Value]]] = [(index, set()) for index in self._by_length]
        self._nothing = Known(0, False, others, range(self._last_title + 1))

    def _length(self, index: int) -> int:
        rows = self._region.data[:_LOOKED_AT]
        return sum(len(str(row[index])) for row in rows if index < len(row))

    def is_header(self, cells: Row) -> bool:
        """Tells whether two thirds of a row say its headings again."""
        foreign = len(cells) // 3
        for index in self._by_length:
            piece = cells.get(index)
            if piece is not None and fold(piece.text.strip()) != self._headings[index]:
                foreign -= 1
                if foreign < 0:
                    return False
        return foreign >= len(cells.keys() - self._headings.keys())

    def is_plain(self, values: Sequence[Value], known: Known | None = None) -> bool:
        """Tells whether a row is surely none of these, as most are; False where its cells must be looked at.

        Args:
            values: its cells.
            known: what is known of some of them.
        """
        less, lettered, others, titles = known or self._nothing
        wanted = (
            max(_NOTE_CELLS + 1, len(values) // 3 + 1) - less
        )  # more than a note has, of texts that are no headings
        if wanted > 0:
            for index, texts in others:
                if index < len(values) and (values[index] in texts or self._is_other(index, texts, values[index])):
                    wanted -= 1
                    if not wanted:
                        break
            else:
                return False
        return bool(self._is_title(values, titles, lettered=lettered))

    def knowing(self, values: Sequence[Value], names: Collection[int]) -> Known:
        """Gives what is known of rows that hold the same in some columns.

        Args:
            values: the cells of one of them.
            names: the columns.
        """
        others, titles = self._nothing.others, self._nothing.titles
        less = sum(
            index in names and index < len(values) and self._is_other(index, texts, values[index])
            for index, texts in others
        )
        lettered = self._is_title(values, [index for index in titles if index in names], lettered=False)
        return Known(
            -len(values) if lettered is None else less,
            bool(lettered),
            [(index, texts) for index, texts in others if index not in names],
            [index for index in titles if index not in names],
        )

    def _is_other(self, index: int, texts: set[Value], value: Value) -> bool:
        """Tells whether a cell is surely filled with something else than its heading."""
        if type(value) is not str or not value[:1].isalnum() or fold(value.strip()) == self._headings[index]:
            return False
        if len(texts) < _REMEMBERED:
            texts.add(value)
        return True

    def _is_title(self, values: Sequence[Value], columns: Iterable[int], *, lettered: bool) -> bool | None:
        """Tells whether cells are texts and numbers, and one begins with a letter; None where one may be a total."""
        for index in columns:
            if index >= len(values):
                break
            value = values[index]
            if type(value) is str:
                if value not in self._no_totals:
                    if begins("total", value) or begins("average", value):
                        return None
                    if len(self._no_totals) < _REMEMBERED:
                        self._no_totals.add(value)
                lettered = lettered or value[:1].isalpha()
            elif value is not None and type(value) is not int and type(value) is not float:
                return None
        return lettered

    def is_total(self, cells: Row) -> bool:
        """Tells whether a row holds totals or averages: a cell up to the title says so, and amounts follow."""
        for index, piece in cells.items():
            if index > self._last_title:
                break
            text = piece.text.strip()
            if not _LETTER.search(text):
                continue
            behind = [other.text for at, other in cells.items() if at > index]
            if len(text) <= _LONGEST_TOTAL and begins("average", text):
                return bool(behind) and not _numbered(cells, index) and all(map(_NUMERAL.fullmatch, behind))
            if len(text) <= _LONGEST_TOTAL and begins("total", text):
                return fold(text) in phrases("total") or all(any(map(str.isdigit, said)) for said in behind)
        first = next((piece.text.strip() for piece in cells.values() if _LETTER.search(piece.text)), "")
        return fold(first) in phrases("total")

    def is_note(self, row: int, cells: Row) -> bool:
        """Tells whether a row of one or two cells is a note or signature: by its words, or behind a gap at the end."""
        if len(cells) >= self._fullest or self._last_full is None:
            return False
        text = next(iter(cells.values())).text
        at_end = row > self._last_full
        if at_end and self._region.unit and fold(text) == fold(self._region.unit):
            return True
        if begins("note", text) or _STARRED.match(text):
            if fold(text) in phrases("note") or _MARKED.match(text) or _STARRED.match(text):
                return True
            return at_end
        if not at_end:
            return False
        return begins("signature", text) or self._behind_gap(row)

    def is_alone(self, row: int, cells: Row) -> bool:
        """Tells whether a row of one cell that names something stands below the last full row: it may be a note."""
        names = any(column.index in cells and column.target in _NAMES for column in self._region.columns)
        return len(cells) == 1 and names and self._last_full is not None and row > self._last_full

    def _behind_gap(self, row: int) -> bool:
        behind = range(self._region.first if self._last_full is None else self._last_full + 1, row)
        return not all(self._sheet.has(other, 1) for other in behind)

    @cached_property
    def _last_full(self) -> int | None:
        """Gives the last row of data that has more cells than a note."""
        rows = range(self._region.end - 1, self._region.first - 1, -1)
        return next((row for row in rows if self._sheet.has(row, self._fullest)), None)

    @cached_property
    def _fullest(self) -> int:
        """Gives how many cells make a row more than a note: three, or two in a table that has no more."""
        rows = range(self._region.first, self._region.end)
        return next((_NOTE_CELLS + 1 for row in rows if self._sheet.has(row, _NOTE_CELLS + 1)), 2)

    def section(self, row: int, index: int, piece: Piece) -> Section | None:
        """Tells what the only cell of a row is the title of, if it is one by its words or by its width."""
        wide = self._sheet.width_of(row, index) >= _WIDE
        rank = self._rank(piece.text)
        if rank == PROJECT and not (self._of_steps and self._names_project(piece.text, index, wide)):
            rank = None
        if rank is None:
            followed = self._last_full is not None and row < self._last_full
            return Section(0, False) if wide and followed and self._ranks <= {0} else None
        self._ranks.add(rank)
        return Section(rank, True)

    def _names_project(self, text: str, index: int, wide: bool) -> bool:
        said = split_number(text, "project_word").number or _MARKED.match(text)
        return bool(said) and (wide or index not in self._titles or not begins("activity_word", text))

    def _rank(self, text: str) -> int | None:
        """Gives the rank of the longest known word that a text begins with."""
        padded = f"{fold(text)} "
        found = [
            (len(phrase), rank) for kind, rank in _RANKS for phrase in phrases(kind) if padded.startswith(f"{phrase} ")
        ]
        if not found:
            return None
        longest = max(length for length, _ in found)
        ranks = [rank for length, rank in found if length == longest]
        return max(ranks)


def _numbered(cells: Row, index: int) -> bool:
    """Tells whether something stands before a cell of a row: the number of a project."""
    return any(at < index and any(map(str.isdigit, piece.text)) for at, piece in cells.items())
