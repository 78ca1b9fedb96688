"""Dates in digits: 28/03/2023, 2025-12, 2024-25, and the counts of days of workbooks."""

from __future__ import annotations

import calendar
import math
from datetime import date, timedelta
from typing import Final, Literal

from opengov_local.importing.dates import meaning
from opengov_local.importing.dates.meaning import FIRST_YEAR, LAST_YEAR, DateContext, NoDateError

SERIALS: Final = range(20_000, 80_001)
"""Counts of days that are taken for dates: October 1954 to January 2119, far from the numbers of years."""
PIVOT: Final = 50
"""Two digits below it are a year of the 2000s, others of the 1900s."""
SHORTEST_YEAR: Final = 10
"""Below it two digits after a month's name are rather a day than a year."""

_FALSE_LEAP_DAY: Final = 60
_ORDERS: Final = {"dmy": (2, 1, 0), "mdy": (2, 0, 1), "ymd": (0, 1, 2)}


def full_year(two_digits: int) -> int:
    """Gives the year that two digits stand for."""
    return two_digits + (2000 if two_digits < PIVOT else 1900)


def serial_day(number: float, epoch: Literal[1900, 1904] = 1900) -> date | None:
    """Gives the day of a workbook's count; None for 29 February 1900, which Excel counts and which never was.

    Source: ECMA-376 part 1, 18.17.4.1: day 1 is 1 January 1900, or day 0 is 1 January 1904.

    Raises:
        OverflowError: there is no such day.
    """
    days = math.floor(number)
    if epoch == 1904:
        return date(1904, 1, 1) + timedelta(days=days)
    if days == _FALSE_LEAP_DAY:
        return None
    return date(1899, 12, 31 if days < _FALSE_LEAP_DAY else 30) + timedelta(days=days)


def day_of(text: str, context: DateContext) -> tuple[tuple[int, int, int], tuple[str, ...]]:
    """Reads three numbers with one sign between them.

    Returns:
        Year, month and day, and the notes on what was decided.

    Raises:
        NoDateError: no such day, or no telling which number is the month.
    """
    sep = next(char for char in text if not char.isdigit())
    groups = text.split(sep)
    lengths = tuple(map(len, groups))
    numbers = [int(group) for group in groups if len(group) <= 4]
    if lengths[0] == 4 and max(lengths[1:]) <= 2:
        return _checked(numbers[0], numbers[1], numbers[2]), ()
    if max(lengths[:2]) > 2 or lengths[2] not in {2, 4}:
        raise NoDateError(meaning.UNREAD)
    notes: list[str] = []
    order = context.order or _only_order(numbers)
    if order == "ymd" and lengths[2] == 4:
        order = "dmy"
    if lengths[2] == 2:
        notes.append(meaning.TWO_DIGIT_YEAR)
    year, month, day = (numbers[place] for place in _ORDERS[order])
    either = month != day and max(numbers[:2]) <= 12 and order != "ymd"
    if order == "mdy" or (either and not context.proven):
        notes.append(meaning.ORDER)
    return _checked(full_year(year) if lengths[2] == 2 else year, month, day), tuple(notes)


def _only_order(numbers: list[int]) -> Literal["dmy", "mdy"]:
    first, second = numbers[:2]
    if first <= 12 and second <= 12 and first != second:
        raise NoDateError(meaning.AMBIGUOUS)
    return "mdy" if second > 12 else "dmy"


def _checked(year: int, month: int, day: int) -> tuple[int, int, int]:
    check_day(year, month, day)
    return year, month, day


def check_day(year: int, month: int, day: int) -> None:
    """Makes sure that a day exists, in a year that is taken for one of our calendar.

    Raises:
        NoDateError: it does not.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NoDateError(meaning.UNREAD)
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise NoDateError(meaning.IMPOSSIBLE)


def month_of(text: str, context: DateContext) -> tuple[int, int, tuple[str, ...]] | None:
    """Reads `2025-12`, `12/2025` or `12.2025` as year, month and notes; None where it is something else.

    Raises:
        NoDateError: there is no such month.
    """
    first, second = _pair(text)
    if context.short_months and max(len(first), len(second)) == 2 and int(first) <= 12:
        return full_year(int(second)), int(first), (meaning.TWO_DIGIT_YEAR,)
    if len(first) == 4 and len(second) == 2 and int(second) <= 12:
        year, month = int(first), int(second)
    elif len(second) == 4 and len(first) <= 2 and ("." not in text or len(first) == 2):
        year, month = int(second), int(first)
    else:
        return None
    check_day(year, month, 1)
    return year, month, ()


def years_of(text: str, context: DateContext) -> tuple[int, int, tuple[str, ...]] | None:
    """Reads `2023-2024`, `2023/2024` or `2024-25` as first year, last year and notes; None where it is none of them."""
    first, second = _pair(text)
    if len(first) != 4 or "." in text or not FIRST_YEAR <= int(first) <= LAST_YEAR:
        return None
    year = int(first)
    if len(second) == 4:
        return (year, int(second), ()) if int(second) <= LAST_YEAR else None
    following = len(second) == 2 and int(second) == (year + 1) % 100
    if following and (int(second) > 12 or context.year_spans):
        return year, year + 1, (meaning.TWO_DIGIT_YEAR,)
    return None


def _pair(text: str) -> tuple[str, str]:
    sep = next(char for char in text if not char.isdigit())
    first, second = text.split(sep)
    return first, second
