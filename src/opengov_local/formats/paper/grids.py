"""Tables of objects: columns with their labels and weights, and what stands in a cell where nothing is stated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local.formats.paper.content import Grid, Line, Lines, Phrase
from opengov_local.formats.paper.questions import show
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.base import Model

DASH: Final[Lines] = (Line((Phrase("—"),)),)
"""What says in a cell of a table that nothing is stated."""


def grid(scribe: Scribe, key: str, columns: Sequence[tuple[str, int]], rows: Sequence[tuple[Lines, ...]]) -> Grid:
    """Makes a table without a title; a blank cell says that nothing is stated.

    Args:
        scribe: who writes.
        key: key of what the table holds.
        columns: key of the label and weight of each column.
        rows: the cells.
    """
    head = tuple(scribe.label(each) for each, _ in columns)
    filled = tuple([tuple([cell or DASH for cell in row]) for row in rows])
    return Grid(key, None, head, tuple(weight for _, weight in columns), filled)


def stated(scribe: Scribe, values: Sequence[Model], name: str) -> bool:
    """Tells whether one of some objects states a field."""
    return any(show(scribe, value, name) for value in values)
