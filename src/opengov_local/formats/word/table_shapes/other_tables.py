"""Where records end in a table that goes on with something else: risks, signatures, rows that fit no column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.word.texts.headings import marker_of
from opengov_local.formats.wording.labels.labels import Labels, Meaning
from opengov_local.formats.wording.words.plan_words import begins_with
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import fold, read_status

_WHEN: Final = frozenset({"start", "end", "period", "due", "done_or_due"})
_READ: Final = _WHEN | {"status"}
"""What is asked in columns whose cells can be told from other words."""
_FEWEST: Final = 2
"""Rows that fit no column and are no accident: headings and what stands below them."""
_PAIR: Final = 2
"""Cells of a question with its answer."""
_NAMING: Final = ("axis", "subaxis", "commitment", "milestone")


def end_of_records(rows: Sequence[Mapping[int, Cell]], heads: Sequence[Cell], labels: Labels) -> int:
    """Gives how many rows below headings are records: as many as there are, unless another table begins among them.

    One begins at a band or row with words for such tables, unless its cells are what the columns ask; at a row of
    which every cell lies below several headings; and at a row in bold where no cell from there on can be read as its
    column asks, though cells above could.

    Args:
        rows: the cells that lie on each column, for each row below the headings.
        heads: the cells of the headings.
        labels: knows what the headings ask.
    """
    asked = {cell.column: field for cell in heads if (field := _field(labels.meanings(cell.text)))}
    whose = [cell.column for cell in heads if any(each.field == "leads" for each in labels.meanings(cell.text))]
    for at, row in enumerate(rows):
        there = list({id(cell): cell for cell in row.values() if cell.text}.values())
        says_other = _says_other(there, heads) and not _answers(row, rows[:at], asked, whose)
        if at and there and (says_other or _fits_no_heading(there, heads)):
            return at
        if at and _is_other(rows[at:], rows[:at], asked):
            return at
    return len(rows)


def goes_on_with_questions(rows: Sequence[Sequence[Cell]], row: int, heads: int) -> bool:
    """Tells whether a form goes on below records that it holds: a question nobody knows, with one answer beside it.

    Its cells lie as those of a question above the records do, the second below several headings; or its first has words
    for what forms ask and activities are not called, and all but one of the others are blank.

    Args:
        rows: the cells that begin on each row of the table.
        row: the row.
        heads: the row of the headings.
    """
    there = [cell for cell in rows[row] if cell.text]
    if len(there) != _PAIR or there[0].column != 1 or there[0].height > 1 or len(rows[heads]) <= _PAIR:
        return False
    if begins_with(there[0].text.rstrip(" :："), "other_question", whole=True):
        return True
    places = [(cell.column, cell.width) for cell in rows[row]]
    above = any([(cell.column, cell.width) for cell in each] == places for each in rows[:heads])
    return above and len(places) == _PAIR and there[1].width > 1


def _field(meanings: Sequence[Meaning]) -> str:
    """Gives what a heading asks whose cells can be told from other words; "" for other headings."""
    fields = {meaning.field for meaning in meanings if meaning.concept == "milestone"}
    return next(iter(fields), "") if len(fields) == 1 and fields <= _READ else ""


def _says_other(there: Sequence[Cell], heads: Sequence[Cell]) -> bool:
    """Tells whether a band, or the first of several cells, has words for another table."""
    if len(there) == 1:
        wide = there[0].width > 1 and there[0].width >= len(heads)
        return wide and begins_with(there[0].text, "other_table")
    return bool(there) and len(there) == len(heads) and begins_with(there[0].text, "other_table", whole=True)


def _answers(
    row: Mapping[int, Cell], above: Sequence[Mapping[int, Cell]], asked: Mapping[int, str], whose: Sequence[int]
) -> bool:
    """Tells whether the cells of a row are of the kinds of their columns: times and states, else a body said above."""
    if asked:
        return all(_fits(row.get(column), field) for column, field in asked.items())
    cells = [row[column] for column in whose if column in row and row[column].text]
    said = {fold(other[column].text) for other in above for column in whose if column in other}
    return bool(cells) and all(begins_with(cell.text, "body") or fold(cell.text) in said for cell in cells)


def _fits_no_heading(there: Sequence[Cell], heads: Sequence[Cell]) -> bool:
    """Tells whether each of several cells lies below several headings: "Visa du porteur | Visa du président"."""
    if len(there) < _FEWEST:
        return False
    return all(
        sum(each.column < cell.column + cell.width and cell.column < each.column + each.width for each in heads) > 1
        for cell in there
    )


def _is_other(
    below: Sequence[Mapping[int, Cell]], above: Sequence[Mapping[int, Cell]], asked: Mapping[int, str]
) -> bool:
    """Tells whether rows up to the end, behind a band or not, begin with headings and hold nothing that columns ask."""
    full = [row for row in below if len({id(cell) for cell in row.values()}) > 1]
    if len(full) < _FEWEST or len(full) < len(below) - 1 or (below[0] is not full[0] and _is_named(below[0])):
        return False
    if not _is_bold(full[0]) or any(map(_is_bold, above)):
        return False
    known = [column for column in asked if any(_fits(row.get(column), asked[column]) for row in above)]
    cells = [row.get(column) for column in known for row in full]
    if not known or not all(cell is not None and cell.text for cell in cells):
        return False
    return not any(_fits(row.get(column), asked[column]) for column in known for row in full)


def _is_bold(row: Mapping[int, Cell]) -> bool:
    """Tells whether all words of several cells are bold or underlined, as headings are."""
    cells = list({id(cell): cell for cell in row.values() if cell.text}.values())
    return len(cells) > 1 and all(paragraph.marked for cell in cells for paragraph in cell.paragraphs)


def _is_named(row: Mapping[int, Cell]) -> bool:
    """Tells whether a band names an object of the plan."""
    return any(marker_of(cell, _NAMING) is not None for cell in row.values())


def _fits(cell: Cell | None, field: str) -> bool:
    if cell is None or not cell.text:
        return False
    if any(map(str.isdigit, cell.text)):
        return True
    return read_status(cell.text) is not None if field == "status" else read_date(cell.text) is not None
