"""Columns that count commitments in front of their titles: "Engagement | Titre" over "1 | Portail"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from opengov_local.formats.word.docx.blocks import Cell, Paragraph
from opengov_local.formats.word.table_shapes.table_parts import Answer, Column, Part, Records
from opengov_local.formats.wording.labels.labels import Meaning
from opengov_local.formats.wording.words.counted_titles import numbers_of
from opengov_local.formats.wording.words.markers import read_marker

TITLE: Final = ("commitment", "title")
_NUMBER: Final = re.compile(r"\s*[0-9٠-٩]{1,3}(?:\.[0-9٠-٩]{1,3})*\s*[.)]?\s*")


def counted(titles: Iterable[Cell], before: Iterable[Cell]) -> list[str]:
    """Gives the numbers of the commitments that some cells name, where the cells before them say nothing else."""
    return numbers_of([cell.text for cell in titles], [cell.text for cell in before], _number_in)


def _number_in(text: str) -> str:
    """Gives the number that is all of a text, with the word for a commitment or without; "" for other texts."""
    if _NUMBER.fullmatch(text):
        return text.strip(" .)")
    marker = read_marker(text, (TITLE[0],))
    return marker.number if marker is not None and not marker.title else ""


def asks_title(meanings: Iterable[Meaning]) -> bool:
    """Tells whether a label can ask for the title of a commitment."""
    return any(meaning[:2] == TITLE for meaning in meanings)


def with_all_numbers(parts: Iterable[Part]) -> list[Part]:
    """Reads what counts commitments as their numbers: columns, and answers right above their titles."""
    made = [with_numbers(part) for part in parts]
    for at, (above, below) in enumerate(pairwise(made)):
        number, title = _answer(above), _answer(below)
        numbers = counted([title], [number]) if number is not None and title is not None else []
        if numbers and isinstance(above, Answer):
            meanings = _numbering(above.said.meanings)
            cells = tuple(_saying(number, *numbers) if cell is number else cell for cell in above.cells)
            made[at] = replace(above, said=above.said._replace(meanings=meanings), cells=cells)
    return made


def _answer(part: Part) -> Cell | None:
    """Gives the only cell that answers a question for the title of a commitment; None for all other parts."""
    if not isinstance(part, Answer) or part.alone or part.number or part.said.value:
        return None
    if not asks_title(part.said.meanings):
        return None
    there = [cell for cell in part.cells if cell.text]
    return there[0] if len(there) == 1 and not there[0].tables else None


def with_numbers(part: Part) -> Part:
    """Reads a column of commitments as their numbers, where it holds nothing else and their titles stand beside it."""
    if not isinstance(part, Records):
        return part
    titles = [column for column in part.columns if asks_title(column.meanings)]
    if len(titles) != len(("number", "title")):
        return part
    first, second = (_cells(part, column) for column in titles)
    numbers = dict(zip(map(id, first), counted(second, first), strict=False))
    if not numbers:
        return part
    columns = tuple(_counting(column) if column is titles[0] else column for column in part.columns)
    rows = tuple((number, _said(cells, numbers)) for number, cells in part.rows)
    return replace(part, columns=columns, rows=rows)


def _cells(records: Records, column: Column) -> list[Cell]:
    there = {id(cell): cell for _, cells in records.rows if (cell := cells.get(column.number)) and cell.text}
    return list(there.values())


def _counting(column: Column) -> Column:
    return replace(column, meanings=_numbering(column.meanings))


def _numbering(meanings: Iterable[Meaning]) -> tuple[Meaning, ...]:
    """Gives the numbers of what some labels ask the titles of."""
    return tuple(each._replace(field="number") for each in meanings if each.field == TITLE[1])


def _saying(cell: Cell, number: str) -> Cell:
    return cell if number == cell.text else replace(cell, said=number, paragraphs=(Paragraph(number),))


def _said(cells: Mapping[int, Cell], numbers: Mapping[int, str]) -> dict[int, Cell]:
    """Puts the bare numbers into the cells that hold them: "Engagement 1" says 1."""
    made = dict(cells)
    for at, cell in cells.items():
        if (number := numbers.get(id(cell))) is not None:
            made[at] = _saying(cell, number)
    return made
