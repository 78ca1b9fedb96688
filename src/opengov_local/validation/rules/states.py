"""Family integrity, states: status, progress and completion that do not go together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from opengov_local.model import Commitment, Milestone, PartialDate, ProgressUpdate, Status
from opengov_local.model.base import field_of
from opengov_local.model.walk import Node
from opengov_local.validation.rules.dates import is_ahead
from opengov_local.validation.rules.register import Context, Hit, Where, rule

_SENSE = "meaning of the codes of the list status"


def _lacks_date(status: Status, completed_on: PartialDate | None, context: Context) -> bool:
    return status.code == "completed" and completed_on is None


@rule(
    "integrity/completed-without-date",
    "info",
    source=_SENSE,
    where=Where(("status",), _lacks_date, maybe=("completed_on",)),
)
def completed_without_date(value: Commitment | Milestone, node: Node, context: Context) -> Iterator[Hit]:
    """Something completed, and nobody says when."""
    if value.status and _lacks_date(value.status, value.completed_on, context):
        yield Hit((*node.path, "status"), {}, depends=((*node.path, "completed_on"),))


@rule(
    "integrity/completed-in-future",
    "error",
    source="calendar, and the day of the run",
    where=Where(("completed_on",), is_ahead),
)
def completed_in_future(value: Commitment | Milestone, node: Node, context: Context) -> Iterator[Hit]:
    """Something completed on a day that has not come."""
    if value.completed_on and is_ahead(value.completed_on, context):
        today = context.today.isoformat()
        yield Hit((*node.path, "completed_on"), {"date": value.completed_on, "today": today})


def _contradicts(progress: int, status: Status, context: Context) -> bool:
    code = status.code
    return (code == "completed" and progress < 100) or (code == "not_started" and progress > 0)


@rule(
    "integrity/progress-contradicts-status",
    "warning",
    source=_SENSE,
    where=Where(("progress", "status"), _contradicts),
)
def progress_contradicts_status(
    value: Commitment | Milestone | ProgressUpdate, node: Node, context: Context
) -> Iterator[Hit]:
    """Completed at less than 100 %, or not started at more than 0 %."""
    if value.status and value.progress is not None and _contradicts(value.progress, value.status, context):
        yield Hit((*node.path, "progress"), {"progress": value.progress, "status": value.status.code})


_UNDER_WAY: Final = frozenset({"not_started", "in_progress", "suspended", "abandoned"})
"""Codes of the list status that say of something that it is not done."""
_OPEN: Final = frozenset({"not_started", "in_progress", "limited", "delayed", "suspended"})
"""Codes that say that there is still something to do."""
_BEGUN: Final = frozenset({"in_progress", "limited", "substantial", "completed"})


def _is_older(one: Status, other: PartialDate | None) -> bool:
    """Tells whether a state was declared before a day, so that both may be true."""
    return one.as_of is not None and other is not None and one.as_of < other


def _denies(completed_on: PartialDate, status: Status, context: Context) -> bool:
    return status.code in _UNDER_WAY and not _is_older(status, completed_on)


@rule(
    "integrity/completion-contradicts-status",
    "warning",
    source=_SENSE,
    where=Where(("completed_on", "status"), _denies),
)
def completion_contradicts_status(value: Commitment | Milestone, node: Node, context: Context) -> Iterator[Hit]:
    """A day of completion, and a status that says it is not done."""
    if value.completed_on and value.status and _denies(value.completed_on, value.status, context):
        params = {"date": value.completed_on, "status": value.status.code}
        yield Hit((*node.path, "completed_on"), {**params})


def _contradicting(status: Status, milestones: Sequence[Milestone]) -> int:
    """Counts the milestones whose states cannot be, if that of their commitment is true."""
    wrong = {"completed": _OPEN, "not_started": _BEGUN}.get(status.code)
    if wrong is None:
        return 0
    states = [step.status for step in milestones if step.status and step.status.code in wrong]
    return sum(not _is_older(state, status.as_of) or status.code == "not_started" for state in states)


def _milestones_deny(status: Status, milestones: Sequence[Milestone], context: Context) -> bool:
    return _contradicting(status, milestones) > 0


@rule(
    "integrity/milestones-contradict-status",
    "warning",
    source=_SENSE,
    where=Where(("status", "milestones"), _milestones_deny),
)
def milestones_contradict_status(value: Commitment, node: Node, context: Context) -> Iterator[Hit]:
    """A commitment that is completed while a milestone is not, or that has not begun while one has."""
    if value.status and (count := _contradicting(value.status, value.milestones)):
        yield Hit((*node.path, "status"), {"status": value.status.code, "count": count})


def _moment(update: ProgressUpdate) -> PartialDate | None:
    return update.date or (update.period.end if update.period else None)


def _reported(update: ProgressUpdate, context: Context) -> Commitment | Milestone | None:
    """Gives what an update reports a state of: all of it, and not the part of one collectivity."""
    target = context.index.find(update.target, Commitment) or context.index.find(update.target, Milestone)
    if target is None:
        return None
    parts, whole = set(update.collectivities), target.collectivities or _of_plan(target, context)
    return target if not parts or (whole and parts.issuperset(whole)) else None


def _of_plan(target: Commitment | Milestone, context: Context) -> list[str]:
    """Gives the collectivities of the plan, or of the commitment on the way up to it that names some."""
    node = context.index.node_of(target.id)
    while node is not None and node.parent is not None:  # those of the package are other things: the collectivities
        if named := field_of(node.value, "collectivities"):
            return list(named)
        node = node.parent
    return []


def _latest(context: Context) -> dict[str, date]:
    """Gives the first day of the latest report of a state, by the id of what it is about."""
    latest: dict[str, date] = {}
    for update in context.package.progress_updates:
        target, moment = _reported(update, context), _moment(update)
        if target and moment and update.status:
            latest[target.id] = max(moment.earliest, latest.get(target.id, date.min))
    return latest


def _says_another(status: Status, target: str, context: Context) -> bool:
    """Tells whether an update says another state than its target declares; each says one."""
    node = context.index.node_of(target)
    declared: Status | None = field_of(node.value, "status") if node else None
    return declared is not None and len({status.code, declared.code} - {"unknown"}) == 2


@rule(
    "integrity/update-contradicts-status",
    "warning",
    source="the declared status stands",
    where=Where(("status", "target"), _says_another),
)
def update_contradicts_status(update: ProgressUpdate, node: Node, context: Context) -> Iterator[Hit]:
    """The latest update says another state than its target declares, and it is later than the declaration."""
    target, moment = _reported(update, context), _moment(update)
    if not target or not target.status or not target.status.as_of or not update.status or not moment:
        return
    codes = {target.status.code, update.status.code}
    overtaken = context.once(_latest)[target.id] > moment.latest
    if len(codes - {"unknown"}) == 2 and moment > target.status.as_of and not overtaken:
        states = {"declared": target.status.code, "reported": update.status.code, "target": update.target}
        yield Hit((*node.path, "status"), {**states}, unmentioned=(update.target, target.id))
