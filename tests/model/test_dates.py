"""PartialDate: its spellings, its interval, its comparisons."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.model import Milestone, PartialDate
from opengov_local.model.dates import PARTIAL_DATE_PATTERN, TIMESTAMP_PATTERN

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2024", "year", "2024-01-01", "2024-12-31"),
        ("2024-H1", "half", "2024-01-01", "2024-06-30"),
        ("2024-H2", "half", "2024-07-01", "2024-12-31"),
        ("2024-Q1", "quarter", "2024-01-01", "2024-03-31"),
        ("2024-Q4", "quarter", "2024-10-01", "2024-12-31"),
        ("2024-02", "month", "2024-02-01", "2024-02-29"),
        ("2023-02", "month", "2023-02-01", "2023-02-28"),
        ("2023-03-28", "day", "2023-03-28", "2023-03-28"),
    ],
)
def test_interval(text: str, precision: str, earliest: str, latest: str) -> None:
    value = PartialDate(text)
    assert (value.precision, str(value.earliest), str(value.latest)) == (precision, earliest, latest)


@pytest.mark.parametrize(
    "text", ["", "24", "2024-13", "2024-Q5", "2024-H3", "2023-02-29", "1900-02-29", "2024\n", "0999", "٢٠٢٤"]
)
def test_refuses(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        PartialDate(text)


def test_the_pattern_holds_the_whole_calendar() -> None:
    pattern = re.compile(PARTIAL_DATE_PATTERN)
    for year in range(1000, 3000):
        for month in range(1, 13):
            last = calendar.monthrange(year, month)[1]
            for day in (1, 9, 10, 19, 20, 28, 29, 30, 31, 32):
                assert bool(pattern.match(f"{year}-{month:02}-{day:02}")) == (day <= last)


def test_a_timestamp_has_the_same_days() -> None:
    pattern = re.compile(TIMESTAMP_PATTERN)
    assert pattern.match("2024-02-29T23:59:59Z")
    assert not pattern.match("2023-02-29T23:59:59Z")


def test_comparison_is_by_interval_and_guesses_nothing() -> None:
    assert PartialDate("2024-Q1") < PartialDate("2024-04")
    assert not PartialDate("2024-Q2") < PartialDate("2024-04")
    assert not PartialDate("2024-Q2") > PartialDate("2024-04")
    assert not PartialDate("2024") <= PartialDate("2024-12-31")
    assert PartialDate("2024") <= PartialDate("2024")
    assert PartialDate("2024-H2") > "2024-06-30"


@given(DAYS, st.integers(0, 400))
def test_days_compare_as_the_calendar_does(day: date, later: int) -> None:
    other = min(day + timedelta(days=later), date(2999, 12, 31))
    assert (PartialDate(day.isoformat()) < PartialDate(other.isoformat())) == (day < other)


def test_a_field_gives_it_from_text_and_writes_text() -> None:
    milestone = Milestone(id="org.example:m", title={"fr": "x"}, due="2025-12")  # type: ignore[arg-type]
    assert isinstance(milestone.due, PartialDate)
    assert milestone.to_tree()["due"] == "2025-12"
    milestone.due = PartialDate("2026")
    assert milestone.due.precision == "year"
