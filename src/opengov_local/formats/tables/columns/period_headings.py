"""Headings that name a period: "T1 2025", "Avancement Q2", «الفصل الأول» below a year; and what they hold of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from opengov_local.formats.tables.columns.month_rows import MONTH
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Own, Recognised
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.importing.dates import DateReading, read_date
from opengov_local.importing.words import fold
from opengov_local.importing.words.percent import has_percent

PERIOD = "period."
"""How the names of targets of a period begin."""
_KINDS = {
    "progress": "progress",
    "status": "status",
    "update.text": "text",
    "additional_information": "text",
    "update.challenges": "challenges",
    "update.next_steps": "next_steps",
}
"""What headings of plans hold of a period."""
_STEPS = frozenset({"milestone.title", "milestone.list"})
_LONGEST, _MOST_WORDS = 80, 8
_ANY_YEAR = "2000"
_BRACKETS = re.compile(r"[(\[]\s*([^()\[\]]{2,30}?)\s*[)\]]")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


class _Part(NamedTuple):
    """One heading of a column.

    Attributes:
        period: the words of the period, "" where it names none.
        year: the only year it names beside, "".
        kind: what it holds: the end of a target of a period, `planned` or `done`, "" where it does not say; None where
            its other words are not known.
    """

    period: str
    year: str
    kind: str | None


def period_of(headings: Sequence[str], meaning: Recognised | None, own: Own) -> Recognised | None:
    """Tells what a column holds of a period that its headings name.

    Args:
        headings: those above each other, its own last.
        meaning: what its own heading means by itself.
        own: a council's own headings.

    Returns:
        None where they name no period, or what they hold of it is not known.
    """
    parts = [_part(heading, own) for heading in headings]
    told = parts[-1].kind == "text"  # "Comment", of which there are others in consultations
    if meaning is not None and meaning.target not in _KINDS and not told:
        return None
    if not any(part.period for part in parts):
        return None
    steps = any(heads_steps(heading, own) for heading in headings[:-1])
    if parts[-1].kind is None or any(_holds_else(heading, own) for heading in headings[:-1]):
        return None
    kinds = [part.kind for part in parts if part.kind]
    kind = next((kind for kind in kinds if kind in ("planned", "done")), kinds[-1] if kinds else "")
    words = next(part.period for part in reversed(parts) if part.period)
    year = next((part.year for part in reversed(parts) if part.year), "")
    if not _YEAR.search(words) and year:
        words = in_year(words, year)
    if _YEAR.fullmatch(words) and not (kind or steps):
        return None
    return Recognised(f"{PERIOD}{kind or 'any'}", STRIPPED, alternatives=_plain(meaning), period=words)


def _plain(meaning: Recognised | None) -> tuple[str, ...]:
    return (meaning.target,) if meaning else ()


class PeriodWords(NamedTuple):
    """The words of a period in a longer text, and the only year in it; "" where there is none."""

    words: str
    year: str


def period_in(text: str) -> PeriodWords:
    """Gives the period that a short text names, whatever its other words are."""
    part = _part(text, ())
    return PeriodWords(part.period, part.year)


def names_period(heading: str, own: Own) -> bool:
    """Tells whether a heading names a period, or something planned or done in one."""
    part = _part(heading, own)
    return part.kind is not None and bool(part.period or part.kind in ("planned", "done"))


def heads_steps(group: str, own: Own = ()) -> bool:
    """Tells whether a heading above others is of activities: those of each period stand below it."""
    found = surely(group, own)
    return found is not None and found.target in _STEPS


def tells(heading: str, own: Own) -> bool:
    """Tells whether the words beside a period say that remarks or reports stand below: "Commentaires 2026"."""
    return _part(heading, own).kind == "text"


def says_what(heading: str, own: Own) -> bool:
    """Tells whether the words beside a period say what stands below: "Avancement S1 2026"; of the period alone, not."""
    return bool(_part(heading, own).kind)


def _holds_else(group: str, own: Own) -> bool:
    """Tells whether a group heading is of something else: a budget, indicators."""
    found = surely(group, own)
    if found is None or found.target in _KINDS or found.target in _STEPS:
        return False
    return found.target.partition(".")[0] not in ("schedule", "group")


@lru_cache(maxsize=1 << 12)
def _part(heading: str, own: Own) -> _Part:
    text = _BRACKETS.sub(_unbracketed, " ".join(heading.split()))
    if _YEAR.fullmatch(text):
        return _Part(text, text, "")
    words = text.split()
    if len(text) > _LONGEST or len(words) > _MOST_WORDS:
        return _Part("", "", None)
    for start, end in _spans(len(words)):
        span = " ".join(words[start:end])
        if is_period(span):
            rest = " ".join([*words[:start], *words[end:]])
            years = _YEAR.findall(text)
            return _Part(span, years[0] if len(set(years)) == 1 else "", _kind(rest, own))
    return _Part("", "", _kind(text, own))


def _unbracketed(found: re.Match[str]) -> str:
    """Gives the words of brackets without these where they are a quarter, month or day: "Statut (mars 2025)"."""
    return found[1] if not _YEAR.fullmatch(found[1]) and is_period(found[1]) else found[0]


def _spans(count: int) -> Iterator[tuple[int, int]]:
    for length in range(count, 0, -1):
        yield from ((start, start + length) for start in range(count - length + 1))


def is_period(span: str) -> bool:
    """Tells whether words name a day, month or part of a year, with or without its year, and nothing else."""
    year = "" if _YEAR.search(span) else _ANY_YEAR
    reading = reading_of(span, year)
    if reading is None or reading.start is None or reading.qualifier:
        return False
    return not year or reading.start != year or reading.end is not None  # "Date" alone names no part of a year


def _kind(rest: str, own: Own) -> str | None:
    """Tells what the words beside a period say that it holds."""
    words = [word for word in fold(rest).split() if word not in phrases("period_filler")]
    if not words:
        return "progress" if has_percent(rest) else ""
    text = " ".join(words)
    for kind in ("planned", "done"):
        if text in phrases(f"{kind}_heading"):
            return kind
    if text in phrases("told_at_heading"):
        return "text"
    meaning = surely(rest, own) or surely(text, own)
    return _KINDS.get(meaning.target) if meaning else None


def reading_of(words: str, year: str) -> DateReading | None:
    """Reads the words of a period.

    Args:
        words: the words.
        year: the year of the table, "" where it tells none.
    """
    return read_date(words) or (read_date(in_year(words, year)) if year else None)


def span_of(words: str) -> str:
    """Gives what words of a period mean, to tell equal ones by: "2025" and «سنة 2025»; themselves where nobody can."""
    reading = read_date(words)
    return f"{reading.start}/{reading.end}" if reading is not None else words


def in_year(words: str, year: str) -> str:
    """Puts a year behind the words of a period; "01/" of a row of months becomes "01/2026"."""
    return f"{words}{year}" if words.endswith(MONTH) else f"{words} {year}"


def names_month(heading: str) -> bool:
    """Tells whether a heading is a month, with or without its year."""
    reading = reading_of(heading, "" if _YEAR.search(heading) else _ANY_YEAR) if len(heading) <= _LONGEST else None
    return reading is not None and reading.kind == "date" and len(reading.start or "") == len("2026-01")
