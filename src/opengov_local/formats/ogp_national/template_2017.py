"""OGP's commitment template of 2017, which some members still use: one sheet for each commitment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from opengov_local.formats.ogp_national.contacts import contacts
from opengov_local.formats.ogp_national.heads import other_numbers, period
from opengov_local.formats.ogp_national.naming import goes_before, with_number
from opengov_local.formats.paper.answers import goals, reasons
from opengov_local.formats.paper.commitments import titled
from opengov_local.formats.paper.content import Grid, Line, Lines, Part, Row, Sheet, itemized
from opengov_local.formats.paper.drafts import answered, unanswered
from opengov_local.formats.paper.parties import party
from opengov_local.formats.paper.questions import Question, asked, found
from opengov_local.formats.paper.sayings import say
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.paper.stakeholders import group_of, named_alone, named_anyhow, named_behind
from opengov_local.model.commitment import Commitment
from opengov_local.model.milestone import Milestone
from opengov_local.model.plan import ActionPlan

_COLUMNS: Final = tuple(f"milestone_2017.{column}" for column in ("title", "start", "end"))
_FIELDS: Final = (("title",), ("start",), ("due",))
"""The fields that answer in each column."""


def sheet(scribe: Scribe, anchor: str, plan: ActionPlan, commitment: Commitment) -> Sheet:
    """Makes the form of one commitment of a plan."""
    apart = [] if commitment.number is None or goes_before(commitment.number) else [_NUMBER]
    head = asked(scribe, "part_2017.head", commitment, [_NAME, *apart, *period(commitment, "2017"), _LEADS])
    what = asked(scribe, "part_2017.description", commitment, DESCRIPTION)
    others = asked(scribe, "part_2017.others", commitment, OTHERS)
    parts = (
        head,
        Part(what.key, what.title, (*what.blocks, *found(scribe, commitment, OPTIONAL))),
        Part("part_2017.milestones", scribe.label("part_2017.milestones"), (_milestones(scribe, commitment),)),
        Part("part_2017.contact", scribe.label("part_2017.contact"), contacts(scribe, commitment.leads)),
        Part(others.key, others.title, (*others.blocks, *found(scribe, commitment, UNSORTED))),
    )
    kind, title = scribe.label("form_2017.commitment"), titled(scribe, commitment)
    return Sheet(anchor, kind, title, Line(scribe.name(plan.title)), parts)


def _field(name: str) -> Question[Commitment]:
    """Makes the question that shows one field of the commitment as it is."""
    return Question(f"commitment_2017.{name}", lambda scribe, it: say(getattr(it, name), scribe), (name,))


def _leads(scribe: Scribe, commitment: Commitment) -> Lines:
    """Names the bodies that lead; a person stands there only where no body does, for persons have a part below."""
    lines = itemized(named_alone(scribe, who, person=False) or named_anyhow(scribe, who) for who in commitment.leads)
    return lines or say(commitment.leads, scribe)


def _of_the_state(scribe: Scribe, commitment: Commitment) -> Lines:
    bodies = (who for who in commitment.supporting if group_of(scribe, who) == "government")
    return itemized(named_behind(scribe, who) for who in bodies)


def _of_society(scribe: Scribe, commitment: Commitment) -> Lines:
    others = (who for who in commitment.supporting if group_of(scribe, who) not in (None, "government"))
    named = itemized((Line(party(scribe, who)),) for who in others)
    return named or (() if commitment.supporting else say(commitment.supporting, scribe))


def _unsorted(scribe: Scribe, commitment: Commitment) -> Lines:
    """Names those of whom nothing states a group, for none is guessed."""
    return itemized((Line(party(scribe, who)),) for who in commitment.supporting if not group_of(scribe, who))


def _milestones(scribe: Scribe, commitment: Commitment) -> Grid | Row:
    """Makes the table of milestones; without any it says so."""
    head = tuple(scribe.label(column) for column in _COLUMNS)
    rows = tuple(_row(scribe, step) for step in commitment.milestones)
    none = () if rows else ((say(commitment.milestones, scribe) or unanswered(scribe, commitment, ["milestones"]),),)
    return Grid("part_2017.milestones", None, head, (12, 4, 4), rows or none)


def _row(scribe: Scribe, step: Milestone) -> tuple[Lines, ...]:
    number = (Line((scribe.plain(step.number),)),) if step.number and not goes_before(step.number) else ()
    name = (
        Line(with_number(scribe, step.number, step.title)),
        *say(step.description, scribe),
        *scribe.labelled("milestone.number", number),
        *scribe.labelled("word.deliverable", say(step.deliverable, scribe)),
        *scribe.labelled("word.schedule", say(step.schedule, scribe)),
    )
    cells = (name, say(step.start, scribe), say(step.due, scribe))
    return answered(scribe, step, zip(cells, _FIELDS, strict=True))


_NAME: Final[Question[Commitment]] = Question(
    "commitment_2017.number_title",
    lambda scribe, it: (Line(with_number(scribe, it.number, it.title)),),
    ("title", "number", "identifiers"),
)
_NUMBER: Final[Question[Commitment]] = Question(
    "commitment_2017.number", lambda scribe, it: (Line((scribe.plain(it.number or ""),)),), ("number",)
)
_LEADS: Final[Question[Commitment]] = Question("commitment_2017.leads", _leads, ("leads",))
DESCRIPTION: Final[tuple[Question[Commitment], ...]] = (
    *map(_field, ("problem", "action", "solution_path")),
    Question("commitment_2017.values_why", lambda s, it: reasons(s, it, bare=True), ("ogp_values",)),
    _field("additional_information"),
)
OPTIONAL: Final[tuple[Question[Commitment], ...]] = (
    *map(_field, ("budget", "related")),
    Question("commitment_2017.sdgs", goals, ("sdgs",)),
)
"""What the template names as examples of additional information: it stands there only where it is stated."""
OTHERS: Final[tuple[Question[Commitment], ...]] = (
    Question("commitment_2017.supporting_government", _of_the_state, ("supporting",)),
    Question("commitment_2017.supporting", _of_society, ("supporting",)),
)
UNSORTED: Final[tuple[Question[Commitment], ...]] = (
    Question("commitment_2017.supporting_unsorted", _unsorted, ("supporting",)),
)
"""A line of our own below those of the template, where somebody would stand in the wrong one of them."""
SHOWN: Final = {"milestones", "start", "end"} | {
    name
    for questions in ((_NAME, _LEADS), DESCRIPTION, OPTIONAL, OTHERS)
    for question in questions
    for name in question.fields
}
"""The fields of a commitment that the form shows."""
SHOWN_OF_MILESTONES: Final = frozenset(["number", "title", "description", "deliverable", "start", "due", "schedule"])
"""The fields of a milestone that the form shows."""


def left_out(commitment: Commitment) -> Iterator[str]:
    """Gives the field of each value that the form has no place for, though it shows others of that field."""
    return other_numbers(commitment)
