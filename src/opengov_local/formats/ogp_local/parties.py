"""Naming: objects by their id, parties, persons and seats, with private persons and contacts left out."""

from __future__ import annotations

from collections.abc import Iterable

from opengov_local.formats.ogp_local.form import Line, Lines, Phrase, itemized
from opengov_local.formats.ogp_local.scribe import Scribe
from opengov_local.model.collectivity import TerritorialCollectivity
from opengov_local.model.party import ParticipantGroup, Party, Person, Seat

_NAMES = ("name", "title", "text", "number")
"""Where objects carry their name, first the best."""

Phrases = tuple[Phrase, ...]


def named(scribe: Scribe, identifier: str) -> Phrases:
    """Names the object with an id; one that the package does not carry is named by its id."""
    found = scribe.index.find(identifier)
    if isinstance(found, TerritorialCollectivity):
        kind = scribe.code("collectivity_kind", found.kind)
        return (*scribe.name(found.name), Phrase(" ("), kind, Phrase(")"))
    for field in _NAMES:
        value = getattr(found, field, None)
        if value:
            return scribe.name(value) if isinstance(value, dict) else (scribe.plain(value),)
    return (scribe.plain(identifier),)


def all_named(scribe: Scribe, identifiers: Iterable[str]) -> Lines:
    """Names several objects, one a line."""
    return itemized((Line(named(scribe, identifier)),) for identifier in identifiers)


def person(scribe: Scribe, who: Person, beside: Iterable[str | None] = ()) -> Phrases:
    """Names a person, with office and body; a private person is said to be one and left out.

    Args:
        scribe: who writes.
        who: the person.
        beside: ids of bodies that are named beside the person already.
    """
    if who.capacity == "private" and scribe.leaves_out("private_persons", who):
        return (Phrase("["), scribe.words("word.private_person"), Phrase("]"))
    parts = [scribe.name(text) for text in (who.name, who.role) if text]
    parts += [named(scribe, body) for body in (who.organization, who.collectivity) if body and body not in beside]
    if who.contact and not scribe.leaves_out("contacts", who.contact):
        if who.contact.email:
            parts.append((scribe.plain(who.contact.email, f"mailto:{who.contact.email}"),))
        if who.contact.phone:
            parts.append((scribe.plain(who.contact.phone),))
    return _joined(scribe, parts)


def party(scribe: Scribe, who: Party) -> Phrases:
    """Names a body or person with a part to play, as far as it is stated."""
    parts = [named(scribe, body) for body in (who.organization, who.collectivity) if body]
    if who.name:
        parts.append(scribe.name(who.name))
    if who.person:
        parts.append(person(scribe, who.person, (who.organization, who.collectivity)))
    if who.group:
        parts.append((scribe.code("stakeholder_sector", who.group),))
    if who.role:
        parts.append(scribe.name(who.role))
    if isinstance(who, Seat):
        if who.sector:
            parts.append((scribe.code("organization_sector", who.sector),))
        if who.count is not None:
            parts.append((scribe.plain(f"× {who.count}"),))
    return _joined(scribe, parts)


def participants(scribe: Scribe, group: ParticipantGroup) -> Phrases:
    """Names those who took part for one body, with their number where it is known."""
    parts = [party(scribe, group.party)] if group.party else []
    if group.sector:
        parts.append((scribe.code("organization_sector", group.sector),))
    head = _joined(scribe, parts)
    numbers: list[Phrases] = [(scribe.plain(str(group.count)),)] if group.count is not None else []
    if group.women is not None:
        women = scribe.plain(str(group.women))
        numbers.append((scribe.words("word.women"), scribe.words("mark.colon"), women))
    if not numbers:
        return head
    return (*head, *([scribe.words("mark.colon")] if head else []), *_joined(scribe, numbers))


def _joined(scribe: Scribe, parts: list[Phrases]) -> Phrases:
    return scribe.listed(tuple(Line(part) for part in parts))
