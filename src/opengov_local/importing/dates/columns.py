"""What a whole column tells about its dates: which number is the month, what bare numbers and short forms are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from opengov_local.importing.dates.folding import fold
from opengov_local.importing.dates.meaning import FIRST_YEAR, LAST_YEAR, DateContext
from opengov_local.importing.dates.numeric import SERIALS

_DAY_FIRST_OR_MONTH_FIRST: Final = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d])")
_SHORT_SPAN: Final = re.compile(r"(\d{4})[-/](\d{2})")
_SHORT_MONTH: Final = re.compile(r"(\d{1,2})[/-](2[4-9]|3\d|4\d)")
"""Second numbers that are days of a month are taken for years only where the whole column is so."""
_WEEK: Final = re.compile(r"s ?(\d{1,2})\b|(\d{1,2})(?:e|eme|ieme) sem\b")


def column_context(values: Iterable[object], base: DateContext | None = None) -> DateContext:
    """Looks at all values of a column for proof of how its dates are to be read.

    A first number above 12 proves day before month, a second one month before day; both together leave only those
    dates readable that fit one order alone. Numbers that are neither years nor counts of days show that the column's
    numbers are no dates. `2013-14` shows that `2011-12` is no month, `S36` that `S2` is a week, and cells
    such as `03/26` alone that they are months of a year of two digits.

    Args:
        values: the cells of the column, in any order; those that are no dates do no harm.
        base: what is known of the sheet; by default nothing.
    """
    context, values = base or DateContext(), [*values]
    orders: set[str] = set()
    serials, year_spans, weeks = context.serials, context.year_spans, context.weeks
    for value in values:
        if isinstance(value, bool):
            continue
        if isinstance(value, int | float):
            if not (FIRST_YEAR <= value <= LAST_YEAR or SERIALS.start <= value < SERIALS.stop):
                serials = False
        elif isinstance(value, str) and len(value) <= 200:
            folded = fold(value)[0].strip()
            orders |= _orders(folded)
            if (span := _SHORT_SPAN.fullmatch(folded)) and int(span[2]) == (int(span[1]) + 1) % 100 > 12:
                year_spans = True
            if (week := _WEEK.match(folded)) and int(week[1] or week[2]) > 2:
                weeks = True
    context = replace(
        context,
        serials=serials,
        year_spans=year_spans,
        weeks=weeks,
        short_months=context.order != "mdy" and _are_short_months(values),
    )
    if orders == {"dmy", "mdy"}:
        return replace(context, order=None)
    if orders:
        return replace(context, order="dmy" if "dmy" in orders else "mdy", proven=True)
    return context


def _are_short_months(values: Iterable[object]) -> bool:
    """Tells whether all cells of a column, two or more, are months with the last two digits of a year: `03/26`."""
    said = [value.strip() for value in values if isinstance(value, str) and value.strip()]
    read = [_SHORT_MONTH.fullmatch(text) for text in said] if said and _SHORT_MONTH.fullmatch(said[0]) else []
    return len(read) > 1 and all(found is not None and 1 <= int(found[1]) <= 12 for found in read)


def _orders(folded: str) -> set[str]:
    found: set[str] = set()
    for date in _DAY_FIRST_OR_MONTH_FIRST.finditer(folded):
        first, second = int(date[1]), int(date[3])
        if 12 < first <= 31 and 1 <= second <= 12:
            found.add("dmy")
        elif 1 <= first <= 12 and 12 < second <= 31:
            found.add("mdy")
    return found
