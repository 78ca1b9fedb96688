"""Dates in words: partial dates in English, French and Arabic, with Morocco's month names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from opengov_local.resources import rows_of

LANGUAGES: Final = ("en", "fr", "ar")
"""The languages that dates are written in."""

_DATE: Final = re.compile(
    "(?P<year>[0-9]{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12][0-9]|3[01]))?|-Q(?P<quarter>[1-4])|-H(?P<half>[12]))?"
)
"""The forms of a partial date; whether the month has such a day is not asked here."""


@cache
def _words(language: str) -> Mapping[str, str]:
    rows = rows_of(__package__, "date_words.csv")
    return MappingProxyType({row["key"]: row[language] for row in rows})


def is_date(text: str) -> bool:
    """Tells whether a text has the form of a date of any precision."""
    return _DATE.fullmatch(text) is not None


@lru_cache(1 << 12)
def write_date(date: str, language: str) -> str:
    """Writes a date in words: `2025-07` is "July 2025", "juillet 2025", "يوليوز 2025".

    Args:
        date: a date of any precision: `2025-07-14`, `2025-07`, `2025-Q3`, `2025-H2` or `2025`; nothing is added to it.
        language: one of `LANGUAGES`.

    Raises:
        KeyError: dates are not written in this language.
        ValueError: it is no date.
    """
    words, found = _words(language), _DATE.fullmatch(date)
    if found is None:
        raise ValueError(f"not a date: {date!r}")
    parts = {name: text for name, text in found.groupdict().items() if text}
    if "month" in parts:
        parts["month"] = words[f"month_{parts['month']}"]
    if "day" in parts:
        parts["day"] = words.get(f"day_{parts['day']}") or str(int(parts["day"]))
    form = next((name for name in ("day", "month") if name in parts), "year")
    for name in ("quarter", "half"):
        if name in parts:
            form = f"{name}_{parts[name]}"
    return words[form].format(**parts)


def write_span(start: str, end: str | None, language: str) -> str:
    """Writes a span of time; a date alone where there is no end or both are the same.

    Raises:
        KeyError: dates are not written in this language.
    """
    first = write_date(start, language)
    if end is None or end == start:
        return first
    return _words(language)["span"].format(start=first, end=write_date(end, language))


def write_until(end: str, language: str) -> str:
    """Writes an end of which the start is not known: `2025-07` is "until July 2025", "jusqu’à juillet 2025".

    Raises:
        KeyError: dates are not written in this language.
        ValueError: it is no date.
    """
    return _words(language)[f"until_{_precision(end)}"].format(end=write_date(end, language))


def write_from(start: str, language: str) -> str:
    """Writes a start of which the end is not known: `2025-07` is "from July 2025", "dès juillet 2025".

    Raises:
        KeyError: dates are not written in this language.
        ValueError: it is no date.
    """
    return _words(language)[f"from_{_precision(start)}"].format(start=write_date(start, language))


def _precision(date: str) -> str:
    """Gives the finest part that a date has: `day`, `month`, `quarter`, `half` or `year`."""
    found = _DATE.fullmatch(date)
    if found is None:
        raise ValueError(f"not a date: {date!r}")
    parts = found.groupdict()
    return next(name for name in ("day", "month", "quarter", "half", "year") if parts[name])
