"""Measures that say their year or day: "12 (2023)", "2024 : 0", "80 % en 2026"; "2023 / 12" below "Année / valeur"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from opengov_local.formats.wording.headings.phrases import phrases, says
from opengov_local.formats.wording.words.percent_units import PERCENT
from opengov_local.importing.dates import DateContext, find_dates
from opengov_local.importing.words import fold, read_number
from opengov_local.importing.words.numerals import plain_digits

_BEHIND = re.compile(r"\s*([^()\[\]]*[^()\[\]\s])\s*[(\[]\s*(?:[^\W\d_]{1,6}\s+)?((?:19|20)[0-9]{2})\s*[)\]]\s*")
_BEFORE = re.compile(r"\s*((?:19|20)[0-9]{2})\s*([:=/–-])\s*(\S.*?)\s*")
_NEAR_YEAR = re.compile("20[1-3][0-9]")
_SURE = frozenset(":=")
"""Signs behind a year that part nothing else; others may part a share, a span or a date."""
_PARTED = re.compile(r"[/(:–-]|\set\s|\sand\s|\sy\s|\sو")


class Dated(NamedTuple):
    """A measure and its year, or its day, as they stand in one cell."""

    value: str
    year: str


def dated_behind(text: str, context: DateContext) -> Dated | None:
    """Parts a text that says a number or rate and when: "80 % en 2026", "12 d'ici juin 2027"; None for any other."""
    found = find_dates(text, context)
    if len(found) != 1 or text[found[0].end :].strip(" .)"):
        return None
    reading, value = found[0].reading, text[: found[0].start].strip(" (")
    front, _, last = value.rpartition(" ")
    if fold(last) in phrases("before_date"):
        value = front.strip()
    when = reading.start or reading.end
    number = read_number(value)
    fits = number.value is not None and number.unit in (None, PERCENT)
    return Dated(value, when) if fits and when and reading.kind in ("date", "open-end") else None


def are_measures(lines: Sequence[str]) -> bool:
    """Tells whether each of some lines is a number or rate, none a year alone or of another year than the others."""
    if any(_NEAR_YEAR.fullmatch(plain_digits(line).strip()) for line in lines):
        return False
    dated = [with_year(line, "") or dated_behind(line, DateContext()) for line in lines]
    plain = (line for line, there in zip(lines, dated, strict=True) if there is None)
    return all(read_number(line).value is not None for line in plain) and len({one.year for one in dated if one}) <= 1


def with_year(text: str, heading: str) -> Dated | None:
    """Parts a cell that says a number and its year; None for any other.

    Args:
        text: the cell.
        heading: its heading; one that asks for both allows more signs between them.
    """
    plain = plain_digits(text)
    if found := _BEHIND.fullmatch(plain):
        dated = Dated(found[1], found[2])
    elif (found := _BEFORE.fullmatch(plain)) and (found[2] in _SURE or _asks_for_both(heading)):
        dated = Dated(found[3], found[1])
    else:
        return None
    return dated if read_number(dated.value).value is not None else None


@lru_cache(maxsize=1 << 10)
def _asks_for_both(heading: str) -> bool:
    """Tells whether a heading asks for a year and something else: "Année de référence / valeur"."""
    return says("year_word", heading) and _PARTED.search(heading) is not None
