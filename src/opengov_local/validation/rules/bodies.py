"""Bodies: what a party can be recognised by, what it is called, and which part of society it comes from."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from opengov_local.model import ActionPlan, Organization, Party, Seat, TerritorialCollectivity
from opengov_local.model.base import field_of
from opengov_local.model.walk import Node
from opengov_local.validation.blanks import readable
from opengov_local.validation.rules.register import Context, Hit

_SECTOR_OF_GROUP: Final = {"government": "government", "csos": "civil_society"}
_SECTOR_OF_CAPACITY: Final = {
    "public_official": "government",
    "elected": "local_government",
    "civil_society": "civil_society",
}


@lru_cache(maxsize=4096)  # the same bodies stand all over a plan
def fold(text: str) -> str:
    """Makes two spellings of a name alike: letter case, width and spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _by_name(context: Context) -> dict[str, set[str]]:
    """Gives the ids of the bodies of the package by name."""
    bodies: dict[str, set[str]] = {}
    for texts, body, field, _ in context.index.survey.maps:
        if field == "name" and body.kind in (Organization, TerritorialCollectivity):
            for text in texts.values():
                bodies.setdefault(fold(text), set()).add(readable(body.value).id)
    return bodies


def keys(party: Party, context: Context) -> Iterator[tuple[str, str]]:
    """Gives what a party can be recognised by: the id of its body, else its names and the id they stand for."""
    if identifier := party.organization or party.collectivity:
        body = context.index.find(identifier)
        yield "id", body.id if body else identifier
    else:
        for text in (party.name or {}).values():
            yield "name", (name := fold(text))
            if len(named := context.once(_by_name).get(name, ())) == 1:
                yield from (("id", identifier) for identifier in named)


def name_of(party: Party, identifier: str, context: Context) -> str:
    """Names a party: in its own words, else by the object that has the id, else by the id."""
    named = party if party.name else context.index.find(identifier)
    return next(iter((field_of(named, "name") or {}).values()), identifier)


def sector_of(party: Party, context: Context) -> str | None:
    """Gives the sector a party comes from, as a code of organization_sector; None where nothing tells it."""
    stated: str | None = field_of(party, "sector")
    organization = context.index.find(party.organization, Organization) if party.organization else None
    sector = stated or (organization.sector if organization else None) or _SECTOR_OF_GROUP.get(party.group or "")
    if sector is None and party.person is not None and party.person.capacity is not None:
        sector = _SECTOR_OF_CAPACITY.get(party.person.capacity)
    if sector is None and party.collectivity is not None:
        sector = "local_government"
    return sector


def nobody_to_ask(plan: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """Finds a plan of which nobody is named whom to ask: by itself, or as focal point of one of its collectivities."""
    found = [context.index.find(identifier, TerritorialCollectivity) for identifier in plan.collectivities]
    if not plan.points_of_contact and not any(each and each.focal_points for each in found):
        place = (*node.path, "points_of_contact")
        yield Hit(place, {}, depends=(place, ("collectivities",)))


def taken(seats: Iterable[Seat]) -> list[Seat]:
    """Gives the seats in which somebody sits: one that counts nobody says that nobody does."""
    return [seat for seat in seats if seat.count != 0]


def ids_of(parties: Iterable[Party]) -> tuple[str, ...]:
    """Gives the ids of the organizations that parties name, on which their sectors depend."""
    return tuple(party.organization for party in parties if party.organization)
