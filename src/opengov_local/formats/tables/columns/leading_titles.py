"""Columns that stand before those of activities or projects and repeat over several of them: the level above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from opengov_local.formats.grids.grid import Grid, is_blank
from opengov_local.formats.tables.columns.three_levels import of_three, of_two_steps
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import NEAR, STRIPPED, Recognised, targets
from opengov_local.formats.wording.headings.phrases import heads
from opengov_local.importing.words import fold

_AXES = ("axis", "axis.2", "axis.3")
_PROJECT, _STEP = "commitment.title", "milestone.title"
_LOOSE_SCOPES = frozenset({"contribution", "group"})
"""Scopes of targets that a table of activities cannot hold."""
_LOOSE = frozenset({_STEP, "commitment.description", "action"})
"""Targets of headings that may as well head projects: "Opération", «موضوع المشروع»."""
_NUMBERS = ("commitment.number", "milestone.number")
_SHORTEST = 5
"""Letters that titles of projects have on average."""
_SEARCHED = 400


def with_leading(meanings: Sequence[Placed], grid: Grid, first: int, *, titled: bool) -> list[Recognised | None]:
    """Takes what stands before activities, repeats, and is nothing else for their projects: "Opération | Activité".

    What is headed as a programme before projects, "Chantier | Projet", has their axes.

    Args:
        meanings: position, heading and meaning of each column, left to right.
        grid: the sheet.
        first: the row below the headings.
        titled: whether the project of all rows is named above the table.

    Returns:
        The meanings, in the same order; of a heading that nobody knows, with the score of an uncertain one.
    """
    found = [meaning for _, _, meaning in meanings]
    names = [meaning.target if meaning else "" for meaning in found]
    steps = [at for at, name in enumerate(names) if name == _STEP]
    titles = [at for at, name in enumerate(names) if name == _PROJECT]
    if any(held and held.text_language for at, held in enumerate(found) if at in (*steps, *titles)):
        return found
    if titles:
        found = of_three(meanings, of_two_steps(meanings, found, grid, first), grid, first)
        steps = [at for at, held in enumerate(found) if held and held.target == _STEP]
        titles = [at for at, held in enumerate(found) if held and held.target == _PROJECT]
        return _above_projects(meanings, found, titles, steps, grid, first)
    if titled or not steps or any(name.startswith("disposition.") for name in names):
        return found
    for at in range(steps[-1] - 1, -1, -1):
        position, heading, held = meanings[at]
        if _may_title(heading, held) and _repeats(position, meanings[steps[-1]][0], grid, first):
            score = STRIPPED if heads("programme", heading) or heads("operation", heading) else NEAR
            found[at] = replace(held or Recognised(_PROJECT, score), target=_PROJECT, score=score)
            return of_three(meanings, found, grid, first)
    return found


def lower_of(meanings: Sequence[Placed], titles: Sequence[int], grid: Grid, first: int) -> int:
    """Gives which of several columns of titles is that of the lowest level: the last, as a rule.

    Of two it is the first where the last is headed as projects and has fewer different ones: "Action | Fin | Projet".

    Args:
        meanings: position, heading and meaning of each column, left to right.
        titles: the columns of titles among these.
        grid: the sheet.
        first: the row below the headings.
    """
    one, last = meanings[titles[0]], meanings[titles[-1]]
    turned = len(titles) == 2 and heads("project", last.heading) and not heads("project", one.heading)
    if not turned:
        return titles[-1]
    below, above = ({fold(str(value)) for value in grid.sample_of(at.position, first)} for at in (one, last))
    return titles[0] if 0 < len(above) < len(below) else titles[-1]


def _above_projects(
    meanings: Sequence[Placed],
    found: list[Recognised | None],
    titles: list[int],
    steps: list[int],
    grid: Grid,
    first: int,
) -> list[Recognised | None]:
    """Takes what is headed as a programme before projects for their axes; these may have been taken for its steps."""
    free = next((axis for axis in _AXES if all(not held or held.target != axis for held in found)), "")
    below = next((at for at in (*titles, *steps) if heads("project", meanings[at][1])), None)
    if below is None:
        below = next((at for at in (*titles, *steps) if _is_numbered(meanings, at, grid, first)), None)
        numbers = below - 1 if below is not None else 0
        if (held := found[numbers]) and held.target in _NUMBERS:
            found[numbers] = replace(held, target=_NUMBERS[0])
    if below is None or not free or len(titles) > 2:
        return found
    above = [at for at, (_, heading, held) in enumerate(meanings[:below])
             if heads("programme", heading) and (held is None or at in titles)]  # fmt: skip
    if len(above) != 1 or any(at not in (*above, below) for at in titles):
        return found
    held, mine = found[above[0]] or Recognised(free, STRIPPED), found[below]
    found[above[0]] = replace(held, target=free)
    found[below] = replace(mine, target=_PROJECT, score=STRIPPED) if mine and below not in titles else mine
    return found


def _is_numbered(meanings: Sequence[Placed], at: int, grid: Grid, first: int) -> bool:
    """Tells whether a column of actions has a number of its own in each row, between it and a programme above it."""
    before = meanings[at - 1][2] if at > 1 else None
    if before is None or before.target not in _NUMBERS or not heads("action", meanings[at][1]):
        return False
    programmes = [one for one, (_, heading, _) in enumerate(meanings[: at - 1]) if heads("programme", heading)]
    rows = [row for row in grid.rows[first : first + _SEARCHED] if not all(map(is_blank, row))]
    said = [[str(row[one]).strip() if one < len(row) and not is_blank(row[one]) else "" for row in rows]
            for one in (meanings[at - 1][0], meanings[at][0])]  # fmt: skip
    numbers = [number for number, text in zip(*said, strict=True) if text]
    return (
        bool(programmes)
        and all(numbers)
        and len({*numbers}) == len(numbers)
        and _repeats(meanings[programmes[-1]][0], meanings[at][0], grid, first)
    )


def _may_title(heading: str, held: Recognised | None) -> bool:
    """Tells whether a heading has no other role than that of projects."""
    if held is None:
        return not heads("no_project", heading)
    loose = held.target in _LOOSE or targets()[held.target].scope in _LOOSE_SCOPES
    return loose and held.ordinal is None and not heads("no_project", heading)


def _repeats(above: int, below: int, grid: Grid, first: int) -> bool:
    """Tells whether each text of a column stands for the rows of several texts of another, as a rule."""
    said: list[tuple[str, str]] = []
    last = ""
    for row in grid.rows[first : first + _SEARCHED]:
        one, other = (str(row[at]).strip() if at < len(row) and not is_blank(row[at]) else "" for at in (above, below))
        last = fold(one) or last
        if other:
            said.append((last, fold(other)))
    groups = [[text for _, text in rows] for key, rows in groupby(said, key=lambda pair: pair[0]) if key]
    keys = {key for key, _ in said if key}
    several = [texts for texts in groups if len(set(texts)) > 1]
    letters = sum(sum(map(str.isalpha, key)) for key in keys)
    return 2 * len(several) >= len(groups) > 0 and len(keys) == len(groups) and letters >= _SHORTEST * len(keys)
