"""The cells by which columns are judged: without the few lines of words behind a gap at the end of a sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.importing.words import read_boolean

_CELLS: Final = 3
"""Cells of the longest line of signatures or sources."""
_MOST: Final = 12
"""Rows of the longest foot, blank ones among them."""


def above_foot(grid: Grid, first: int) -> Grid:
    """Gives a sheet up to the gap above who signs, sources and remarks: they say nothing of the columns they stand in.

    Args:
        grid: the sheet.
        first: the row below the headings, which is left.
    """
    rows = grid.rows
    last = len(rows)
    while last > first and (not any(_filled(rows[last - 1])) or _is_foot(rows[last - 1])):
        last -= 1
    gap = next((row for row in range(last, len(rows)) if not any(_filled(rows[row]))), len(rows))
    return replace(grid, rows=rows[:gap]) if first < gap < len(rows) <= gap + _MOST else grid


def _filled(row: list[Value]) -> list[bool]:
    return [not is_blank(value) for value in row]


def _is_foot(row: list[Value]) -> bool:
    """Tells whether a row holds a few cells with words: no numbers, dates or marks."""
    said = [value for value in row if not is_blank(value)]
    return len(said) <= _CELLS and all(isinstance(value, str) and _is_worded(value) for value in said)


def _is_worded(text: str) -> bool:
    return sum(map(str.isalpha, text)) > 2 and read_boolean(text) is None
