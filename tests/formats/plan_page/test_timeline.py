"""The timeline: dates are drawn as vague as they are, and open ends stay open."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.formats.plan_page.timeline import MOST_TICKS, WIDTH, Scale, drawing, scale_of
from opengov_local.model import Commitment, Milestone, PartialDate

SPELLED = st.one_of(
    st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(date.isoformat),
    st.integers(1000, 2999).map(str),
    st.builds("{}-Q{}".format, st.integers(1000, 2999), st.integers(1, 4)),
    st.builds("{}-{:02}".format, st.integers(1990, 2040), st.integers(1, 12)),
)
DATES = SPELLED.map(PartialDate)


def _commitment(start: str | None = None, end: str | None = None, *steps: Milestone) -> Commitment:
    tree = {"id": "org.example:c", "title": {"fr": "Engagement"}, "start": start, "end": end}
    commitment = Commitment.model_validate({name: value for name, value in tree.items() if value})
    commitment.milestones = list(steps)
    return commitment


def _step(**fields: object) -> Milestone:
    return Milestone.model_validate({"id": "org.example:m", "title": {"fr": "Jalon"}, **fields})


def boxes(drawn: str) -> list[tuple[str, float, float]]:
    """Gives the boxes of a drawing: kind, left, right."""
    found = re.findall(r'<rect class="([a-z ]+)" x="([\d.]+)" y="\d+" width="([\d.]+)"', drawn)
    return [(kind, float(left), round(float(left) + float(width), 1)) for kind, left, width in found]


YEAR = Scale(2025, 1)


def test_what_was_done_is_drawn_where_nothing_else_is_stated() -> None:
    done = _commitment()
    done.completed_on = PartialDate("2025-12")
    assert boxes(drawing(YEAR, done)) == [("finished", round(1000 * 334 / 365, 1), 1000)]


def test_what_goes_on_has_no_open_end() -> None:
    lasting = _commitment("2025-07-02")
    assert 'class="open"' in drawing(YEAR, lasting)
    lasting.ongoing = True
    drawn = drawing(YEAR, lasting)
    assert 'class="open"' not in drawn
    assert 'class="onward"' in drawn
    assert ("sure", round(1000 * 182 / 365, 1), 1000) in boxes(drawn)
    lasting.end = PartialDate("2025-12-31")
    assert 'class="onward"' not in drawing(YEAR, lasting)


def test_a_month_a_quarter_and_a_year_are_drawn_whole() -> None:
    january, second = round(1000 * 31 / 365, 1), round(1000 * 90 / 365, 1)
    assert boxes(drawing(YEAR, _commitment("2025-01", "2025-Q2"))) == [
        ("sure", january, second),
        ("vague", 0, january),
        ("vague", second, round(1000 * 181 / 365, 1)),
    ]
    assert boxes(drawing(YEAR, _commitment("2025", "2025"))) == [("vague", 0, 1000)]


def test_days_are_sure() -> None:
    assert boxes(drawing(YEAR, _commitment("2025-01-01", "2025-12-31"))) == [("sure", 0, 1000)]


@pytest.mark.parametrize(
    ("start", "end", "line"),
    [("2025-07", None, f"M{1000 * 212 / 365:.1f} 8H1000"), (None, "2025-07", f"M0 8H{1000 * 181 / 365:.1f}")],
)
def test_an_end_that_nobody_has_stated_stays_open(start: str | None, end: str | None, line: str) -> None:
    drawn = drawing(YEAR, _commitment(start, end))
    assert f'<path class="open" d="{line}"/>' in drawn
    assert [kind for kind, *_ in boxes(drawn)] == ["vague"]


def test_a_milestone_that_is_only_due_has_no_open_beginning() -> None:
    assert 'class="open"' not in drawing(YEAR, _step(due="2025-07"))
    assert 'class="open"' in drawing(YEAR, _step(start="2025-07"))


def test_milestones_stand_below_their_commitment() -> None:
    steps = (_step(due="2025-03"), _step(due="2025-06", status={"code": "completed"}), _step(completed_on="2025-09-01"))
    kinds = [kind for kind, *_ in boxes(drawing(YEAR, _commitment(None, None, *steps)))]
    assert kinds == ["due", "due done", "finished"]
    assert drawing(YEAR, _commitment()) == ""


@given(DATES, DATES)
def test_whatever_the_dates_all_of_them_are_drawn_within(start: PartialDate, end: PartialDate) -> None:
    scale = scale_of([start, end, None])
    assert scale
    assert len(scale.ticks) <= MOST_TICKS
    assert [year for years in scale.ticks for year in years] == list(range(scale.first, scale.first + scale.years))
    drawn = boxes(drawing(scale, _commitment(start, end)))
    assert all(0 <= left < right <= WIDTH for _, left, right in drawn)
    for day in (start, end):
        left, right = scale.at(day.earliest), scale.at(day.latest, end=True)
        assert any(one <= left + 0.1 and right - 0.1 <= other for _, one, other in drawn) or right - left < 4


def test_no_dates_no_scale() -> None:
    assert scale_of([None]) is None
