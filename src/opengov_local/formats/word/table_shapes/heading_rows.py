"""Rows of headings in a table: where they begin, and where the records below them end."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.table_shapes import form_rows
from opengov_local.formats.word.table_shapes.answers_in_records import asks_and_answers
from opengov_local.formats.word.table_shapes.form_rows import Places, answers_in_form
from opengov_local.formats.word.table_shapes.one_heading import heads_alone, heads_otherwise
from opengov_local.formats.word.table_shapes.other_tables import goes_on_with_questions
from opengov_local.formats.word.table_shapes.totals import total_of
from opengov_local.formats.word.texts.bounds import bounds_in
from opengov_local.formats.wording.labels.labels import Labels, Meaning
from opengov_local.formats.wording.words.fitting import THEMES, is_record
from opengov_local.formats.wording.words.same_words import is_ditto
from opengov_local.formats.wording.words.small_tables import targets_of
from opengov_local.importing.words.numerals import plain_digits

_WHO = frozenset({"leads", "supporting"})
"""What asks for bodies."""
_FEW = 2
"""Cells of a row that may be a question with its answer."""
_NAMES = ("title", "number_title")


class HeadingRows:
    """Tells which rows of a table are headings."""

    def __init__(self, table: Table, labels: Labels, asked: Collection[Places]) -> None:
        """Looks at no row yet.

        Args:
            table: the table.
            labels: knows labels.
            asked: where the cells of rows above, which are questions with answers, stand.
        """
        self._table = table
        self._labels = labels
        self._covering = table.covering
        self._asked = asked

    def heads(self, row: int) -> int:
        """Tells how many rows of headings begin here; 0 where none do, or no record follows."""
        count, here = 0, self._table.rows[row]
        if self._names_axis(here):
            return 0
        if answers_in_form(self._table.rows, self._covering, row, self._labels, self._asked):
            return 0
        while count < 3 and row + count < len(self._table.rows) and self.is_heading(row + count, below=count > 0):
            at = row + count
            if count and (self.answers_heads(at, row) or self.heads_small(at) or self._is_theme(at, row)):
                break
            count += 1
        if count > 1 and row + count == len(self._table.rows) and not self._bounds(row + count - 1):
            count -= 1  # words of labels answer, too: a follow-up committee leads
        last = row + count
        if not count or last >= len(self._table.rows):
            return 0
        if not self._closes(last, len(here)) and self.ends_records(last, row):
            return 0
        below = self._table.rows[last]
        pairs = len(below) == 2 or all(sum(bool(cell.text) for cell in cells) == 2 for cells in (here, below))
        return 0 if pairs and self._labels.meanings(below[0].text) and not self.answers_heads(last, row) else count

    def _closes(self, row: int, width: int) -> bool:
        """Tells whether a row is the last one, and labels all over below as many: it answers, in words of labels."""
        cells = self._table.rows[row]
        if row + 1 < len(self._table.rows) or len(cells) != width or width <= _FEW:
            return False
        return all(cell.text and self._labels.meanings(cell.text) for cell in cells)

    def _bounds(self, row: int) -> bool:
        """Tells whether a row names the beginning and the end of what the headings above it ask for."""
        return bool(bounds_in(self._covering[row - 1], self._covering[row], self._labels))

    def heads_small(self, row: int) -> bool:
        """Tells whether a small table begins here."""
        return targets_of([cell.text for cell in self._table.rows[row]]) is not None

    def _names_axis(self, cells: Sequence[Cell]) -> bool:
        """Tells whether a row is the axis with its name, in words that also ask: "Axe | Participation citoyenne"."""
        if len(cells) != _FEW or not all(cell.text for cell in cells):
            return False
        asks, named = (self._labels.meanings(cell.text) for cell in cells)
        asked = any((meaning.concept, meaning.field) == ("axis", "title") for meaning in asks)
        return asked and bool(named) and all(meaning.field in THEMES for meaning in named)

    def is_heading(self, row: int, *, below: bool) -> bool:
        """Tells whether a row is of headings; `below` another one it may also part what that asks for."""
        cells = [cell for cell in self._table.rows[row] if cell.text]
        known = [found for cell in cells if (found := self._labels.meanings(cell.text))]
        if sum(is_ditto(cell.text) for cell in cells) > 1:  # "id." is a label, too
            known = []
        if below:
            return self._bounds(row) or (bool(cells) and len(known) == len(cells))
        rows, labels = self._table.rows, self._labels
        carried_on = any(cell.height > 1 for cell in cells) and row + 1 < len(rows)
        groups = carried_on and self._heads_groups(row)
        if (len(known) == 1 and heads_alone(rows, row, labels)) or (
            known and (groups or heads_otherwise(rows, row, labels))
        ):
            return True
        if len(known) < 2 or 2 * len(known) <= len(self._table.rows[row]):
            return False
        if carried_on and not self.is_heading(row + 1, below=True):
            return False
        answers = len(cells) == 2 and self._is_below_pair(row) and _answers_who(known)
        if answers or (_asks_a_part(known) and len(cells) > len(known)):
            return False
        fields = [{(each.concept, each.field) for each in found} for found in known]
        return len(cells) == len(known) or not (len(known) == 2 and fields[0] & fields[1])

    def _heads_groups(self, row: int) -> bool:
        """Tells whether each heading of a row goes on below, or is over some that are known: "Projet | Exécution"."""
        cells, below = self._table.rows[row], self._table.rows[row + 1]
        over = sum(cell.width for cell in cells if cell.height == 1)
        alone = any(cell.height == 1 and cell.width < _FEW for cell in cells)
        return not alone and len(below) == over and self.is_heading(row + 1, below=True)

    def _is_below_pair(self, row: int) -> bool:
        """Tells whether a question with its answer beside it stands in the row above."""
        above = [cell.text for cell in self._table.rows[row - 1]] if row else []
        return len(above) == 2 and all(above) and [bool(self._labels.meanings(text)) for text in above] == [True, False]

    def ends_records(self, row: int, heads: int) -> bool:
        """Tells whether a row below headings belongs to them no more: a question, or another row of headings."""
        cells = self._table.rows[row]
        if not cells or self._sums_up(row, heads) or self.answers_heads(row, heads) or self._is_theme(row, heads):
            return False
        if goes_on_with_questions(self._table.rows, row, heads):
            return True
        if asks_and_answers(cells, self._table.rows[heads], self._labels):
            return True
        fewer = len(cells) < len(self._table.rows[heads])
        few = sum(1 for cell in cells if cell.text) <= _FEW
        asked = self._labels.meanings(cells[0].text) if cells[0].column == 1 else ()
        blank = few and " " in cells[0].text.strip()
        asks = asked and (fewer or blank or self._asks_twice(row))
        return bool(asks) or self.is_heading(row, below=False)

    def _is_theme(self, row: int, heads: int) -> bool:
        """Tells whether a row over all columns is the name of an axis in words that also ask: "I. Gouvernance"."""
        cells, below = self._table.rows[row], self._table.rows[row + 1 : row + 2]
        if len(cells) != 1 or cells[0].width < _FEW or not below or len(below[0]) != len(self._table.rows[heads]):
            return False
        return all(meaning.field in THEMES for meaning in self._labels.meanings(cells[0].text))

    def answers_heads(self, row: int, heads: int) -> bool:
        """Tells whether a row with words of labels is a record: they make sense below the headings, one for each."""
        cells, above = self._table.rows[row], self._table.rows[heads]
        if [cell.column for cell in cells] != [cell.column for cell in above]:
            return False
        asked = [self._labels.meanings(cell.text) for cell in above]
        if self._counts_on(row, heads):
            return True
        listed = form_rows.lists(self._table.rows, heads, row, self._labels)
        return listed or is_record(asked, [(self._labels.meanings(cell.text), cell.text) for cell in cells])

    def _counts_on(self, row: int, heads: int) -> bool:
        """Tells whether a row below a column of numbers has the next one: "3 | Site web | Moyens" asks nothing."""
        rows = self._table.rows
        said = [plain_digits(cells[0].text).strip(" .)-") if cells else "" for cells in (rows[row - 1], rows[row])]
        before, number = (int(text) if text.isdecimal() else 0 for text in said)
        asks = any(one.field == "number" for cell in rows[heads][:1] for one in self._labels.meanings(cell.text))
        return asks and number == before + 1 and (before > 0 or row == heads + 1)

    def _sums_up(self, row: int, heads: int) -> bool:
        """Tells whether a row holds the total or average of several commitments, in words that also ask for it."""
        titles = [
            cell.column
            for cell in self._table.rows[heads]
            if any(one.concept == "commitment" and one.field in _NAMES for one in self._labels.meanings(cell.text))
        ]
        cells = [cell for cell in self._table.rows[row] if cell.text]
        return bool(titles) and total_of(cells, titles) is not None

    def _asks_twice(self, row: int) -> bool:
        """Tells whether a row is questions with their answers beside them: label, answer, label, answer."""
        cells = self._table.rows[row]
        if len(cells) < 4 or len(cells) % 2:
            return False
        asked = [bool(cell.text) and bool(self._labels.meanings(cell.text)) for cell in cells]
        return all(asked[::2]) and not any(asked[1::2])


def _answers_who(known: Sequence[tuple[Meaning, ...]]) -> bool:
    """Tells whether the second of two labels answers who the first asks for: "Partenaires | Associations"."""
    fields = [{meaning.field for meaning in meanings} for meanings in known]
    if len(fields) != 2 or not fields[0] & _WHO:
        return False
    return bool(fields[0] & fields[1] & _WHO) or fields[1] <= {"collectivity"} or _asks_a_part(known)


def _asks_a_part(known: Sequence[tuple[Meaning, ...]]) -> bool:
    """Tells whether the second of two labels is a part of the first: "Autres acteurs impliqués | Acteurs étatiques"."""
    first, *others = ({meaning.field for meaning in meanings} for meanings in known)
    wholes = tuple(f"{field}_" for field in first)
    return len(others) == 1 and any(field.startswith(wholes) for field in others[0])
