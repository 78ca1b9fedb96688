"""Commitments and milestones as the page shows them: state, time, fields, and the trace through them."""

from __future__ import annotations

from functools import partial
from typing import Any, Final, NamedTuple

import msgspec
from markupsafe import Markup

from opengov_local.formats.paper.content import Phrase
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.plan_page.records import Field, anchor, fields, linked, span
from opengov_local.formats.plan_page.timeline import Scale, dates_of, drawing, goes_on
from opengov_local.formats.plan_page.traces import Traces
from opengov_local.formats.plan_page.voices import Voices
from opengov_local.model.assessment import Assessment
from opengov_local.model.commitment import Commitment
from opengov_local.model.contribution import Contribution
from opengov_local.model.milestone import Milestone
from opengov_local.model.progress import ProgressUpdate
from opengov_local.model.status import Status

NO_STATUS: Final = "none"
"""What the filter calls commitments whose status nobody has stated."""
_HEAD: Final = ("number", "title", "start", "end", "due", "progress", "milestones", "inputs")
"""Fields that stand in the head of a card, or in a part of their own."""
_FIRST: Final = (
    "status", "axes", "leads", "supporting", "collectivities", "schedule", "description", "problem", "action",
    "expected_results",
)  # fmt: skip
"""Fields of a commitment that are read at once; the others are opened."""


class Step(NamedTuple):
    """One step of a trace: what it is called, and where it leads."""

    title: Markup
    links: list[Markup]


class Card(msgspec.Struct, frozen=True, gc=False):
    """A commitment or a milestone.

    Attributes:
        anchor: the attribute that names its place.
        id: its id.
        number: its number, as printed.
        title: its title.
        status: its state as a badge.
        code: the code of its state.
        progress: how much is done, drawn and said; also where nothing was entered.
        time: its dates in words; "" where none is stated.
        drawing: its dates on the scale of the plan.
        first: the fields that are read at once.
        rest: the other fields.
        reported: what was reported and found about it, to follow; only what there is.
        milestones: its steps.
        trace: the way from what was brought to what was done.
        axes: numbers of its axes and of those they are part of, for the filter.
        who: numbers of those responsible, for the filter.
    """

    anchor: Markup
    id: str
    number: Markup | None
    title: Markup
    status: Markup
    code: str
    progress: Markup
    time: Markup
    drawing: Markup
    first: list[Field]
    rest: list[Field]
    reported: list[Step]
    milestones: list[Card]
    trace: list[Step]
    axes: str = ""
    who: str = ""


def commitment_card(
    voices: Voices, traces: Traces, scale: Scale | None, value: Commitment, *, axes: str, who: str
) -> Card:
    """Makes the card of a commitment.

    Args:
        voices: who says it.
        traces: what leads to what.
        scale: the scale of the plan; None where no date is stated in it.
        value: the commitment.
        axes: numbers of its axes, for the filter.
        who: numbers of those responsible, for the filter.
    """
    steps = [milestone_card(voices, traces, scale, each) for each in value.milestones]
    return Card(
        **_head(voices, scale, value),
        first=fields(voices, value, _FIRST, _bare(value.status)),
        rest=fields(voices, value, without={*_HEAD, *_FIRST}),
        reported=[],
        milestones=steps,
        trace=_trace(voices, traces, value),
        axes=axes,
        who=who,
    )


def milestone_card(voices: Voices, traces: Traces, scale: Scale | None, value: Milestone) -> Card:
    """Makes the card of a milestone."""
    reported = (
        ("page.updates", _updates(voices, traces.updates(value))),
        ("page.assessments", _assessments(voices, traces, value)),
    )
    return Card(
        **_head(voices, scale, value),
        first=fields(voices, value, without={*_HEAD, *_bare(value.status)}),
        rest=[],
        reported=[Step(voices.word(key), links) for key, links in reported if links],
        milestones=[],
        trace=[],
    )


def _head(voices: Voices, scale: Scale | None, value: Commitment | Milestone) -> dict[str, Any]:
    start, end = dates_of(value)
    done, on = value.completed_on, goes_on(value)
    due = type(value) is Milestone and bool(end and not start)

    def time(scribe: Scribe) -> tuple[Phrase, ...]:
        if on and not start:
            return (scribe.words("page.ongoing"),)
        for key, day in (
            ("page.due_on", end if due else None),
            ("page.ongoing_from", start if on else None),
            ("page.done_on", None if start or end else done),
        ):
            if day:
                return (scribe.words(key, date=scribe.date(day).text),)
        return span(scribe, start, end)

    place = anchor(voices, value)
    return {
        "anchor": place,
        "id": value.id,
        "number": voices.plain(value.number) if value.number else None,
        "title": voices.named(value.id) if place and not value.number else voices.name(value.title),
        "status": state(voices, value.status),
        "code": value.status.code if value.status else NO_STATUS,
        "progress": progress(voices, value.progress),
        "time": voices.once("time", due, start, end, done, on, say=lambda: voices.phrase(time)),
        "drawing": drawing(scale, value) if scale else Markup(""),
    }


def head(card: Card) -> Markup:
    """Gives what a card says first: its state, how much is done, when; and its drawing."""
    dates = f' <span class="dates">{card.time}</span>' if card.time else ""
    below = f"{card.drawing}\n" if card.drawing else ""
    return Markup(f'<p class="state">{card.status} {card.progress}{dates}</p>\n{below}')


