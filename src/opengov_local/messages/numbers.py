"""Whole numbers as a language writes them: groups of three, with Western digits, as Morocco uses them in Arabic too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

GROUPS: Final[Mapping[str, str]] = {"en": ",", "fr": "\u202f", "ar": "."}
"""What stands between groups of three digits (Unicode CLDR: en, fr, ar-MA)."""
_POINTS: Final[Mapping[str, str]] = {"en": ".", "fr": ",", "ar": ","}
"""What stands before decimals (the same source)."""


def write_number(n: int, language: str) -> str:
    """Writes a number: 12345 is "12,345", "12\u202f345" or "12.345".

    Raises:
        KeyError: numbers are not written in this language.
    """
    return f"{n:,}".replace(",", GROUPS[language])


def write_decimal(value: str, language: str) -> str:
    """Writes an exact decimal number, with the decimals that it has: "12345.50" is "12,345.50" or "12.345,50".

    Args:
        value: digits with a point before the decimals, and a minus in front where it is negative.
        language: the language.

    Raises:
        KeyError: numbers are not written in this language.
        ValueError: it is no number.
    """
    whole, point, decimals = value.partition(".")
    sign = "-" if whole.startswith("-") else ""
    return sign + write_number(int(whole.removeprefix("-")), language) + (point and _POINTS[language] + decimals)
