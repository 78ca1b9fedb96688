"""What a value says as a date, the whole of it or nothing; and why it is no date, where it is none."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from opengov_local.importing.dates import meaning, numeric
from opengov_local.importing.dates.folding import fold
from opengov_local.importing.dates.meaning import FIRST_YEAR, LAST_YEAR, DateContext, DateReading, NoDateError
from opengov_local.importing.dates.numeric import SERIALS, serial_day
from opengov_local.importing.dates.phrases import phrases_at
from opengov_local.importing.dates.tokens import Token, tokens_of
from opengov_local.importing.dates.units import Cursor
from opengov_local.importing.dates.words import labelled_ends

_LONGEST: Final = 200
_MIDNIGHT: Final = re.compile(r"0?0(?::00){1,2}(?:[.,]0+)?(?: ?(?:z|utc|gmt|[+-]\d\d:?\d\d))?", re.ASCII)
_NUMBER: Final = re.compile(r"\d{4,5}(?:\.\d+)?", re.ASCII)
_PLAIN_DAY: Final = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}", re.ASCII)
_SINCE: Final = re.compile(r"\bdès(?:\s+le\b)?(?=\s)", re.IGNORECASE)
"""What without its accent is an article."""
_ARROW: Final = re.compile(r"(\d{4}) *(?:[-=]+>|[→⇒➔➜⟶]) *(\d{4})", re.ASCII)
"""Years from and to; between days an arrow may say from when to when something was put off."""
_PLAIN: Final = DateContext()


def read_date(value: object, context: DateContext = _PLAIN) -> DateReading | None:
    """Reads a value as a date, a span of time, or one of its ends.

    The whole value is understood or nothing is: one foreign word, and there is no date.

    Args:
        value: a text, a number, a date or a moment; anything else is no date.
        context: what is known around the value.

    Returns:
        The reading, or None where no date can be stated: `why_unread` says why.
    """
    outcome = _outcome(value, context)
    return outcome if isinstance(outcome, DateReading) else None


def why_unread(value: object, context: DateContext = _PLAIN) -> str | None:
    """Tells why `read_date` reads no date: a code of `REASONS`, None where it does read one."""
    outcome = _outcome(value, context)
    return None if isinstance(outcome, DateReading) else outcome


def _outcome(value: object, context: DateContext) -> DateReading | str:
    if isinstance(value, str):
        return _from_text(value, context)
    if isinstance(value, date):
        moment = isinstance(value, datetime) and value.timetz().replace(tzinfo=None) != datetime.min.time()
        return _from_day(value.isoformat()[:10], value.year, (meaning.TIME,) if moment else ())
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_number(value, context)
    return meaning.UNREAD


def _from_day(text: str, year: int, notes: tuple[str, ...]) -> DateReading | str:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return meaning.UNREAD
    far = () if 2000 <= year <= 2050 else (meaning.FAR,)
    return DateReading(text, None, notes=(*notes, *far))


def _from_number(number: float, context: DateContext) -> DateReading | str:
    if not FIRST_YEAR <= number < SERIALS.stop:
        return meaning.UNREAD
    if number == math.floor(number) and FIRST_YEAR <= number <= LAST_YEAR:
        return _from_day(str(int(number)), int(number), ())
    if context.serials and math.floor(number) in SERIALS:
        day = serial_day(number, context.epoch)
        if day is not None:
            time = () if number == math.floor(number) else (meaning.TIME,)
            return _from_day(day.isoformat(), day.year, (meaning.SERIAL, *time))
    return meaning.UNREAD


@lru_cache(maxsize=16_384)
def _from_text(text: str, context: DateContext) -> DateReading | str:
    if _PLAIN_DAY.fullmatch(text):
        return _from_plain_day(text, context)
    if len(text) > _LONGEST:
        return meaning.UNREAD
    folded = fold(_SINCE.sub("depuis", text))[0].strip(" \n").removesuffix(".")
    if _NUMBER.fullmatch(folded):
        return _from_number(float(folded), context)
    if years := _ARROW.fullmatch(folded):
        folded = f"{years[1]} - {years[2]}"
    outcome = _from_folded(folded, context)
    if outcome == meaning.UNREAD and (ends := labelled_ends().fullmatch(folded)):
        spanned = _from_folded(f"{ends['first'].rstrip(' -,;')} - {ends['last']}", context)
        outcome = outcome if isinstance(spanned, DateReading) and spanned.kind != "period" else spanned
    return outcome


def _from_folded(folded: str, context: DateContext) -> DateReading | str:
    tokens, timed = _without_time([token for token in tokens_of(folded) if token.kind not in {"filler", "break"}])
    try:
        phrases = phrases_at(Cursor(tokens, context), 0)
    except NoDateError as error:
        return error.code
    whole = len(phrases) == 1 and phrases[0].end == len(tokens)
    outcome = phrases[0].reading if whole else meaning.UNREAD
    if not timed or isinstance(outcome, str):
        return outcome
    a_day = outcome.kind == "date" and len(outcome.start or "") == len("2024-05-10")
    return replace(outcome, notes=(meaning.TIME, *outcome.notes)) if a_day else meaning.UNREAD


def _from_plain_day(text: str, context: DateContext) -> DateReading | str:
    try:
        (year, month, day), notes = numeric.day_of(text, context)
    except NoDateError as error:
        return error.code
    return _from_day(f"{year}-{month:02}-{day:02}", year, notes)


def _without_time(tokens: list[Token]) -> tuple[list[Token], bool]:
    """Takes the time of day off the end, with the "à" before it; tells whether it says more than midnight."""
    if len(tokens) < 2 or tokens[-1].kind != "time":
        return tokens, False
    joint, time = tokens[-2:]
    timed = not _MIDNIGHT.fullmatch(time.value)
    joined = joint.kind == "to" or (joint.kind == "mark" and joint.value in ",-")
    return tokens[: -2 if joined else -1], timed
