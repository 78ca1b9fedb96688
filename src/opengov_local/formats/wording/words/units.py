"""Units of money beside a table: above it, below its headings, in a note under it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from opengov_local.account import Place
from opengov_local.formats.grids.grid import Grid, is_blank
from opengov_local.formats.wording.headings.phrases import begins, pattern_of
from opengov_local.importing.words import read_amount, signs_as_codes
from opengov_local.importing.words.tables import OR
from opengov_local.model.gap import NO_CURRENCY

UNTOLD = "?"
"""What stands for a unit that is said in two ways: no sum can be read in it."""
_HEIGHT = 4
"""Rows above a header in which a unit may stand."""
_LONGEST = 60
_WORDS = re.compile(
    rf"^[(\[]?\s*(?:(?:{pattern_of('unit_word', 'money_word')})\s*:?\s*)?(?:(?:en|in)\s+)?(.+?)\s*[)\]]?$",
    re.IGNORECASE,
)
_NOTE = re.compile(
    rf"\b(?:{pattern_of('money_word')})\b[^:\n]{{0,40}}?\s(?:(?:en|in)\s+|(?=ب))(.+?)[.\s)]*$",
    re.IGNORECASE,
)
_ENDING = re.compile(r"[(\[][^()\[\]]+[)\]]\s*[:：]?$")
_IN = re.compile(r"^(?:en|in)\s+", re.IGNORECASE)
_TIMES = {
    "mille": re.compile(
        r"[x×*]\s*1[\s.,\u00a0\u202f]?000\b|\b10\s?(?:³|\^\s?3)|(?:^|(?<=[(\[]))1[\s.\u00a0\u202f]?000(?=\s+[^\W\d])",
        re.IGNORECASE,
    ),
    "million": re.compile(r"\b10\s?(?:⁶|\^\s?6)"),
}
"""Thousands and millions in digits, and the words for them: "x 1000", "10³ DH", "1 000 DH" alone."""
_APART = re.compile(rf"(?:\s*[(\[)\],،;=/|]\s*|\s+[-–—]\s+)(?:(?:soit|{OR})\s+)?|\s+(?:soit|{OR})\s+", re.IGNORECASE)
"""What stands between a unit and the same unit said again: "milliers de DH (KDH)", "milliers de DH - KDH"."""

_BESIDE = re.compile(r"\s*[/|\n]\s*(?![^(\[]*[)\]])")
"""What stands between a heading and the same heading in another language: "Coût en DH / الكلفة بالدرهم"."""


class Told(NamedTuple):
    """A unit of money that is said somewhere.

    Attributes:
        currency: ISO 4217.
        unit: its words.
        place: where it stands.
        text: what stands there.
        times: what each 1 stands for; "" where it is not the unit of the column in question itself.
    """

    currency: str
    unit: str
    place: Place
    text: str
    times: str = ""


def sides_of(heading: str) -> list[str]:
    """Gives the parts of a heading that stands in several languages, side by side; all of any other."""
    return [part for part in _BESIDE.split(heading) if part.strip()]


def in_words(unit: str) -> str:
    """Gives a unit with its thousands or millions in words, and with the code of its currency for a sign."""
    unit = signs_as_codes(unit)
    for word, digits in _TIMES.items():
        unit = digits.sub(word, unit)
    return unit


def is_unit(text: str) -> bool:
    """Tells whether a text is a currency, or thousands or millions, and no more: "DH", "mille dinars"."""
    if not text or any(map(str.isdigit, text)):
        return False
    reading = read_amount(f"1 {text}", NO_CURRENCY)
    return reading.value is not None and (reading.value != "1" or reading.currency != NO_CURRENCY)


def unit_in(text: object) -> str:
    """Gives the unit that a text names, and nothing else: "(en milliers de dirhams)"; "" where it names none."""
    if not isinstance(text, str) or len(text) > _LONGEST:
        return ""
    words = in_words(text).strip()
    forms = (_WORDS.match(words), _NOTE.search(words))
    return next((unit for found in forms if found and (unit := said_once(found[1]))), "")


@lru_cache(maxsize=1 << 11)
def said_once(text: str) -> str:
    """Gives the unit of a text that names one, once or again in other words: "milliers de dirhams (KDH)".

    Returns:
        The fullest of its names; all of them where they contradict each other: no amount can be read in those. "" where
        the text is no unit.
    """
    parts = [_IN.sub("", part) for part in _APART.split(text) if part.strip()]
    if not parts or not all(map(is_unit, parts)):
        return text if is_unit(text) else ""
    read = [read_amount(f"1 {part}") for part in parts]
    times = {reading.value for reading in read} - {"1"}
    currencies = {reading.currency for reading in read} - {None}
    if len(times) > 1 or len(currencies) > 1:
        return text
    whole = [part for part, reading in zip(parts, read, strict=True)
             if {reading.value} >= times and {reading.currency} >= currencies]  # fmt: skip
    return whole[0] if whole else text


def units_differ(heading: str) -> bool:
    """Tells whether a heading names one currency in thousands or millions and again without: "Budget (KDH / درهم)"."""
    read = [read_amount(f"1 {_IN.sub('', part)}") for part in _APART.split(in_words(heading)) if part.strip()]
    named = {reading.value for reading in read if reading.value is not None and reading.currency is not None}
    return "1" in named and len(named) > 1


def unit_above(grid: Grid, top: int, header: int) -> str:
    """Gives the words above a table that only name a unit of money, or those at the end of a line that stands alone."""
    for row in range(header - 1, max(top, header - _HEIGHT) - 1, -1):
        for value in grid.rows[row]:
            if unit := unit_in(value):
                return unit
        alone = [value for value in grid.rows[row] if not is_blank(value)]
        if len(alone) == 1 and (unit := _behind(alone[0])):
            return unit
    return ""


def unit_over(lines: Iterable[str]) -> str:
    """Gives the unit that the first of some lines over a table names which names one: "Budget (en milliers de DH)"."""
    return next((unit for line in lines if (unit := unit_in(line) or _behind(line))), "")


def _behind(text: object) -> str:
    """Gives the currency in the brackets that a line ends with: "3. Financement (en DH)"."""
    found = _ENDING.search(text) if isinstance(text, str) and len(text) <= _LONGEST else None
    unit = unit_in(found[0]) if found else ""
    return unit if unit and read_amount(f"1 {unit}").currency else ""


def unit_row(grid: Grid, row: int) -> str:
    """Gives the unit that a row names where all its cells name the same, and nothing else."""
    units = {unit_in(value) for value in grid.rows[row] if not is_blank(value)}
    return units.pop() if len(units) == 1 else ""


def unit_below(grid: Grid, first: int, end: int) -> str:
    """Gives the unit that a note behind the rows of a table names: "NB : montants en milliers de dirhams"."""
    for row in range(end - 1, max(first, end - _HEIGHT) - 1, -1):
        texts = [value for value in grid.rows[row] if not is_blank(value)]
        if len(texts) > 1 or (texts and not isinstance(texts[0], str)):
            return ""
        text = in_words(str(texts[0])) if texts else ""
        found = _NOTE.search(text) if begins("note", text) or text.startswith(("*", "(")) else None
        if unit := (said_once(found[1]) if found else "") or unit_in(text):
            return unit
    return ""
