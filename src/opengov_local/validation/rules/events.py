"""Family integrity, events: what is said to have happened in the future, or in an order that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from opengov_local.model import (
    ActionPlan,
    Adoption,
    Amendment,
    Assessment,
    Commitment,
    Completion,
    Contribution,
    Disposition,
    Endorsement,
    Indicator,
    Measurement,
    Milestone,
    Package,
    PartialDate,
    PlanStatus,
    ProgressUpdate,
    ReportedFigure,
    Status,
    Submission,
    Translation,
    Workshop,
)
from opengov_local.model.base import Model, field_of
from opengov_local.model.walk import Node
from opengov_local.validation.rules.dates import is_ahead, lies_before
from opengov_local.validation.rules.register import Context, Hit, Where, rule

_CALENDAR = "calendar: compared by interval, so only what is certain is said"
_MODEL = "shared data model: meaning of the fields"

PAST: dict[type[Model], str] = {
    ProgressUpdate: "date",
    Adoption: "date",
    Submission: "date",
    Endorsement: "date",
    Amendment: "date",
    Assessment: "date",
    Contribution: "date",
    Disposition: "date",
    Translation: "date",
    Status: "as_of",
    PlanStatus: "as_of",
    Completion: "as_of",
    ReportedFigure: "as_of",
    Measurement: "date",
    ActionPlan: "website_updated",
}
"""Dates of what has happened; what is only planned has other fields. When a program read a source is not among them:
a report may be repeated for an earlier day."""


def _is_stamped_ahead(when: str, context: Context) -> bool:
    """Tells whether a moment certainly lies after the day of the run, wherever on Earth it was taken."""
    return date.fromisoformat(when[:10]) > context.today + timedelta(days=1)


@rule(
    "integrity/event-in-future",
    "warning",
    source="calendar, and the day of the run",
    where={
        **{concept: Where((name,), is_ahead) for concept, name in PAST.items()},
        Package: Where(("published_at",), _is_stamped_ahead),
    },
)
def event_in_future(value: Model, node: Node, context: Context) -> Iterator[Hit]:
    """Something that has happened, reported, decided or measured, on a day that has not come."""
    if isinstance(published := field_of(value, "published_at"), str) and _is_stamped_ahead(published, context):
        yield Hit((*node.path, "published_at"), {"date": published, "today": context.today.isoformat()})
    if node.kind is Measurement and node.step[0] not in ("value", "values"):
        return  # a baseline or a target may lie ahead
    name = PAST.get(node.kind, "")
    when: PartialDate | None = field_of(value, name)
    if when and is_ahead(when, context):
        yield Hit((*node.path, name), {"date": when, "today": context.today.isoformat()})


@rule(
    "integrity/completed-before-start",
    "warning",
    source=_CALENDAR,
    where=Where(("completed_on", "start"), lies_before),
)
def completed_before_start(value: Commitment | Milestone, node: Node, context: Context) -> Iterator[Hit]:
    """Something completed before it began."""
    if value.completed_on and value.start and value.completed_on < value.start:
        yield Hit((*node.path, "completed_on"), {"date": value.completed_on, "start": value.start})


@rule("integrity/baseline-after-target", "warning", source=_CALENDAR, needs=("baseline", "target"))
def baseline_after_target(value: Indicator, node: Node, context: Context) -> Iterator[Hit]:
    """A starting point that lies after the point to be reached."""
    start = value.baseline.date if value.baseline else None
    end = value.target.date if value.target else None
    if start and end and start > end:
        yield Hit((*node.path, "baseline", "date"), {"baseline": start, "target": end})


def _certain_end(plan: ActionPlan | None) -> PartialDate | None:
    period = plan.period if plan else None
    return period.end if period and period.qualifier not in ("circa", "after") else None


@rule("integrity/decided-after-end", "warning", source=_CALENDAR, needs=("date",))
def decided_after_end(value: Adoption | Submission | Amendment, node: Node, context: Context) -> Iterator[Hit]:
    """A plan that was adopted, submitted or amended after its end."""
    end = _certain_end(node.above(ActionPlan))
    if value.date and end and value.date > end:
        yield Hit((*node.path, "date"), {"date": value.date, "end": end})


def _first_adoption(plan: ActionPlan) -> PartialDate | None:
    dates = [adoption.date for adoption in plan.adoptions if adoption.date]
    return min(dates, key=lambda when: when.earliest) if dates else None


@rule("integrity/amended-before-adoption", "warning", source=f"{_MODEL}: an amendment changes an adopted plan")
def amended_before_adoption(value: Amendment, node: Node, context: Context) -> Iterator[Hit]:
    """A change of a plan before any council had adopted it."""
    plan = node.above(ActionPlan)
    first = _first_adoption(plan) if plan else None
    if value.date and first and value.date < first:
        place = (*node.path[:2], "adoptions")
        yield Hit((*node.path, "date"), {"date": value.date, "adopted": first}, depends=(place,))


def _last_adoption(plan: ActionPlan) -> PartialDate | None:
    dates = [adoption.date for adoption in plan.adoptions]
    known = [when for when in dates if when]
    return max(known, key=lambda when: when.latest) if known and len(known) == len(dates) else None


@rule("integrity/prepared-after-adoption", "warning", source="methodology of the network: co-creation before adoption")
def prepared_after_adoption(value: Workshop, node: Node, context: Context) -> Iterator[Hit]:
    """A workshop that prepares a plan which every council had adopted by then."""
    if value.date is None or "co_creation" not in (value.kind, value.round):
        return
    for position, identifier in enumerate(value.plans):
        plan = context.index.find(identifier, ActionPlan)
        last = _last_adoption(plan) if plan else None
        if last and value.date > last:
            path = (*node.path, "plans", position)
            yield Hit(path, {"date": value.date, "adopted": last})


@rule("integrity/previous-plan-later", "warning", source=_CALENDAR, needs=("previous_plan", "period"))
def previous_plan_later(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A plan that follows one which begins later."""
    earlier = context.index.find(value.previous_plan, ActionPlan) if value.previous_plan else None
    start = value.period.start if value.period else None
    other = earlier.period.start if earlier and earlier.period else None
    if start and other and other > start:
        yield Hit((*node.path, "previous_plan"), {"start": start, "previous": other})
