"""The years that texts about a plan name: its period in a title, the only year above a table."""

from __future__ import annotations

import re
from collections.abc import Iterable

from opengov_local.importing.dates import find_dates
from opengov_local.importing.words.numerals import plain_digits

_YEARS = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_YEAR = len("2026")


def years_in(text: str) -> list[str]:
    """Gives the years of a text, in the digits of any script, in order."""
    return _YEARS.findall(plain_digits(text))


def only_year(texts: Iterable[str]) -> str:
    """Gives the year that texts name, "" where they name none or several."""
    years = {year for text in texts for year in years_in(text)}
    return years.pop() if len(years) == 1 else ""


def years_of_plan(text: str) -> tuple[str, str] | None:
    """Gives the first and last year of a plan that a title names: those of its only span, else its only two.

    Years of days and months that stand beside ("situation au 30 juin 2025") are not those of the plan.
    """
    found = find_dates(text)
    spans = {
        (one.reading.start, one.reading.end)
        for one in found
        if one.reading.kind == "period" and len(one.reading.start or "") == len(one.reading.end or "") == _YEAR
    }
    if spans:
        ((start, end),) = spans if len(spans) == 1 else ((None, None),)
        return (start, end) if start and end else None
    for one in reversed(found):
        if len(one.reading.start or one.reading.end or "") > _YEAR:
            text = f"{text[: one.start]} {text[one.end :]}"
    years = years_in(text)
    return (years[0], years[1]) if len(years) == 2 and years[0] <= years[1] else None
