"""The timeline: dates as places on a scale of whole years, and bars that are as vague as the dates."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from markupsafe import Markup

from opengov_local.model.commitment import Commitment
from opengov_local.model.dates import PartialDate
from opengov_local.model.milestone import Milestone

WIDTH: Final = 1000
"""Units of a drawing from its first to its last day."""
MOST_TICKS: Final = 8
_LANES: Final = {"bar": (3, 10), "step": (16, 7)}
"""Top and height of the lane of the commitment and that of its milestones."""
_ARROW: Final = f'<path class="onward" d="M{WIDTH} 1l12 7l-12 7z"/>'


class Scale(NamedTuple):
    """Whole years beside each other, each as wide as the next.

    Attributes:
        first: the first year.
        years: how many there are.
    """

    first: int
    years: int

    def at(self, day: date, *, end: bool = False) -> float:
        """Gives the place of the beginning of a day, or of its end."""
        length = 366 if calendar.isleap(day.year) else 365
        passed = day.timetuple().tm_yday - (0 if end else 1)
        return round(WIDTH / self.years * (day.year - self.first + passed / length), 1)

    @property
    def ticks(self) -> list[range]:
        """The years in groups of equal length, few enough to be written side by side."""
        step = -(-self.years // MOST_TICKS)
        return [range(year, year + step) for year in range(self.first, self.first + self.years, step)]


def scale_of(dates: Iterable[PartialDate | None]) -> Scale | None:
    """Gives the scale that holds some dates; None where there is none."""
    known = [each for each in dates if each]
    if not known:
        return None
    first, last = min(each.earliest.year for each in known), max(each.latest.year for each in known)
    step = -(-(last - first + 1) // MOST_TICKS)
    return Scale(first, step * -(-(last - first + 1) // step))


def dates_of(value: Commitment | Milestone) -> tuple[PartialDate | None, PartialDate | None]:
    """Gives when something begins and when it should be done."""
    return (value.start, value.end) if isinstance(value, Commitment) else (value.start, value.due)


def goes_on(value: Commitment | Milestone) -> bool:
    """Tells whether something has no set end, as is stated."""
    return isinstance(value, Commitment) and value.ongoing is True and value.end is None


def drawing(scale: Scale, value: Commitment | Milestone) -> Markup:
    """Draws a commitment with its milestones, or a milestone alone; "" where no date is stated.

    What is sure to lie within is drawn full; a month, quarter or year in which it begins or ends is drawn as its whole
    span; an end that nobody has stated is left open; what goes on without a set end is drawn full up to an arrow.
    """
    start, end = dates_of(value)
    parts = list(_bar(scale, start, end, open_start=isinstance(value, Commitment), goes_on=goes_on(value)))
    steps = value.milestones if isinstance(value, Commitment) else [value]
    marks = [mark for step in steps for mark in _marks(scale, step, alone=step is value)]
    if isinstance(value, Commitment):
        parts += _finished(scale, value.completed_on, "bar")
    if not parts and not marks:
        return Markup("")
    height = 26 if isinstance(value, Commitment) and marks else 16
    grid = "".join(f"M{round(WIDTH / scale.years * year, 1)} 0V{height}" for year in range(1, scale.years))
    lines = [f'<path class="grid" d="{grid}"/>'] if grid else []
    return Markup(
        f'<svg class="time" viewBox="0 0 {WIDTH} {height}" preserveAspectRatio="none" aria-hidden="true" '
        f'focusable="false">{"".join([*lines, *parts, *marks])}</svg>'
    )


@lru_cache(1 << 12)
def _bar(
    scale: Scale, start: PartialDate | None, end: PartialDate | None, *, open_start: bool, goes_on: bool
) -> tuple[str, ...]:
    parts = []
    if start and end and start.earliest <= end.latest:
        left = scale.at(start.earliest) if start.precision == "day" else scale.at(start.latest, end=True)
        right = scale.at(end.latest, end=True) if end.precision == "day" else scale.at(end.earliest)
        if left < right:
            parts.append(_box("sure", left, right, "bar"))
    if goes_on:
        sure = start.earliest if start and start.precision == "day" else start.latest if start else None
        left = scale.at(sure, end=start.precision != "day") if start and sure else 0
        parts += [_box("sure", left, WIDTH, "bar"), _ARROW] if start else [_ARROW]
    elif start and not end:
        parts.append(_open(scale.at(start.latest, end=True), WIDTH))
    if end and not start and open_start:
        parts.append(_open(0, scale.at(end.earliest)))
    vague = [each for each in dict.fromkeys((start, end)) if each]
    for each in vague:
        alone = start is None or end is None or start.earliest > end.latest
        if each.precision != "day" or alone:
            parts.append(_day("vague" if each.precision != "day" else "sure", scale, each, "bar"))
    return tuple(parts)


def _marks(scale: Scale, step: Milestone, *, alone: bool) -> list[str]:
    """Draws when a milestone is due and when it was done."""
    parts = []
    if step.due and not alone:
        done = step.completed_on or (step.status and step.status.code == "completed")
        parts.append(_day("due done" if done else "due", scale, step.due, "step"))
    return [*parts, *_finished(scale, step.completed_on, "bar" if alone else "step")]


def _finished(scale: Scale, when: PartialDate | None, lane: str) -> list[str]:
    """Draws when something was done, unless the scale begins later."""
    return [_day("finished", scale, when, lane)] if when and scale.first <= when.earliest.year else []


@lru_cache(1 << 12)
def _day(kind: str, scale: Scale, day: PartialDate, lane: str) -> str:
    """Draws a date as its whole span; many things begin or end with the same month."""
    return _box(kind, scale.at(day.earliest), scale.at(day.latest, end=True), lane)


def _box(kind: str, left: float, right: float, lane: str) -> str:
    top, height = _LANES[lane]
    width = max(round(right - left, 1), 4)
    left = min(left, WIDTH - width)
    return f'<rect class="{kind}" x="{left:g}" y="{top}" width="{width:g}" height="{height}"/>'


def _open(left: float, right: float) -> str:
    top, height = _LANES["bar"]
    return f'<path class="open" d="M{left:g} {top + height / 2:g}H{right:g}"/>'
