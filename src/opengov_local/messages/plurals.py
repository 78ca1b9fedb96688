"""Plural categories of whole numbers, by the rules of Unicode CLDR for English, French and Arabic."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

Rule = Callable[[int], bool]

# https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html, for whole numbers from 0.
PLURAL_RULES: Final[Mapping[str, Mapping[str, Rule]]] = {
    "en": {"one": lambda n: n == 1},
    "fr": {"one": lambda n: n in (0, 1), "many": lambda n: n % 1_000_000 == 0},
    "ar": {
        "zero": lambda n: n == 0,
        "one": lambda n: n == 1,
        "two": lambda n: n == 2,
        "few": lambda n: 3 <= n % 100 <= 10,
        "many": lambda n: n % 100 >= 11,
    },
}
"""Category → rule; the first that holds counts, and where none holds, the category is `other`."""


def category(n: int, language: str) -> str:
    """Names the plural category of a number, 0 or more, in a language."""
    return next((name for name, holds in PLURAL_RULES[language].items() if holds(n)), "other")
