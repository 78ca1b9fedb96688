"""Rows that are no objects of a table: its header again, totals, notes and signatures, and titles of sections."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple, cast

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.grid.pieces import Row, Sheet
from opengov_local.formats.tables.levels.bands import bands
from opengov_local.formats.tables.levels.note_rows import MARKED, Notes
from opengov_local.formats.tables.levels.others_below import tells_fate
from opengov_local.formats.tables.levels.total_rows import Totals
from opengov_local.formats.wording.headings.phrases import begins, may_be_start, may_begin, phrases
from opengov_local.formats.wording.words.numbering import split_number
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold
from opengov_local.importing.words.ordinals import ordinal_first

_LOOKED_AT = 20
"""Rows that tell how long the texts of a column are."""
_REMEMBERED = 1 << 12
"""Texts that are remembered as no heading, or as no total."""
_NOTE_CELLS = 2
_SUMMING = ("total", "average")
_BEGINNING = 4
"""Characters of a text that tell whether it may begin with a phrase."""
_TEXTS = frozenset({str, type(None)})
_TITLED = frozenset({str, int, float, type(None)})
_CODE = re.compile(r"[^\W\d_]{0,4}[-. °]{0,2}[0-9٠-٩]{1,4}(?:[.\-/][0-9٠-٩]{1,4})*[.)]?")
"""Numbers of projects: "1.2", "P3", "A-01"."""
_SHORTEST = 4
"""Letters that a title over projects has at least."""
_WIDE = 3
"""Columns from which a merged cell alone in its row is a title."""
_SENTENCE_ENDS = (".", "?", "؟", ";", "؛")
_RANKS = (("project_word", 3), ("third_axis_word", 2), ("second_axis_word", 1), ("axis_word", 0))
PROJECT = 3
"""Rank of a section that is a commitment; those below it are axes of the first, second and third level."""


class Section(NamedTuple):
    """What the only cell of a row is the title of.

    Attributes:
        rank: 0 to 2 for an axis of that level, 3 for a commitment.
        worded: whether a word says so, not the width of the cell or the rows around it alone.
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
    """Tells rows that are no objects from those that are.

    Attributes:
        totals: tells rows of totals.
        notes: tells notes and signatures.
    """

    def __init__(self, region: Region, sheet: Sheet) -> None:
        self._region = region
        self._sheet = sheet
        self.totals = Totals(region, sheet)
        self.notes = Notes(region, sheet)
        names = region.names
        self._of_steps = "milestone.title" in names and "commitment.title" not in names
        at = [c.index for c in region.columns if c.target in ("commitment.title", "milestone.title")]
        self._titles = frozenset(at)
        self._numbers = frozenset(c.index for c in region.columns if c.target == "commitment.number")
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

    def are_plain(self, first: int, end: int) -> bool:
        """Tells by their columns whether `is_plain` is true of all of some rows; else it must be asked of each.

        Args:
            first: the first of the rows.
            end: the row behind the last.
        """
        grid = self._region.grid
        width = max(map(len, grid.rows[first:end]))
        if not (self._all_titles or self._are_titles(first, min(end, len(grid.rows)), width)):
            return False
        wanted = max(_NOTE_CELLS + 1, width // 3 + 1)
        for index, texts in self._nothing.others:
            new = {*grid.column(index)[first:end]} - texts
            wanted -= self._are_others(index, new) or all(self._is_other(index, texts, value) for value in new)
            if not wanted:
                return True
        return False

    @cached_property
    def _all_titles(self) -> bool:
        """Whether that is true of all rows of the table, as of most tables."""
        grid, notes = self._region.grid, self.notes.signed_from
        return self._are_titles(self._region.first, min(self._region.end, notes, len(grid.rows)), grid.width)

    def _are_titles(self, first: int, end: int, width: int) -> bool:
        """Tells whether all cells up to the title are texts and numbers, none a total, and one in each row a word."""
        lettered = False
        for index in self._nothing.titles[:width]:
            if end > first and self._are_plain_words(index):
                lettered = True
                continue
            values = self._region.grid.column(index)[first:end]
            said = {*values}
            types = {*map(type, said)}
            if not types <= _TEXTS:  # numbers of several kinds can be equal
                types = {*map(type, values)}
            if not types <= _TITLED:
                return False
            texts = [value for value in said if type(value) is str]
            begun = {text[:_BEGINNING] for text in texts}
            doubtful = {text for text in begun if any(may_begin(kind, text) for kind in _SUMMING)}
            close = {text for text in texts if text[:_BEGINNING] in doubtful} if doubtful else set()
            if any(begins(kind, text) for text in close - self._no_totals for kind in _SUMMING):
                return False
            lettered = lettered or (types == {str} and all(text[:1].isalpha() for text in begun))
        return lettered

    def _are_plain_words(self, index: int) -> bool:
        """Tells quickly whether all cells of a column are texts that begin with a letter, and none is a total."""
        grid = self._region.grid
        if (key := ("plain words", index)) not in grid.counted:
            begun = grid.beginnings(index) if grid.kinds(index) == {str} else ("",)
            grid.counted[key] = all(
                text[:1].isalpha() and not any(may_be_start(kind, text) for kind in _SUMMING) for text in begun
            )
        return bool(grid.counted[key])

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

    def _are_others(self, index: int, values: set[Value]) -> bool:
        """Tells quickly of many values whether `_is_other` is true of all."""
        if {*map(type, values)} != {str}:
            return False
        texts = cast(set[str], values)
        return all(map(str.isalnum, {text[:1] for text in texts})) and self._headings[index] not in set(
            map(fold, map(str.strip, texts))
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

    def foreign(self, row: int, cells: Row, *, titled: bool = False) -> str:
        """Gives the code of what a row is that is none of the table's; "" where it is one.

        Args:
            row: the row.
            cells: its cells.
            titled: whether it may be the title of a section.
        """
        if self.totals.is_total(row, cells):
            return "import/total-row"
        if self.notes.is_note(row, cells) or (len(cells) == 1 and self._says_sentence(row, *next(iter(cells.items())))):
            return "import/note-row"
        return "import/below-table" if not titled and self.notes.names_nothing(row, cells) else ""

    def section(self, row: int, index: int, piece: Piece) -> Section | None:
        """Tells what the only cell of a row is the title of, if it is one by its words or by its width."""
        alone = row in self._bands and _is_worded(piece.text)
        wide = self._sheet.width_of(row, index) >= _WIDE or alone or self._is_over_projects(index, piece.text)
        rank = self._rank(piece.text)
        if rank == PROJECT and not (self._of_steps and self._names_project(piece.text, index, wide)):
            rank = None
        if rank is None and (tells_fate(piece.text) or self._says_sentence(row, index, piece)):
            return None
        if rank is None:
            followed = self.notes.last_full is not None and row < self.notes.last_full
            return Section(0, False) if wide and followed and self._ranks <= {0} else None
        self._ranks.add(rank)
        return Section(rank, True)

    def _says_sentence(self, row: int, index: int, piece: Piece) -> bool:
        """Tells whether a cell merged over others is a sentence, where the first row of the table is none."""
        first = next((str(value) for cells in self._region.data for value in cells if not is_blank(value)), "")
        ends = [text.rstrip().endswith(_SENTENCE_ENDS) for text in (piece.text, first)]
        return ends == [True, False] and self._sheet.width_of(row, index) >= _WIDE

    def is_alone(self, row: int, cells: Row) -> bool:
        """Tells whether a row of a title alone may be a remark: below the last full row, or among numbered projects."""
        steps = "milestone.title" in self._region.names  # they stand alone in their rows
        among = len(cells) == 1 and not steps and self._titles.issuperset(cells) and self._are_numbered
        return among or self.notes.is_alone(row, cells)

    @cached_property
    def _bands(self) -> frozenset[int]:
        return bands(self._region)

    def _is_over_projects(self, index: int, text: str) -> bool:
        """Tells whether the only cell of a row is words among the numbers of projects, or has none before it.

        It does in CSV files, and where nobody merged the cells; one must stand over the first projects.
        """
        if not self._are_numbered or not _is_worded(text):
            return False
        rows = [[value for value in cells if not is_blank(value)] for cells in self._region.data]
        first = next(filter(None, rows), [])
        return len(first) == 1 and _is_worded(str(first[0])) and (index in self._numbers or index in self._titles)

    @cached_property
    def _are_numbered(self) -> bool:
        """Whether all projects of a table, rows of three cells or more, have a number in its only column of numbers."""
        said = [cells for cells in self._region.data if sum(not is_blank(value) for value in cells) > _NOTE_CELLS]
        numbers = [str(cells[at]).strip() for cells in said for at in self._numbers if at < len(cells)]
        return bool(said) and len(self._numbers) == 1 and all(map(_CODE.fullmatch, numbers)) and not self._of_steps

    def _names_project(self, text: str, index: int, wide: bool) -> bool:
        said = split_number(text, "project_word").number or MARKED.match(text)
        return bool(said) and (wide or index not in self._titles or not begins("activity_word", text))

    def _rank(self, text: str) -> int | None:
        """Gives the rank of the longest known word that a text begins with, behind an ordinal too: "Premier axe"."""
        padded = f"{fold(ordinal_first(text)[1])} "
        found = [
            (len(phrase), rank) for kind, rank in _RANKS for phrase in phrases(kind) if padded.startswith(f"{phrase} ")
        ]
        if not found:
            return None
        longest = max(length for length, _ in found)
        ranks = [rank for length, rank in found if length == longest]
        return max(ranks)


def _is_worded(text: str) -> bool:
    return _CODE.fullmatch(text.strip()) is None and sum(map(str.isalpha, text)) >= _SHORTEST


def say_section(draft: Draft, found: Section, piece: Piece, axis: Node | None) -> None:
    """Says what the only cell of a row was taken for the title of."""
    draft.explain("layout/section", piece, text=piece.text)
    if not found.worded:
        draft.say("import/assumed", piece, severity="info", node=axis, field="title", value=piece.text.strip())


def say_foreign(draft: Draft, code: str, cells: Row) -> None:
    """Says what a row is that is none of the table's."""
    first = next(iter(cells.values()))
    if all(isinstance(piece.value, bool) for piece in cells.values()):
        return  # boxes that nobody ticked, in rows that nobody filled in: a note for their column tells of them
    if code == "import/total-row":
        draft.say(code, first, severity="info")
        return
    text = " ".join(piece.text.strip() for piece in cells.values())
    draft.say(code, first, severity="info" if code == "import/note-row" else "warning", text=text)
