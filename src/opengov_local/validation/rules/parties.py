"""Family integrity, parties: the same body named twice, and organizations that nothing mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from opengov_local.finding import Parameter
from opengov_local.model import (
    ActionPlan,
    Commitment,
    Contact,
    Extract,
    Milestone,
    Organization,
    Party,
    Person,
    Translation,
)
from opengov_local.model.base import field_of
from opengov_local.model.shape import concepts
from opengov_local.model.walk import Node, Path
from opengov_local.validation.rules.bodies import fold, keys, name_of
from opengov_local.validation.rules.register import Context, Hit, Where, rule

_PAGES = "pages of opengovpartnership.org that list one institution three times"


@rule(
    "integrity/duplicate-institution",
    "warning",
    source=_PAGES,
    evidence="verified",
    several=("leads", "supporting"),
)
def duplicate_institution(value: ActionPlan | Commitment | Milestone, node: Node, context: Context) -> Iterator[Hit]:
    """The same body twice, with the same part, in one list of those responsible or supporting."""
    for name in ("leads", "supporting"):
        parties: Sequence[Party] = field_of(value, name, ())
        recognised = [(*keys(party, context),) for party in parties]
        if len({*chain(*recognised)}) == sum(map(len, recognised)):
            continue  # quickly, for nearly all lists
        first: dict[tuple[object, ...], int] = {}
        for position, (party, by) in enumerate(zip(parties, recognised, strict=True)):
            part = _folded(party.role), _who(party.person)
            known = [(key, part) for key in by]
            if again := next((key for key in known if key in first), None):
                places = [(*node.path, name, at) for at in (first[again], position)]
                params: dict[str, Parameter] = {"name": name_of(party, again[0][1], context)}
                yield Hit(places[1], params, depends=tuple(_telling(places)))
            for key in known:
                first.setdefault(key, position)


def _folded(text: Mapping[str, str] | None) -> frozenset[str]:
    return frozenset(fold(words) for words in (text or {}).values())


def _who(person: Person | None) -> tuple[object, ...] | None:
    """Gives what tells one person from another; a body may send several."""
    return None if person is None else (_folded(person.name), _folded(person.role), person.capacity)


def _telling(places: list[Path]) -> Iterator[Path]:
    """Gives the members that tell one party from another of the same name."""
    members = ("person", "organization", "collectivity", "role")
    return ((*place, member) for place in places for member in members)


_ADDRESS = re.compile(r"[^@\s]@[^@\s]+[.][^@\s.]")
_DIALLED = re.compile(r"\d(?:\D*\d){2}")
"""Three digits, as in the shortest telephone numbers."""


def _unusable(name: str, found: str) -> bool:
    if name == "email":
        return _ADDRESS.search(found) is None
    return _DIALLED.search(found) is None


@rule("integrity/unusable-contact", "warning", source="shared data model: meaning of the fields")
def unusable_contact(value: Contact, node: Node, context: Context) -> Iterator[Hit]:
    """An e-mail address to which nobody can write, or a telephone number that nobody can dial."""
    for name, found in (("email", value.email), ("phone", value.phone)):
        if found is not None and _unusable(name, found):
            yield Hit((*node.path, name), {"found": found, "kind": name})


def _lies_in(node: Node, other: Node) -> bool:
    here: Node | None = node
    while here is not None and here is not other:
        here = here.parent
    return here is other


_ASIDE = frozenset((*concepts(Organization), Extract, Translation))
"""What may lie in the organization itself, or tells only where something was read and who translated it."""


def _mentioned(context: Context) -> set[str]:
    """Gives the ids that something else mentions for certain."""
    return {one.target for one in context.index.survey.mentions if one.node.kind not in _ASIDE}


def _seems_unused(identifier: str, context: Context) -> bool:
    return identifier not in context.once(_mentioned)


@rule("integrity/organization-unused", "info", source="shared data model", where=Where(("id",), _seems_unused))
def organization_unused(organization: Organization, node: Node, context: Context) -> Iterator[Hit]:
    """An organization that nothing in the package mentions, but for where it was read and who translated it."""
    ids = (organization.id, *organization.former_ids)
    mentions = (mention for identifier in ids for mention in context.index.mentions_of(identifier))
    if all(one.node.kind in (Extract, Translation) or _lies_in(one.node, node) for one in mentions):
        yield Hit((*node.path, "id"), {"id": organization.id}, unmentioned=ids)
