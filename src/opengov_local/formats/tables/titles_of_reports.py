"""Titles of tables that follow a plan up: the plan is what they speak of, "Tableau de bord du plan d'action 2026"."""

from __future__ import annotations

import re

from opengov_local.formats.tables.phrases import begins
from opengov_local.formats.tables.phrases import says as names
from opengov_local.formats.word.letters import plan_named_in
from opengov_local.formats.word.plan_words import says

_FEWEST = 3
"""Words that the name of a plan has: "Tableau de suivi du plan d'action" names none."""
_MOST = 8
"""Words that say behind the name of a plan that the table follows it up."""
_BEHIND = re.compile(r"(?P<plan>\S.*?)\s*(?:[:：]|\s[-–—])\s+(?P<rest>[^:：]+)")


def plan_followed_up(title: str) -> str:
    """Gives the plan that a title names beside the words for a table that follows it up; "" for others.

    Cards and lists of projects are what a plan may be, and an account may have a name of its own: these stay whole.

    Args:
        title: the title of a table, on one line or several.
    """
    line = " ".join(title.split())
    behind = _BEHIND.fullmatch(line)
    if behind and follows_up(behind["rest"]) and names("plan", behind["plan"]):
        return behind["plan"] if len(behind["plan"].split()) >= _FEWEST else ""
    named = plan_named_in(line) if begins("collection", line) else ""
    before, found, _ = line.partition(named) if named else ("", "", "")
    return named if found and says(before, "report") and len(named.split()) >= _FEWEST else ""


def follows_up(text: str) -> bool:
    """Tells whether a short text says that a table follows a plan up, and names none: "tableau de bord"."""
    return len(text.split()) <= _MOST and names("follow_up", text) and not names("plan", text)
