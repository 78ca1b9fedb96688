"""A plan as the page shows it: what it is, its axes, its time, its commitments."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from opengov_local import codelists
from opengov_local.formats.plan_page.cards import NO_STATUS, Card, commitment_card, milestone_card
from opengov_local.formats.plan_page.filters import Filters
from opengov_local.formats.plan_page.records import Field, anchor, fields
from opengov_local.formats.plan_page.timeline import Scale, dates_of, scale_of
from opengov_local.formats.plan_page.traces import Traces
from opengov_local.formats.plan_page.voices import Voices
from opengov_local.model.axis import Axis
from opengov_local.model.commitment import Commitment
from opengov_local.model.milestone import Milestone
from opengov_local.model.plan import ActionPlan

_FIRST: Final = (
    "framework", "status", "collectivities", "period", "term_end", "leads", "supporting", "principles", "adoptions",
    "submissions", "website", "points_of_contact", "strategic_vision", "reported_figures",
)  # fmt: skip
"""Fields of a plan that are read at once; the others are opened."""
_PARTS: Final = frozenset({"title", "axes", "commitments", "activities"})
"""Fields that have a part of their own."""


@dataclass(frozen=True, slots=True)
class AxisView:
    """An axis: its place, its words, its number for the filter, and how many commitments it has."""

    anchor: Markup
    number: Markup | None
    title: Markup
    fields: list[Field]
    choice: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Share:
    """How many commitments declare one state, and where its piece of the bar lies."""

    code: str
    label: Markup
    count: int
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan.

    Attributes:
        anchor: the attribute that names its place.
        id: its id.
        title: its title.
        counts: what there is in it, and how many.
        shares: the states of its commitments.
        stated: how many commitments state their progress.
        first: the fields that are read at once.
        rest: the other fields.
        axes: its axes, in their order.
        scale: the scale of its time; None where no date is stated.
        cards: its commitments.
        activities: its activities that belong to no commitment.
    """

    anchor: Markup
    id: str
    title: Markup
    counts: list[tuple[Markup, int]]
    shares: list[Share]
    stated: int
    first: list[Field]
    rest: list[Field]
    axes: list[AxisView]
    scale: Scale | None
    cards: list[Card]
    activities: list[Card]


def plan_view(voices: Voices, traces: Traces, filters: Filters, plan: ActionPlan) -> PlanView:
    """Makes the view of a plan; what its commitments can be chosen by is noted."""
    scale = _scale(plan)
    cards = []
    filters.expect(plan.axes)
    for each in plan.commitments:
        filters.status_of(each)
        axes, who = filters.axes_of(each), filters.who_of(each)
        cards.append(commitment_card(voices, traces, scale, each, axes=axes, who=who))
    return PlanView(
        anchor=anchor(voices, plan),
        id=plan.id,
        title=voices.name(plan.title),
        counts=_counts(voices, plan),
        shares=_shares(voices, plan),
        stated=sum(each.progress is not None for each in plan.commitments),
        first=fields(voices, plan, _FIRST),
        rest=fields(voices, plan, without={*_FIRST, *_PARTS}),
        axes=[_axis(voices, filters, axis) for axis in plan.axes],
        scale=scale,
        cards=cards,
        activities=[milestone_card(voices, traces, scale, each) for each in plan.activities],
    )


def _scale(plan: ActionPlan) -> Scale | None:
    """Gives the scale of all dates of a plan that are drawn, and of its period."""
    steps = [*plan.activities, *(step for each in plan.commitments for step in each.milestones)]
    things: list[Commitment | Milestone] = [*plan.commitments, *steps]
    drawn = [day for each in things for day in (*dates_of(each), each.completed_on)]
    if not any(drawn):
        return None
    around = (plan.period.start, plan.period.end) if plan.period else ()
    return scale_of((*drawn, *around))


def _counts(voices: Voices, plan: ActionPlan) -> list[tuple[Markup, int]]:
    steps = sum(len(each.milestones) for each in plan.commitments)
    counts = {
        "page.axes": len(plan.axes),
        "page.commitments": len(plan.commitments),
        "page.milestones": steps,
        "page.activities": len(plan.activities),
    }
    return [(voices.word(key), count) for key, count in counts.items() if count or key == "page.commitments"]


def _shares(voices: Voices, plan: ActionPlan) -> list[Share]:
    counts = Counter(each.status.code if each.status else NO_STATUS for each in plan.commitments)
    found: list[Share] = []
    for code in (*codelists.get("status").codes, NO_STATUS):
        if counts[code]:
            label = voices.word("page.no_status") if code == NO_STATUS else voices.code("status", code)
            left = found[-1].left + found[-1].width if found else 0.0
            found.append(Share(code, label, counts[code], left, 100 * counts[code] / counts.total()))
    return found


def _axis(voices: Voices, filters: Filters, axis: Axis) -> AxisView:
    choice, count = filters.axis(axis.id)
    return AxisView(
        anchor=anchor(voices, axis),
        number=voices.plain(axis.number) if axis.number else None,
        title=voices.name(axis.title),
        fields=fields(voices, axis, without={"number", "title"}),
        choice=choice,
        count=count,
    )
