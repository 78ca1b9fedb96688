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
        start, end = _limits(plan.period) if plan.period else (None, None)
        first, last = start.earliest if start else date.min, end.latest if end else date.max
        if _pass(plan.activities, first, last):
            return True
        for one in plan.commitments:
            begins, ends = one.start, one.end
            if begins is not None and (begins.latest < first or begins.earliest > last):
                return True
            if ends is not None and (ends.latest < first or ends.earliest > last):
                return True
            after = max(first, begins.earliest) if begins else first
            before = min(last, ends.latest) if ends else last
            if one.milestones and _pass(one.milestones, after, before):
                return True
    return False


def _pass(steps: Iterable[Milestone], first: date, last: date) -> bool:
    """Tells whether a step certainly begins or is due before the first day, or after the last."""
    for step in steps:
        start, due = step.start, step.due
        if start is not None and (start.latest < first or start.earliest > last):
            return True
        if due is not None and (due.latest < first or due.earliest > last):
            return True
    return False


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
