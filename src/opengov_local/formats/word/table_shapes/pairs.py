"""Rows of questions with their answers beside them: label, answer, label, answer; some answers, or all, left blank."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from opengov_local.formats.word.docx.blocks import Cell

_FEWEST = 3
"""Cells of a row that has more than one question."""
_ROWS = 2
_SELDOM = 2
"""One of how many answers may be in words of a question, at most."""
Asks = Callable[[Cell], bool]


def is_pairs(rows: Sequence[tuple[Cell, ...]], row: int, asks: Asks, *, names: bool) -> bool:
    """Tells whether a row that could be one of headings is questions with their answers beside them.

    Its odd cells ask for something and its even ones do not; the row below begins with a question and an answer too,
    and goes on with questions, or with what answers those above it. A row of headings has records below it, which ask
    for nothing.

    Args:
        rows: the rows of the table, each with the cells that begin on it.
        row: number of the row, from 0.
        asks: tells whether the whole of a cell is a question.
        names: whether the first cell of the row asks for a name, so that any words may stand below it.
    """
    if _all_alternate(rows, row, asks):
        return True
    if not _alternates(rows[row], asks) or not all(cell.text for cell in rows[row][::2]):
        return False
    below = next((other for other in rows[row + 1 :] if len(other) > 1), None)
    if below is None:
        return True
    if len(below) < _FEWEST:
        return asks(below[0])
    return _alternates(below, asks) or (not names and asks(below[0]) and not any(map(asks, below[1::2])))


def _all_alternate(rows: Sequence[tuple[Cell, ...]], row: int, asks: Asks) -> bool:
    """Tells whether a row and its neighbours of one even width ask in all their odd cells, and seldom in the others.

    "Responsable | Commune" asks in both.
    """
    width = len(rows[row])
    alike = [rows[row], *takewhile(lambda other: len(other) == width, rows[row + 1 :])]
    alike += takewhile(lambda other: len(other) == width, reversed(rows[:row]))
    answers = [cell for other in alike for cell in other[1::2] if cell.text]
    if width % 2 or width < _FEWEST or len(alike) < _ROWS or not 0 < sum(map(asks, answers)) <= len(answers) // _SELDOM:
        return False
    return all(cell.text and asks(cell) for other in alike for cell in other[::2])


def _alternates(cells: Sequence[Cell], asks: Asks) -> bool:
    """Tells whether a row begins with a question, and its odd cells ask or are blank while its even ones do not ask."""
    if len(cells) < _FEWEST or not asks(cells[0]):
        return False
    return all(asks(cell) or not cell.text for cell in cells[2::2]) and not any(map(asks, cells[1::2]))


def answer_below(rows: Sequence[tuple[Cell, ...]], row: int, asks: Asks) -> Cell | None:
    """Gives the cell that answers the last question of a row of pairs from the row below, having no cell beside it."""
    cells, below = rows[row], rows[row + 1] if row + 1 < len(rows) else ()
    if len(cells) % 2 == 0 or len(below) != len(cells) or not below[-1].text or asks(below[-1]):
        return None
    return below[-1]
