"""Rows in which cells are struck through: which of their cells are in force, in sheets and in Word tables alike.

Words that are struck through are withdrawn: somebody let them stand to show what was there before. So they are no part
of the plan, whoever drew the line and in which program; they are kept as they stand, and said.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple


class Fate(Enum):
    """What becomes of a cell."""

    STANDS = "stands"
    """It is not struck through, or blank."""
    READ = "read"
    """It is struck through, but others stand that speak of it."""
    OUT = "out"
    """It is no longer in force."""


class Struck(NamedTuple):
    """A cell of a row.

    Attributes:
        text: its words, "" where it is blank.
        struck: whether they are struck through.
    """

    text: str
    struck: bool


def fates(cells: Sequence[Struck]) -> list[Fate]:
    """Gives what becomes of each cell of a row.

    What a row begins with, behind its number, stays where other cells behind it stand: these speak of it. Where none
    stands, the number in front of it goes too.
    """
    first = next((at for at, cell in enumerate(cells) if any(map(str.isalpha, cell.text))), len(cells))
    names = first < len(cells) and cells[first].struck
    stands = any(cell.text and not cell.struck for cell in cells[first + 1 if names else 0 :])
    found = []
    for at, cell in enumerate(cells):
        if cell.text and names and not stands and at < first:
            found.append(Fate.OUT)
        elif not (cell.text and cell.struck):
            found.append(Fate.STANDS)
        else:
            found.append(Fate.READ if stands and at == first else Fate.OUT)
    return found
