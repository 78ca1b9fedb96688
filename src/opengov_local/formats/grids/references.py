"""Names of cells as spreadsheets write them (`B4`, `AA10`), read into row and column from 0."""

from __future__ import annotations

from functools import cache
from typing import Final

LAST_COLUMN: Final = 16_383
LAST_ROW: Final = 1_048_575
"""Of an Excel sheet: XFD1048576."""


@cache
def column_number(letters: bytes) -> int:
    """Reads the letters of a column, counted from 0: `A` is 0, `AA` is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def cell_position(letters: bytes, digits: bytes) -> tuple[int, int]:
    """Reads a cell's letters and digits into row and column, from 0."""
    return int(digits) - 1, column_number(letters)
