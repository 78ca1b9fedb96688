"""What the rows of a table are: questions with their answers, records under a row of headings, or neither."""

from __future__ import annotations

from collections.abc import Iterator

from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.table_shapes.answer_rows import AnswerRows, names_by_number
from opengov_local.formats.word.table_shapes.calendar_rows import Calendar, calendar_of
from opengov_local.formats.word.table_shapes.captions import simpler
from opengov_local.formats.word.table_shapes.cards_in_cells import cards_in_cells
from opengov_local.formats.word.table_shapes.form_rows import (
    Places,
    asks_in_pairs,
    lies_as_pairs,
    places,
)
from opengov_local.formats.word.table_shapes.heading_rows import HeadingRows
from opengov_local.formats.word.table_shapes.label_over_rows import over_rows
from opengov_local.formats.word.table_shapes.numbers_of_titles import with_all_numbers
from opengov_local.formats.word.table_shapes.other_lists import heads_columns, heads_list, heads_one_column
from opengov_local.formats.word.table_shapes.other_tables import end_of_records
from opengov_local.formats.word.table_shapes.pairs import is_pairs
from opengov_local.formats.word.table_shapes.small_beside import small_beside
from opengov_local.formats.word.table_shapes.table_parts import (
    Answer,
    Captions,
    Column,
    Loose,
    Part,
    Records,
    told_records,
)
from opengov_local.formats.word.table_shapes.turned import turned
from opengov_local.formats.word.table_shapes.twofold import twofold
from opengov_local.formats.word.table_shapes.twofold_cells import told_in_cells
from opengov_local.formats.word.texts.bounds import bounds_in
from opengov_local.formats.wording.labels.labels import Labelled, Labels
from opengov_local.formats.wording.words.small_tables import targets_of
from opengov_local.importing.words import read_amount

_FEW = 2
"""Cells of a row that may be a question with its answer."""
_NAMES = ("title", "number_title")
_NEVER_SUMS = frozenset({"title", "leads", "supporting", "collectivities"})
"""What no sum of money answers."""
_AMOUNT = "budget.amount"
_INDICATOR = "Indicateur"


def parts_of(table: Table, labels: Labels) -> tuple[Part, ...]:
    """Gives the parts of a table, in order: many ask, and each table is read once."""
    if labels.parts.get(id(table), (None,))[0] is not table:
        labels.parts[id(table)] = (table, tuple(_parts(table, labels)))
    return labels.parts[id(table)][1]  # type: ignore[no-any-return]


def _parts(table: Table, labels: Labels) -> Iterator[Part]:
    """Reads one table from top to bottom; one with several objects side by side, object by object."""
    if table.told:
        yield told_records(table)
        return
    side_by_side = twofold(table, labels) or told_in_cells(table, labels) or cards_in_cells(table, labels)
    if side_by_side is not None:
        yield from side_by_side
        return
    simple = simpler(table, labels)
    if simple.captions:
        yield Captions(simple.captions)
    for each in simple.tables:
        yield from with_all_numbers(_Rows(each, labels).parts())


