"""Numbers with what they count: the values of indicators."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from opengov_local.importing.words.note import Note, note
from opengov_local.importing.words.numerals import NUMERAL, Numeral, number_of_cell, plain, plain_digits, read_numeral
from opengov_local.importing.words.ordinals import is_ordinal

_LARGEST: Final = Decimal(10) ** 15
_FINEST: Final = Decimal("0.000001")
_LONGEST_UNIT: Final = 40
_MOST_WORDS: Final = 5

_NUMBER = re.compile(rf"(?P<sign>-)?(?P<number>{NUMERAL})(?P<gap>\s*)(?P<unit>.*)", re.DOTALL)
# “agents”, “km²”, “m3”, “%”, “DH/an”: letters, and of digits only an exponent behind a letter.
_UNIT = re.compile(r"(?:%|€|\$|°|[^\W\d_])(?:[^\W\d_]|(?<=[a-zA-Z])[23²³](?!\d)|[ ’'%/€$°().-])*")


@dataclass(frozen=True, slots=True)
class NumberReading:
    """A number and what stands behind it.

    Attributes:
        value: the number, as `Decimal` of the model; None where the text is no single number.
        unit: the words behind it, as written; None where there are none.
        notes: what was decided.
    """

    value: str | None = None
    unit: str | None = None
    notes: tuple[Note, ...] = ()


def read_number(value: str | int | float | Decimal) -> NumberReading:
    """Reads a number, and its unit if words follow: “80 %”, “12 réunions”, “1 200 agents”.

    Returns:
        The number, or a reading without value: several numbers, ordinals (“2e”), words before the number.
    """
    if not isinstance(value, str):
        numeral = number_of_cell(value)
        return _reading(numeral, None, plain(numeral.value)) if numeral else NumberReading()
    text = plain_digits(value).strip()
    found = _NUMBER.fullmatch(text)
    numeral = read_numeral(found["number"]) if found else None
    if found is None or numeral is None or not _is_unit(found["unit"], "" if found["gap"] else found["number"]):
        return NumberReading()
    if found["sign"]:
        numeral = Numeral(-numeral.value, numeral.other, numeral.notes)
    return _reading(numeral, found["unit"] or None, " ".join(value.split()))


def _is_unit(unit: str, glued: str) -> bool:
    """Tells whether words are the unit of a number; `glued` are its digits where no space stands between."""
    if not unit:
        return True
    short = len(unit) <= _LONGEST_UNIT and len(unit.split()) <= _MOST_WORDS
    return short and bool(_UNIT.fullmatch(unit)) and not (glued and is_ordinal(glued, unit))


def _reading(numeral: Numeral, unit: str | None, text: str) -> NumberReading:
    if numeral.other is not None:
        return NumberReading(None, None, (note("import/number-ambiguous", text=text),))
    if abs(numeral.value) >= _LARGEST:
        return NumberReading(None, None, (note("import/number-too-large", text=text),))
    notes, value = numeral.notes, numeral.value.quantize(_FINEST, ROUND_HALF_UP)
    if value != numeral.value:
        notes = (*notes, note("import/number-rounded", "info", text=text, value=plain(value)))
        return NumberReading(plain(value), unit, notes)
    return NumberReading(format(numeral.value, "f"), unit, notes)
