"""Words that say of which day or part of a year a report is: "Situation arrêtée au 30/06/2025", "Suivi T1 2026"."""

from __future__ import annotations

import re
from typing import Any

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.period_headings import period_in, reading_of
from opengov_local.formats.wording.headings.phrases import phrases, says
from opengov_local.formats.wording.headings.vocabulary import recognise
from opengov_local.importing.dates import DateReading, find_dates, read_date
from opengov_local.importing.put_date import written
from opengov_local.importing.words import fold

_TARGET = "update.date"
_SURE = 95
_MARKS = " \u00a0\t:：,،.–-"
_BEFORE, _BEHIND = '([«"–—-', ' \u00a0).،,]»"'
_LONGEST_LABEL = 8
"""Words."""
DAY = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
"""A day or month; no year, quarter or half-year."""


def time_in_name(name: str, year: str) -> str:
    """Gives the only day, month, quarter, half-year or year that the name of a sheet says: "Suivi T1 2026".

    Args:
        name: the name; a year alone says when only where the name speaks of a follow-up.
        year: the year of the plan, "" where it is not a single one.
    """
    words = name.replace("_", " ")
    found = [one.reading for one in find_dates(words)]
    if found:
        return _date(found[0]) if len(found) == 1 and found[0].kind != "period" else ""
    period = period_in(words)
    if not period.words:
        return ""
    if period.words == period.year:
        return period.year if says("follow_up", words) else ""
    reading = reading_of(period.words, year)
    return _date(reading) if reading is not None and reading.kind == "date" else ""


def beside_label(label: str, said: Piece) -> str:
    """Gives the day beside a label that asks for that of a report, or the part of a year beside one that asks for it.

    A year beside "Année" may be that of the plan.
    """
    if _is_label(label):
        return _day(written(said))
    span = _span(written(said)) if fold(label.strip(_MARKS)) in phrases("span_of_report") else ""
    return span if len(span) > len("2026") else ""


def behind_label(text: str) -> str:
    """Gives the day behind a label that asks for that of a report, or the span behind one that asks for it."""
    words = text.split()
    splits = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, min(len(words), _LONGEST_LABEL + 1))]
    days = (date for label, said in splits if _is_label(label) and (date := _day(said)))
    spans = (date for label, said in splits if fold(label) in phrases("span_of_report") and (date := _span(said)))
    return next(days, "") or next(spans, "")


def in_title(text: str) -> str:
    """Gives the day or month at the end of a title that says "situation au" before it, or speaks of a follow-up.

    "Suivi du programme 2024-2025 (situation au 30/06/2025)", «جدول التتبع إلى غاية 30 يونيو 2025».
    """
    times = [one for one in find_dates(text) if one.reading.kind != "period"]
    days = [one for one in times if DAY.fullmatch(_date(one.reading))] or times
    if len(days) != 1 or text[days[0].end :].strip(_BEHIND) or says("adopted", text):
        return ""
    date, words = _date(days[0].reading), text[: days[0].start].split()
    labels = (" ".join(words[at:]).lstrip(_BEFORE) for at in range(max(0, len(words) - _LONGEST_LABEL), len(words)))
    worded = DAY.fullmatch(date) and any(_is_label(label) for label in labels if label)
    return date if worded or says("follow_up", text) else ""


def _date(reading: DateReading) -> str:
    return reading.start or reading.end or ""


def _day(said: Any) -> str:
    """Gives the day or month that a text or typed value is; "" where it is none."""
    date = _span(said)
    return date if DAY.fullmatch(date) else ""


def _span(said: Any) -> str:
    """Gives the only date that a text or typed value is, be it a year; "" where it is none."""
    reading = read_date(said.strip(_MARKS) if isinstance(said, str) else said)
    return "" if reading is None or reading.kind != "date" or reading.qualifier else reading.start or ""


def _is_label(text: str) -> bool:
    """Tells whether words say that what follows is the day of a report; few of them are headings of columns."""
    label = text.strip(_MARKS)
    if fold(label) in phrases("day_of_report"):
        return True
    meaning = recognise(label, ()) if label else None
    return meaning is not None and meaning.target == _TARGET and meaning.score >= _SURE
