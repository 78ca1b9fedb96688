"""Family ogp-local, dates: submission, endorsement before it, web page, end of the plan and of the term of office.

Deadlines are counted from the last day that a date can mean, so that only what is certainly late is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from opengov_local.finding import Parameter
from opengov_local.model import ActionPlan, PartialDate, TerritorialCollectivity
from opengov_local.model.walk import Node
from opengov_local.validation.rules.following import OGP_LOCAL
from opengov_local.validation.rules.months import months_after
from opengov_local.validation.rules.register import Context, Hit, Limit, rule

_ENDORSED = "OGP Local inception form: stakeholders outside government endorse the plan before it is submitted"
_WEBSITE = "OGP Local inception form: information is published at least every four months"
_PROFILES = ("ogp-local",)
_HANDED_IN = ("submitted", "in_implementation", "completed")

FOUR_MONTHS = Limit(4, "months", "2026-11-23", _WEBSITE, "verified")


def handed_in(plan: ActionPlan) -> PartialDate | None:
    """Gives the last date at which a plan was submitted; None when a submission is without a date."""
    dates = OGP_LOCAL.submitted(plan)
    known = [date for date in dates if date is not None]
    return max(known, key=lambda date: date.latest) if known and len(known) == len(dates) else None


@rule(
    "ogp-local/submission-undated",
    "info",
    source="OGP Local action plan page: Date Submitted",
    evidence="inferred",
    profiles=_PROFILES,
)
def submission_undated(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A plan that was submitted, and not all dates are known: deadlines that count from them cannot be judged."""
    dates = OGP_LOCAL.submitted(value)
    was_submitted = bool(dates) or (value.status is not None and value.status.code in _HANDED_IN)
    if was_submitted and (not dates or None in dates) and OGP_LOCAL.follows(value):
        place = (*node.path, "submissions")
        yield Hit(place, {}, depends=(place,))


@rule("ogp-local/endorsement-after-submission", "error", source=_ENDORSED, evidence="verified", profiles=_PROFILES)
def endorsement_after_submission(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """All endorsements are dated, and each certainly lies after the submission."""
    submitted = handed_in(value)
    dates = [endorsement.date for endorsement in value.endorsements]
    if submitted is None or not dates or not OGP_LOCAL.follows(value):
        return
    if all(date is not None and date > submitted for date in dates):
        place = (*node.path, "endorsements")
        params = {"date": min(date for date in dates if date), "submitted": submitted}
        yield Hit((*place, 0, "date"), {**params}, depends=(place, (*node.path, "submissions")))


@rule(
    "ogp-local/website-stale",
    "error",
    source=_WEBSITE,
    evidence="verified",
    profiles=_PROFILES,
    limits={"months": FOUR_MONTHS},
)
def website_stale(value: ActionPlan, node: Node, context: Context, *, months: int) -> Iterator[Hit]:
    """A web page that was brought up to date too long ago, while the plan runs."""
    updated = value.website_updated
    ended = value.period is not None and value.period.end is not None and value.period.end.latest < context.today
    if updated is None or ended or not OGP_LOCAL.follows(value):
        return
    if context.today > months_after(updated.latest, months):
        params: dict[str, Parameter] = {"date": updated, "months": months, "today": context.today.isoformat()}
        yield Hit((*node.path, "website_updated"), params, depends=((*node.path, "period"),))


@rule("ogp-local/website-update-unknown", "info", source=_WEBSITE, evidence="verified", profiles=_PROFILES)
def website_update_unknown(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A web page, and nothing says when it was last brought up to date."""
    if value.website is not None and value.website_updated is None and OGP_LOCAL.follows(value):
        place = (*node.path, "website_updated")
        yield Hit(place, {}, depends=(place,))


@rule(
    "ogp-local/plan-without-end",
    "warning",
    source="OGP Local action plan page: Action Plan End",
    evidence="inferred",
    profiles=_PROFILES,
)
def plan_without_end(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A plan that does not say when it ends."""
    if (value.period is None or value.period.end is None) and OGP_LOCAL.follows(value):
        place = (*node.path, "period")
        yield Hit(place, {}, depends=(place,))


def _terms(plan: ActionPlan, context: Context) -> list[PartialDate]:
    """Gives the ends of the terms of office: as the plan states it, else those of its collectivities."""
    if plan.term_end is not None:
        return [plan.term_end]
    found = (context.index.find(identifier, TerritorialCollectivity) for identifier in plan.collectivities)
    return [collectivity.term_end for collectivity in found if collectivity and collectivity.term_end]


@rule(
    "ogp-local/plan-end-after-term",
    "warning",
    source="eight plans published by OGP, all of which end with the term of office or before",
    evidence="inferred",
    profiles=_PROFILES,
)
def plan_end_after_term(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A plan that certainly ends after the term of office of those who promise it."""
    end = value.period.end if value.period else None
    if end is None or not OGP_LOCAL.follows(value):
        return
    if passed := next((term for term in _terms(value, context) if end > term), None):
        params = {"end": end, "term": passed}
        yield Hit((*node.path, "period", "end"), {**params}, depends=((*node.path, "term_end"),))


@rule(
    "ogp-local/no-term-end",
    "info",
    source="OGP Local action plan page: Duration, which means the end of the term of office",
    evidence="inferred",
    profiles=_PROFILES,
)
def no_term_end(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """Neither the plan nor a collectivity of it says when the term of office ends."""
    if OGP_LOCAL.follows(value) and not _terms(value, context):
        place = (*node.path, "term_end")
        yield Hit(place, {}, depends=(place, ("collectivities",)))
