"""Parties, persons and seats by their names, with private persons and contacts left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from opengov_local.formats.civility import is_addressed, names_addressed
from opengov_local.formats.own_groups import GROUP_OF_SECTOR
from opengov_local.formats.paper.content import Line, Phrase
from opengov_local.formats.paper.naming import Phrases, labelled, named
from opengov_local.formats.paper.repetition import says
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.organization import Organization
from opengov_local.model.party import ParticipantGroup, Party, Person, Seat
from opengov_local.privacy.persons import Standing, details, is_mark
from opengov_local.privacy.redaction import What

_LEFT_OUT: Final[dict[Standing, What]] = {"private": "private_persons", "unmarked": "unmarked_persons"}
"""What a person is counted as who does not stand in public."""

IN_BRACKETS: Final = "\u00a0"
"""Stands between the name of a seat, or of who took part, and its kind in brackets, as in no name somebody types."""

BESIDE: Final = "\u00a0— "
"""Stands between a name and the part that it plays, or words of another kind: names have a dash between spaces, too."""
TYPED: Final = " — "
"""A dash as people type it, in a name or before a part."""
OF_WORDS: Final = f"\u2060{TYPED}"
"""How one that is of a name or of other words is printed, with a sign that nobody sees, where no `BESIDE` stands."""


def person(scribe: Scribe, who: Person, beside: Iterable[str | None] = (), *, contact: bool = True) -> Phrases:
    """Names a person, with office and body; one who does not stand in public is left out, and that is said.

    Args:
        scribe: who writes.
        who: the person.
        beside: ids of bodies that are named beside the person already.
        contact: whether it is said how the person is reached, where this has no line of its own.
    """
    if instead := withheld(scribe, who):
        return instead
    parts = [scribe.name(text) for text in (who.name, who.role) if text]
    parts += [named(scribe, body) for body in (who.organization, who.collectivity) if body and body not in beside]
    return _joined(scribe, [*parts, *(reached(scribe, who) if contact else [])])


def person_alone(scribe: Scribe, who: Person) -> Phrases:
    """Names a person who stands alone on a line; of one without a name it says that an office or a body is meant."""
    said = person(scribe, who)
    named_otherwise = who.name or not (who.role or who.organization or who.collectivity) or withheld(scribe, who)
    return said if named_otherwise else (*labelled(scribe, "word.office"), *said)


def withheld(scribe: Scribe, who: Person) -> Phrases:
    """Says that a person who does not stand in public is left out, and notes it; nothing of all others."""
    stands = scribe.standing(who)
    if stands == "public" or not scribe.leaves_out(_LEFT_OUT[stands], who, int(not is_mark(who))):
        return ()
    return (Phrase("["), scribe.words(f"word.{stands}_person"), Phrase("]"))


def reached(scribe: Scribe, who: Person) -> list[Phrases]:
    """Says how a person is reached, or notes that this is left out."""
    if not who.contact or scribe.leaves_out("contacts", who.contact, details(who.contact)):
        return []
    found: list[Phrases] = []
    if who.contact.email:
        found.append((scribe.plain(who.contact.email, f"mailto:{who.contact.email}"),))
    if who.contact.phone:
        found.append((scribe.plain(who.contact.phone),))
    return found


def party(scribe: Scribe, who: Party, *, contact: bool = True) -> Phrases:
    """Names a body or person with a part to play, as far as it is stated; a seat with its sector and numbers."""
    parts = _holder(scribe, who, contact=contact)
    if type(who) is Seat:
        parts += _sector(scribe, who, who.sector)
        if who.count is not None:
            parts.append((scribe.plain(f"×\u00a0{who.count}"),))
        if who.women is not None:
            parts.append(_women(scribe, who.women))
    return _joined(scribe, parts)


def holder(scribe: Scribe, seat: Seat) -> Phrases:
    """Names who holds a seat, without its sector and numbers, which stand elsewhere."""
    return _joined(scribe, _holder(scribe, seat))


def _holder(scribe: Scribe, who: Party, *, contact: bool = True, beside_sector: bool = False) -> list[Phrases]:
    parts = [named(scribe, body) for body in (who.organization, who.collectivity) if body]
    if who.name:
        parts.append(scribe.name(who.name))
    addressed = any(names_addressed(_said(part)) for part in parts)
    if addressed:
        parts[0] = (*labelled(scribe, "word.body"), *parts[0])
    beside = (who.organization, who.collectivity)
    if who.person and (acting := person(scribe, who.person, beside, contact=contact)):
        parts.append((*_acts(scribe, who.person, acting, beside_addressed=addressed), *acting))
    sector = who.sector if type(who) is Seat else None
    if (
        who.group
        and who.group != GROUP_OF_SECTOR.get(sector)
        and not says(_texts(scribe, who), "stakeholder_sector", who.group)
    ):
        group: Phrases = (scribe.code("stakeholder_sector", who.group),)
        if parts and (beside_sector or type(who) is Seat):  # a sector of the same name may stand there
            parts[-1:] = [(*parts[-1], Phrase(IN_BRACKETS), *_of_nobody(group))]
        else:
            parts.append(group if parts else _of_nobody(group))
    if who.role:
        role = scribe.name(who.role)
        parts[-1:] = [(*parts[-1], Phrase(BESIDE), *role)] if parts else [_of_nobody(role)]
        return parts
    return [of_words(part) for part in parts]


def of_words(phrases: Phrases) -> Phrases:
    """Marks the dashes of words with no `BESIDE` behind them, so that none is taken for one before a part."""
    if not any(TYPED in phrase.text for phrase in phrases):
        return phrases
    return tuple(replace(phrase, text=phrase.text.replace(TYPED, OF_WORDS)) for phrase in phrases)


def _of_nobody(words: Phrases) -> Phrases:
    """Puts what is known of a party without a name in brackets, so that it is not taken for the name."""
    return (Phrase("("), *words, Phrase(")"))


def _acts(scribe: Scribe, who: Person, acting: Phrases, *, beside_addressed: bool) -> Phrases:
    """Says that what follows is a person, or only the office of one, so that it is no name of a body.

    Nothing is said of one with a form of address (`Mme X`). A body that is called so has the label of a body, and
    a person beside it that of a person.
    """
    if withheld(scribe, who):
        return ()
    if not who.name:
        return labelled(scribe, "word.office")
    if beside_addressed:
        return labelled(scribe, "word.person")
    return () if is_addressed(_said(acting)) else (scribe.words("word.addressed"), Phrase(" "))


def _said(phrases: Phrases) -> str:
    return "".join([phrase.text for phrase in phrases])


def participants(scribe: Scribe, group: ParticipantGroup) -> Phrases:
    """Names those who took part for one body, with their number where it is known."""
    parts = [_joined(scribe, _holder(scribe, group.party, beside_sector=True))] if group.party else []
    head = _joined(scribe, parts + _sector(scribe, group.party, group.sector))
    numbers: list[Phrases] = [(scribe.plain(str(group.count)),)] if group.count is not None else []
    if group.women is not None:
        numbers.append(_women(scribe, group.women))
    if not numbers:
        return head
    return (*head, *([scribe.words("mark.colon")] if head else []), *_joined(scribe, numbers))


def _women(scribe: Scribe, count: int) -> Phrases:
    return (scribe.words("word.women"), scribe.words("mark.colon"), scribe.plain(str(count)))


def _sector(scribe: Scribe, who: Party | None, sector: str | None) -> list[Phrases]:
    """Says the sector of a seat, or of who took part, unless their name says so or it is that of a collectivity."""
    if sector is None:
        return []
    if who is not None and type(who) is not Seat:
        ours = who.collectivity and sector == "local_government"
        if ours or says(_texts(scribe, who), "organization_sector", sector):
            return []
    return [(scribe.code("organization_sector", sector),)]


def _texts(scribe: Scribe, who: Party) -> list[str]:
    """Gives the name of a party in all its languages."""
    body = scribe.index.find(who.organization, Organization) if who.organization else None
    return [*(body.name if body else {}).values(), *(who.name or {}).values()]


def _joined(scribe: Scribe, parts: list[Phrases]) -> Phrases:
    return parts[0] if len(parts) == 1 else scribe.listed(tuple(Line(part) for part in parts))
