"""Family quality, steps: whether one will be able to see that a promise is kept, and when."""

from __future__ import annotations

from collections.abc import Iterator

from opengov_local.finding import Parameter
from opengov_local.model import ActionPlan, Commitment, Indicator, Milestone, PartialDate
from opengov_local.model.base import field_of
from opengov_local.model.walk import Node
from opengov_local.validation.rules.register import Context, Hit, Limit, rule

_GLOSSARY = "OGP glossary: commitments are specific, time-bound and verifiable"
_TEMPLATE = "OGP commitment templates: a verifiable deliverable, an expected output"
_OWN = "opengov_local, tried on real plans"
_QUALITY = ("quality",)


@rule("quality/milestone-not-verifiable", "info", source=_TEMPLATE, evidence="verified", profiles=_QUALITY)
def milestone_not_verifiable(value: Milestone, node: Node, context: Context) -> Iterator[Hit]:
    """A milestone of which nothing says what will be there to see: no deliverable, no indicator, no evidence."""
    if value.deliverable is None and not value.indicators and not value.evidence:
        path = (*node.path, "deliverable")
        yield Hit(path, {}, depends=(path, (*node.path, "indicators"), (*node.path, "evidence")))


@rule("quality/milestone-without-date", "info", source=_GLOSSARY, evidence="verified", profiles=_QUALITY)
def milestone_without_date(value: Milestone, node: Node, context: Context) -> Iterator[Hit]:
    """A milestone without a date by which it should be done."""
    if value.due is None and value.schedule is None and value.completed_on is None:
        path = (*node.path, "due")
        yield Hit(path, {}, depends=(path, (*node.path, "schedule"), (*node.path, "completed_on")))


@rule("quality/vague-due-date", "info", source=_GLOSSARY, evidence="verified", profiles=_QUALITY)
def vague_due_date(value: Milestone, node: Node, context: Context) -> Iterator[Hit]:
    """A due date that is no more than a year, or only words."""
    if value.due is not None and value.due.precision == "year":
        yield Hit((*node.path, "due"), {"date": value.due})
    elif value.due is None and value.schedule:
        language, words = next(iter(value.schedule.items()))
        yield Hit((*node.path, "schedule", language), {"date": words}, depends=((*node.path, "due"),))


def _last_day(node: Node) -> PartialDate | None:
    """Gives the end of a commitment, else of its plan."""
    commitment, plan = node.value, node.above(ActionPlan)
    end: PartialDate | None = field_of(commitment, "end")
    return end or (plan.period.end if plan and plan.period else None)


@rule(
    "quality/all-milestones-at-end",
    "info",
    source=_OWN,
    profiles=_QUALITY,
    limits={"milestones": Limit(3, "milestones", "2026-11-23", _OWN, "own")},
)
def all_milestones_at_end(value: Commitment, node: Node, context: Context, *, milestones: int) -> Iterator[Hit]:
    """Several milestones, all due on the last day of the commitment: nobody can follow it on the way."""
    dates = {step.due for step in value.milestones}
    end = _last_day(node)
    if len(value.milestones) >= milestones and len(dates) == 1 and end and dates == {end}:
        yield Hit((*node.path, "milestones"), {"date": end})


@rule("quality/no-indicator", "info", source=_OWN, profiles=_QUALITY)
def no_indicator(value: Commitment, node: Node, context: Context) -> Iterator[Hit]:
    """A commitment that nothing measures, neither itself nor in its milestones."""
    if not value.indicators and not any(step.indicators for step in value.milestones):
        path = (*node.path, "indicators")
        steps = tuple((*node.path, "milestones", at, "indicators") for at in range(len(value.milestones)))
        yield Hit(path, {}, depends=(path, (*node.path, "milestones"), *steps))


@rule("quality/indicator-without-target", "info", source=_OWN, profiles=_QUALITY)
def indicator_without_target(value: Indicator, node: Node, context: Context) -> Iterator[Hit]:
    """An indicator without a value to reach."""
    if value.target is None:
        path = (*node.path, "target")
        yield Hit(path, {}, depends=(path,))


@rule("quality/indicator-without-baseline", "info", source=_OWN, profiles=_QUALITY)
def indicator_without_baseline(value: Indicator, node: Node, context: Context) -> Iterator[Hit]:
    """An indicator with a value to reach, and nobody says where it starts."""
    if value.target is not None and value.baseline is None and not value.values:
        path = (*node.path, "baseline")
        yield Hit(path, {}, depends=(path, (*node.path, "values")))


@rule("quality/target-equals-baseline", "info", source=_OWN, profiles=_QUALITY)
def target_equals_baseline(value: Indicator, node: Node, context: Context) -> Iterator[Hit]:
    """An indicator whose value to reach is the one it starts from."""
    start = value.baseline.value if value.baseline else None
    end = value.target.value if value.target else None
    if start is not None and start == end:
        params: dict[str, Parameter] = {"value": start}
        yield Hit((*node.path, "target", "value"), params)
