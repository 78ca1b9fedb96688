"""Co-creation: the workshops and consultations of a plan, and what their working groups brought."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from opengov_local.formats.paper.answers import counted, days, languages
from opengov_local.formats.paper.composing import MEETINGS
from opengov_local.formats.paper.content import NUMBERED, Grid, Line, Lines, Part, Phrase, itemized
from opengov_local.formats.paper.naming import all_named
from opengov_local.formats.paper.parties import participants
from opengov_local.formats.paper.questions import Question, field, fields, found
from opengov_local.formats.paper.sayings import say
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.paper.whose import of_whom
from opengov_local.model.base import is_unstated
from opengov_local.model.contribution import Contribution
from opengov_local.model.party import ParticipantGroup
from opengov_local.model.workshop import WorkingGroup, Workshop

_KINDS: Final = ("problem", "solution", "proposal", "recommendation")
"""Kinds of contributions with a column of their own; the rest stands together, where there is any."""
_REST: Final = "other"


def co_creation(workshops: Sequence[Workshop]) -> tuple[Question[Any], ...]:
    """Asks who took part and how often people met; the answers are what the workshops record."""
    groups = [group for workshop in workshops for group in workshop.participants]
    bodies = {group.party.organization for group in groups if group.party and group.party.organization}
    met = sum(workshop.kind in MEETINGS for workshop in workshops)
    return (
        Question("plan.participants", lambda scribe, _: _participants(scribe, groups)),
        Question(
            "plan.group_count", lambda scribe, _: counted(scribe, scribe.plain(str(len(bodies)))) if bodies else ()
        ),
        Question("plan.meeting_count", lambda scribe, _: counted(scribe, scribe.plain(str(met))) if met else ()),
    )


def _participants(scribe: Scribe, groups: Sequence[ParticipantGroup]) -> Lines:
    bodies: dict[str, Line] = {}
    for group in groups:
        if group.party:
            line = Line(participants(scribe, ParticipantGroup(party=group.party)))
        elif group.sector:
            line = Line((scribe.code("organization_sector", group.sector),))
        else:
            continue
        bodies.setdefault(line.text, line)
    return itemized((line,) for line in bodies.values())


def workshop_parts(scribe: Scribe, workshops: Sequence[Workshop]) -> tuple[Part, ...]:
    """Makes one part for each workshop."""
    title = scribe.label("plan.workshops")
    scribe.workshops.update({each.id: True for each in workshops})
    return tuple(
        Part(
            "plan.workshops",
            f"{title} ({number}/{len(workshops)})",
            (*found(scribe, workshop, WORKSHOP), *_groups(scribe, workshop)),
            "recalled",
            3,
        )
        for number, workshop in enumerate(workshops, start=1)
    )


def _groups(scribe: Scribe, workshop: Workshop) -> tuple[Grid, ...]:
    outputs: list[tuple[Line, Lines, list[Contribution]]] = [
        (*_group(scribe, group), group.contributions) for group in workshop.working_groups
    ]
    if workshop.contributions:
        outputs.append((Line((scribe.words("workshop.outside_groups"),)), (), workshop.contributions))
    if not outputs:
        return ()
    given = {_column(item) for *_, items in outputs for item in items}
    kinds = (*_KINDS, *([_REST] if _REST in given else []))
    head = tuple(scribe.label(f"workshop.{column}") for column in ("group", *kinds))
    rows = tuple(
        row
        for name, about, items in outputs
        for row in (((name,), *_numbers(scribe, items, kinds)), *([(about,)] if about else []))
    )
    return (Grid("workshop.groups", scribe.label("workshop.groups"), head, _weights(head), rows),)


def _weights(head: Sequence[str]) -> tuple[int, ...]:
    """Gives the first column two fifths, or one third beside many, and the others what their titles need."""
    letters = [2 * len(title) + 3 for title in head[1:]]  # with room before and after, for a letter and a half
    share = 2 / 3 if len(letters) <= len(_KINDS) else 1 / 2
    return (round(sum(letters) * share), *letters)


def _column(item: Contribution) -> str:
    return item.kind if item.kind in _KINDS else _REST


def _numbers(scribe: Scribe, items: list[Contribution], kinds: Sequence[str]) -> tuple[Lines, ...]:
    """Says how many contributions of each kind there are; an output that nobody states has no number."""
    if is_unstated(items):
        return (scribe.not_stated(),)
    return tuple((Line((scribe.plain(str(sum(_column(item) == kind for item in items))),)),) for kind in kinds)


def _group(scribe: Scribe, group: WorkingGroup) -> tuple[Line, Lines]:
    """Names a group, and says what else is known of it, for a row over all columns: beside numbers there is no room."""
    number = (scribe.plain(group.number), Phrase(NUMBERED)) if group.number else ()
    people = {"facilitators": group.facilitators, "rapporteurs": group.rapporteurs, "members": group.members}
    title = Line(scribe.name(group.title))
    axis = all_named(scribe, [group.axis]) if group.axis else ()
    about = (
        *say(group.summary, scribe),
        *scribe.labelled("word.axis", tuple(line for line in axis if line.text != title.text)),
        *(line for key, who in people.items() for line in scribe.labelled(f"word.{key}", say(who, scribe))),
        *scribe.labelled("workshop.participants", tuple(Line(participants(scribe, who)) for who in group.participants)),
    )
    return Line((*number, *title.phrases)), about


WORKSHOP: Final[tuple[Question[Workshop], ...]] = (
    field("workshop.title"),
    field("workshop.kind"),
    field("workshop.round"),
    Question("workshop.date", days, ("date", "until")),
    field("workshop.place"),
    of_whom("workshop.collectivities"),
    field("workshop.level"),
    Question("workshop.languages", languages, ("languages",)),
    *fields("workshop", "organizers chairs partners participants agenda summary reported_figures attachments"),
)
SHOWN: Final = {"working_groups", "contributions", "plans"} | {
    name for question in WORKSHOP for name in question.fields
}
"""The fields of a workshop that the form shows; of contributions their number only."""
