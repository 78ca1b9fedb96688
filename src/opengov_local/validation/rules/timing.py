"""Family integrity, time: what ends before it starts, and steps outside the span they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from opengov_local.model import (
    ActionPlan,
    Commitment,
    Membership,
    Milestone,
    PartialDate,
    Period,
    ProgressUpdate,
    TerritorialCollectivity,
    Workshop,
)
from opengov_local.model.base import Model
from opengov_local.model.walk import Node
from opengov_local.validation.rules.dates import lies_before
from opengov_local.validation.rules.register import Context, Hit, Where, rule

_ALWAYS, _NEVER = date.min, date.max
_CALENDAR = "calendar: compared by interval, so only what is certain is said"

SPANS: dict[type[Model], tuple[str, str]] = {
    Period: ("start", "end"),
    Commitment: ("start", "end"),
    Milestone: ("start", "due"),
    Workshop: ("date", "until"),
    Membership: ("since", "until"),
    TerritorialCollectivity: ("valid_from", "valid_to"),
}
"""Pairs of fields of which the second may not lie before the first."""


@rule(
    "integrity/end-before-start",
    "error",
    source=_CALENDAR,
    where={concept: Where((last, first), lies_before) for concept, (first, last) in SPANS.items()},
)
def end_before_start(value: Model, node: Node, context: Context) -> Iterator[Hit]:
    """An end that lies wholly before its start."""
    first, last = SPANS[node.kind]
    start: PartialDate | None = getattr(value, first)
    end: PartialDate | None = getattr(value, last)
    if start and end and end < start:
        yield Hit((*node.path, last), {"start": start, "end": end})


def _limits(period: Period) -> tuple[PartialDate | None, PartialDate | None]:
    """Gives first and last date of a period, as far as its qualifier leaves them certain."""
    start = None if period.qualifier in ("circa", "before") else period.start
    end = None if period.qualifier in ("circa", "after") else period.end
    return start, end


def _outside(node: Node, names: tuple[str, ...], start: PartialDate | None, end: PartialDate | None) -> Iterator[Hit]:
    for name in names:
        when: PartialDate | None = getattr(node.value, name)
        if when and ((start and when < start) or (end and when > end)):
            span = {"date": when, "start": start, "end": end}
            yield Hit((*node.path, name), {name: value for name, value in span.items() if value is not None})


def _some_lie_outside(context: Context) -> bool:
    """Tells of all commitments and milestones at once whether one may lie outside the time of what it belongs to."""
    for plan in context.package.plans:
        limits = _limits(plan.period) if plan.period else (None, None)
        dates = [one for commitment in plan.commitments for one in (commitment.start, commitment.end)]
        if _passes(dates, *limits) or _passes(_dates(plan.activities), *limits):
            return True
        for one in plan.commitments:
            if one.milestones and _passes(_dates(one.milestones), *limits, one.start, one.end):
                return True
    return False


def _dates(steps: Iterable[Milestone]) -> list[PartialDate | None]:
    return [when for step in steps for when in (step.start, step.due)]


def _passes(dates: Iterable[PartialDate | None], *limits: PartialDate | None) -> bool:
    """Tells whether a date certainly lies before one of the starts, or after one of the ends, that stand in turns."""
    first = max([start.earliest for start in limits[::2] if start], default=_ALWAYS)
    last = min([end.latest for end in limits[1::2] if end], default=_NEVER)
    return bool([one for one in dates if one is not None and (one.latest < first or one.earliest > last)])


@rule(
    "integrity/milestone-outside-commitment",
    "warning",
    source=_CALENDAR,
    either=("start", "due"),
    when=_some_lie_outside,
)
def milestone_outside_commitment(value: Milestone, node: Node, context: Context) -> Iterator[Hit]:
    """A milestone that begins or is due outside the time of its commitment."""
    if owner := node.above(Commitment):
        yield from _outside(node, ("start", "due"), owner.start, owner.end)


def _is_inverted(period: Period) -> bool:
    """Tells whether a period ends before it starts, so that nothing can lie in it; that is said of the period."""
    return bool(period.start and period.end and period.end < period.start)


@rule(
    "integrity/commitment-outside-plan",
    "warning",
    source=_CALENDAR,
    either=("start", "end"),
    when=_some_lie_outside,
)
def commitment_outside_plan(value: Commitment, node: Node, context: Context) -> Iterator[Hit]:
    """A commitment that begins or ends outside the period of its plan."""
    plan = node.above(ActionPlan)
    if plan and plan.period and not _is_inverted(plan.period):
        yield from _outside(node, ("start", "end"), *_limits(plan.period))


@rule("integrity/milestone-outside-plan", "warning", source=_CALENDAR, either=("start", "due"), when=_some_lie_outside)
def milestone_outside_plan(value: Milestone, node: Node, context: Context) -> Iterator[Hit]:
    """A milestone outside the period of its plan, on a side on which its commitment sets no limit."""
    plan, owner = node.above(ActionPlan), node.above(Commitment)
    if plan and plan.period and not _is_inverted(plan.period):
        start, end = _limits(plan.period)
        limits = (None if owner and owner.start else start, None if owner and owner.end else end)
        for hit in _outside(node, ("start", "due"), *limits):
            above = ((*node.path[:-2], "start"), (*node.path[:-2], "end")) if owner else ()
            yield hit._replace(depends=above)


@rule("integrity/update-outside-period", "warning", source=_CALENDAR, needs=("period",))
def update_outside_period(update: ProgressUpdate, node: Node, context: Context) -> Iterator[Hit]:
    """A progress update about a time in which its plan did not run yet, or no more."""
    plan = _plan_of(update.target, context)
    if plan is None or plan.period is None or update.period is None:
        return
    began, ended = _limits(update.period)
    start, end = _limits(plan.period)
    if (ended and start and ended < start) or (began and end and began > end):
        dates = {"start": began, "end": ended, "plan_start": start, "plan_end": end}
        yield Hit((*node.path, "period"), {name: value for name, value in dates.items() if value is not None})


def _plan_of(identifier: str, context: Context) -> ActionPlan | None:
    node = context.index.node_of(identifier)
    if node is None:
        return None
    return context.index.find(identifier, ActionPlan) or node.above(ActionPlan)
