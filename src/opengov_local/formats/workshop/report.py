"""The report of one workshop: when and where it was held, who took part, what each working group brought."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local.formats.paper.answers import days, languages
from opengov_local.formats.paper.content import Blocks, Line, Lines, Part, Phrase, Row, Sheet, itemized
from opengov_local.formats.paper.grids import grid, stated
from opengov_local.formats.paper.headings import heading
from opengov_local.formats.paper.parties import party
from opengov_local.formats.paper.questions import Question, field, fields, found, show
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.paper.whose import of_whom, whose
from opengov_local.model.base import is_unstated
from opengov_local.model.contribution import Contribution
from opengov_local.model.gap import is_gap
from opengov_local.model.party import ParticipantGroup
from opengov_local.model.workshop import WorkingGroup, Workshop

CARD: Final[tuple[Question[Workshop], ...]] = (
    field("workshop.kind"),
    field("workshop.round"),
    Question("workshop.date", days, ("date", "until")),
    field("workshop.place"),
    of_whom("workshop.collectivities"),
    *fields("workshop", "plans level"),
    Question("workshop.languages", languages, ("languages",)),
    *fields("workshop", "organizers chairs partners agenda summary reported_figures attachments"),
)
"""What is said of the workshop as a whole, as far as it is stated."""
GROUP: Final[tuple[Question[WorkingGroup], ...]] = fields("group", "axis facilitators rapporteurs members summary")
PARTICIPANTS: Final = (("party", 8), ("sector", 5), ("count", 3), ("women", 3))
"""The columns of the table of participants, with their weights; those of nothing but blanks are left away."""
_OTHER: Final = "other"
"""The kind that no list names; it is no word for a title."""
BESIDE: Final = ("problem", "solution")
"""The kinds that stand beside each other: what is a problem, and the solutions that answer it."""
LISTED: Final = ("proposal", "recommendation", "question", "other")
"""The kinds that are listed below."""
SHOWN: Final = {"title", "participants", "working_groups", "contributions"} | {n for q in CARD for n in q.fields}
"""The fields of a workshop that the report shows."""
GROUP_SHOWN: Final = {"number", "title", "participants", "contributions"} | {n for q in GROUP for n in q.fields}
"""The fields of a working group that the report shows."""


def report(scribe: Scribe, anchor: str, workshop: Workshop) -> Sheet:
    """Makes the report of a workshop, without the answers to what it brought."""
    scribe.workshops[workshop.id] = True
    named = {} if workshop.kind == _OTHER else {"kind": scribe.code("workshop_kind", workshop.kind).text}
    kind = scribe.label("document.report" if named else "document.report_other", **named)
    of = scribe.listed(whose(scribe, workshop.collectivities))
    parts = (
        Part("part.card", scribe.label("part.card"), found(scribe, workshop, CARD)),
        *_part("workshop.participants", scribe, participants(scribe, workshop.participants)),
        *(_group(scribe, group) for group in workshop.working_groups),
        *_part("part.outside", scribe, () if not workshop.contributions else brought(scribe, workshop.contributions)),
    )
    return Sheet(anchor, kind, Line(scribe.name(workshop.title)), Line(of), parts)


def _part(key: str, scribe: Scribe, blocks: Blocks) -> tuple[Part, ...]:
    return (Part(key, scribe.label(key), blocks),) if blocks else ()


def _group(scribe: Scribe, group: WorkingGroup) -> Part:
    line = heading(scribe, "group.heading", group.number, group.title)
    blocks: Blocks = (
        *found(scribe, group, GROUP),
        *participants(scribe, group.participants),
        *brought(scribe, group.contributions),
    )
    return Part("group.heading", line.text, blocks, heading=line)


def participants(scribe: Scribe, groups: Sequence[ParticipantGroup]) -> Blocks:
    """Makes the table of who took part, by body and sector; a number that nobody counted is no 0."""
    if not groups:
        return ()
    there = [column for column in PARTICIPANTS if column[0] == "party" or stated(scribe, groups, column[0])]
    rows = [tuple(_of_participants(scribe, group, name) for name, _ in there) for group in groups]
    return (grid(scribe, "workshop.participants", [(f"participants.{name}", weight) for name, weight in there], rows),)


def _of_participants(scribe: Scribe, group: ParticipantGroup, name: str) -> Lines:
    if name == "party":
        return (Line(party(scribe, group.party)),) if group.party else ()
    if name == "sector":
        return show(scribe, group, name)
    count = getattr(group, name)
    return () if count is None else (Line((scribe.plain(str(count)),)),)


def brought(scribe: Scribe, contributions: Sequence[Contribution]) -> Blocks:
    """Makes what a group brought: solutions beside the problem they answer, the other kinds as lists."""
    if is_unstated(contributions) or not contributions:
        none = (Line((scribe.words("word.none"),)),)
        lines = scribe.not_stated() if is_unstated(contributions) else none
        return (Row("group.contributions", scribe.label("group.contributions"), lines, False),)
    rows = _beside(scribe, contributions)
    table = [grid(scribe, "group.contributions", [(f"group.{kind}", 1) for kind in BESIDE], rows)] if rows else []
    lists = ((f"group.{kind}", itemized(_texts(scribe, contributions, kind))) for kind in LISTED)
    unknown = itemized(_of_no_kind(scribe, each) for each in contributions if is_gap(each.kind))
    found = [*lists, ("group.contributions", unknown)]
    return (*table, *(Row(key, scribe.label(key), lines) for key, lines in found if lines))


def _of_no_kind(scribe: Scribe, contribution: Contribution) -> Lines:
    """Gives a contribution of a draft that does not know what it is."""
    return (*_text(scribe, contribution), *scribe.labelled("response.kind", (Line((scribe.gap(),)),)))


def _texts(scribe: Scribe, contributions: Sequence[Contribution], kind: str) -> list[Lines]:
    return [_text(scribe, each) for each in contributions if each.kind == kind]


def _text(scribe: Scribe, contribution: Contribution) -> Lines:
    scribe.contributions[contribution.id] = True
    first, *rest = scribe.text(contribution.text)
    number = (scribe.plain(contribution.number), Phrase(". ")) if contribution.number else ()
    return (Line((*number, *first.phrases), first.language), *rest)


def _beside(scribe: Scribe, contributions: Sequence[Contribution]) -> list[tuple[Lines, Lines]]:
    """Gives each problem with the solutions that answer it first, then the solutions that answer none of them."""
    problems = [each for each in contributions if each.kind == "problem"]
    known = {identifier: each.id for each in problems for identifier in (each.id, *each.former_ids)}
    found: dict[str | None, list[Lines]] = {}
    for each in contributions:
        if each.kind == "solution":
            first = next((known[answered] for answered in each.answers if answered in known), None)
            found.setdefault(first, []).append(_text(scribe, each))
    rows = [(_text(scribe, each), itemized(found.get(each.id, ()))) for each in problems]
    return [*rows, *((((), itemized(found[None])),) if None in found else ())]
