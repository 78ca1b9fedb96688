"""Dates as formal minutes in French begin: "L'an deux mille vingt-cinq, le mardi huit avril"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from opengov_local.importing.dates.meaning import FoundDate
from opengov_local.importing.dates.reader import read_date
from opengov_local.importing.dates.words import weekdays

_UNITS: Final = ("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
                 "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf")  # fmt: skip
_TENS: Final = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50}
_BETWEEN: Final = re.compile(r"[\s\u2010\u2011-]+")


def _spellings() -> Iterator[tuple[str, int]]:
    """Gives the numbers below 60 in words, hyphens as spaces; "premier" is a day."""
    yield "premier", 1
    for number, word in enumerate(_UNITS, 1):
        yield word.replace("-", " "), number
    for word, tens in _TENS.items():
        yield word, tens
        for number, unit in enumerate(_UNITS[:9], 1):
            yield f"{word} {'et un' if unit == 'un' else unit}", tens + number


_NUMBERS: Final = dict(_spellings())
_WORDS: Final = "|".join(sorted((word.replace(" ", r"[\s\u2010\u2011-]+") for word in _NUMBERS), key=len, reverse=True))
_FORMAL: Final = re.compile(
    rf"\bl['’]an(?:n[ée]e)?\s+(?:(?P<figures>20[0-9]{{2}})|deux[\s-]mille(?:[\s-]+(?:et\s+)?(?P<years>{_WORDS}))?)"
    rf"\s*,?\s*(?:et\s+)?(?:,\s*)?le\s+(?:(?:{weekdays()})\s+)?"
    rf"(?P<day>[0-9]{{1,2}}(?:er)?|{_WORDS})\s+(?P<month>[^\W\d_]{{3,9}})\b(?!\s+(?:19|20)[0-9]{{2}})",
    re.IGNORECASE,
)


def spelled_dates(text: str) -> Iterator[FoundDate]:
    """Finds the dates of a text that name the year before the day, in words or figures."""
    for found in _FORMAL.finditer(text):
        year = found["figures"] or str(2000 + (_number(found["years"]) if found["years"] else 0))
        day = found["day"] if found["day"][0].isdigit() else str(_number(found["day"]))
        reading = read_date(f"{day} {found['month']} {year}")
        if reading is not None and reading.kind == "date":
            yield FoundDate(found.start(), found.end(), reading)


def _number(words: str) -> int:
    return _NUMBERS[_BETWEEN.sub(" ", words.lower())]