class _Rows:
    """Reads the rows of a table from top to bottom."""

    def __init__(self, table: Table, labels: Labels) -> None:
        self._table = table
        self._labels = labels
        self._covering = table.covering
        self._answers = AnswerRows(table, labels, self._asks)
        self._other_at = -1
        self._asked: set[Places] = set()
        self._headings = HeadingRows(table, labels, self._asked)

    def parts(self) -> Iterator[Part]:
        """Gives the parts of the table, in order."""
        row = 0
        while row < len(self._table.rows):
            if row == self._other_at:
                other = self._other(row)
                yield from other
                row += sum(len(part.rows) + 1 if isinstance(part, Records) else 1 for part in other)
                continue
            calendar = calendar_of(self._covering, row) if self._is_question(row) else None
            if calendar is not None:
                yield from self._calendar(row, calendar)
                row += calendar.rows
                continue
            paired = self._is_pairs(row)
            listed, last = self._listed(row, paired=paired)
            if listed:
                yield from listed
                row = last
                continue
            columns = turned(self._table, row, self._labels, self._asks)
            if columns is not None:
                yield _Rows(columns, self._labels).whole()
                row += columns.width
                continue
            heads = self._headings.heads(row) if not paired else 0
            if heads:
                records = self._records(row, heads)
                yield records
                row = records.rows[-1][0]
                continue
            below = self._answers.below(row)
            if below is not None:
                yield below
                row += 2
                continue
            yield from self._answers.beside(row, paired=paired or self._lies_in_pairs(row))
            if all(cell.text for cell in self._table.rows[row]):
                self._asked.add(places(self._table.rows[row]))
            row += 1

    def _listed(self, row: int, *, paired: bool) -> tuple[list[Part], int]:
        """Gives a small table, the rows of a label or a list of something else that begin here; and the row below."""
        small = small_beside(self._table, row, self._labels) or (self._small(row) if not paired else None)
        if small is not None:
            return [small], small.rows[-1][0]
        height, over = over_rows(self._table, row, self._labels) if not paired else (0, [])
        if over:
            return over, row + height
        if not paired and self._heads_others(row):
            return [self._others(row)], self._end_of_list(row)
        return [], row

    # --- records

    def whole(self) -> Records:
        """Gives the whole table as records below its first row."""
        head = self._table.rows[0]
        targets = targets_of([cell.text for cell in head])
        small = {cell.column: each for cell, each in zip(head, targets or (), strict=False) if each}
        rows = tuple((number + 1, self._covering[number]) for number in range(1, len(self._table.rows)))
        return Records(head, tuple(self._columns(0, 1)), rows, small)

    def _is_question(self, row: int) -> bool:
        """Tells whether a row of several cells begins with a question, and not with the name of an object."""
        cells = self._table.rows[row]
        meanings = self._labels.meanings(cells[0].text) if len(cells) > 2 and cells[0].column == 1 else ()
        return bool(meanings) and not any(meaning.field in _NAMES for meaning in meanings)

    def _calendar(self, row: int, calendar: Calendar) -> Iterator[Part]:
        label = self._table.rows[row][0]
        yield Captions(calendar.others)
        yield Answer(label, Labelled(self._labels.meanings(label.text), label.text), (calendar.answer,))

    def _asks(self, cell: Cell) -> bool:
        return bool(cell.text) and bool(self._labels.meanings(cell.text) or targets_of([_INDICATOR, cell.text]))

    def _is_pairs(self, row: int) -> bool:
        rows = self._table.rows
        meanings = self._labels.meanings(rows[row][0].text) if rows[row] and rows[row][0].text else ()
        names = any(meaning.field in _NAMES for meaning in meanings)
        is_record = row + 1 < len(rows) and self._headings.answers_heads(row + 1, row)
        return is_pairs(rows, row, self._asks_or_counts, names=names) or asks_in_pairs(
            rows, row, self._labels, self._asks_or_counts, self._asked, is_record=is_record
        )

    def _lies_in_pairs(self, row: int) -> bool:
        """Tells whether a row lies as one of pairs."""
        cells = self._table.rows[row]
        if len(cells) <= _FEW or len(cells) % 2:
            return False
        return places(cells) in self._asked or lies_as_pairs(self._table.rows, row, self._asks)

    def _asks_or_counts(self, cell: Cell) -> bool:
        return self._asks(cell) or names_by_number(cell)

    def _small(self, row: int) -> Records | None:
        """Reads a small table of funders or indicators that begins here, up to the next question."""
        cells = self._table.rows[row]
        targets = targets_of([cell.text for cell in cells]) if len(cells) > 1 else None
        if targets is None:
            return None
        last = row + 1
        paid = next((cell.column for cell, each in zip(cells, targets, strict=True) if each == _AMOUNT), 0)
        while last < len(self._table.rows) and not self._ends_small(last, len(cells), paid):
            last += 1
        if last == row + 1:
            return None
        columns = tuple(Column(cell.column, cell.text, ()) for cell in cells if cell.text)
        small = {cell.column: target for cell, target in zip(cells, targets, strict=True) if target}
        rows = tuple((number + 1, self._covering[number]) for number in range(row + 1, last))
        return Records(tuple(cell for cell in cells if cell.text), columns, rows, small)

    def _ends_small(self, row: int, width: int, paid: int = 0) -> bool:
        """Tells whether a row below the headings of a small table is a question, or headings again.

        None is one that is called as projects or bodies are, with a sum below amounts: "Initiative | 9 000".
        """
        cells = [cell for cell in self._covering[row].values() if cell.row == row + 1]
        there = len({id(cell) for cell in self._covering[row].values()})
        meanings = self._labels.meanings(cells[0].text) if cells and cells[0].text else ()
        asks = any(meaning.concept in ("commitment", "milestone") for meaning in meanings)
        if asks and paid and {meaning.field for meaning in meanings} <= _NEVER_SUMS:
            asks = (sum_ := self._covering[row].get(paid)) is None or read_amount(sum_.text).value is None
        return self._headings.heads_small(row) or (asks and (there < width or width == 2)) or there == 1

    def _records(self, row: int, heads: int) -> Records:
        first = row + heads
        last = first + 1
        while last < len(self._table.rows) and not self._headings.ends_records(last, row):
            last += 1
        headings = tuple(cell for each in self._table.rows[row:first] for cell in each if cell.text)
        lowest = [cell for cell in self._table.rows[first - 1] if cell.text]
        ends = first + end_of_records(self._covering[first:last], lowest, self._labels)
        self._other_at, last = (ends, ends) if ends < last else (-1, last)
        columns = tuple(self._columns(row, first))
        rows = tuple((number + 1, self._covering[number]) for number in range(first, last))
        return Records(headings, columns, rows)

    def _heads_others(self, row: int) -> bool:
        """Tells whether a row heads a list of something else than projects and steps."""
        at = self._table.rows, row, self._labels, self._asked
        return (
            heads_list(*at)
            or heads_one_column(self._table.rows, row, self._labels)
            or (
                heads_columns(*at)
                and turned(self._table, row, self._labels, self._asks) is None
                and not self._headings.heads(row)
            )
        )

    def _end_of_list(self, row: int) -> int:
        """Gives the row below a list of something else: the first that does not lie as its headings do."""
        rows, lies = self._table.rows, places(self._table.rows[row])
        return next((at for at in range(row + 1, len(rows)) if places(rows[at]) != lies), len(rows))

    def _others(self, row: int) -> Records:
        """Gives a list of something else, which begins here."""
        rows = tuple((at + 1, self._covering[at]) for at in range(row + 1, self._end_of_list(row)))
        return Records(tuple(self._table.rows[row]), tuple(self._columns(row, row + 1)), rows, others=True)

    def _other(self, row: int) -> list[Part]:
        """Gives a table of which nothing is known, which begins among records: its band, then records of their own."""
        cells = [cell for cell in self._table.rows[row] if cell.text]
        head = row + (len(cells) == 1)
        if len(cells) == 1 and (head == len(self._table.rows) or self._headings.is_heading(head, below=False)):
            return [Loose(cells[0], alone=True)]
        band = [Loose(cell, alone=True) for cell in cells] if head > row else []
        heads = [cell for cell in self._table.rows[head] if cell.text]
        last = head + 1
        while last < len(self._table.rows) and not self._ends_small(last, len(heads)):
            last += 1
        columns = tuple(Column(cell.column, cell.text, ()) for cell in heads)
        rows = tuple((number + 1, self._covering[number]) for number in range(head + 1, last))
        return [*band, Records(tuple(heads), columns, rows)]

    def _columns(self, row: int, first: int) -> Iterator[Column]:
        bounds = bounds_in(self._covering[row], self._covering[first - 1], self._labels)
        for number in range(1, self._table.width + 1):
            cells = [self._covering[each].get(number) for each in range(row, first)]
            texts = dict.fromkeys(cell.text for cell in cells if cell is not None and cell.text)
            if texts:
                nearest = list(texts)[-1]
                yield Column(number, nearest, bounds.get(number) or self._labels.meanings(nearest))
