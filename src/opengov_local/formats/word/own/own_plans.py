"""The plan that a document of ours says behind a name, and which one of several of a title: `Portail — plan : P`."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.paper.naming import BROUGHT_IN
from opengov_local.formats.word.drafting.whose import collectivity_named
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.texts.passages import is_called, own_language
from opengov_local.importing.dates import read_date
from opengov_local.importing.draft import Node
from opengov_local.model.scalars import ID_PATTERN


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
    found = _behind("word.in_plan").fullmatch(text.strip())
    return InPlan(found["name"], found["whole"]) if found else None


class Which(NamedTuple):
    """A plan of a title that others have too.

    Attributes:
        title: the title, with the mark of its language.
        start, end: when it runs; "" where that is not what tells it apart.
        whose: the names of its collectivities, parted by commas; likewise.
    """

    title: str
    start: str = ""
    end: str = ""
    whose: str = ""


def which(text: str) -> Which:
    """Parts the title of a plan from what tells it from others of this title; all is title where nothing does."""
    found = _which().fullmatch(text.strip())
    if found is None:
        return Which(text.strip())
    span = read_date(found["period"]) if found["period"] else None
    if span is not None and span.start:
        return Which(found["title"], span.start, span.end or span.start)
    return Which(found["title"], whose=found["whose"] or "") if not found["period"] else Which(text.strip())


def less_reference(text: str) -> str:
    """Gives a name without the id behind it, which only tells it from others of this name."""
    found = _referred().fullmatch(text.strip())
    return found["name"] if found else text


def named(writing: Writing, text: str, near: Node) -> str | None:
    """Gives the id of the one object that a line names, as `Writing.named`; where it says a plan, one of that plan."""
    if (known := writing.named(text, near)) is not None:
        return known
    if (said := in_plan(text)) is not None:
        plans = plans_called(writing, said.plan)
        return _inside(writing, said.name, writing.node_of(plans[0])) if len(plans) == 1 else None
    if (found := _behind("word.in_commitment").fullmatch(text.strip())) is not None:
        return _of_commitment(writing, found, writing.named(found["whole"], near))
    plans = plans_called(writing, text) if which(text).title != text.strip() else []
    return str(plans[0]["id"]) if len(plans) == 1 else None


def _inside(writing: Writing, text: str, plan: Node) -> str | None:
    """Gives the id of the one object of a plan that words name; they may say its commitment."""
    if (known := writing.named(text, plan, inside=True)) is not None:
        return known
    found = _behind("word.in_commitment").fullmatch(text)
    return _of_commitment(writing, found, writing.named(found["whole"], plan, inside=True)) if found else None


def _of_commitment(writing: Writing, found: re.Match[str], commitment: str | None) -> str | None:
    """Gives the id of the one object of a commitment that words name."""
    plans = writing.draft.root.data.get("plans", ())
    there = [each for plan in plans for each in plan.get("commitments", ()) if each["id"] == commitment]
    return writing.named(found["name"], writing.node_of(there[0]), inside=True) if there else None


def plans_called(writing: Writing, text: str) -> list[Any]:
    """Gives the plans of the document that a text may name."""
    there = writing.draft.root.data.get("plans", ())

    def called(words: str) -> list[Any]:
        title = own_language(words, "")[1]
        return [each for each in there if is_called(each.get("title", {}), title)]

    said = which(text)
    found = called(text) or called(said.title)
    if said.start:
        return [each for each in found if _span(each) == (said.start, said.end)]
    if said.whose:
        whose = {collectivity_named(writing, each) for each in re.split("[,،] ", said.whose)}
        return [each for each in found if whose == {*each.get("collectivities", ())}]
    return found


def _span(plan: Any) -> tuple[str, str]:
    period = plan.get("period", {})
    return str(period.get("start", "")), str(period.get("end", ""))


@cache
def _behind(key: str) -> re.Pattern[str]:
    """Makes the pattern of a name with the name of what it lies in behind it, which a label of documents tells."""
    words = "|".join(map(re.escape, labels()[key].texts.values()))
    return re.compile(rf"(?P<name>.+){re.escape(BROUGHT_IN)}(?:{words})\s*[:：]\s*(?P<whole>.+)")


@cache
def _referred() -> re.Pattern[str]:
    reference = "|".join(map(re.escape, labels()["word.reference"].texts.values()))
    return re.compile(rf"(?P<name>.+){re.escape(BROUGHT_IN)}(?:{reference})\s+{ID_PATTERN}")


@cache
def _which() -> re.Pattern[str]:
    period, whose, reference = (
        "|".join(map(re.escape, labels()[f"word.{key}"].texts.values())) for key in ("period", "concerns", "reference")
    )
    how = rf"(?:{period})\s*[:：]\s*(?P<period>.+)|(?:{whose})\s*[:：]\s*(?P<whose>.+)|(?:{reference})\s+\S+"
    return re.compile(rf"(?P<title>.+){re.escape(BROUGHT_IN)}(?:{how})")
