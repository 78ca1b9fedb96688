"""Family quality, follow-up: what is overdue in silence, plans of which nobody speaks, and progress without proof."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from opengov_local.model import ActionPlan, Commitment, Milestone, PartialDate, ProgressUpdate
from opengov_local.model.base import Model, field_of
from opengov_local.model.walk import Node
from opengov_local.validation.rules.register import Context, Hit, Limit, rule

_STANDARD = "OGP participation and co-creation standards: dialogue at least every six months"
_TRACKER = "Canada, tracker of the national plan: challenges are required when little or nothing moved"
_OWN = "opengov_local, tried on real plans"
_QUALITY = ("quality",)
_OVER = ("completed", "abandoned", "suspended")


def _latest_reports(context: Context) -> dict[str, date]:
    """Gives the last day of which any update speaks, by the id of its target and of all that the target lies in."""
    latest: dict[str, date] = {}
    for update in context.package.progress_updates:
        moment = update.date or (update.period.end if update.period else None)
        here: Model | None = context.index.find(update.target)
        while moment and here is not None:
            identifier = field_of(here, "id")
            if identifier is not None:
                latest[identifier] = max(moment.latest, latest.get(identifier, date.min))
            here = context.index.parent_of(here)
    return latest


def _silent_since(value: Commitment | Milestone, due: PartialDate, context: Context) -> bool:
    reported = context.once(_latest_reports).get(value.id, date.min)
    declared = value.status.as_of.latest if value.status and value.status.as_of else date.min
    return max(reported, declared) < due.latest


@rule(
    "quality/overdue-without-update",
    "info",
    source=_STANDARD,
    evidence="verified",
    profiles=_QUALITY,
    limits={"days": Limit(90, "days", "2026-11-23", _OWN, "own")},
)
def overdue_without_update(value: Commitment | Milestone, node: Node, context: Context, *, days: int) -> Iterator[Hit]:
    """Something that should be done by now, of which nobody has said since that it is, or why not."""
    name = "due" if node.kind is Milestone else "end"
    due: PartialDate | None = getattr(value, name)
    over = (value.status and value.status.code in _OVER) or value.completed_on or value.progress == 100
    if due is None or over or not due.latest < context.today - timedelta(days=days):
        return
    above = node.above(Commitment)
    if above is not None and (above.completed_on or (above.status and above.status.code in _OVER)):
        return
    if _silent_since(value, due, context):
        members = ("status", "completed_on", "progress")
        depends = tuple((*node.path, member) for member in members)
        params = {"date": due, "today": context.today.isoformat()}
        yield Hit((*node.path, name), {**params}, depends=depends, unmentioned=(value.id, *value.former_ids))


@rule(
    "quality/stale-plan",
    "warning",
    source=_STANDARD,
    evidence="verified",
    profiles=_QUALITY,
    limits={"days": Limit(365, "days", "2026-11-23", _OWN, "own")},
)
def stale_plan(value: ActionPlan, node: Node, context: Context, *, days: int) -> Iterator[Hit]:
    """A plan that is being carried out, and of which nothing has been said for long."""
    period = value.period
    if period is None or period.start is None or period.end is None or period.end.latest < context.today:
        return
    before = context.today - timedelta(days=days)
    said = [context.once(_latest_reports).get(value.id, date.min), *_declared(value, context)]
    if period.start.latest < before and max(said) < before:
        ids = (value.id, *value.former_ids)
        yield Hit((*node.path, "status"), {"start": period.start, "today": context.today.isoformat()}, unmentioned=ids)


def _declared(plan: ActionPlan, context: Context) -> Iterator[date]:
    """Gives the days of which a plan, its commitments and milestones say how far they are."""
    steps = (step for commitment in plan.commitments for step in commitment.milestones)
    holders: tuple[ActionPlan | Commitment | Milestone, ...] = (plan, *plan.commitments, *plan.activities, *steps)
    for holder in holders:
        status = holder.status
        if status and status.as_of:
            yield status.as_of.latest
        done: PartialDate | None = field_of(holder, "completed_on")
        if done:
            yield done.latest
    for dated in (plan.website_updated, *(change.date for change in plan.amendments)):
        if dated:
            yield dated.latest


@rule("quality/completed-without-evidence", "info", source=_OWN, profiles=_QUALITY)
def completed_without_evidence(value: Commitment | Milestone, node: Node, context: Context) -> Iterator[Hit]:
    """Something completed, and nothing to prove it: no evidence here, in its milestones or in an update."""
    done = value.completed_on or (value.status and value.status.code == "completed")
    steps = value.milestones if node.kind is Commitment else ()  # type: ignore[union-attr]
    proved = value.evidence or any(step.evidence for step in steps) or value.id in context.once(_proved)
    if done and not proved:
        path = (*node.path, "evidence")
        ids = (value.id, *value.former_ids)
        yield Hit(path, {}, depends=(path, (*node.path, "milestones")), unmentioned=ids)


def _proved(context: Context) -> set[str]:
    """Gives the ids of what an update has evidence of."""
    proved: set[str] = set()
    for update in context.package.progress_updates:
        target = context.index.find(update.target)
        if update.evidence and target is not None:
            proved.add(target.id)
    return proved


@rule(
    "quality/no-challenge-reported",
    "info",
    source=_TRACKER,
    evidence="verified",
    profiles=_QUALITY,
    limits={
        "states": Limit(
            ("not_started", "limited", "delayed", "suspended"),
            "codes of the list status",
            "2026-11-23",
            _TRACKER,
            "verified",
        )
    },
)
def no_challenge_reported(
    value: ProgressUpdate, node: Node, context: Context, *, states: tuple[str, ...]
) -> Iterator[Hit]:
    """An update that says that little or nothing moved, and not what stands in the way."""
    if value.status and value.status.code in states and value.challenges is None:
        path = (*node.path, "challenges")
        yield Hit(path, {"status": value.status.code}, depends=(path,))
