"""The facts of plans: axes, commitments, milestones and indicators."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tests.layouts.facts import Fact, Names, Tree, fact, source_of
from tests.layouts.spelling import measures, money, number, owner, plain

ON_PLAN = "PLAN"
"""The parent of an activity that belongs to no commitment."""
_Told = Callable[[Any, Names], list[str]]

TEXTS = {
    "commitment": (
        *("description", "problem", "causes", "status_quo", "action", "solution_path", "expected_results"),
        *("objectives", "beneficiaries", "participation", "governance", "priority", "long_term_goal", "schedule"),
        "additional_information",
    ),
    "milestone": ("description", "deliverable", "schedule", "additional_information"),
}
"""The fields of one text; their concepts have facts of them."""
_DATES = ("start", "end", "due", "progress", "completed_on")
_SHORTER = {"axes": "axis", "identifiers": "identifier"}


def _cost(line: Tree, names: Names) -> list[str]:
    amount = line.get("amount")
    if amount:
        return [money(f"{amount.get('value')} {amount.get('currency')} {line.get('year') or ''}")]
    return names.texts(line.get("text"))


_MANY: dict[str, _Told] = {
    "leads": lambda party, names: names.party(party),
    "supporting": lambda party, names: names.party(party),
    "budget": _cost,
    "sdgs": lambda goal, _: [str(goal)],
    "ogp_values": lambda value, _: [str(value.get("value"))],
    "policy_areas": lambda area, _: [str(area)],
    "principles": lambda principle, _: [str(principle)],
    "evidence": source_of,
    "axes": lambda axis, names: [owner(names.title_of(axis))],
    "identifiers": lambda number, _: [plain(number.get("value"))],
}
"""Lists, of which each item is a fact."""


def facts_of_plan(plan: Tree, names: Names) -> Iterator[Fact]:
    """Gives the facts of a plan and all that is in it."""
    yield from fact("plan", "plan", "title", names.texts(plan.get("title")))
    period = plan.get("period") or {}
    for end in ("start", "end"):
        yield from fact("plan", "plan", f"period_{end}", period.get(end))
    for adoption in plan.get("adoptions") or []:
        yield from fact("plan", "plan", "adopted", adoption.get("date"))
    for collectivity in plan.get("collectivities") or []:
        yield from fact("plan", "plan", "collectivity", names.collectivity(collectivity))
    for axis in plan.get("axes") or []:
        yield from _thing("axis", axis, names)
        for objective in axis.get("objectives") or []:
            yield from fact("axis", names.title(axis), "objectives", names.texts(objective))
        if axis.get("parent"):
            yield from fact("axis", names.title(axis), "parent", owner(names.title_of(axis["parent"])))
    for commitment in plan.get("commitments") or []:
        yield from _thing("commitment", commitment, names)
        for milestone in commitment.get("milestones") or []:
            yield from _thing("milestone", milestone, names)
            yield from fact("milestone", names.title(milestone), "parent", owner(names.title(commitment)))
    for activity in plan.get("activities") or []:
        yield from _thing("milestone", activity, names)
        yield from fact("milestone", names.title(activity), "parent", ON_PLAN)
    yield from _indicators(plan, "plan", names)


def _thing(concept: str, thing: Tree, names: Names) -> Iterator[Fact]:
    """Gives the facts that axes, commitments and milestones have alike."""
    title = names.title(thing)
    yield from fact(concept, title, "title", names.texts(thing.get("title")))
    yield from fact(concept, title, "number", plain(thing.get("number") or ""))
    for field in TEXTS.get(concept, ()):
        yield from fact(concept, title, field, names.texts(thing.get(field)))
    for field in _DATES:
        if thing.get(field) is not None:
            yield from fact(concept, title, field, number(thing[field]) if field == "progress" else str(thing[field]))
    status = thing.get("status")
    if isinstance(status, dict):
        yield from fact(concept, title, "status", status.get("code"))
    for field, told in _MANY.items():
        for item in thing.get(field) or []:
            yield from fact(concept, title, _SHORTER.get(field, field), told(item, names))
    for line in thing.get("budget") or []:
        if line.get("funder"):
            yield from fact(concept, title, "funder", names.party(line["funder"]))
    yield from _indicators(thing, title, names)


def _indicators(thing: Tree, title: str, names: Names) -> Iterator[Fact]:
    for indicator in thing.get("indicators") or []:
        name = names.title(indicator)
        yield from fact("indicator", name, "name", names.texts(indicator.get("name")))
        yield from fact("indicator", name, "parent", owner(title))
        for field in ("baseline", "target"):
            yield from fact("indicator", name, field, measures(indicator.get(field), names.language))
        for value in indicator.get("values") or []:
            yield from fact("indicator", name, "values", measures(value, names.language))
        yield from fact("indicator", name, "unit", names.texts(indicator.get("unit")))
        yield from fact("indicator", name, "due", indicator.get("due"))
        for party in indicator.get("leads") or []:
            yield from fact("indicator", name, "leads", names.party(party))
