"""Numbers as a language writes them, in groups of three with Western digits as in Morocco, and values read back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

GROUPS: Final[Mapping[str, str]] = {"en": ",", "fr": "\u202f", "ar": "."}
"""What stands between groups of three digits (Unicode CLDR: en, fr, ar-MA)."""
_POINTS: Final[Mapping[str, str]] = {"en": ".", "fr": ",", "ar": ","}
"""What stands before decimals (the same source)."""
_LIKE_A_GROUP: Final = re.compile("-?[1-9][0-9]{0,2}[.,][0-9]{3}0*")
"""A number whose three decimals, taken alone, would be a group of thousands: 35.125, and with zeros behind them."""
_MEASURED: Final = re.compile("([-\u2212]?[0-9]{1,15})(?:[.,]([0-9]{1,6}|[0-9]{3}0{4}))?")


def write_number(n: int, language: str) -> str:
    """Writes a number: 12345 is "12,345", "12\u202f345" or "12.345".

    Raises:
        KeyError: numbers are not written in this language.
    """
    return f"{n:,}".replace(",", GROUPS[language])


def write_decimal(value: str, language: str) -> str:
    """Writes an exact decimal number, with the decimals that it has: "12345.50" is "12,345.50" or "12.345,50".

    The minus is a real one, U+2212: a hyphen at the beginning of a line would be a bullet.

    Args:
        value: digits with a point before the decimals, and a minus in front where it is negative.
        language: the language.

    Raises:
        KeyError: numbers are not written in this language.
        ValueError: it is no number.
    """
    whole, point, decimals = value.partition(".")
    sign = "\u2212" if whole.startswith("-") else ""
    return sign + write_number(int(whole.removeprefix("-")), language) + (point and _POINTS[language] + decimals)


def write_measured(value: str, language: str) -> str:
    """Writes a measured value with the decimal sign of the language and no groups: "1234.5" is "1234,5" in French.

    The minus is a real one, U+2212: a hyphen at the beginning of a line would be a bullet. Three decimals would look
    like thousands: "35.125" gets one more zero, "35,1250", which `read_measured` takes away.

    Args:
        value: digits with a point before the decimals, and a minus in front where it is negative; other words stay.
        language: the language.

    Raises:
        KeyError: numbers are not written in this language.
    """
    if not _MEASURED.fullmatch(value):
        return value
    return (value + "0" * bool(_LIKE_A_GROUP.fullmatch(value))).translate({45: "\u2212", 46: _POINTS[language]})


def read_measured(text: str) -> str | None:
    """Reads what `write_measured` wrote, in any of its languages: the exact value, or None for all other words."""
    found = _MEASURED.fullmatch(text)
    if found is None:
        return None
    value = found[1].replace("\u2212", "-") + (f".{found[2]}" if found[2] else "")
    if not _LIKE_A_GROUP.fullmatch(value):
        return value
    return value[:-1] if len(found[2]) > 3 else None
