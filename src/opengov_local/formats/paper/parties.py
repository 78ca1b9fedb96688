"""Naming: objects by their id, parties, persons and seats, with private persons and contacts left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from msgspec.structs import replace

from opengov_local.formats.civility import is_addressed, names_addressed
from opengov_local.formats.own_groups import GROUP_OF_SECTOR
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
from opengov_local.model.party import ParticipantGroup, Party, Person, Seat
from opengov_local.model.plan import ActionPlan
from opengov_local.model.progress import ProgressUpdate
from opengov_local.model.workshop import WorkingGroup, Workshop
from opengov_local.privacy.persons import Standing, details, is_mark
from opengov_local.privacy.redaction import What

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

_LEFT_OUT: Final[dict[Standing, What]] = {"private": "private_persons", "unmarked": "unmarked_persons"}
"""What a person is counted as who does not stand in public."""

NAMELESS: Final[Mapping[type[Model], str]] = {
    ProgressUpdate: "word.nameless_update",
    Assessment: "word.nameless_assessment",
}
"""What may have no words of its own, with what it is called then, beside its id."""

BROUGHT_IN: Final = " — "
"""Stands between the words of a contribution and who brought it, and between a name and the plan that it is of."""

IN_BRACKETS: Final = "\u00a0"
"""Stands between the name of a seat, or of who took part, and its kind in brackets, as in no name somebody types."""

BESIDE: Final = "\u00a0— "
"""Stands between a name and the part that it plays, or words of another kind: names have a dash between spaces, too."""

Phrases = tuple[Phrase, ...]


def named(scribe: Scribe, identifier: str, kind: str | None = None) -> Phrases:
    """Names the object with an id; of one that the package does not carry it says what it is, and its id for reference.

    Args:
        scribe: who writes.
        identifier: the id.
        kind: what kind of object it is, where the package does not say so.
    """
    if said := scribe.bodies.get(identifier):
        return said
    node = scribe.index.node_of(identifier)
    if node is None:
        return _elsewhere(scribe, identifier, kind)
    if node.kind is TerritorialCollectivity or node.kind is Organization:
        said = (_collectivity if node.kind is TerritorialCollectivity else _organization)(scribe, node.value)
        scribe.bodies[identifier] = said
        return said
    return _in_the_package(scribe, identifier, node)


def _in_the_package(scribe: Scribe, identifier: str, node: Node) -> Phrases:
    found, what = node.value, node.kind
    if what is Contribution:
        scribe.contributions.setdefault(found.id, False)
        return (*scribe.name(found.text), *_where(scribe, node))
    if what is ActionPlan:
        return (*scribe.name(found.title), *_which(scribe, found))
    if what is ProgressUpdate and found.text:
        scribe.updates[found.id] = None
    held = found.__dict__
    for field in _NAMES:
        if value := held.get(field):
            name = scribe.name(value) if isinstance(value, dict) else (scribe.plain(value),)
            which = (*_alike(scribe, node), *_in_commitment(scribe, node), *_in_plan(scribe, node))
            return (*_by_number(scribe, node), *name, *which)
    return _referred(scribe, NAMELESS[what], identifier) if what in NAMELESS else (scribe.plain(identifier),)


def _by_number(scribe: Scribe, node: Node) -> Phrases:
    """Says the number of an axis or commitment, if its plan calls something else the same: `2. Transparency`."""
    numbered = node.kind in (Axis, Commitment) and node.value.number
    if not numbered or node.value.id not in scribe.known.named_twice:
        return ()
    return (scribe.plain(node.value.number), Phrase(NUMBERED))


def _alike(scribe: Scribe, node: Node) -> Phrases:
    """Says the id of an axis or commitment that no number tells apart, in a document that only names these."""
    if not scribe.lists_contributions or node.value.id not in scribe.known.numbered_alike:
        return ()
    return (Phrase(BROUGHT_IN), scribe.words("word.reference"), Phrase(" "), scribe.plain(node.value.id))


def _in_commitment(scribe: Scribe, node: Node) -> Phrases:
    """Says in which commitment something lies, if more in its plan is called the same: ` — commitment: Portal`."""
    above = node.above(Commitment)
    if above is None or node.value.id not in scribe.known.named_twice:
        return ()
    around = scribe.index.node_of(above.id)
    which = _by_number(scribe, around) if around else ()
    return (Phrase(BROUGHT_IN), *_labelled(scribe, "word.in_commitment"), *which, *scribe.name(above.title))


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
    return (Phrase(BROUGHT_IN), *_labelled(scribe, "word.in_plan"), *scribe.name(plan.title), *_which(scribe, plan))


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
        said = (*_labelled(scribe, "word.period"), scribe.date(start, end))
    elif whose and not any(whose == {*each.collectivities} for each in others):
        said = (*_labelled(scribe, "word.concerns"), *scribe.listed(all_named(scribe, plan.collectivities)))
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
    return said if named_otherwise else (*_labelled(scribe, "word.office"), *said)


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
        parts[0] = (*_labelled(scribe, "word.body"), *parts[0])
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
        return _labelled(scribe, "word.office")
    if beside_addressed:
        return _labelled(scribe, "word.person")
    return () if is_addressed(_said(acting)) else (scribe.words("word.addressed"), Phrase(" "))


def _labelled(scribe: Scribe, key: str) -> Phrases:
    return (scribe.words(key), scribe.words("mark.colon"))


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
