"""Numbers as people write them: separators of every country, digits of every script, and numbers from cells."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from opengov_local.importing.words.note import Note, note

_SPACES = " \u00a0\u2007\u2008\u2009\u202f'’"
NUMERAL: Final = rf"\d(?:[\d{_SPACES}.,٫٬،]*\d)?"
"""Where a number may stand in a text: from a digit to a digit, with what may part them."""

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]")
_ONE_KIND = str.maketrans({**dict.fromkeys(_SPACES, " "), "،": ",", "−": "-"})
_OTHER_DIGITS = re.compile(r"(?![0-9])\d")
_GROUPED = re.compile(r"\d{1,3}(?:([ ,.٬])\d{3})(?:\1\d{3})*")
_DECIMAL = re.compile(r"(?P<whole>.*\d)[.,٫](?P<part>\d+)")
_DUST = re.compile(r"\.\d*(?:0{4,}|9{4,})\d{1,3}$")
_DAMAGED_FROM: Final = 15
"""Significant digits that a cell holds for sure (IEEE 754 binary64, and what Excel shows)."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written.

    Attributes:
        value: the number, exactly.
        other: what it says when its only separator is taken the other way: “1,234” is 1234 or 1.234; else None.
        notes: what was mended.
    """

    value: Decimal
    other: Decimal | None = None
    notes: tuple[Note, ...] = ()


def plain_digits(text: str) -> str:
    """Gives a text with the digits of every script as 0-9, one kind of space and minus, and no direction marks."""
    if text.isascii():
        return text.replace("'", " ")
    seen = _INVISIBLE.sub("", text).translate(_ONE_KIND)
    return _OTHER_DIGITS.sub(lambda digit: str(int(digit[0])), seen).replace("٪", "%")


def read_numeral(text: str) -> Numeral | None:
    """Reads a text that is one number and nothing else, without a sign.

    Three digits behind the only comma or point may be thousands or decimals: `value` takes them for thousands and
    `other` for decimals. Groups of digits hold three; a space, comma, point or apostrophe parts them.

    Returns:
        The number, or None: the text is no number, or none that can be told.
    """
    digits = plain_digits(text).strip()
    if digits.isdecimal():
        return Numeral(Decimal(digits))
    if grouped := _GROUPED.fullmatch(digits):
        return _of_groups(digits, grouped[1])
    parts = _DECIMAL.fullmatch(digits)
    whole = _ungrouped(parts["whole"], mark=digits[parts.end("whole")]) if parts else None
    return _undamaged(f"{whole}.{parts['part']}") if parts and whole else None


def _of_groups(digits: str, mark: str) -> Numeral | None:
    once = mark in ",." and digits.count(mark) == 1
    decimal = Decimal(digits.replace(mark, ".")) if once else None
    if digits.startswith("0"):  # “0,125”; “0 661 234 567” is no number
        return Numeral(decimal) if decimal is not None else None
    return Numeral(Decimal(digits.replace(mark, "")), decimal)


def _ungrouped(whole: str, mark: str) -> str | None:
    if whole.isdecimal():
        return whole
    grouped = _GROUPED.fullmatch(whole)
    return whole.replace(grouped[1], "") if grouped and grouped[1] != mark and whole[0] != "0" else None


def _undamaged(text: str) -> Numeral:
    """Mends a decimal number that went through a spreadsheet: “4.0999999999999996” was 4.1."""
    exact = Decimal(text)
    if len(text.replace(".", "").lstrip("0")) <= _DAMAGED_FROM:
        return Numeral(exact)
    if not _DUST.search(text):
        return Numeral(exact)
    short = Decimal(f"{float(text):.{_DAMAGED_FROM}g}")
    return Numeral(short, notes=(note("import/float-damage", "info", text=text, value=f"{short:f}"),))


def number_of_cell(value: int | float | Decimal) -> Numeral | None:
    """Takes a number of a cell as it was meant: 0.30000000000000004 is 0.3; None for what is no finite number."""
    if isinstance(value, bool):
        return None
    if not isinstance(value, float):
        return Numeral(Decimal(value)) if Decimal(value).is_finite() else None
    if not math.isfinite(value):
        return None
    if value.is_integer():
        return Numeral(Decimal(int(value)))
    shown = format(Decimal(repr(value)), "f")
    sign = -1 if shown.startswith("-") else 1
    mended = _undamaged(shown.lstrip("-"))
    return Numeral(mended.value * sign, notes=mended.notes)


def plain(value: Decimal) -> str:
    """Writes a number without exponent, and without zeros at the end of its decimals."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
