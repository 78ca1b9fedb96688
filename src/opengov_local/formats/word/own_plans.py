"""The plan that a document of ours says behind a name, if the place does not say it: `Portail — plan : Programme`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.paper.parties import BROUGHT_IN
from opengov_local.formats.word.passages import own_language
from opengov_local.formats.word.writing import Writing
from opengov_local.importing.draft import Node


class InPlan(NamedTuple):
    """A name and the plan it is said to lie in.

    Attributes:
        name: the name, with the mark of its language.
        plan: the title of the plan, with the mark of its language.
    """

    name: str
    plan: str


def in_plan(text: str) -> InPlan | None:
    """Parts a name from the plan that stands behind it; None where none does."""
    found = _pattern().fullmatch(text.strip())
    return InPlan(found["name"], found["plan"]) if found else None


def named(writing: Writing, text: str, near: Node) -> str | None:
    """Gives the id of the one object that a line names, as `Writing.named`; of a plan where it says one."""
    said = in_plan(text)
    if said is None:
        return writing.named(text, near)
    title = own_language(said.plan, "")[1]
    plans = [each for each in writing.draft.root.data.get("plans", ()) if title in each.get("title", {}).values()]
    return writing.named(said.name, writing.node_of(plans[0]), inside=True) if len(plans) == 1 else None


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, labels()["word.in_plan"].texts.values()))
    return re.compile(rf"(?P<name>.+){re.escape(BROUGHT_IN)}(?:{words})\s*[:：]\s*(?P<plan>.+)")
