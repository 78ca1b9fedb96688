"""Questions with their answers in the rows of a table: beside them, below them, or carried on from further up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from opengov_local.formats.own_groups import GROUP_OF_SECTOR
from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.table_shapes.pairs import Asks, answer_below
from opengov_local.formats.word.table_shapes.table_parts import Answer, Loose
from opengov_local.formats.word.table_shapes.twofold import tongues_of
from opengov_local.formats.word.texts.headings import marker_of
from opengov_local.formats.wording.labels.labels import Labelled, Labels, Meaning
from opengov_local.formats.wording.words.fitting import fits, names_body
from opengov_local.importing.words import CodesReading, read_codes

_PAIRS = 2
"""Rows of a question and its answer that tell on which side questions stand."""
_NUMBERED = ("commitment", "milestone", "axis", "subaxis", "group")


class AnswerRows:
    """Reads the questions and answers of one table, row by row from the top."""

    def __init__(self, table: Table, labels: Labels, asks: Asks) -> None:
        """Takes a table.

        Args:
            table: the table.
            labels: the labels of the file.
            asks: tells whether the whole of a cell is a question.
        """
        self._table = table
        self._labels = labels
        self._asks = asks
        self._covering = table.covering
        self._below_its_question: Cell | None = None

    def below(self, row: int) -> Answer | None:
        """Reads a question that has a row to itself, with its answer on the row below."""
        here = self._table.rows[row]
        if len(here) != 1 or row + 1 >= len(self._table.rows) or len(self._table.rows[row + 1]) != 1:
            return None
        label, answer = here[0], self._table.rows[row + 1][0]
        said = self._labels.read(label.text)
        if said is None or (said.value and said.by not in "?؟\n") or not answer.text or label.tables:
            return None
        if all(meaning.field == "form" for meaning in said.meanings):
            return None  # the name of a form asks nothing
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

    def beside(self, row: int, *, paired: bool) -> Iterator[Answer | Loose]:
        """Reads the questions of a row with their answers, and the cells that are neither.

        Args:
            row: number of the row, from 0.
            paired: whether it is questions with their answers beside them.
        """
        cells = tuple(cell for cell in self._table.rows[row] if cell is not self._below_its_question)
        self._below_its_question = answer_below(self._table.rows, row, self._asks) if paired else None
        said = [self._labels.read(cell.text) if cell.text else None for cell in cells]
        first, last = (said[0], said[-1]) if cells else (None, None)
        if paired and _asks_unknown(cells, said):
            yield from _pair_by_pair(cells, said)
        elif self._is_unknown(cells, said) and (field := self._asks_sectors(cells[0])):
            yield Answer(cells[0], Labelled((Meaning("commitment", field),), cells[0].text), (cells[1],))
        elif self._is_unknown(cells, said):
            yield Loose(cells[0], alone=False)
            yield Loose(cells[1], alone=False, question=cells[0].text)
        elif len(cells) in (3, 4) and first and last and not any(said[1:-1]) and _same(first, last):
            values = _filled(cells[1:-1])
            yield Answer(cells[0], first, values, twofold=len(values) > 1)
            yield Answer(cells[-1], last, ())
        elif len(cells) == _PAIRS and last and not self._asks_right and (numbered := self._numbered(cells, first)):
            yield numbered
        elif self._heads_unknown(row, said):
            yield from (Loose(cell, alone=False) for cell in cells if cell.text or cell.tables)
        elif len(cells) > 1 and last and not last.value and cells[0].text and self._answer_in_front(said):
            yield Answer(cells[-1], last, _filled(cells[:-1]))
        elif len(cells) > 1 and (
            numbered := self._numbered(cells[:_PAIRS] if (goes_on := _goes_on(said)) else cells, first)
        ):
            yield numbered
            yield from self._from_left(row, cells[_PAIRS:], said[_PAIRS:], paired=paired) if goes_on else ()
            named = {id(cell) for cell in (numbered.label, *numbered.cells)}
            yield from (Loose(cell, alone=False) for cell in _filled(cells) if not goes_on and id(cell) not in named)
        else:
            yield from self._from_left(row, cells, said, paired=paired)

    @staticmethod
    def _numbered(cells: tuple[Cell, ...], first: Labelled | None) -> Answer | None:
        """Reads what stands beside the number of an object: "Engagement n° 1" beside its title, whatever its words."""
        marker = marker_of(cells[0], _NUMBERED)
        if marker is None or marker.title or first:
            return None
        meaning, there = Meaning(marker.concept, "title", marker.language), _filled(cells[1:])
        title = there if tongues_of(there) else there[:1]  # what stands behind it is none of it
        return Answer(cells[0], Labelled((meaning,), cells[0].text), title, marker.number)

    def _is_unknown(self, cells: tuple[Cell, ...], said: list[Labelled | None]) -> bool:
        """Tells whether a row is a question that nobody knows with its answer, which may begin like a label."""
        if len(cells) != 2 or said[0] is not None or not (cells[0].text and cells[1].text):
            return False
        if marker_of(cells[0], _NUMBERED) is not None:
            return False
        return said[1] is None or self._asks_left or not self._asks_right

    def _asks_sectors(self, cell: Cell) -> str:
        """Gives what sectors ask for, "Société civile, secteur privé", in a table of others who take part; else ""."""
        reading = read_codes(cell.text, "organization_sector") if self._asks_others else CodesReading()
        if not reading.codes or not all(_of_others(self._labels.meanings(part)) for part in reading.rest):
            return ""
        groups = {GROUP_OF_SECTOR.get(code, "") for code in reading.codes} if not reading.rest else {""}
        return "_".join(filter(None, ("supporting", *(groups if len(groups) == 1 else ()))))

    @cached_property
    def _asks_others(self) -> bool:
        """Whether another question of the table asks who else takes part: "Autres acteurs impliqués"."""
        return any(_of_others(self._labels.meanings(row[0].text)) for row in self._table.rows if row and row[0].text)

    def _heads_unknown(self, row: int, said: list[Labelled | None]) -> bool:
        """Tells whether three cells or more, of which but the last is a label, head columns that nobody knows.

        A row of as many cells without any label stands below them.
        """
        here, below = self._table.rows[row], self._table.rows[row + 1] if row + 1 < len(self._table.rows) else ()
        if len(said) <= _PAIRS or len(below) != len(here) or said[-1] is None or any(said[:-1]):
            return False
        return all(cell.text for cell in here) and not any(self._labels.meanings(cell.text) for cell in below)

    def _answer_in_front(self, said: list[Labelled | None]) -> bool:
        """Tells whether the cells in front of a question ask for nothing, or name a body where questions are right."""
        first, *others = said[:-1]
        names = first is not None and not others and names_body(first.meanings)
        return not any(others) and (first is None or (names and self._asks_right))

    @cached_property
    def _asks_right(self) -> bool:
        """Whether questions stand in the second of two cells, in more rows than in the first or than in none.

        Words that name a body may answer any question, and tell nothing of the side.
        """
        left, right, unknown = self._sides
        return right > left and right >= unknown

    @cached_property
    def _asks_left(self) -> bool:
        """Whether questions stand in the first of two cells, and answers in the second."""
        left, right, _ = self._sides
        return left - right >= _PAIRS

    @cached_property
    def _sides(self) -> tuple[int, int, int]:
        """Counts the rows of two cells with a question in the first alone, in the second alone, and in none."""
        pairs = [row for row in self._table.rows if len(row) == _PAIRS and all(cell.text for cell in row)]
        asked = [[self._labels.meanings(cell.text) for cell in row] for row in pairs]
        surely = [(bool(one), bool(other) and (bool(one) or not names_body(other))) for one, other in asked]
        return surely.count((True, False)), surely.count((False, True)), surely.count((False, False))

    def _from_left(
        self, row: int, cells: tuple[Cell, ...], said: list[Labelled | None], *, paired: bool
    ) -> Iterator[Answer | Loose]:
        """Reads questions with their answers to the right of them; in a row of two, the second is the answer."""
        label, found, answers = self._carried_on(row)
        beside, even = _alone_beside(cells), len(cells) > _PAIRS and len(cells) % 2 == 0
        may_pair, surely_paired = even and not _parts_of_one(said), even and paired
        for cell, labelled in zip(cells, said, strict=True):
            waits = label is not None and not answers and not (found and found.by in ":：" and found.value)
            ends_in = cell is cells[-1] and labelled is not None and bool(labelled.value)
            ends = len(cells) > _PAIRS and len(cells) % 2 and cell is cells[-1]  # whole, part of it, answer
            next_to = label is not None and (may_pair or ends) and label.column + label.width == cell.column
            fits_it = next_to and (surely_paired or _fits(found, labelled, cell))
            answers_it = waits and (cell is beside or ends_in or fits_it)
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


def _of_others(meanings: Iterable[Meaning]) -> bool:
    """Tells whether words ask who else takes part, and for nothing else of commitments."""
    fields = {each.field for each in meanings if each.concept == "commitment"}
    return bool(fields) and all(field.startswith("supporting") for field in fields)


def names_by_number(cell: Cell) -> bool:
    """Tells whether a cell is the word for an object and its number, which its title stands beside: "Engagement 1"."""
    marker = marker_of(cell, _NUMBERED)
    return marker is not None and bool(marker.number) and not marker.title


def _goes_on(said: Sequence[Labelled | None]) -> bool:
    """Tells whether a row of pairs goes on behind its first question and answer: "Engagement 1 | X | Pilote | DSI"."""
    return len(said) > _PAIRS and len(said) % 2 == 0 and all(said[_PAIRS::2])


def _asks_unknown(cells: Sequence[Cell], said: Sequence[Labelled | None]) -> bool:
    """Tells whether a row of pairs holds a question that nobody knows, with its answer, and one that is known."""
    if len(cells) <= _PAIRS or len(cells) % 2 or not all(cell.text for cell in cells[::2]) or not any(said[::2]):
        return False
    if names_by_number(cells[0]):
        return False
    return any(asks is None and cell.text for asks, cell in zip(said[::2], cells[1::2], strict=True))


def _pair_by_pair(cells: Sequence[Cell], said: Sequence[Labelled | None]) -> Iterator[Answer | Loose]:
    for label, answer, found in zip(cells[::2], cells[1::2], said[::2], strict=True):
        if found is not None:
            yield Answer(label, found, _filled((answer,)))
            continue
        yield Loose(label, alone=False)
        yield Loose(answer, alone=False, question=label.text)


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
