"""Calendars inside a form: a question beside quarters or years, and crosses in the rows below them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from opengov_local.formats.tables.columns.period_headings import names_period
from opengov_local.formats.word.docx.blocks import Cell, Paragraph
from opengov_local.importing.words import read_boolean

_FEWEST: Final = 2
"""Periods beside the question."""
_HIGHEST_HEAD: Final = 2
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
Rows = Sequence[Mapping[int, Cell]]


class Calendar(NamedTuple):
    """A calendar.

    Attributes:
        answer: the first crossed cell, with the words of all crossed periods in the place of the cross.
        others: its other cells, but for the question.
        rows: how many rows it takes.
    """

    answer: Cell
    others: tuple[Cell, ...]
    rows: int


def calendar_of(rows: Rows, first: int) -> Calendar | None:
    """Reads the calendar that begins on a row whose first cell is a question; None where it is none.

    The periods stand beside the question, years above quarters or alone; below them crosses, each row for a year that
    its first cell names, or one row.

    Args:
        rows: for each row, the cell that lies on each column.
        first: number of the row, from 0.
    """
    head = first
    while head < min(len(rows), first + _HIGHEST_HEAD) and _are_periods(rows, head, first):
        head += 1
    last = head
    while last < len(rows) and _is_crossed(rows, last, first):
        last += 1
    if head in (first, last):
        return None
    slots = [
        (_words([*(rows[at].get(column) for at in range(first, head)), rows[row].get(1)], rows[first].get(1)), cell)
        for row in range(head, last)
        for column, cell in sorted(rows[row].items())
        if column > 1 and cell.row == row + 1 and cell.column == column
    ]
    crossed = [at for at, (_, cell) in enumerate(slots) if cell.text]
    if not crossed:
        return None
    said = [slots[at][0] for at in crossed]
    runs = crossed[-1] - crossed[0] < len(crossed)
    words = " – ".join(dict.fromkeys((said[0], said[-1]))) if runs else ", ".join(said)
    answer = slots[crossed[0]][1]
    there = {id(cell): cell for row in rows[first:last] for cell in row.values() if cell.text}
    others = [cell for cell in there.values() if cell is not answer and cell is not rows[first].get(1)]
    put = replace(answer, piece=answer.piece._replace(text=words), paragraphs=(Paragraph(words),))
    return Calendar(put, tuple(others), last - first)


def _are_periods(rows: Rows, row: int, first: int) -> bool:
    """Tells whether all cells of a row but the question name periods, two at least."""
    cells = {id(cell): cell for column, cell in rows[row].items() if column > 1 and cell.row == row + 1}
    front = rows[row].get(1)
    fits = row == first or front is rows[first].get(1) or (front is not None and not front.text)
    said = [cell.text for cell in cells.values()]
    return fits and len(said) >= _FEWEST and all(text and names_period(text, ()) for text in said)


def _is_crossed(rows: Rows, row: int, first: int) -> bool:
    """Tells whether a row has crosses or blank cells alone, behind a year or nothing of its own."""
    front = rows[row].get(1)
    own = front is not None and front is not rows[first].get(1) and front.text.strip()
    cells = [cell for column, cell in rows[row].items() if column > 1 and cell.row == row + 1]
    marked = bool(cells) and all(not cell.text or read_boolean(cell.text) for cell in cells)
    return marked and (bool(_YEAR.fullmatch(own)) if own else any(cell.text for cell in cells))


def _words(cells: Sequence[Cell | None], question: Cell | None) -> str:
    """Gives the words of a period: those of its quarter first, then those of its year."""
    said = [cell.text.strip() for cell in cells if cell is not None and cell is not question and cell.text]
    return " ".join(dict.fromkeys(sorted(said, key=lambda text: _YEAR.fullmatch(text) is not None)))
