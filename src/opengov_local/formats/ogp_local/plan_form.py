"""The form of a plan: what OGP's page shows in its order, then what is recalled, then the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from opengov_local.formats.ogp_local.co_creation import co_creation, workshop_parts
from opengov_local.formats.ogp_local.commitment_form import commitment_line, other_identifiers
from opengov_local.formats.ogp_local.milestones import milestones
from opengov_local.formats.paper.answers import boundary
from opengov_local.formats.paper.commitments import id_values
from opengov_local.formats.paper.composing import workshops_of
from opengov_local.formats.paper.content import Blocks, Grid, Line, Lines, Part, Phrase, Row, Sheet
from opengov_local.formats.paper.drafts import answered, unanswered
from opengov_local.formats.paper.naming import all_named, named
from opengov_local.formats.paper.questions import Question, asked, field, fields, found, own_part, show
from opengov_local.formats.paper.sayings import say
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.paper.whose import of_whom, whose
from opengov_local.formats.submitted import submitted_to_ogp
from opengov_local.model.adoption import Submission
from opengov_local.model.collectivity import TerritorialCollectivity
from opengov_local.model.commitment import Commitment
from opengov_local.model.dates import PartialDate
from opengov_local.model.package import Package
from opengov_local.model.plan import ActionPlan

_WEIGHTS: Final = (3, 9, 4, 4, 4)
_FIELDS: Final = (("number",), ("title",), ("identifiers",), ("start",), ("end",))
_COLUMNS: Final = ("milestone.number", *(f"commitment.{name}" for name in ("title", "ids", "start", "end")))


def plan_sheet(scribe: Scribe, anchor: str, package: Package, plan: ActionPlan, anchors: Sequence[str]) -> Sheet:
    """Makes the form of one plan; `anchors` are the places of the forms of its commitments."""
    workshops = workshops_of(package, plan)
    recalled = asked(scribe, "part.recalled", plan, (*VISION, *co_creation(workshops), *FOLLOWING))
    activities = (milestones(scribe, "plan.activities", plan),) if plan.activities else ()
    own: Blocks = (*found(scribe, plan, OWN), *activities)
    parts: tuple[Part, ...] = (
        *(asked(scribe, key, plan, questions) for key, questions in ASKED),
        Part("plan.commitments", scribe.label("plan.commitments"), (_commitments(scribe, plan, anchors),)),
        replace(recalled, weight="recalled"),
        *workshop_parts(scribe, workshops),
        *own_part(scribe, own),
    )
    of = scribe.listed(whose(scribe, plan.collectivities))
    return Sheet(anchor, scribe.label("form.plan"), Line(scribe.name(plan.title)), Line(of), parts)


def _commitments(scribe: Scribe, plan: ActionPlan, anchors: Sequence[str]) -> Row | Grid:
    if not plan.commitments:
        lines = say(plan.commitments, scribe)
        label = scribe.label("plan.commitments")
        answer = lines or unanswered(scribe, plan, ["commitments"])
        return Row("plan.commitments", label, answer, bool(lines))
    rows = tuple(
        answered(scribe, commitment, zip(_cells(scribe, commitment, anchor), _FIELDS, strict=True))
        for commitment, anchor in zip(plan.commitments, anchors, strict=True)
    )
    skip = 0 if any(commitment.number for commitment in plan.commitments) else 1
    head = tuple(scribe.label(key) for key in _COLUMNS)
    return Grid("plan.commitments", None, head[skip:], _WEIGHTS[skip:], tuple(row[skip:] for row in rows))


def _cells(scribe: Scribe, commitment: Commitment, anchor: str) -> tuple[Lines, ...]:
    return (
        (Line((scribe.plain(commitment.number),)),) if commitment.number else (),
        (commitment_line(scribe, commitment, anchor),),
        tuple(Line((scribe.plain(value),)) for value in id_values(commitment)),
        say(commitment.start, scribe),
        say(commitment.end, scribe),
    )


def _submission_years(scribe: Scribe, plan: ActionPlan) -> Lines:
    years = dict.fromkeys(date[:4] for date, _ in submitted_to_ogp(plan))
    return tuple(Line((scribe.plain(year),)) for year in years)


def submission_dates(scribe: Scribe, plan: ActionPlan) -> Lines:
    """Says when the plan went to OGP; one line for each date, with the collectivities of a joint plan."""
    by_date: dict[PartialDate, list[Submission]] = {}
    for date, each in submitted_to_ogp(plan):
        by_date.setdefault(date, []).append(each)
    lines = []
    for date, same in by_date.items():
        holders = [each.collectivity for each in same if each.collectivity]
        who = () if plan.collectivities == holders[:1] else all_named(scribe, holders)
        names = (Phrase(" — "), *scribe.listed(who)) if who else ()
        lines.append(Line((scribe.date(date), *names)))
    return tuple(lines)


def _term_end(scribe: Scribe, plan: ActionPlan) -> Lines:
    """Says the end of the term of office: as the plan states it, else as its collectivities do, by name."""
    if plan.term_end:
        return say(plan.term_end, scribe)
    lines = []
    for identifier in plan.collectivities:
        holder = scribe.index.find(identifier, TerritorialCollectivity)
        if holder and holder.term_end:
            lines.append(Line((scribe.date(holder.term_end), Phrase(" — "), *named(scribe, identifier))))
    return tuple(lines)


def _answered_above(scribe: Scribe, plan: ActionPlan) -> Lines:
    """Says that the question before answers this one too: the model has one text for them."""
    return (Line((scribe.words("word.answered_together"),)),) if show(scribe, plan, "monitoring") else ()


ASKED: Final[tuple[tuple[str, tuple[Question[ActionPlan], ...]], ...]] = (
    (
        "plan.at_a_glance",
        (
            field("plan.title"),
            Question("plan.submission_year", _submission_years, ("submissions",)),
            boundary("end"),
            field("plan.leads"),
        ),
    ),
    (
        "plan.description",
        (
            Question("plan.duration", _term_end, ("term_end",), "note.duration"),
            Question("plan.date_submitted", submission_dates, ("submissions",)),
            field("plan.foreword"),
        ),
    ),
    ("plan.challenges_part", (field("plan.strategic_vision"),)),
    ("plan.engagement_part", (field("plan.coordination"),)),
)
VISION: Final[tuple[Question[ActionPlan], ...]] = (
    *fields("plan", "achievements challenges medium_term_goals vision_contribution policy_alignment"),
    field("plan.lead_institutions", "leads"),
    *fields("plan", "co_creation diversity"),
)
"""What is recalled of the form, as far as the questions that workshops answer."""
FOLLOWING: Final[tuple[Question[ActionPlan], ...]] = (
    *fields("plan", "continued_participation monitoring_bodies monitoring"),
    Question("plan.check_ins", _answered_above, ("monitoring",)),
    Question("plan.sharing_results", _answered_above, ("monitoring",)),
    field("plan.endorsements"),
)
"""What is recalled of the form behind them."""
OWN: Final[tuple[Question[ActionPlan], ...]] = (
    Question("plan.identifiers", other_identifiers, ("identifiers",)),
    field("plan.framework"),
    of_whom("plan.collectivities"),
    boundary("start"),
    *fields(
        "plan",
        "status previous_plan principles supporting forums follow_up_committees points_of_contact website "
        "website_updated adoptions submissions linked_plans axes indicators budget amendments "
        "reported_figures attachments",
    ),
)
SHOWN: Final = {"commitments", "activities"} | {
    name
    for questions in (*(questions for _, questions in ASKED), VISION, FOLLOWING, OWN)
    for question in questions
    for name in question.fields
}
"""The fields of a plan that its form shows."""
