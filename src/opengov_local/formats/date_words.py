"""Dates in words: partial dates in English, French and Arabic, with Morocco's month names."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from opengov_local.model.dates import PartialDate

LANGUAGES: Final = ("en", "fr", "ar")
"""The languages that dates are written in."""


@cache
def _words(language: str) -> Mapping[str, str]:
    text = files("opengov_local.formats").joinpath("date_words.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return MappingProxyType({row["key"]: row[language] for row in rows})


def write_date(date: PartialDate, language: str) -> str:
    """Writes a date in words: `2025-07` is "July 2025", "juillet 2025", "يوليوز 2025".

    Args:
        date: a date of any precision; no day or month is added to it.
        language: one of `LANGUAGES`.

    Raises:
        KeyError: dates are not written in this language.
    """
    words, year, rest = _words(language), date[:4], date[5:]
    match date.precision:
        case "day":
            day = words.get(f"day_{rest[3:]}") or str(int(rest[3:]))
            return words["day"].format(day=day, month=words[f"month_{rest[:2]}"], year=year)
        case "month":
            return words["month"].format(month=words[f"month_{rest}"], year=year)
        case "year":
            return words["year"].format(year=year)
        case "quarter" | "half":
            return words[f"{date.precision}_{rest[1]}"].format(year=year)


def write_span(start: PartialDate, end: PartialDate | None, language: str) -> str:
    """Writes a span of time; a date alone where there is no end or both are the same.

    Raises:
        KeyError: dates are not written in this language.
    """
    first = write_date(start, language)
    if end is None or end == start:
        return first
    return _words(language)["span"].format(start=first, end=write_date(end, language))
