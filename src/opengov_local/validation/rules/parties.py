"""Family integrity, parties: the same body named twice, and organizations that nothing mentions."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from opengov_local.finding import Parameter
from opengov_local.model import (
    ActionPlan,
    Commitment,
    Extract,
    Milestone,
    Organization,
    Party,
    TerritorialCollectivity,
    Translation,
)
from opengov_local.model.walk import Node, Path
from opengov_local.validation.rules.register import Context, Hit, rule

_PAGES = "pages of opengovpartnership.org that list one institution three times"


def _fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _bodies(context: Context) -> dict[str, set[str]]:
    """Gives the ids of the bodies of the package by name."""
    bodies: dict[str, set[str]] = {}
    package = context.package
    listed: list[Organization | TerritorialCollectivity] = [*package.organizations, *package.collectivities]
    for body in listed:
        for text in body.name.values():
            bodies.setdefault(_fold(text), set()).add(body.id)
    return bodies


def _keys(party: Party, context: Context) -> Iterator[tuple[str, str]]:
    """Gives what a party can be recognised by: the id of its body, else its names and the id they stand for."""
    if identifier := party.organization or party.collectivity:
        body = context.index.find(identifier)
        yield "id", body.id if body else identifier
    else:
        for text in (party.name or {}).values():
            yield "name", (name := _fold(text))
            if len(named := context.once(_bodies).get(name, ())) == 1:
                yield from (("id", identifier) for identifier in named)


@rule(
    "integrity/duplicate-institution",
    "warning",
    source=_PAGES,
    evidence="verified",
)
def duplicate_institution(value: ActionPlan | Commitment | Milestone, node: Node, context: Context) -> Iterator[Hit]:
    """The same body twice, with the same part, in one list of those responsible or supporting."""
    for name in ("leads", "supporting"):
        first: dict[tuple[object, ...], int] = {}
        for position, party in enumerate(getattr(value, name, ())):
            if party.person is not None:
                continue
            part = frozenset(_fold(text) for text in (party.role or {}).values())
            keys = [(key, part) for key in _keys(party, context)]
            if again := next((key for key in keys if key in first), None):
                places = [(*node.path, name, at) for at in (first[again], position)]
                params: dict[str, Parameter] = {"name": _name(party, again[0][1], context)}
                yield Hit(places[1], params, depends=tuple(_telling(places)))
            for key in keys:
                first.setdefault(key, position)


def _telling(places: list[Path]) -> Iterator[Path]:
    """Gives the members that tell one party from another of the same name."""
    members = ("person", "organization", "collectivity", "role")
    return ((*place, member) for place in places for member in members)


def _name(party: Party, identifier: str, context: Context) -> str:
    named = party if party.name else context.index.find(identifier)
    return next(iter((getattr(named, "name", None) or {}).values()), identifier)


@rule("integrity/organization-unused", "info", source="shared data model")
def organization_unused(organization: Organization, node: Node, context: Context) -> Iterator[Hit]:
    """An organization that nothing in the package mentions, but for where it was read and who translated it."""
    ids = (organization.id, *organization.former_ids)
    mentions = (mention for identifier in ids for mention in context.index.refs_to(identifier))
    inside = len(node.path)
    if all(
        isinstance(mention.source, Extract | Translation) or mention.path[:inside] == node.path for mention in mentions
    ):
        yield Hit((*node.path, "id"), {"id": organization.id}, unmentioned=ids)
