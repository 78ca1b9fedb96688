"""Naming objects by their id: what tells them from others of their name, or what kind another file has there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from msgspec.structs import replace

from opengov_local.formats.paper.content import NUMBERED, Line, Lines, Phrase, itemized
from opengov_local.formats.paper.known import NAMES
from opengov_local.formats.paper.repetition import says
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.assessment import Assessment
from opengov_local.model.axis import Axis
from opengov_local.model.base import Model
from opengov_local.model.collectivity import TerritorialCollectivity
from opengov_local.model.commitment import Commitment
from opengov_local.model.contribution import Contribution
from opengov_local.model.dates import PartialDate
from opengov_local.model.node import Node
from opengov_local.model.organization import Organization
from opengov_local.model.plan import ActionPlan
from opengov_local.model.progress import ProgressUpdate
from opengov_local.model.workshop import WorkingGroup, Workshop

_NAMES: Final = (*NAMES, "number")
"""Where objects carry their name, first the best."""

ELSEWHERE: Final = (
    "collectivity",
    "organization",
    "plan",
    "axis",
    "commitment",
    "milestone",
    "indicator",
    "contribution",
)
"""The kinds of objects that have words of their own where another file carries them."""

NAMELESS: Final[Mapping[type[Model], str]] = {
    ProgressUpdate: "word.nameless_update",
    Assessment: "word.nameless_assessment",
}
"""What may have no words of its own, with what it is called then, beside its id."""

BROUGHT_IN: Final = " — "
"""Stands between the words of a contribution and who brought it, and between a name and the plan that it is of."""

Phrases = tuple[Phrase, ...]


def named(scribe: Scribe, identifier: str, kind: str | None = None) -> Phrases:
    """Names the object with an id; of one that the package does not carry it says what it is, and its id for reference.

    Args:
        scribe: who writes.
        identifier: the id.
        kind: what kind of object it is, where the package does not say so.
    """
    if said := scribe.named.get((identifier, scribe.plan)):
        return said
    node = scribe.index.node_of(identifier)
    if node is None:
        return _elsewhere(scribe, identifier, kind)
    if node.kind is TerritorialCollectivity or node.kind is Organization:
        said = (_collectivity if node.kind is TerritorialCollectivity else _organization)(scribe, node.value)
    else:
        said = _in_the_package(scribe, identifier, node)
    scribe.named[identifier, scribe.plan] = said
    return said


def _in_the_package(scribe: Scribe, identifier: str, node: Node) -> Phrases:
    found, what = node.value, node.kind
    if what is Contribution:
        scribe.contributions.setdefault(found.id, False)
        return (*scribe.name(found.text), *_where(scribe, node))
    if what is ActionPlan:
        return (*scribe.name(found.title), *_which(scribe, found))
    if what is ProgressUpdate and found.text:
        scribe.updates[found.id] = None
    if what is Workshop and found.title:
        scribe.workshops.setdefault(found.id, False)
    held = found.__dict__
    for field in _NAMES:
        if value := held.get(field):
            name = scribe.name(value) if isinstance(value, dict) else (scribe.plain(value),)
            which = (*_alike(scribe, node), *_in_commitment(scribe, node), *_in_plan(scribe, node))
            return (*_by_number(scribe, node), *name, *which)
    return _referred(scribe, NAMELESS[what], identifier) if what in NAMELESS else (scribe.plain(identifier),)


def _by_number(scribe: Scribe, node: Node) -> Phrases:
    """Says the number of an axis or commitment, if its plan calls something else the same: `2. Transparency`."""
    plan = node.above(ActionPlan) if node.kind in (Axis, Commitment) and node.value.number else None
    if plan is None or not scribe.known.is_named_twice(node.value, plan):
        return ()
    return (scribe.plain(node.value.number), Phrase(NUMBERED))


def _alike(scribe: Scribe, node: Node) -> Phrases:
    """Says the id of an axis or commitment that no number tells apart, in a document that only names these."""
    plan = node.above(ActionPlan) if scribe.lists_contributions and node.kind in (Axis, Commitment) else None
    if plan is None or not scribe.known.is_numbered_alike(node.value, plan):
        return ()
    return (Phrase(BROUGHT_IN), scribe.words("word.reference"), Phrase(" "), scribe.plain(node.value.id))


def _in_commitment(scribe: Scribe, node: Node) -> Phrases:
    """Says in which commitment something lies, if more in its plan is called the same: ` — commitment: Portal`."""
    above = node.above(Commitment)
    if above is None or node.value.id not in scribe.known.named_twice:
        return ()
    around = scribe.index.node_of(above.id)
    which = _by_number(scribe, around) if around else ()
    return (Phrase(BROUGHT_IN), *labelled(scribe, "word.in_commitment"), *which, *scribe.name(above.title))


def _in_plan(scribe: Scribe, node: Node) -> Phrases:
    """Says in which plan something lies, if it is another than the words around speak of: ` — plan: Programme`.

    Where these speak of a plan, that is said only of axes, for each plan has its own, and of what another plan calls
    the same.
    """
    plan = node.above(ActionPlan) if scribe.plan is not None else None
    if plan is None or plan.id == scribe.plan:
        return ()
    if not (scribe.lists_contributions or node.kind is Axis or node.value.id in scribe.known.named_again):
        return ()
    return (Phrase(BROUGHT_IN), *labelled(scribe, "word.in_plan"), *scribe.name(plan.title), *_which(scribe, plan))


def of_another_plan(scribe: Scribe, identifier: str) -> bool:
    """Tells whether something lies in another plan than the words around speak of."""
    node = scribe.index.node_of(identifier)
    plan = node.above(ActionPlan) if node is not None else None
    return plan is not None and plan.id != scribe.plan


def _which(scribe: Scribe, plan: ActionPlan) -> Phrases:
    """Says which of the plans of one title is meant: by its period, else by whose it is, else by its id."""
    others = scribe.known.plans_called_as(plan) if scribe.plan is not None else []
    if not others:
        return ()
    (start, end), whose = _span(plan), {*plan.collectivities}
    said: Phrases = (scribe.words("word.reference"), Phrase(" "), scribe.plain(plan.id))
    if start and end and (start, end) not in map(_span, others):
        said = (*labelled(scribe, "word.period"), scribe.date(start, end))
    elif whose and not any(whose == {*each.collectivities} for each in others):
        said = (*labelled(scribe, "word.concerns"), *scribe.listed(all_named(scribe, plan.collectivities)))
    return (Phrase(BROUGHT_IN), *said)


def _span(plan: ActionPlan) -> tuple[PartialDate | None, PartialDate | None]:
    return (plan.period.start, plan.period.end) if plan.period else (None, None)


def _where(scribe: Scribe, node: Node) -> Phrases:
    """Says where a contribution was brought, if others have its words: ` — Workshop — Group`."""
    again = scribe.known.said_again if scribe.lists_contributions else scribe.known.answered_again
    above = node.parent if node.value.id in again else None
    said: Phrases = ()
    while above is not None and above.kind in (WorkingGroup, Workshop):
        said = (Phrase(BROUGHT_IN), *scribe.name(above.value.title), *said)
        above = above.parent
    return said


def _collectivity(scribe: Scribe, found: TerritorialCollectivity) -> Phrases:
    """Names a collectivity, with its kind unless its name says it."""
    scribe.collectivities.setdefault(found.id, False)
    name, kind = scribe.name(found.name), scribe.kind("collectivity_kind", found.kind)
    if says([phrase.text for phrase in name], "collectivity_kind", found.kind):
        return name
    return (*name, Phrase(" ("), kind, Phrase(")"))


def _organization(scribe: Scribe, found: Organization) -> Phrases:
    scribe.organizations[found.id] = None
    return scribe.name(found.name)


def _elsewhere(scribe: Scribe, identifier: str, kind: str | None) -> Phrases:
    """Names an object of another file by its kind: `commitment of another plan (https://… · ref. org.example:co-1)`."""
    there = scribe.known.elsewhere.get(identifier)
    of = there.kind if there else kind
    key = f"word.elsewhere_{of if of in ELSEWHERE else 'object'}"
    return _referred(scribe, key, identifier, (scribe.link(there.url), Phrase(" · ")) if there and there.url else ())


def _referred(scribe: Scribe, key: str, identifier: str, url: Phrases = ()) -> Phrases:
    """Says what something is, and its id for reference."""
    beside = (Phrase("("), *url, scribe.words("word.reference"), Phrase(" "), scribe.plain(identifier), Phrase(")"))
    return (scribe.words(key), Phrase(" "), *(replace(each, small=True) for each in beside))


def all_named(scribe: Scribe, identifiers: Iterable[str], kind: str | None = None) -> Lines:
    """Names several objects, one a line; `kind` as for `named`."""
    return itemized((Line(named(scribe, identifier, kind)),) for identifier in identifiers)


def labelled(scribe: Scribe, key: str) -> Phrases:
    """Gives a label and a colon."""
    return (scribe.words(key), scribe.words("mark.colon"))
