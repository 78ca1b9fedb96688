"""Titles of tables that follow a plan up: the plan is what they speak of, "Tableau de bord du plan d'action 2026"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from opengov_local.account import Piece
from opengov_local.formats.tables.drafted.plan_years import years_of_plan
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.wording.headings.phrases import begins, names_form
from opengov_local.formats.wording.headings.phrases import says as names
from opengov_local.formats.wording.words.letters import plan_named_in
from opengov_local.formats.wording.words.plan_words import says

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


def leave_form(state: State, titles: Mapping[str, str], piece: Piece) -> bool:
    """Leaves the name of a form that was taken for the title above that of the plan itself; tells whether it was.

    What the form is called is kept.

    Args:
        state: what was read so far.
        titles: the titles of the plan so far, by language.
        piece: the line that may be its title.
    """
    text = piece.text.strip()
    is_title = not names_form(text) and names("plan", text) and (begins("plan", text) or bool(years_of_plan(text)))
    if not is_title or not all(map(names_form, titles.values())):
        return False
    for language in [*titles]:
        form = state.draft.supersede(state.plan, "title", label="title", language=language)
        state.draft.say("import/kept-above", form, severity="info", count=1, text=form.text)
    state.draft.say("import/assumed", piece, severity="info", node=state.plan, field="title", value=text)
    return True
