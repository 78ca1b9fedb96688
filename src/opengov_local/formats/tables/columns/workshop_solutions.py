"""Problems with their solutions, said in a workshop or planned: "Problème | Solution proposée"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from opengov_local.formats.grids.grid import Grid, is_blank
from opengov_local.formats.wording.headings.heading_meanings import Recognised
from opengov_local.formats.wording.headings.phrases import heads, says

_NUMBER = re.compile(r"\s*[0-9٠-٩]+\s*$")
"""Behind each of several headings: "Solution proposée 1"."""
_PROBLEM, _ACTION = "problem", "action"
_TITLES = ("commitment.", "milestone.", "indicator", "contribution.", "disposition.")
"""How targets begin beside which others decide."""
_OF_PLANS = frozenset({"lead", "supporting", "start", "end", "schedule", "schedule.mark", "status", "progress",
                       "budget.amount", "budget.total", "budget.funder", "commitment.number"})  # fmt: skip
"""What a plan says of what will be done, and a workshop of what somebody proposed does not, as a rule."""


def solutions_among(
    headings: Sequence[str], meanings: Sequence[Recognised | None], grid: Grid, first: int
) -> list[Recognised | None]:
    """Takes problems beside columns of solutions for what people said, unless the table is one of a plan.

    A title above that speaks of a workshop, and of no plan, decides; without one, leads, times and money tell a plan.

    Args:
        headings: the headings, left to right.
        meanings: what they mean.
        grid: the sheet.
        first: the row below the headings.
    """
    found = list(meanings)
    names = [meaning.target if meaning else "" for meaning in found]
    actions = [at for at, name in enumerate(names) if name == _ACTION]
    if names.count(_PROBLEM) != 1 or not actions:
        return found
    asked = {name for name in names if name.startswith(_TITLES)} - {"commitment.number"}
    if asked or not all(heads("solution", _NUMBER.sub("", headings[at])) for at in actions):
        return found
    above = " ".join(str(value) for row in grid.rows[: first - 1] for value in row if not is_blank(value))
    told = says("workshop", f"{above} {grid.name}") and not says("plan", above)
    if not told and _OF_PLANS & set(names):
        return found
    for target, places in (("contribution.problem", [names.index(_PROBLEM)]), ("contribution.solution", actions)):
        for at in places:
            if held := found[at]:
                found[at] = replace(held, target=target)
    return found