def _bare(status: Status | None) -> tuple[str, ...]:
    """Gives the field that need not be said again below the badge: a state of which nothing but the code is stated."""
    return () if status and (status.original or status.as_of or status.by) else ("status",)


def state(voices: Voices, status: Status | None) -> Markup:
    """Says how far something is; where nobody has stated it, that."""
    code = status.code if status else NO_STATUS
    return voices.once("state", code, say=lambda: _state(voices, code))


def _state(voices: Voices, code: str) -> Markup:
    said = voices.word("page.no_status") if code == NO_STATUS else voices.code("status", code)
    return Markup(f'<span class="badge s-{code}">{said}</span>')


def progress(voices: Voices, percent: int | None) -> Markup:
    """Draws and says how much is done; nothing entered is not 0."""
    return voices.once("progress", percent, say=lambda: _progress(voices, percent))


def _progress(voices: Voices, percent: int | None) -> Markup:
    if percent is None:
        bar, said = '<rect class="unknown" x=".5" y=".5" width="99" height="9"/>', voices.word("page.no_progress")
    else:
        whole = '<rect class="whole" x=".5" y=".5" width="99" height="9"/>'
        bar = f'{whole}<rect class="part" width="{percent}" height="10"/>'
        said = voices.word("mark.percent", number=percent)
    return Markup(
        '<span class="progress"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" '
        f'focusable="false">{bar}</svg> {said}</span>'
    )


def _trace(voices: Voices, traces: Traces, value: Commitment) -> list[Step]:
    inputs = traces.inputs(value)
    steps = [
        ("page.trace_inputs", [linked(voices, each.id) for each in inputs]),
        ("page.trace_decisions", [decision(voices, each) for each in inputs if each.disposition]),
        ("page.trace_milestones", [linked(voices, each.id) for each in value.milestones]),
        ("page.trace_updates", _updates(voices, traces.updates(value, *value.milestones, *value.indicators))),
        ("page.trace_assessments", _assessments(voices, traces, value, *value.milestones)),
    ]
    return [Step(voices.word(key), links) for key, links in steps]


def decision(voices: Voices, contribution: Contribution) -> Markup:
    """Says what became of a contribution, when and why, and leads to it."""
    made = contribution.disposition
    if made is None:
        return Markup("")

    def said(scribe: Scribe) -> tuple[Phrase, ...]:
        day = (Phrase(" — "), scribe.date(made.date)) if made.date else ()
        return (scribe.code("disposition", made.status), *day)

    reason = Markup(f" — {voices.name(made.reason)}") if made.reason else no_reason(voices, contribution)
    return Markup(f'<a href="#{contribution.id}">{voices.phrase(said)}</a>{reason}')


def decision_badge(voices: Voices, contribution: Contribution) -> Markup:
    """Says what became of a contribution as a badge; where nobody has said it, that."""
    made = contribution.disposition
    if made is None:
        return Markup(f'<span class="badge s-none">{voices.word("page.no_decision")}</span>')
    badge = f'<span class="badge d-{made.status}">{voices.code("disposition", made.status)}</span>'
    return Markup(f"{badge}{no_reason(voices, contribution)}")


def no_reason(voices: Voices, contribution: Contribution) -> Markup:
    """Says that nobody said why a contribution was turned down, as a whole or in part; else gives nothing."""
    made = contribution.disposition
    if made is None or made.reason or made.status not in ("rejected", "partly_accepted"):
        return Markup("")
    return Markup(f' — <span class="quiet">{voices.word("page.no_reason")}</span>')


def update_link(voices: Voices, update: ProgressUpdate) -> Markup:
    """Names a report by its day or period, and what it says of the state; it leads to the report."""

    def said(scribe: Scribe) -> tuple[Phrase, ...]:
        when: tuple[Phrase, ...] = (scribe.date(update.date),) if update.date else ()
        if not when and update.period:
            when = span(scribe, update.period.start, update.period.end)
        parts = [when or (scribe.words("page.undated"),)]
        if update.status:
            parts.append((scribe.code("status", update.status.code),))
        if update.progress is not None:
            parts.append((Phrase(scribe.label("mark.percent", number=update.progress), data=True),))
        return tuple(phrase for n, part in enumerate(parts) for phrase in ((Phrase(" · "),) if n else ()) + part)

    return Markup(f'<a href="#{update.id}">{voices.phrase(said)}</a>')


def _updates(voices: Voices, updates: list[ProgressUpdate]) -> list[Markup]:
    return [update_link(voices, update) for update in updates]


def _assessments(voices: Voices, traces: Traces, *targets: Commitment | Milestone) -> list[Markup]:
    def said(scribe: Scribe, one: Assessment) -> tuple[Phrase, ...]:
        known = one.instrument
        kind = scribe.code("assessment_instrument", known) if known else scribe.words("page.assessment")
        return (kind, Phrase(" — "), scribe.date(one.date)) if one.date else (kind,)

    found = traces.assessments(*targets)
    return [Markup(f'<a href="#{one.id}">{voices.phrase(partial(said, one=one))}</a>') for one in found]
