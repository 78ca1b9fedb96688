"""What a line begins with to say which of several it is: «أولا:», "Premièrement :", "A.", "II –", «ب-»."""

from __future__ import annotations

import re
from functools import cache

from opengov_local.importing.words import fold
from opengov_local.importing.words.ordinals import numbers_of

_LETTERED = re.compile(
    r"\s*[(\[]?(?P<number>[A-Za-z]|[IVX]{1,5}|[ivx]{1,5}|[0-9٠-٩]{1,2}|[\u0621-\u064a])\u0640?\s*"
    r"(?:[.)\]–—/:]|[-\u2010\u2011]|\u00b0)+\s*(?=[^\W\d_])"
)


@cache
def _adverbs() -> dict[str, str]:
    """Gives the number of each ordinal adverb, by the folded word."""
    return {fold(word): str(number) for word, number in numbers_of("adverb")}


_ADVERB = re.compile(r"\s*([^\W\d_][\w\u064b-\u0652 ]{2,20}?)\s*[:：.\-–—/،,]\s*(?=\S)")


def after_adverb(text: str) -> tuple[str, str]:
    """Gives the number of the ordinal adverb that a text begins with and what stands behind it; "" where none does."""
    found = _ADVERB.match(text)
    number = _adverbs().get(fold(found[1])) if found else None
    return (number, text[found.end() :]) if found and number else ("", "")


def after_ordinal(text: str) -> tuple[str, str]:
    """Gives the letter or number that a text begins with, and what stands behind it; "" where it begins with none."""
    number, rest = after_adverb(text)
    found = None if rest else _LETTERED.match(text)
    return (found["number"], text[found.end() :]) if found else (number, rest)


def without_ordinal(text: str) -> str:
    """Gives a text without the letter, number or ordinal adverb that it begins with; "" where it begins with none."""
    return after_ordinal(text)[1]
