"""Columns by their place and heading, and what decides again what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.wording.headings.heading_meanings import Recognised


class Placed(NamedTuple):
    """A column by its place.

    Attributes:
        position: its number in the sheet.
        heading: its heading.
        meaning: what it means so far.
    """

    position: int
    heading: str
    meaning: Recognised | None


class Reconsideration(Protocol):
    """Decides again what the columns of a table mean: beside each other, and by what their cells say."""

    def __call__(self, meanings: Sequence[Placed], grid: Grid, first: int, /) -> list[Recognised | None]:
        """Decides what the headings, each taken alone, leave open.

        Args:
            meanings: all columns of the table, left to right.
            grid: the sheet.
            first: the row below the headings.

        Returns:
            The meanings, in the same order; one that was only concluded has the score of an uncertain one.
        """
