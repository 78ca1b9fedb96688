"""What the rows of a table are: questions with their answers, records under a row of headings, or neither."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from opengov_local.formats.word.blocks import Cell, Table
from opengov_local.formats.word.calendar_rows import Calendar, calendar_of
from opengov_local.formats.word.captions import simpler
from opengov_local.formats.word.fitting import fits, is_record
from opengov_local.formats.word.labels import Labelled, Labels, Meaning
from opengov_local.formats.word.markers import read_marker
from opengov_local.formats.word.one_heading import heads_alone
from opengov_local.formats.word.pairs import answer_below, is_pairs
from opengov_local.formats.word.small_tables import targets_of
from opengov_local.formats.word.table_parts import Answer, Captions, Column, Loose, Part, Records
from opengov_local.formats.word.totals import total_of
from opengov_local.formats.word.turned import turned

_PAIRS = 2
"""Rows of a question and its answer that tell on which side questions stand."""
_NAMES = ("title", "number_title")
_INDICATOR = "Indicateur"
_NUMBERED = ("commitment", "milestone", "axis", "subaxis", "group")


class Reading:
    """Reads one table from top to bottom; one with several objects side by side, object by object."""

    def __init__(self, table: Table, labels: Labels) -> None:
        self._simpler = simpler(table, labels)
        self._labels = labels

    def parts(self) -> Iterator[Part]:
        """Gives the parts of the table, in order."""
        if self._simpler.captions:
            yield Captions(self._simpler.captions)
        for table in self._simpler.tables:
            yield from _Rows(table, self._labels).parts()


class _Rows:
    """Reads the rows of a table from top to bottom."""

    def __init__(self, table: Table, labels: Labels) -> None:
        self._table = table
        self._labels = labels
        self._covering = _covering(table)
        self._below_its_question: Cell | None = None

    def parts(self) -> Iterator[Part]:
        """Gives the parts of the table, in order."""
        row = 0
        while row < len(self._table.rows):
            calendar = calendar_of(self._covering, row) if self._is_question(row) else None
            if calendar is not None:
                yield from self._calendar(row, calendar)
                row += calendar.rows
                continue
            paired = self._is_pairs(row)
            small = self._small(row) if not paired else None
            if small is not None:
                yield small
                row = small.rows[-1][0]
                continue
            columns = turned(self._table, row, self._labels, self._asks)
            if columns is not None:
                yield _Rows(columns, self._labels).whole()
                row += columns.width
                continue
            heads = self._heads(row) if not paired else 0
            if heads:
                records = self._records(row, heads)
                yield records
                row = records.rows[-1][0]
                continue
            below = self._below(row)
            if below is not None:
                yield below
                row += 2
                continue
            yield from self._answers(row, paired=paired)
            row += 1

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
        return is_pairs(rows, row, self._asks, names=names)

    def _heads(self, row: int) -> int:
        """Tells how many rows of headings begin here; 0 where none do, or no record follows."""
        count, here = 0, self._table.rows[row]
        while count < 3 and row + count < len(self._table.rows) and self._is_heading(row + count, below=count > 0):
            if count and self._answers_heads(row + count, row):
                break
            count += 1
        last = row + count
        if not count or last >= len(self._table.rows) or self._ends_records(last, row):
            return 0
        below = self._table.rows[last]
        pairs = len(below) == 2 or all(sum(bool(cell.text) for cell in cells) == 2 for cells in (here, below))
        return 0 if pairs and self._labels.meanings(below[0].text) and not self._answers_heads(last, row) else count

    def _small(self, row: int) -> Records | None:
        """Reads a small table of funders or indicators that begins here, up to the next question."""
        cells = self._table.rows[row]
        targets = targets_of([cell.text for cell in cells]) if len(cells) > 1 else None
        if targets is None:
            return None
        last = row + 1
        while last < len(self._table.rows) and not self._ends_small(last, len(cells)):
            last += 1
        if last == row + 1:
            return None
        columns = tuple(Column(cell.column, cell.text, ()) for cell in cells if cell.text)
        small = {cell.column: target for cell, target in zip(cells, targets, strict=True) if target}
        rows = tuple((number + 1, self._covering[number]) for number in range(row + 1, last))
        return Records(tuple(cell for cell in cells if cell.text), columns, rows, small)

    def _ends_small(self, row: int, width: int) -> bool:
        """Tells whether a row below the headings of a small table is a question, or headings again."""
        cells = [cell for cell in self._covering[row].values() if cell.row == row + 1]
        there = len({id(cell) for cell in self._covering[row].values()})
        meanings = self._labels.meanings(cells[0].text) if cells and cells[0].text else ()
        asks = any(meaning.concept in ("commitment", "milestone") for meaning in meanings)
        again = targets_of([cell.text for cell in self._table.rows[row]]) is not None
        return again or (asks and (there < width or width == 2)) or there == 1

    def _is_heading(self, row: int, *, below: bool) -> bool:
        cells = [cell for cell in self._table.rows[row] if cell.text]
        known = [found for cell in cells if (found := self._labels.meanings(cell.text))]
        if below:
            return bool(cells) and len(known) == len(cells)
        if len(known) == 1 and heads_alone(self._table.rows, row, self._labels):
            return True
        if len(known) < 2 or 2 * len(known) <= len(self._table.rows[row]):
            return False
        carried_on = any(cell.height > 1 for cell in cells) and row + 1 < len(self._table.rows)
        if carried_on and not self._is_heading(row + 1, below=True):
            return False
        fields = [{(each.concept, each.field) for each in found} for found in known]
        return len(cells) == len(known) or not (len(known) == 2 and fields[0] & fields[1])

    def _records(self, row: int, heads: int) -> Records:
        first = row + heads
        last = first + 1
        while last < len(self._table.rows) and not self._ends_records(last, row):
            last += 1
        headings = tuple(cell for each in self._table.rows[row:first] for cell in each if cell.text)
        columns = tuple(self._columns(row, first))
        rows = tuple((number + 1, self._covering[number]) for number in range(first, last))
        return Records(headings, columns, rows)

    def _columns(self, row: int, first: int) -> Iterator[Column]:
        for number in range(1, self._table.width + 1):
            cells = [self._covering[each].get(number) for each in range(row, first)]
            texts = dict.fromkeys(cell.text for cell in cells if cell is not None and cell.text)
            if texts:
                nearest = list(texts)[-1]
                yield Column(number, nearest, self._labels.meanings(nearest))

    def _ends_records(self, row: int, heads: int) -> bool:
        """Tells whether a row below headings belongs to them no more: a question, or another row of headings."""
        cells = self._table.rows[row]
        if not cells or self._sums_up(row, heads) or self._answers_heads(row, heads):
            return False
        fewer = len(cells) < len(self._table.rows[heads])
        few = sum(1 for cell in cells if cell.text) <= _PAIRS
        asked = self._labels.meanings(cells[0].text) if cells[0].column == 1 else ()
        blank = few and " " in cells[0].text.strip()
        asks = asked and (fewer or blank or self._asks_twice(row))
        return bool(asks) or self._is_heading(row, below=False)

    def _answers_heads(self, row: int, heads: int) -> bool:
        """Tells whether a row with words of labels is a record: they make sense below the headings, one for each."""
        cells, above = self._table.rows[row], self._table.rows[heads]
        if [cell.column for cell in cells] != [cell.column for cell in above]:
            return False
        asked = [self._labels.meanings(cell.text) for cell in above]
        return is_record(asked, [(self._labels.meanings(cell.text), cell.text) for cell in cells])

    def _sums_up(self, row: int, heads: int) -> bool:
        """Tells whether a row holds the total of what several commitments cost, in words that also ask for a cost."""
        if total_of([cell for cell in self._table.rows[row] if cell.text]) is None:
            return False
        meant = [meaning for cell in self._table.rows[heads] for meaning in self._labels.meanings(cell.text)]
        return any(meaning.concept == "commitment" and meaning.field in _NAMES for meaning in meant)

    def _asks_twice(self, row: int) -> bool:
        """Tells whether a row is questions with their answers beside them: label, answer, label, answer."""
        cells = self._table.rows[row]
        if len(cells) < 4 or len(cells) % 2:
            return False
        asked = [bool(cell.text) and bool(self._labels.meanings(cell.text)) for cell in cells]
        return all(asked[::2]) and not any(asked[1::2])

    # --- questions and answers

    def _below(self, row: int) -> Answer | None:
        """Reads a question that has a row to itself, with its answer on the row below."""
        here = self._table.rows[row]
        if len(here) != 1 or row + 1 >= len(self._table.rows) or len(self._table.rows[row + 1]) != 1:
            return None
        label, answer = here[0], self._table.rows[row + 1][0]
        said = self._labels.read(label.text)
        if said is None or (said.value and said.by not in "?؟\n") or not answer.text:
            return None
        if self._labels.read(answer.text) and not self._answers_alone(row + 1):
            return None
        return Answer(label, said, (answer,))

    def _answers_alone(self, row: int) -> bool:
        """Tells whether words of a label answer the question above them: in a column where every second row asks."""
        rows = self._table.rows
        if len(rows) % 2 or any(len(cells) != 1 for cells in rows) or not row % 2:
            return False
        asked = [bool(self._labels.meanings(cells[0].text)) for cells in rows]
        return all(asked[::2]) and not all(asked[1::2])

    def _answers(self, row: int, *, paired: bool) -> Iterator[Answer | Loose]:
        cells = tuple(cell for cell in self._table.rows[row] if cell is not self._below_its_question)
        self._below_its_question = answer_below(self._table.rows, row, self._asks) if paired else None
        said = [self._labels.read(cell.text) if cell.text else None for cell in cells]
        first, last = (said[0], said[-1]) if cells else (None, None)
        if self._is_unknown(cells, said):
            yield Loose(cells[0], alone=False)
            yield Loose(cells[1], alone=False, question=cells[0].text)
        elif len(cells) in (3, 4) and first and last and not any(said[1:-1]) and _same(first, last):
            yield Answer(cells[0], first, _filled(cells[1:-1]))
            yield Answer(cells[-1], last, ())
        elif len(cells) > 1 and last and not last.value and not any(said[:-1]) and cells[0].text:
            yield Answer(cells[-1], last, _filled(cells[:-1]))
        elif len(cells) > 1 and (marker := read_marker(cells[0].text, _NUMBERED)) and not (first or marker.title):
            meaning = Meaning(marker.concept, "title", marker.language)
            yield Answer(cells[0], Labelled((meaning,), cells[0].text), _filled(cells[1:]), marker.number)
        else:
            yield from self._from_left(row, cells, said)

    def _is_unknown(self, cells: tuple[Cell, ...], said: list[Labelled | None]) -> bool:
        """Tells whether a row is a question that nobody knows with its answer, which may begin like a label."""
        if len(cells) != 2 or said[0] is not None or not (cells[0].text and cells[1].text):
            return False
        if read_marker(cells[0].text, _NUMBERED) is not None:
            return False
        return said[1] is None or self._asks_left or not self._asks_right

    @cached_property
    def _asks_right(self) -> bool:
        """Whether questions stand in the second of two cells in as many rows as nobody knows a question in."""
        pairs = [row for row in self._table.rows if len(row) == 2 and all(cell.text for cell in row)]
        asked = [[bool(self._labels.meanings(cell.text)) for cell in row] for row in pairs]
        return sum(right and not left for left, right in asked) >= sum(not any(each) for each in asked)

    @cached_property
    def _asks_left(self) -> bool:
        """Whether questions stand in the first of two cells, and answers in the second."""
        found = 0
        for cells in self._table.rows:
            if len(cells) == 2 and cells[0].text and cells[1].text:
                left, right = (bool(self._labels.meanings(cell.text)) for cell in cells)
                found += left - right
        return found >= _PAIRS

    def _from_left(self, row: int, cells: tuple[Cell, ...], said: list[Labelled | None]) -> Iterator[Answer | Loose]:
        """Reads questions with their answers to the right of them; in a row of two, the second is the answer."""
        label, found, answers = self._carried_on(row)
        beside, paired = _alone_beside(cells), len(cells) > _PAIRS and len(cells) % 2 == 0 and not _parts_of_one(said)
        for cell, labelled in zip(cells, said, strict=True):
            waits = label is not None and not answers and not (found and found.by in ":：" and found.value)
            ends_in = cell is cells[-1] and labelled is not None and bool(labelled.value)
            next_to = label is not None and paired and label.column + label.width == cell.column
            answers_it = waits and (cell is beside or ends_in or (next_to and _fits(found, labelled, cell)))
            if labelled is not None and not answers_it:
                if label is not None and found is not None:
                    yield Answer(label, found, tuple(answers), alone=len(cells) == 1)
                label, found, answers = cell, labelled, []
            elif not cell.text and not cell.tables:
                continue
            elif label is None:
                yield Loose(cell, alone=len(cells) == 1)
            else:
                answers.append(cell)
        if label is not None and found is not None:
            answers += [self._below_its_question] if self._below_its_question and not answers else []
            yield Answer(label, found, tuple(answers), alone=len(cells) == 1)

    def _carried_on(self, row: int) -> tuple[Cell | None, Labelled | None, list[Cell]]:
        """Gives the question further up that lies on this row too, being merged over several."""
        cell = self._covering[row].get(1)
        if cell is None or cell.row == row + 1 or not cell.text:
            return None, None, []
        return cell, self._labels.read(cell.text), []


def _alone_beside(cells: tuple[Cell, ...]) -> Cell | None:
    """Gives the second cell of a row where all behind it are blank: an answer, also in the words of a question."""
    return cells[1] if len(cells) > 1 and not any(cell.text or cell.tables for cell in cells[2:]) else None


def _parts_of_one(said: list[Labelled | None]) -> bool:
    """Tells whether a row names a field and its parts: "Supporting stakeholders | Government | CSOs | Others"."""
    fields = [[meaning.field for meaning in each.meanings] for each in said if each]
    wholes = tuple(f"{field}_" for field in fields[0]) if fields else ()
    return sum(any(field.startswith(wholes) for field in each) for each in fields[1:]) >= _PAIRS


def _fits(question: Labelled | None, words: Labelled | None, cell: Cell) -> bool:
    """Tells whether words that are a label elsewhere surely answer the question in front of them."""
    if question is None or words is None or question.value:
        return False
    return fits(question.meanings, words.meanings, cell.text) is True


def _filled(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(cell for cell in cells if cell.text or cell.tables)


def _same(one: Labelled, other: Labelled) -> bool:
    pairs = [{(each.concept, each.field) for each in said.meanings} for said in (one, other)]
    return bool(pairs[0] & pairs[1])


def _covering(table: Table) -> list[dict[int, Cell]]:
    """Gives for each row which cell lies on each column."""
    grid: list[dict[int, Cell]] = [{} for _ in table.rows]
    for cell in table.cells():
        for row in range(cell.row - 1, min(cell.row - 1 + cell.height, len(grid))):
            for column in range(cell.column, cell.column + cell.width):
                grid[row].setdefault(column, cell)
    return grid
