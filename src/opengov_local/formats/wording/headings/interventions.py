"""Headings that name an action of a plan, or what somebody said in a meeting: "Interventions", «التدخلات»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from opengov_local.formats.wording.headings.heading_meanings import Recognised

_SAID, _TITLE, _STEP = "contribution.text", "commitment.title", "milestone.title"
_OF_ACTIONS = ("lead", "supporting", "start", "end", "schedule.mark", "budget.", "status", "progress", "indicator",
               "milestone.", "done_or_due")  # fmt: skip
"""How targets begin of what is said of actions."""
_OF_SPEECH = ("contribution.", "disposition.", "group")
"""How targets begin of what is said of words."""


def actions_among(meanings: Sequence[Recognised | None]) -> list[Recognised | None]:
    """Takes a heading that can be both for actions where the table says who does them, by when or how far they are.

    Behind a column of projects they are its activities.

    Args:
        meanings: what the headings mean, left to right.

    Returns:
        The same, with the actions in their places.
    """
    found = list(meanings)
    both = [at for at, held in enumerate(found) if held and held.target == _SAID and _TITLE in held.alternatives]
    others = [held.target for at, held in enumerate(found) if held and at not in both]
    spoken = any(name.startswith(_OF_SPEECH) for name in others)
    if len(both) != 1 or spoken or not any(name.startswith(_OF_ACTIONS) for name in others):
        return found
    if (held := found[both[0]]) is not None and (target := _place(others)):
        found[both[0]] = replace(held, target=target)
    return found


def _place(others: Sequence[str]) -> str:
    """Gives what actions are beside other columns, "" where projects and activities have columns of their own."""
    if _STEP in others:
        return "" if _TITLE in others else _TITLE
    return _STEP if _TITLE in others else _TITLE
