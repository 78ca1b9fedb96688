"""Rows of quarters by letter or number below years: "ف1 ف2 ف3 ف4", "1 2 3 4", «الأول الثاني الثالث الرابع»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.importing.words import fold
from opengov_local.importing.words.numerals import plain_digits

_MARKED = re.compile(r"(?:[tqفرث]|tr|trim)\s?[.°]?\s?([1-4])", re.IGNORECASE)
_NUMBER = re.compile(r"0?([1-4])(?:er|re|e|è|ème|eme|nd|st|rd|th|º|ª|°)?\.?", re.IGNORECASE)
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_LONGEST: Final = 16
_YEARLY: Final = (1, 2, 3, 4)


def quarter_of(grid: Grid, row: int, index: int, over: Sequence[str]) -> str:
    """Gives the quarter that a cell below a year stands for, "T1" for the first; "" for any other cell.

    Args:
        grid: the sheet.
        row: the row.
        index: the column.
        over: the headings above the cell.
    """
    if not any(map(_YEAR.search, over)):
        return ""
    quarter = _in_row(grid, row).get(index)
    return f"T{quarter[0]}" if quarter else ""


def by_number(grid: Grid, row: int) -> Mapping[int, str]:
    """Gives the cells of a row of quarters where only their number says so, by column: "1", "2", "3", "4"."""
    bare = [index for index, (_, marked) in _in_row(grid, row).items() if not marked]
    return {index: str(grid.value(row, index)).strip() for index in bare}


def _in_row(grid: Grid, row: int) -> Mapping[int, tuple[int, bool]]:
    """Gives the quarters that the cells of a row stand for, by column, and whether a letter says so."""
    values = grid.rows[row] if row < len(grid.rows) else []
    return _read(tuple((index, _short(value)) for index, value in enumerate(values) if not is_blank(value)))


def _short(value: Value) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, int | str) and not isinstance(value, bool):
        text = plain_digits(str(value)).strip()
        return text if len(text) <= _LONGEST else ""
    return ""


@lru_cache(maxsize=1 << 8)
def _read(said: tuple[tuple[int, str], ...]) -> Mapping[int, tuple[int, bool]]:
    """Reads the quarters beside each other; bare numbers are some where they go from 1 to 4 for one year at least."""
    found: dict[int, tuple[int, bool]] = {}
    for marked in (True, False):
        runs = [run for run in _runs(said, marked=marked) if len(run) > 1]
        whole = any(tuple(number for _, number in run) == _YEARLY for run in runs)
        for run in runs if marked or whole else ():
            found |= {index: (number, marked) for index, number in run}
    return found


def _runs(said: Sequence[tuple[int, str]], *, marked: bool) -> Iterator[list[tuple[int, int]]]:
    """Gives the cells side by side whose numbers follow each other, unless a number beyond 4 goes on with them."""
    run: list[tuple[int, int]] = []
    for at, text in said:
        number = _number(text, marked=marked)
        if run and (number != run[-1][1] + 1 or at != run[-1][0] + 1):
            if at != run[-1][0] + 1 or text != str(run[-1][1] + 1):
                yield run
            run = []
        if number:
            run.append((at, number))
    if run:
        yield run


def _number(text: str, *, marked: bool) -> int:
    if marked:
        found = _MARKED.fullmatch(text)
        return int(found[1]) if found else 0
    if bare := _NUMBER.fullmatch(text):
        return int(bare[1])
    return _nth().get(fold(text), 0)


@cache
def _nth() -> Mapping[str, int]:
    return {phrase: nth for nth in _YEARLY for phrase in phrases(f"nth_{nth}")}
