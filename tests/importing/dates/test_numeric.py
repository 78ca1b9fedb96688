"""Counts of days: the two epochs, and the day that Excel counts though it never was."""

from __future__ import annotations

from datetime import date

import pytest

from opengov_local.importing.dates.numeric import full_year, serial_day


@pytest.mark.parametrize(
    ("number", "day"),
    [
        (1, date(1900, 1, 1)),
        (59, date(1900, 2, 28)),
        (60, None),
        (61, date(1900, 3, 1)),
        (45013, date(2023, 3, 28)),
        (45013.999, date(2023, 3, 28)),
    ],
)
def test_days_from_1900(number: float, day: date | None) -> None:
    assert serial_day(number) == day


@pytest.mark.parametrize("number", [60, 20_000, 45_013, 80_000])
def test_days_from_1904_are_1462_fewer(number: int) -> None:
    later = serial_day(number + 1462)
    assert later is not None
    assert serial_day(number, 1904) == later


def test_two_digits_of_a_year() -> None:
    assert [full_year(number) for number in (0, 24, 49, 50, 99)] == [2000, 2024, 2049, 1950, 1999]
