"""Columns of bodies with a letter for the part that each has: "R", "A", "C", "I" below "Service informatique"."""

from __future__ import annotations

from typing import Final

from opengov_local.formats.grids.grid import Grid

_LETTERS: Final = frozenset((*"RACISV", "RA", "AR"))
"""Responsible, accountable, consulted, informed, supporting, verifying; the same in French."""
_LONGEST: Final = 10
_PARTS: Final = " /,;+-"


def holds_role_letters(grid: Grid, first: int, index: int) -> bool:
    """Tells whether the cells of a column are such letters alone, one or several, and there are some.

    Args:
        grid: the sheet.
        first: the row below the headings.
        index: the column.
    """
    said = grid.sample_of(index, first)
    return bool(said) and all(isinstance(value, str) and _are_letters(value.strip()) for value in said)


def _are_letters(text: str) -> bool:
    letters = text.upper().translate(dict.fromkeys(map(ord, _PARTS), " ")).split() if len(text) <= _LONGEST else []
    return bool(letters) and _LETTERS.issuperset(letters)
