"""Rows of totals and averages in tables of a Word file: they say what the rows above come to, and are no objects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from opengov_local.formats.tables.levels.total_rows import is_numeral
from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.wording.headings.phrases import begins, phrases
from opengov_local.importing.words import fold

_LONGEST: Final = 60
"""Letters of the longest words in front of a total."""


def total_of(cells: Sequence[Cell], titles: Iterable[int] = ()) -> Cell | None:
    """Gives the cell that says that a row holds totals; None where the row is none.

    It says so in the first words of the row, or in the column of a title: with nothing but words for a total ("TOTAL",
    «المجموع العام»), or with such words in front ("Total axe 1") and nothing but numbers behind them. So does a row of
    a sum that is carried from page to page, "À reporter", and in tables of titles an average, "Taux moyen", before
    nothing but numbers: they have no number of their own.

    Args:
        cells: the cells of the row that are not blank, from the first to the last.
        titles: numbers of the columns of titles.
    """
    wanted = set(titles)
    said = [(at, cell) for at, cell in enumerate(cells) if any(map(str.isalpha, cell.text))]
    for at, cell in said:
        if cell is not said[0][1] and not wanted & set(range(cell.column, cell.column + cell.width)):
            continue
        text = cell.text.strip(" :：")
        behind = [other.text for other in cells[at + 1 :] if any(map(str.isalnum, other.text))]
        numbers = bool(behind) and all(any(map(str.isdigit, other)) for other in behind)
        if len(text) <= _LONGEST and begins("total", text) and (fold(text) in phrases("total") or numbers):
            return cell
        averages = bool(wanted) and len(text) <= _LONGEST and begins("average", text)
        if (averages or fold(text) in phrases("carried")) and behind and all(map(is_numeral, behind)):
            return cell if not any(any(map(str.isdigit, other.text)) for other in cells[:at]) else None
    return None
