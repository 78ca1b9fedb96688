"""Months between dates: deadlines counted in months, and how long a period certainly or possibly is."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from opengov_local.model import Period

_PLAIN = (None, "expected")
"""Qualifiers of a period that leave its dates as they stand."""


def months_after(day: date, months: int) -> date:
    """Gives the same day some months later, or the last day of that month where it has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def whole_months(first: date, last: date) -> int:
    """Counts the whole months from a day to another; below zero when the second lies before the first."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (months_after(first, months) > last)


def length(period: Period | None) -> tuple[int, int] | None:
    """Gives the least and the greatest number of months a period can have; None when it is open or not plain."""
    if period is None or period.start is None or period.end is None or period.qualifier not in _PLAIN:
        return None
    day = timedelta(days=1)
    least = whole_months(period.start.latest, period.end.earliest + day)
    after = period.end.latest + day
    most = whole_months(period.start.earliest, after)
    return max(least, 0), most + (months_after(period.start.earliest, most) < after)
