"""Months: deadlines at the ends of months, and the lengths that a period certainly or possibly has."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.model import PartialDate, Period
from opengov_local.validation.rules.months import length, months_after, whole_months

LATER: list[tuple[str, int, str]] = [
    ("2025-04-02", 2, "2025-06-02"),
    ("2025-10-31", 1, "2025-11-30"),
    ("2023-12-31", 2, "2024-02-29"),
    ("2024-12-31", 2, "2025-02-28"),
    ("2025-11-15", 14, "2027-01-15"),
    ("2025-11-15", 0, "2025-11-15"),
    ("2025-12-01", 12, "2026-12-01"),
]


@pytest.mark.parametrize(("day", "months", "later"), LATER)
def test_months_after(day: str, months: int, later: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(later)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 600))
def test_counting_gives_back_the_months_that_were_added(day: date, months: int) -> None:
    assert whole_months(day, months_after(day, months)) == months


LENGTHS: list[tuple[str, str, tuple[int, int]]] = [
    ("2024-01-01", "2025-12-31", (24, 24)),
    ("2024-01-01", "2025-12-30", (23, 24)),
    ("2024-01-01", "2026-01-01", (24, 25)),
    ("2024-01", "2025-12", (22, 24)),
    ("2024", "2025", (0, 24)),
    ("2022", "2026", (36, 60)),
    ("2024-Q1", "2025-H2", (15, 24)),
    ("2024", "2024", (0, 12)),
    ("2024-05", "2024-05", (0, 1)),
]


@pytest.mark.parametrize(("start", "end", "months"), LENGTHS)
def test_the_length_of_a_period(start: str, end: str, months: tuple[int, int]) -> None:
    assert length(Period(start=PartialDate(start), end=PartialDate(end))) == months


@pytest.mark.parametrize("qualifier", ["circa", "before", "after", "early", "middle", "late"])
def test_a_period_that_is_not_plain_has_no_certain_length(qualifier: str) -> None:
    period = Period.model_validate_json(f'{{"start": "2024", "end": "2030", "qualifier": "{qualifier}"}}')
    assert length(period) is None


def test_an_open_period_has_no_length() -> None:
    assert length(None) is None
    assert length(Period(start=PartialDate("2024"))) is None
    assert length(Period(end=PartialDate("2024"))) is None
