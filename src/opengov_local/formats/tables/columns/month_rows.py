"""Rows of months of one letter or by their numbers: "J F M A M J J A S O N D", "01 02 03", "M1 M2 M3" below a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.tables.columns.ticks import holds_ticks

MONTH = "/"
"""How the words of a month that a row of months gives end: "01/" waits for its year."""
_FEWEST = 6
"""Months in a row that can be nothing else."""
_LETTERS = ("JFMAMJJASOND", "EFMAMJJASOND", "يفمأمييغشأند", "يفمامييغشاند")
"""First letters of the months: in French and English, in Spanish, in Arabic as Morocco names them."""
_NUMBER = re.compile(r"[Mm]?\s?0?([1-9]|1[0-2])")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_WEEK = re.compile(r"(?:s|sem|semaine|w|week|semana|الأسبوع|أسبوع)\s*\.?\s*[1-6]", re.IGNORECASE)


def month_of(grid: Grid, row: int, index: int, over: Sequence[str]) -> str:
    """Gives the month that a cell of a row of months stands for, "01/" for January; "" for any other cell.

    Numbers are months only below a year: "M1" alone is the first month of whatever begins then.

    Args:
        grid: the sheet.
        row: the row.
        index: the column.
        over: the headings above the cell.
    """
    months = months_in(grid, row)
    if index not in months:
        return ""
    month, by_letter = months[index]
    return f"{month:02}{MONTH}" if by_letter or any(map(_YEAR.search, over)) else ""


def months_in(grid: Grid, row: int) -> Mapping[int, tuple[int, bool]]:
    """Gives the months that the cells of a row stand for, by column, and whether letters say so."""
    values = grid.rows[row] if row < len(grid.rows) else []
    said = tuple((index, _short(value)) for index, value in enumerate(values) if not is_blank(value))
    return _read(said) if len(said) >= _FEWEST else {}


def is_undated_month(grid: Grid, row: int, last: int, index: int) -> bool:
    """Tells whether a column without a year is one of months by number, with nothing but crosses below.

    Args:
        grid: the sheet.
        row: the first row of the headings.
        last: their last row.
        index: the column.
    """
    own = next((at for at in range(last, row - 1, -1) if not is_blank(grid.value(at, index))), row)
    blank = all(is_blank(grid.value(at, index)) for at in range(last + 1, len(grid.rows)))
    return index in months_in(grid, own) and (blank or holds_ticks(grid, last + 1, index))


def is_week(heading: str) -> bool:
    """Tells whether a heading below a month is that of a week of it: "S1"."""
    return _WEEK.fullmatch(heading.strip()) is not None


def _short(value: Value) -> str:
    if isinstance(value, int | float | str) and not isinstance(value, bool):
        text = f"{value:g}" if isinstance(value, float) else str(value)
        text = text.strip().rstrip(".")
        return text if len(text) <= 3 else ""
    return ""


@lru_cache(maxsize=1 << 8)
def _read(said: tuple[tuple[int, str], ...]) -> Mapping[int, tuple[int, bool]]:
    found: dict[int, tuple[int, bool]] = {}
    for run in _runs(said):
        texts = [text for _, text in run]
        starts = _starts(texts)
        if len(run) >= _FEWEST and len(starts) == 1:
            by_letter = texts[0].isalpha()
            found |= {index: ((starts[0] + at) % 12 + 1, by_letter) for at, (index, _) in enumerate(run)}
    return found


def _runs(said: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Gives the cells beside each other that are single letters, and those that are numbers of months."""
    run: list[tuple[int, str]] = []
    for index, text in said:
        letter = len(text) == 1 and text.isalpha()
        if not (letter or _NUMBER.fullmatch(text)):
            yield run
            run = []
            continue
        if run and letter != run[-1][1].isalpha():
            yield run
            run = []
        run.append((index, text))
    yield run


def _starts(texts: Sequence[str]) -> list[int]:
    """Gives the months, from 0, with which texts can begin if they go through the year month by month."""
    if not texts[:1]:
        return []
    if texts[0].isalpha():
        letters = "".join(texts).upper()
        found = {start for year in _LETTERS for start in range(12) if _goes(letters, year, start)}
        return sorted(found)
    numbers = [int(match[1]) - 1 for text in texts if (match := _NUMBER.fullmatch(text))]
    follow = all(other == (one + 1) % 12 for one, other in pairwise(numbers))
    return numbers[:1] if follow else []


def _goes(letters: str, year: str, start: int) -> bool:
    return all(letter == year[(start + at) % 12] for at, letter in enumerate(letters))
