"""Two columns side by side that say from when to when: "Du | Au", "De | À", «من | إلى», whose cells are days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Recognised
from opengov_local.formats.wording.headings.phrases import heads
from opengov_local.importing.dates import read_date

_START, _END = "start", "end"
_LOOSE = frozenset({_START, _END, "schedule", "contribution.author", "update.date"})
"""Targets that such headings may have alone."""


def with_from_and_to(meanings: Sequence[Placed], grid: Grid, first: int) -> list[Recognised | None]:
    """Takes neighbours that say from when to when for the start and the end, whatever other dates the table has."""
    found = [meaning for _, _, meaning in meanings]
    for at, ((one, begun, _), (other, ended, _)) in enumerate(pairwise(meanings)):
        headed = heads("from", begun) and heads("to", ended) and _may_be(found[at]) and _may_be(found[at + 1])
        if headed and all(_are_times(position, grid, first) for position in (one, other)):
            found[at], found[at + 1] = _as(found[at], _START), _as(found[at + 1], _END)
    return found


def times_headed(headings: Sequence[str]) -> list[str]:
    """Gives the targets of neighbours among headings that say from when to when: "De | À"."""
    pairs = (heads("from", one) and heads("to", other) for one, other in pairwise(headings))
    return [target for headed in pairs if headed for target in (_START, _END)]


def _may_be(meaning: Recognised | None) -> bool:
    return meaning is None or meaning.target in _LOOSE


def _as(meaning: Recognised | None, target: str) -> Recognised:
    return replace(meaning, target=target) if meaning else Recognised(target, STRIPPED)


def _are_times(position: int, grid: Grid, first: int) -> bool:
    """Tells whether all cells of a column are dates or other times, and there are some."""
    said = grid.sample_of(position, first)
    return bool(said) and all(read_date(value) is not None for value in said)
