"""Whole numbers as a language writes them: groups of three, with Western digits, as Morocco uses them in Arabic too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

GROUPS: Final[Mapping[str, str]] = {"en": ",", "fr": "\u202f", "ar": "."}
"""What stands between groups of three digits (Unicode CLDR: en, fr, ar-MA)."""


def write_number(n: int, language: str) -> str:
    """Writes a number: 12345 is "12,345", "12\u202f345" or "12.345".

    Raises:
        KeyError: numbers are not written in this language.
    """
    return f"{n:,}".replace(",", GROUPS[language])
