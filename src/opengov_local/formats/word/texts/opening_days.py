"""The day of a gathering as the first words of its minutes tell it, also seen from the day they were written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from opengov_local.formats.word.texts.passages import Passage
from opengov_local.formats.wording.words.held_at import days_in, speaks_of_other_day
from opengov_local.formats.wording.words.minute_words import kind_of_workshop
from opengov_local.importing.dates import DateContext, DateReading, FoundDate, find_dates

_DAY: Final = len("2025-01-31")
_SHORT: Final = 60


class OpeningDay(NamedTuple):
    """The day or span of days on which a gathering was held.

    Attributes:
        reading: the day.
        passage: the words that say it.
        sure: whether the words name no other day, and say plainly that it is that of the gathering.
    """

    reading: DateReading
    passage: Passage
    sure: bool


def day_of(openings: Sequence[Passage], context: DateContext, closing: Sequence[Passage] = ()) -> OpeningDay | None:
    """Gives the one day that the first words name; of several, the one behind "held on"; None where none is.

    «26 أبريل الجاري» and "le 26 courant" are seen from the one day that the words name beside: that of the letter,
    which is then not asked itself; what comes after that day is not seen from it. Where they name none, it is the one
    day of the close, "Fait à …, le …". Days of other things ("adopté le", "prochaine réunion") are none.

    Args:
        openings: the words before the first question.
        context: what is known of the dates of the file.
        closing: the lines of the close.
    """
    others = [(day.reading, passage) for passage in openings for day in _others(passage.text, context)]
    named = [day for day in _days(openings, context) if day not in others]
    written = {str(reading.start) for reading, _ in named or _days(closing, context)}
    relative = False
    if context.document_date is None and len(written) == 1:
        context = replace(context, document_date=date.fromisoformat(min(written)))
        seen = [day for day in _days(openings, context) if day not in named and day not in others]
        relative = bool(seen)
        named = [day for day in seen if str(day[0].start) <= min(written)] if seen else named
    held = [(day, passage) for passage in openings for day in days_in(passage.text, context)]
    held = [day for day in held if day in named]
    of_gathering = [(day, passage) for day, passage in held if kind_of_workshop(passage.text)]
    for found in (named, of_gathering, held):
        if len({(reading.start, reading.end) for reading, _ in found}) == 1:
            plain = any(day in held or _is_plain(day[1].text) for day in found)
            return OpeningDay(*found[0], sure=found is named and not relative and plain)
    return None


def _is_plain(line: str) -> bool:
    """Tells whether a line with a day names the gathering, or says little else: "Marrakech, le 12 mars 2026"."""
    return len(line) <= _SHORT or bool(kind_of_workshop(line))


def _others(text: str, context: DateContext) -> list[FoundDate]:
    """Gives the days that a line names of other things than the gathering."""
    return [found for found in find_dates(text, context) if speaks_of_other_day(text, found.start)]


def _days(openings: Sequence[Passage], context: DateContext) -> list[tuple[DateReading, Passage]]:
    return [
        (found.reading, passage)
        for passage in openings
        for found in find_dates(passage.text, context)
        if len(found.reading.start or "") == _DAY
    ]
