"""Titles of three levels in columns, "Mesure | Action | Sous-action": which are projects, and which their steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Final

from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import NEAR, STRIPPED, Recognised, targets
from opengov_local.formats.wording.headings.phrases import heads
from opengov_local.importing.words import fold

_AXES: Final = ("axis", "axis.2", "axis.3")
_PROJECT, _STEP, _MEASURE = "commitment.title", "milestone.title", "action"
_NUMBER, _STEP_NUMBER = "commitment.number", "milestone.number"
_TWO: Final = 2


def of_three(
    meanings: Sequence[Placed], found: list[Recognised | None], grid: Grid, first: int
) -> list[Recognised | None]:
    """Tells which of the two levels above steps has the projects: the one that what they have hangs on.

    A heading says it, "Projet"; else numbers that stand once for each title of a level, or are the same beside all
    below it; else leads, sums and dates that do so, all of them where it is the upper one. Where nothing tells it, the
    lower level has them, as an uncertain reading. What is above projects is an axis; what is between them and their
    steps has no place, and is left as it stands.

    Args:
        meanings: position, heading and meaning of each column, left to right.
        found: what they mean so far.
        grid: the sheet.
        first: the row below the headings.
    """
    levels = _levels(meanings, found)
    if levels is None:
        return found
    upper, lower = levels
    rows = _nested(meanings[upper].position, meanings[lower].position, grid, first)
    held, below, told = found[upper], found[lower], list(found)
    if not _several(rows, 1):  # two names of one thing, as far as anybody can tell
        if below and held and held.target == _MEASURE and not heads("project", meanings[lower].heading):
            told[lower] = replace(below, score=NEAR)
        return told
    if heads("project", meanings[upper].heading):
        owner, score = 1, STRIPPED
    elif heads("project", meanings[lower].heading):
        owner, score = 2, STRIPPED
    else:
        owner, score = _owner(meanings, found, rows, grid)
    free = next((axis for axis in _AXES if all(not one or one.target != axis for one in found)), "")
    if held is None or below is None or not (owner == 1 or free):
        return found
    told[upper] = replace(held, target=_PROJECT if owner == 1 else free, score=score)
    told[lower] = None if owner == 1 else replace(below, score=score)
    return told


def of_two_steps(
    meanings: Sequence[Placed], found: list[Recognised | None], grid: Grid, first: int
) -> list[Recognised | None]:
    """Tells which of two levels below projects has the steps: the one that what is said row by row hangs on.

    The model has one level of them: the other is left as it stands, "Projet | Activité | Tâche | Responsable". It is
    the lower one where all stands once beside several of it.

    Args:
        meanings: position, heading and meaning of each column, left to right.
        found: what they mean so far.
        grid: the sheet.
        first: the row below the headings.
    """
    steps = [at for at, held in enumerate(found) if held and held.target == _STEP and held.ordinal is None]
    if len(steps) != _TWO or fold(meanings[steps[0]].heading) == fold(meanings[steps[1]].heading):
        return found
    upper, lower = steps
    said = [each.position for each, held in zip(meanings[upper:], found[upper:], strict=True)
            if held and targets()[held.target].scope == "item"]  # fmt: skip
    groups = _several(_nested(meanings[upper].position, meanings[lower].position, grid, first), 1)
    if groups and any(_text(grid, at, position) for position in said for group in groups for at in group):
        again = any(_text(grid, at, meanings[upper].position) for group in groups for at in group[1:])
        left = upper if again or _differ(groups, said, grid) else lower
    elif not groups and _differ(_in_pairs(meanings, found, steps, grid, first), said, grid):
        left = lower
    else:
        return found
    numbered = left > 0 and (held := found[left - 1]) is not None and held.target == _STEP_NUMBER
    gone = {left, left - 1} if numbered else {left}
    return [None if at in gone else held for at, held in enumerate(found)]


def _differ(groups: Sequence[Sequence[int]], positions: Sequence[int], grid: Grid) -> bool:
    """Tells whether a column says several things in the rows of one group."""
    return any(
        len({_text(grid, at, position) for at in group} - {""}) > 1 for position in positions for group in groups
    )


def _in_pairs(
    meanings: Sequence[Placed], found: Sequence[Recognised | None], steps: Sequence[int], grid: Grid, first: int
) -> list[list[int]]:
    """Gives the rows of each project of several, where each row has a step of both columns."""
    title = next((at for at, held in enumerate(found) if held and held.target == _PROJECT), None)
    if title is None or title > steps[0]:
        return []
    groups = _several(_nested(meanings[title].position, meanings[steps[0]].position, grid, first), 1)
    paired = all(_text(grid, row, meanings[at].position) for group in groups for row in group for at in steps)
    return groups if paired else []


def _levels(meanings: Sequence[Placed], found: Sequence[Recognised | None]) -> tuple[int, int] | None:
    """Gives the two columns of titles before one of steps: of projects twice, or of measures and of projects."""
    steps = [at for at, held in enumerate(found) if held and held.target == _STEP]
    titles = [at for at, held in enumerate(found) if held and held.target == _PROJECT]
    measures = [at for at, held in enumerate(found) if held and held.target == _MEASURE]
    above = titles[:-1] or [at for at in measures if heads("measure", meanings[at].heading)]
    if len(above) != 1 or not steps or not above[0] < titles[-1] < steps[0]:
        return None
    named = (found[above[0]], found[titles[-1]])
    if any(held is None or held.ordinal is not None or held.text_language for held in named):
        return None
    return above[0], titles[-1]


def _nested(upper: int, lower: int, grid: Grid, first: int) -> list[tuple[int, str, str]]:
    """Gives each row that has something with the titles of both levels, carried down over blanks below them."""
    found, above, below = [], "", ""
    for at in range(first, len(grid.rows)):
        one, other = fold(_text(grid, at, upper)), fold(_text(grid, at, lower))
        if one and one != above:
            below = ""
        above, below = one or above, other or below
        if above and below:
            found.append((at, above, below))
    return found


def _several(rows: Sequence[tuple[int, str, str]], level: int) -> list[list[int]]:
    """Gives the rows of each title of a level, where these have several of the level below or, on the last, rows."""
    keys = [(at, (above, below)[:level], below if level == 1 else str(at)) for at, above, below in rows]
    groups = [list(group) for _, group in groupby(keys, key=itemgetter(1))]
    return [[at for at, _, _ in group] for group in groups if len({key for _, _, key in group}) > 1]


def _owner(
    meanings: Sequence[Placed],
    found: Sequence[Recognised | None],
    rows: Sequence[tuple[int, str, str]],
    grid: Grid,
) -> tuple[int, int]:
    """Gives the level that something hangs on, and how sure that is.

    Numbers tell it, of the upper level first. Else the upper one has what the rows have where all else hangs on it too:
    one lead for all, beside a date for each row, may as well be the lead of what is below.
    """
    known = targets()
    said = {each.position: held.target for each, held in zip(meanings, found, strict=True)
            if held and (held.target == _NUMBER or known[held.target].scope == "item")}  # fmt: skip
    upper, lower = (
        {position: _hangs(texts) for position in said if any(map(any, texts := _texts(grid, groups, position)))}
        for groups in (_several(rows, 1), _several(rows, 2))
    )
    numbers = [position for position, target in said.items() if target == _NUMBER]
    if any(map(upper.get, numbers)):
        return 1, STRIPPED
    if any(map(lower.get, numbers)):
        return _TWO, STRIPPED
    if upper and all(upper.values()):
        return 1, STRIPPED
    return _TWO, STRIPPED if any(lower[one] and _differ(_several(rows, 1), [one], grid) for one in lower) else NEAR


def _texts(grid: Grid, groups: Sequence[Sequence[int]], position: int) -> list[list[str]]:
    """Gives what a column says in the rows of each group."""
    return [[_text(grid, at, position) for at in group] for group in groups]


def _hangs(groups: Sequence[Sequence[str]]) -> bool:
    """Tells whether a column has one value for each group: in its first row, or the same in all, which then differ."""
    if not groups or not all(texts[0] for texts in groups):
        return False
    if not any(any(texts[1:]) for texts in groups):
        return True
    values = [set(texts) for texts in groups]
    return all(len(one) == 1 for one in values) and len(set().union(*values)) > 1


def _text(grid: Grid, row: int, column: int) -> str:
    texts = grid.texts(column)
    return texts[row] if row < len(texts) else ""
