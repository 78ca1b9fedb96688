"""Columns of numbers and titles for each level: "N° | Libellé | N° | Description", with groups above or without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.columns.axes_listed import axes_listed
from opengov_local.formats.tables.columns.roles import holds_numbers
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import NEAR, STRIPPED, Own, Recognised
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.formats.wording.headings.vocabulary import recognise
from opengov_local.importing.words import fold

TITLE, STEP = "commitment.title", "milestone.title"
_NUMBER = "commitment.number"
_NUMBER_OF = {
    "axis": "axis.number", "axis.2": "axis.number", "axis.3": "axis.number", TITLE: _NUMBER, STEP: "milestone.number",
    "milestone.list": "milestone.number",
}  # fmt: skip
"""The number that stands before each title."""
_WORDS = frozenset({"description", "commitment.description", "milestone.description", "action", "milestone.list"})
"""Targets of headings that may be a title's, where a number stands before them."""
_GROUPS = {TITLE: TITLE, STEP: STEP, "milestone.list": STEP}


@dataclass(frozen=True, slots=True)
class Headed:
    """A column by its heading.

    Attributes:
        index: its number in the sheet.
        heading: its heading.
        group: the heading of the group above it, "" without one.
        meaning: what it means so far.
    """

    index: int
    heading: str
    group: str
    meaning: Recognised | None

    def placed(self, meaning: Recognised | None) -> Placed:
        """Gives the column with what it is found to mean."""
        return Placed(self.index, self.heading, meaning)


def of_levels(headed: Sequence[Headed], grid: Grid, first: int, own: Own) -> list[Recognised | None]:
    """Tells the numbers and titles of projects from those of their activities, where the headings alone do not.

    Below a group that names a level, the number is that level's, and so is the first text, if no other is its title.
    Without groups, of two numbers the second is that of the title behind it, where it has more rows than the first.

    Args:
        headed: the columns, left to right.
        grid: the sheet.
        first: the row below the headings.
        own: a council's own headings.
    """
    found = axes_listed([(column.index, column.heading, column.meaning) for column in headed], grid, first)
    _numbers_as_titles(headed, found, grid, first)
    _in_groups(headed, found, own)
    _by_numbers(headed, found, grid, first)
    return found


def _in_groups(headed: Sequence[Headed], found: list[Recognised | None], own: Own) -> None:
    groups = dict.fromkeys(column.group for column in headed if column.group)
    for group in groups:
        meaning = recognise(group, own)
        title = _GROUPS.get(meaning.target) if meaning and meaning.score >= STRIPPED else None
        if title is None:
            continue
        places = [at for at, column in enumerate(headed) if column.group == group]
        for at in places:
            if (held := found[at]) and held.target == _NUMBER:
                found[at] = replace(held, target=_NUMBER_OF[title])
        if len(places) > 1 and not any((held := found[at]) and held.target == title for at in places):
            texts = [at for at in places if _may_be_title(headed[at], found[at])]
            if texts:
                found[texts[0]] = _as_title(headed[texts[0]], found[texts[0]], title)


def _by_numbers(headed: Sequence[Headed], found: list[Recognised | None], grid: Grid, first: int) -> None:
    numbers = [at for at, held in enumerate(found[:-1]) if held and held.target == _NUMBER]
    if len(numbers) < 2:
        return
    for at in numbers:
        behind, held = found[at + 1], found[at]
        if behind and held and behind.target in _NUMBER_OF:
            found[at] = replace(held, target=_NUMBER_OF[behind.target])
    left = [at for at in numbers if (held := found[at]) and held.target == _NUMBER]
    known = any(held and held.target == STEP for held in found)
    if len(left) != 2 or known or left[0] + 1 >= left[1]:
        return
    above, below = left[0] + 1, left[1] + 1
    if not all(_is_title(found[at]) or _may_be_title(headed[at], found[at]) for at in (above, below)):
        return
    if not _several(headed[above].index, headed[below].index, grid, first):
        return
    found[above] = _as_title(headed[above], found[above], TITLE)
    found[below] = _as_title(headed[below], found[below], STEP)
    if held := found[left[1]]:
        found[left[1]] = replace(held, target="milestone.number")


def _is_title(meaning: Recognised | None) -> bool:
    return meaning is not None and meaning.target == TITLE


def _may_be_title(column: Headed, meaning: Recognised | None) -> bool:
    """Tells whether a heading says so little, or is so unknown, that it may be a title's; a number alone is none."""
    worded = any(map(str.isalpha, column.heading))
    return (meaning is None and worded) or _is_neutral(column) or (meaning is not None and meaning.target in _WORDS)


def _is_neutral(column: Headed) -> bool:
    return fold(column.heading.removeprefix(f"{column.group} ")) in phrases("neutral_heading")


def _as_title(column: Headed, meaning: Recognised | None, target: str) -> Recognised:
    """Gives the meaning of a title; an uncertain one where nobody knows the heading."""
    if meaning is not None:
        return replace(meaning, target=target)
    return Recognised(target, STRIPPED if _is_neutral(column) else NEAR)


def _several(title: int, step: int, grid: Grid, first: int) -> bool:
    """Tells whether a column has texts in more rows than there are different ones in another."""
    texts = set(map(str, grid.sample_of(title, first)))
    return 0 < len(texts) < len(grid.sample_of(step, first))


def _numbers_as_titles(headed: Sequence[Headed], found: list[Recognised | None], grid: Grid, first: int) -> None:
    """Takes activities that are numbers alone for the numbers of what the next column names: "Jalon | Intitulé"."""
    projects = sum(held is not None and held.target == TITLE for held in found)
    for at, (held, behind) in enumerate(pairwise(found)):
        if held is None or behind is None or held.target != STEP or held.ordinal is not None:
            continue
        names = behind.target in (STEP, *_WORDS) or (behind.target == TITLE and projects > 1)
        if not names or headed[at + 1].index != headed[at].index + 1:
            continue
        if holds_numbers(headed[at].index, grid, first) and not holds_numbers(headed[at + 1].index, grid, first):
            found[at] = replace(held, target=_NUMBER_OF[STEP], score=NEAR)
            found[at + 1] = replace(behind, target=STEP, score=NEAR)
