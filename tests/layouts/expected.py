"""The facts that a file states to a careful reader, from what was written down by hand.

An expected file is a tree much like a package, with names in place of ids. Its `variants` are readings of the whole
file, each of them right. In a reading, `{"any": […]}` holds several right values of one thing, `a|b` as a key several
fields of which any may hold the value, and `?` behind a key marks what may be missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from tests.layouts.facts import Fact, Tree, without_brackets
from tests.layouts.plans import ON_PLAN
from tests.layouts.spelling import measures, money, number, owner, person, plain
from tests.layouts.workshops import IN_WORKSHOP


@dataclass(frozen=True)
class Wanted:
    """A fact that a file states.

    Attributes:
        concept: what it is said about.
        owners: every right title of that thing.
        fields: the fields of which any may hold it.
        values: every right spelling of the value.
        optional: whether it may be missing.
    """

    concept: str
    owners: frozenset[str]
    fields: tuple[str, ...]
    values: frozenset[str]
    optional: bool = False

    def is_told_by(self, fact: Fact) -> bool:
        """Tells whether a fact of a package says this."""
        named = fact.concept == self.concept and fact.field in self.fields and fact.owner in self.owners
        return named and bool(fact.values & self.values)

    def __str__(self) -> str:
        said = " / ".join(sorted(self.values))
        return f"{self.concept} [{' / '.join(sorted(self.owners))}] {'|'.join(self.fields)} = {said}"


_SPELLED: dict[str, Callable[[Any], str]] = {
    **dict.fromkeys(("leads", "supporting", "funder", "author"), person),
    **dict.fromkeys(("axis", "commitments", "axis.parent"), owner),
    "budget": money,
    "progress": number,
    "collectivity": without_brackets,
}
_MEASURES = ("baseline", "target", "values", "value")
_PARTS = {"milestones": "milestone", "activities": "milestone", "indicators": "indicator", "axes": "axis"}
_DATED = ("progress", "status", "value")
"""Fields of updates that are told with the day they are true of."""


def any_of(value: Any) -> list[Any]:
    """Gives all right values of a thing."""
    return list(value["any"]) if isinstance(value, dict) else [value]


def wanted_of(reading: Tree) -> list[Wanted]:
    """Gives the facts of one reading of a file."""
    return [
        *(_plan(reading["plan"]) if reading.get("plan") else ()),
        *(fact for workshop in reading.get("workshops", ()) for fact in _workshop(workshop)),
        *(fact for update in reading.get("progress_updates", ()) for fact in _update(update)),
    ]


def _wanted(concept: str, title: Any, key: str, values: list[str]) -> Iterator[Wanted]:
    if values:
        fields = tuple(key.rstrip("?").split("|"))
        owners = frozenset(map(owner, any_of(title)))
        yield Wanted(concept, owners, fields, frozenset(values), key.endswith("?"))


def _spelled(concept: str, field: str, value: Any) -> list[str]:
    if field in _MEASURES:
        return [said for one in any_of(value) for said in measures(one, "")]
    spell = _SPELLED.get(f"{concept}.{field}") or _SPELLED.get(field, plain)
    return [spell(one) for one in any_of(value)]


def _values(concept: str, title: Any, key: str, value: Any) -> Iterator[Wanted]:
    """Gives one fact, or one for each item of a list."""
    field = key.rstrip("?").split("|")[0]
    for item in value if isinstance(value, list) else [value]:
        yield from _wanted(concept, title, key, _spelled(concept, field, item))


def _plan(plan: Tree) -> Iterator[Wanted]:
    for key, value in plan.items():
        if key == "commitments":
            yield from (fact for item in value for fact in _thing("commitment", item))
        elif key in _PARTS:
            parent = {"activities": ON_PLAN, "indicators": "plan"}.get(key)
            yield from (fact for item in value for fact in _thing(_PARTS[key], item, parent))
        else:
            yield from _values("plan", "plan", key, value)


def _thing(concept: str, thing: Tree, parent: Any = None) -> Iterator[Wanted]:
    title = thing.get("title", thing.get("name"))
    if parent is not None:
        parents = [one if one == ON_PLAN else owner(one) for one in any_of(parent)]
        yield from _wanted(concept, title, "parent", parents)
    for key, value in thing.items():
        if key in _PARTS:
            yield from (fact for item in value for fact in _thing(_PARTS[key], item, title))
        else:
            yield from _values(concept, title, key, value)


def _workshop(workshop: Tree) -> Iterator[Wanted]:
    yield from _group("workshop", "workshop", workshop, [IN_WORKSHOP])
    for group in workshop.get("working_groups", ()):
        title = group["title"]
        yield from _group("working_group", title, group, [owner(one) for one in any_of(title)])


def _group(concept: str, title: Any, group: Tree, parents: list[str]) -> Iterator[Wanted]:
    for key, value in group.items():
        if key not in ("contributions", "working_groups"):
            yield from _values(concept, title, key, value)
    for contribution in group.get("contributions", ()):
        yield from _contribution(contribution, parents)


def _contribution(contribution: Tree, parents: list[str]) -> Iterator[Wanted]:
    text = contribution["text"]
    yield from _wanted("contribution", text, "parent", [*parents, *map(owner, contribution.get("group_ok", ()))])
    for key, value in contribution.items():
        if key != "group_ok":
            yield from _values("contribution", text, key, value)


def _update(update: Tree) -> Iterator[Wanted]:
    for key, value in update.items():
        if key in _DATED:
            days = any_of(update.get("when", ""))
            said = product(days, _spelled("update", key, value))
            yield from _wanted("update", update["target"], key, [f"{day}={one}" for day, one in said])
        elif key not in ("target", "when"):
            yield from _values("update", update["target"], key, value)
