"""The form of a commitment: what OGP's page asks in its order, then what is recalled, then the rest."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from opengov_local.formats.ogp_local.milestones import milestones
from opengov_local.formats.paper.answers import goals, identifiers, percent, reasons, values
from opengov_local.formats.paper.commitments import OGP_ID, titled
from opengov_local.formats.paper.content import Line, Lines, Part, Phrase, Sheet, itemized
from opengov_local.formats.paper.parties import party
from opengov_local.formats.paper.questions import Question, asked, field, fields, found, own_part
from opengov_local.formats.paper.sayings import listed_files, say
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.assessment import Assessment
from opengov_local.model.commitment import Commitment
from opengov_local.model.plan import ActionPlan

INCEPTION: Final = "ogp_local_inception"


def commitment_sheet(scribe: Scribe, anchor: str, plan: ActionPlan, commitment: Commitment) -> Sheet:
    """Makes the form of one commitment of a plan."""
    steps = milestones(scribe, "commitment.milestones", commitment)
    recalled = asked(scribe, "part.recalled", commitment, RECALLED)
    glance: list[Question[Commitment]] = [
        Question("commitment.plan", lambda scribe, _: say(plan.title, scribe)),
        Question("commitment.inception_report", lambda scribe, value: _inception(scribe, plan, value)),
        *AT_A_GLANCE,
    ]
    description = (Question("commitment.ids", lambda scribe, value: _ids(scribe, plan, value)), *DESCRIPTION)
    parts: tuple[Part, ...] = (
        asked(scribe, "commitment.at_a_glance", commitment, glance),
        asked(scribe, "commitment.description_part", commitment, description),
        replace(recalled, blocks=(*recalled.blocks, steps), weight="recalled"),
        *own_part(scribe, found(scribe, commitment, OWN)),
    )
    kind, title = scribe.label("form.commitment"), titled(scribe, commitment)
    return Sheet(anchor, kind, title, Line(scribe.name(plan.title)), parts)


def _ids(scribe: Scribe, plan: ActionPlan, commitment: Commitment) -> Lines:
    """Says the OGP ids of a commitment; whose they are is said where the plan has several collectivities."""
    alone = plan.collectivities[0] if len(plan.collectivities) == 1 else ""
    numbers = (number for number in commitment.identifiers if number.scheme == OGP_ID)
    return itemized(
        say(number.model_copy(update={"holder": None}) if number.holder == alone else number, scribe)
        for number in numbers
    )


def other_identifiers(scribe: Scribe, value: Commitment | ActionPlan) -> Lines:
    """Says the identifiers that no other question asks for, each with its scheme: the OGP ids of a commitment are."""
    return identifiers(scribe, value, OGP_ID if isinstance(value, Commitment) else None)


def _institutions(scribe: Scribe, commitment: Commitment) -> Lines:
    lead = (Phrase(" ("), scribe.words("word.in_lead"), Phrase(")"))
    leads = [(Line((*party(scribe, who), *lead)),) for who in commitment.leads]
    others = [say(who, scribe) for who in commitment.supporting]
    return itemized([*leads, *others]) or say(commitment.supporting, scribe)


def _inception(scribe: Scribe, plan: ActionPlan, commitment: Commitment) -> Lines:
    """Says the inception reports about a commitment or its plan that the package holds: of others it does not know."""
    targets = {plan.id, *plan.former_ids, commitment.id, *commitment.former_ids}
    reports = [each for each in scribe.known.assessments if each.instrument == INCEPTION and each.target in targets]
    return tuple(line for report in reports for line in _report(scribe, report, commitment))


def _report(scribe: Scribe, report: Assessment, commitment: Commitment) -> Lines:
    """Says which report it is, and whether one of the whole plan; who made it and when, its judgement, its files."""
    of_plan = report.target not in (commitment.id, *commitment.former_ids)
    whole = (Phrase(" "), scribe.words("word.of_plan")) if of_plan else ()
    head = tuple(line for value in (report.assessor, report.date) for line in say(value, scribe))
    name = (Line((scribe.code("assessment_instrument", INCEPTION), *whole)), *head)
    return (Line(scribe.listed(name)), *say(report.summary, scribe), *listed_files(scribe, report.attachments))


AT_A_GLANCE: Final[tuple[Question[Commitment], ...]] = (
    field("commitment.start"),
    field("commitment.end"),
    Question("commitment.institutions", _institutions, ("leads", "supporting")),
    field("commitment.policy_areas"),
    field("commitment.sectors"),
    Question("commitment.ogp_values", values, ("ogp_values",)),
)
DESCRIPTION: Final[tuple[Question[Commitment], ...]] = (
    field("commitment.title"),
    field("commitment.problem"),
    field("commitment.status_quo"),
    field("commitment.action"),
    field("commitment.solution_path"),
)
RECALLED: Final[tuple[Question[Commitment], ...]] = (
    field("commitment.long_term_goal"),
    Question("commitment.value_reasons", reasons, ("ogp_values",)),
    field("commitment.resources"),
    field("commitment.additional_information"),
)
OWN: Final[tuple[Question[Commitment], ...]] = (
    field("commitment.number"),
    Question("commitment.identifiers", other_identifiers, ("identifiers",)),
    *fields(
        "commitment",
        "axes continues collectivities description causes expected_results objectives beneficiaries participation "
        "governance priority ongoing related principles challenge_areas grand_challenges",
    ),
    Question("commitment.sdgs", goals, ("sdgs",)),
    *fields("commitment", "schedule budget indicators inputs status"),
    Question("commitment.progress", lambda scribe, value: percent(scribe, value.progress), ("progress",)),
    *fields("commitment", "completion completed_on evidence attachments"),
)
SHOWN: Final = {"milestones"} | {
    name for question in (*AT_A_GLANCE, *DESCRIPTION, *RECALLED, *OWN) for name in question.fields
}
"""The fields of a commitment that its form shows."""


def commitment_line(scribe: Scribe, commitment: Commitment, anchor: str) -> Line:
    """Names a commitment with a link to its form."""
    first, *rest = scribe.name(commitment.title)
    return Line((Phrase(first.text, True, first.language, first.mark, f"#{anchor}"), *rest))
