"""Family integrity, repeats: one number or title for two things of a plan, and two reports of one time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any

from opengov_local.finding import Parameter, pointer_of
from opengov_local.model import ActionPlan, Commitment, Package, ProgressUpdate, WorkingGroup, Workshop
from opengov_local.model.base import Model, field_of
from opengov_local.model.walk import Node
from opengov_local.validation.rules.register import Context, Hit, Where, rule

_PLANS = "plans of councils: a number or title stands once"

Numbered = ActionPlan | Commitment | Workshop | WorkingGroup


@lru_cache(maxsize=4096)  # the same numbers stand in most plans
def folded(text: str) -> str:
    """Gives a text without regard to case and spacing."""
    return " ".join(text.casefold().split())


def _apart(one: Any, other: Any) -> bool:
    """Tells whether two things concern different collectivities, each of which counts for itself."""
    here, there = set(field_of(one, "collectivities", ())), set(field_of(other, "collectivities", ()))
    return bool(here and there and here.isdisjoint(there))


def _beside(item: Any) -> tuple[object, ...]:
    """Gives what things must share so that they are counted together: axes, the axis above, the kind."""
    kind = field_of(item, "kind")
    return frozenset(field_of(item, "axes", ())), field_of(item, "parent"), kind if isinstance(kind, str) else None


def repeated(items: Sequence[Any], keys: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str, int]]:
    """Gives the positions that have the key of an earlier one: position, key, position of the earlier."""
    first: dict[tuple[object, ...], int] = {}
    for position, key in keys:
        earlier = first.setdefault((key, *_beside(items[position])), position)
        if earlier != position and not _apart(items[position], items[earlier]):
            yield position, key, earlier


_LISTS: dict[type[Model], tuple[str, ...]] = {
    ActionPlan: ("axes", "commitments", "activities"),
    Commitment: ("milestones",),
    Workshop: ("working_groups", "contributions"),
    WorkingGroup: ("contributions",),
}
"""The lists of numbered things that a concept holds."""


def _some_repeat(*lists: Any) -> bool:
    *held, _ = lists  # the context is of no use here
    for items in held:
        if len(items) > 1:
            numbers = [item.number for item in items if item.number]
            if numbers and len({*map(folded, numbers)}) < len(numbers):
                return True
    return False


@rule(
    "integrity/duplicate-number",
    "warning",
    source=_PLANS,
    several=tuple(name for names in _LISTS.values() for name in names),
    where={concept: Where((), _some_repeat, maybe=names) for concept, names in _LISTS.items()},
)
def duplicate_number(value: Numbered, node: Node, context: Context) -> Iterator[Hit]:
    """Two axes, commitments, milestones or contributions of one list that have one number."""
    for name in _LISTS.get(node.kind, ()):
        items = getattr(value, name)
        numbers = [(at, folded(item.number)) for at, item in enumerate(items) if item.number]
        for position, _, earlier in repeated(items, numbers):
            path, other = (*node.path, name, position), (*node.path, name, earlier)
            params: dict[str, Parameter] = {"number": items[position].number, "first": pointer_of(other)}
            depends = ((*path, "axes"), (*other, "axes"), (*path, "collectivities"), (*other, "collectivities"))
            yield Hit((*path, "number"), params, depends=depends)


def _by(update: ProgressUpdate) -> tuple[object, ...]:
    by = update.by
    return (by.organization, by.collectivity, str(by.name)) if by else ()


def _target(update: ProgressUpdate, context: Context) -> str:
    target = context.index.find(update.target)
    return target.id if target else update.target


@rule(
    "integrity/duplicate-update",
    "warning",
    source="shared data model: one update for a time and a target",
    needs=("progress_updates",),
)
def duplicate_update(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """Two updates of one target for one time, by the same reporter."""
    first: dict[tuple[object, ...], int] = {}
    for position, update in enumerate(value.progress_updates):
        period = update.period
        if not update.date and not period:
            continue
        time = (period.start, period.end) if period else (None, None)
        key = (_target(update, context), *time, update.date, frozenset(update.collectivities), _by(update))
        earlier = first.setdefault(key, position)
        if earlier != position:
            path, other = ("progress_updates", position), ("progress_updates", earlier)
            members = ("period", "date", "collectivities", "by")
            depends = tuple((*place, name) for place in (path, other) for name in members)
            yield Hit(path, {"target": update.target, "first": pointer_of(other)}, depends=depends)


def _moment(update: ProgressUpdate) -> tuple[date, date] | None:
    when = (update.period.end if update.period else None) or update.date
    return (when.earliest, when.latest) if when else None


@rule("integrity/progress-falls", "info", source="meaning of progress", needs=("progress_updates",))
def progress_falls(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """A later update that reports less progress than an earlier one of the same target."""
    series: defaultdict[tuple[object, ...], list[tuple[tuple[date, date], int]]] = defaultdict(list)
    for position, update in enumerate(value.progress_updates):
        moment = _moment(update)
        if update.progress is not None and moment:
            series[_target(update, context), frozenset(update.collectivities)].append((moment, position))
    updates = value.progress_updates
    for reports in series.values():
        reports.sort()
        for (before, earlier), (after, position) in pairwise(reports):
            fell = (updates[earlier].progress or 0) > (updates[position].progress or 0)
            if before[1] < after[0] and fell:
                params = {"before": updates[earlier].progress or 0, "now": updates[position].progress or 0}
                yield Hit(("progress_updates", position, "progress"), {**params})
