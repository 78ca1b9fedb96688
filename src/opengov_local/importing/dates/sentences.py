"""Dates inside a sentence, with their places: «المصادقة عليها بتاريخ 3 أكتوبر 2023»."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from opengov_local.importing.dates import numeric
from opengov_local.importing.dates.folding import fold
from opengov_local.importing.dates.meaning import DateContext, DateReading, FoundDate, NoDateError
from opengov_local.importing.dates.phrases import Phrase, phrases_at
from opengov_local.importing.dates.reader import read_date
from opengov_local.importing.dates.spelled import spelled_dates
from opengov_local.importing.dates.tokens import Token, tokens_of
from opengov_local.importing.dates.units import Cursor

_NO_START: Final = frozenset(
    {"mark", "break", "junk", "and", "of", "to", "year", "monthword", "course", "relative", "end"}
)
_WHEN: Final = frozenset({"when", "when whole"})
"""What the table of words says of fillers before a time."""
_CUES: Final = frozenset({"year", "part", "before", "until", "after", "between", "circa"})
_FIRST_DAY: Final = re.compile(r"[,;:(،؛\n]\s*(\d{1,2}(?:er|º|st|nd|rd|th)?\s+[-–—/]\s+)$", re.IGNORECASE)


def find_dates(text: str, context: DateContext | None = None) -> tuple[FoundDate, ...]:
    """Finds the dates that a text states, in order.

    A number is no date by itself: a year counts after a word such as سنة, "en" or "fin" only; numbers such as
    12/2023 and 1.15.85, which laws and decisions bear, never. Dates without a year, and those that name a day that
    does not exist, are left out.

    Args:
        text: a sentence or paragraph.
        context: what is known around it.
    """
    folded, origin = fold(text)
    tokens = [_in_a_sentence(token) for token in tokens_of(folded)]
    content = [token for token in tokens if token.kind != "filler"]
    cued = {after.start for before, after in pairwise(tokens) if before.kind in _CUES or before.value in _WHEN}
    cursor = Cursor(content, context or DateContext(), short_years=False)
    found: list[FoundDate] = []
    index = 0
    while index < len(content):
        phrases = [phrase for phrase in _phrases(cursor, index) if not _mere_number(content, phrase, cued)]
        for phrase in phrases:
            if isinstance(phrase.reading, DateReading):
                start, end = origin[content[phrase.start].start], origin[content[phrase.end - 1].end - 1] + 1
                found.append(FoundDate(start, end, phrase.reading))
        index = max((phrase.end for phrase in phrases), default=index + 1)
    spelled = [*spelled_dates(text)]
    found = [each for each in found if not any(one.start < each.end and each.start < one.end for one in spelled)]
    return tuple(
        sorted(
            (*spelled, *(_from_its_first_day(text, each, cursor.context) for each in found)),
            key=lambda each: each.start,
        )
    )


def _from_its_first_day(text: str, found: FoundDate, context: DateContext) -> FoundDate:
    """Takes a number and a dash in front of a date, behind a comma or the like, for its first day: ", 1 - 31 May 2026".

    Behind a word the number may as well be that of what the word names: "Atelier 2 - 31 mai 2026".
    """
    first = _FIRST_DAY.search(text[: found.start])
    reading = read_date(text[first.start(1) : found.end], context) if first and found.reading.kind == "date" else None
    if first is None or reading is None or reading.kind != "period" or reading.end != found.reading.start:
        return found
    return FoundDate(first.start(1), found.end, reading)


def _phrases(cursor: Cursor, index: int) -> list[Phrase]:
    if cursor.at(index).kind in _NO_START and not (cursor.at(index).kind == "to" and cursor.at(index).value):
        return []
    found: list[Phrase] = []
    for cursor.alone in (False, True):
        try:
            found = phrases_at(cursor, index)
        except NoDateError:
            found = []
        if any(isinstance(phrase.reading, DateReading) for phrase in found):
            break
    return found


def _in_a_sentence(token: Token) -> Token:
    """Makes junk of the numbers that may as well be those of laws, articles and decisions."""
    number = token.kind == "pair" and not numeric.years_of(token.value, DateContext())
    article = token.kind == "triple" and "/" not in token.value and not any(len(g) == 4 for g in _groups(token.value))
    return replace(token, kind="junk") if number or article else token


def _groups(text: str) -> list[str]:
    return text.replace(".", "-").split("-")


def _mere_number(content: list[Token], phrase: Phrase, cued: set[int]) -> bool:
    first = content[phrase.start]
    return (
        phrase.end - phrase.start == 1 and first.kind == "number" and len(first.value) == 4 and first.start not in cued
    )
