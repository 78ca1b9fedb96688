"""OGP's national commitment template of 2022, in its own order: one sheet for each commitment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from opengov_local.formats.ogp_national.heads import other_numbers, period
from opengov_local.formats.ogp_national.naming import goes_before, with_number
from opengov_local.formats.paper.commitments import titled
from opengov_local.formats.paper.content import Grid, Line, Lines, Part, Sheet
from opengov_local.formats.paper.drafts import answered, unanswered
from opengov_local.formats.paper.questions import Question, asked
from opengov_local.formats.paper.sayings import say
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.paper.stakeholders import stakeholders
from opengov_local.formats.value_questions import ASKS_WHY
from opengov_local.model.commitment import Commitment
from opengov_local.model.milestone import Milestone
from opengov_local.model.plan import ActionPlan

_COLUMNS: Final = tuple(f"milestone_2022.{column}" for column in ("title", "deliverable", "end", "stakeholders"))
_FIELDS: Final = (("title",), ("deliverable",), ("due",), ("leads", "supporting"))
"""The fields that answer in each column."""


def sheet(scribe: Scribe, anchor: str, plan: ActionPlan, commitment: Commitment) -> Sheet:
    """Makes the form of one commitment of a plan."""
    head = asked(scribe, "part_2022.head", commitment, [*HEAD, *period(commitment, "2022")])
    parts = (
        Part(head.key, head.title, head.blocks, "recalled"),
        asked(scribe, "commitment_2022.description", commitment, [BRIEF]),
        *(asked(scribe, key, commitment, questions) for key, questions in ASKED),
        Part("part_2022.planning", scribe.label("part_2022.planning"), (_planning(scribe, commitment),)),
    )
    kind, title = scribe.label("form_2022.commitment"), titled(scribe, commitment)
    return Sheet(anchor, kind, title, Line(scribe.name(plan.title)), parts)


def _field(name: str, *, alone: bool = False) -> Question[Commitment]:
    """Makes the question that shows one field of the commitment as it is."""
    return Question(f"commitment_2022.{name}", lambda scribe, it: say(getattr(it, name), scribe), (name,), alone=alone)


def _why(name: str) -> Question[Commitment]:
    """Makes the question of why the commitment serves one OGP value."""

    def answer(scribe: Scribe, commitment: Commitment) -> Lines:
        return tuple(
            line for each in commitment.ogp_values if each.value == ASKS_WHY[name] for line in say(each.why, scribe)
        )

    return Question(f"commitment_2022.{name}", answer, ("ogp_values",))


def _supporting(scribe: Scribe, commitment: Commitment) -> Lines:
    return stakeholders(scribe, "milestone_2022", (), commitment.supporting) or say(commitment.supporting, scribe)


def _planning(scribe: Scribe, commitment: Commitment) -> Grid:
    """Makes the table of milestones; without any it says so."""
    head = tuple(scribe.label(column) for column in _COLUMNS)
    rows = tuple(_row(scribe, step) for step in commitment.milestones)
    none = () if rows else ((say(commitment.milestones, scribe) or unanswered(scribe, commitment, ["milestones"]),),)
    return Grid("part_2022.planning", None, head, (7, 7, 4, 7), rows or none)


def _row(scribe: Scribe, step: Milestone) -> tuple[Lines, ...]:
    number = (Line((scribe.plain(step.number),)),) if step.number and not goes_before(step.number) else ()
    name = (
        Line(with_number(scribe, step.number, step.title)),
        *say(step.description, scribe),
        *scribe.labelled("milestone.number", number),
        *scribe.labelled("word.schedule", say(step.schedule, scribe)),
    )
    who = stakeholders(scribe, "milestone_2022", step.leads, step.supporting)
    cells = (name, say(step.deliverable, scribe), say(step.due, scribe), who)
    return answered(scribe, step, zip(cells, _FIELDS, strict=True))


HEAD: Final[tuple[Question[Commitment], ...]] = (
    Question("commitment_2022.title", lambda scribe, it: (Line(scribe.name(it.title)),), ("title", "identifiers")),
    Question("commitment_2022.number", lambda s, it: (Line((s.plain(it.number),)),) if it.number else (), ("number",)),
    _field("leads"),
    Question("commitment_2022.supporting", _supporting, ("supporting",)),
)
BRIEF: Final = _field("description", alone=True)
ASKED: Final[tuple[tuple[str, tuple[Question[Commitment], ...]], ...]] = (
    ("part_2022.problem", (_field("problem"), _field("causes"))),
    ("part_2022.solution", (_field("status_quo"), _field("action"), _field("expected_results"))),
    ("part_2022.analysis", tuple(map(_why, ASKS_WHY))),
)
SHOWN: Final = {"milestones", "start", "end"} | {
    name
    for questions in (HEAD, (BRIEF,), *(questions for _, questions in ASKED))
    for question in questions
    for name in question.fields
}
"""The fields of a commitment that the form shows."""
SHOWN_OF_MILESTONES: Final = frozenset(
    ["number", "title", "description", "deliverable", "due", "schedule", "leads", "supporting"]
)
"""The fields of a milestone that the form shows."""


def left_out(commitment: Commitment) -> Iterator[str]:
    """Gives the field of each value that the form has no place for, though it shows others of that field."""
    yield from other_numbers(commitment)
    for each in commitment.ogp_values:
        if each.value not in ASKS_WHY.values() or not each.why:
            yield "ogp_values"
