"""What stands at the head of an assessment: who assesses what, when, and in which part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local.formats.ogp_assessments.answers import BLANK
from opengov_local.formats.paper.commitments import id_values
from opengov_local.formats.paper.content import Line, Lines, Part, Phrase, Row, itemized
from opengov_local.formats.paper.parties import party, reached
from opengov_local.formats.paper.questions import show
from opengov_local.formats.paper.sayings import say
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.paper.whose import whose
from opengov_local.model.assessment import Assessment
from opengov_local.model.commitment import Commitment
from opengov_local.model.party import Party
from opengov_local.model.plan import ActionPlan

ABOUT: Final = ("date", "assessor_role", "period", "vintage")
"""The fields of an assessment that its form does not ask for, but the package may state."""
SHOWN: Final = frozenset({"target", "instrument", "assessor", "answers", "summary", "attachments", *ABOUT})
"""The fields of an assessment that the forms show."""


def row(scribe: Scribe, key: str, lines: Lines, note: str | None = None) -> Row:
    """Makes a question with its answer, or with room to write one."""
    return Row(key, scribe.label(key), lines or BLANK, bool(lines), scribe.label(note) if note else None)


def head_part(
    scribe: Scribe, plan: ActionPlan, commitment: Commitment | None, made: Assessment | None, deadline: str | None
) -> Part:
    """Makes the part that names evaluator, member, plan and commitment, in the order of the form.

    Args:
        scribe: who writes.
        plan: the plan.
        commitment: the commitment, where the assessment is of one.
        made: the assessment, if there is one.
        deadline: key of what is known of the time in which it is expected.
    """
    rows = [
        row(scribe, "assessment.assessor", evaluator(scribe, made.assessor if made else None), deadline),
        row(scribe, "assessment.email", _mail(scribe, made.assessor if made else None)),
        row(scribe, "assessment.member", whose(scribe, plan.collectivities)),
        row(scribe, "assessment.plan", (Line(scribe.name(plan.title)),)),
    ]
    if commitment is not None:
        rows += facts(scribe, commitment)
    return Part("part.evaluator", scribe.label("part.evaluator"), tuple(rows))


def facts(scribe: Scribe, commitment: Commitment) -> list[Row]:
    """Says which commitment is assessed, in the words of the plan."""
    numbers = itemized((Line((scribe.plain(value),)),) for value in id_values(commitment))
    return [
        row(scribe, "commitment.title", (Line(scribe.name(commitment.title)),)),
        *([row(scribe, "commitment.ids", numbers)] if numbers else []),
        row(scribe, "commitment.action", say(commitment.action, scribe)),
        row(scribe, "commitment.problem", say(commitment.problem, scribe)),
    ]


def about_part(scribe: Scribe, plan: ActionPlan, made: Assessment | None, *, summary: bool = True) -> Part:
    """Makes the part of what the form does not ask: the date always, all else where it is stated."""
    rows = [row(scribe, "assessment.date", show(scribe, made, "date") if made else ())]
    if bodies := say(plan.monitoring_bodies, scribe):
        rows.append(row(scribe, "assessment.monitoring_body", bodies))
    names = (*ABOUT[1:], *(["summary"] if summary else []), "attachments")
    for name in names if made else ():
        if lines := _said(scribe, made, name):
            rows.append(row(scribe, f"assessment.{name}", lines))
    return Part("part.about_assessment", scribe.label("part.about_assessment"), tuple(rows), "own")


def differing(scribe: Scribe, of_plan: Assessment | None, made: Assessment | None) -> list[Row]:
    """Says what the assessment of a commitment has otherwise than that of its plan; "not stated" where it has not."""
    rows = []
    for name in ("assessor", *ABOUT):
        if made and getattr(made, name) != getattr(of_plan, name, None):
            lines = evaluator(scribe, made.assessor) if name == "assessor" else _said(scribe, made, name)
            rows.append(Row(f"assessment.{name}", scribe.label(f"assessment.{name}"), lines or scribe.not_stated()))
    for name in ("summary", "attachments"):
        if lines := _said(scribe, made, name):
            rows.append(row(scribe, f"assessment.{name}", lines))
    return rows


def _said(scribe: Scribe, made: Assessment | None, name: str) -> Lines:
    """Says a field; a period as a span, or from or until the one date that it has."""
    period = made.period if made else None
    if made is None or name != "period":
        return show(scribe, made, name) if made else ()
    if period is None or not (period.start or period.end):
        return ()
    how = (Phrase(" ("), scribe.kind("date_qualifier", period.qualifier), Phrase(")")) if period.qualifier else ()
    return (Line((scribe.span(period.start, period.end), *how)),)


def evaluator(scribe: Scribe, who: Party | None) -> Lines:
    """Names who assesses, without the address, which has a line of its own."""
    said = party(scribe, who, contact=False) if who is not None else ()
    return (Line(said),) if said else ()


def _mail(scribe: Scribe, who: Party | None) -> Lines:
    if who is None or who.person is None or who.person.contact is None:
        return ()
    found: Sequence[tuple[Phrase, ...]] = reached(scribe, who.person)
    if not found:
        return (Line((Phrase("["), scribe.words("word.withheld_contact"), Phrase("]"))),)
    return (Line(scribe.listed(tuple(map(Line, found)))),)
