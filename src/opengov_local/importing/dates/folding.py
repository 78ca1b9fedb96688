"""Folding of a text for reading dates: plain letters, digits, dashes and spaces, each with its place in the text."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

UNREADABLE: Final = "\ufffd"
"""Stands for a sign that no date holds, such as the small 1 of a footnote."""

_LETTERS: Final = {"ٱ": "ا", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": "", "،": ",", "ı": "i"}
_APOSTROPHES: Final = frozenset("'\u2019\u2018\u02bc`\u00b4\u2032")


@lru_cache(maxsize=1 << 14)
def _folded(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category == "No":
        return UNREADABLE
    if char in "\n\r\u2028\u2029\v\f\x85":
        return "\n"
    if category in {"Zs", "Cc"} or char in _APOSTROPHES:
        return " "
    if category == "Pd" or char == "\u2212":
        return "-"
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    kept = (_LETTERS.get(letter, letter) for letter in letters)
    return "".join(letter for letter in kept if letter and unicodedata.category(letter) not in {"Mn", "Me", "Mc", "Cf"})


def fold(text: str) -> tuple[str, list[int]]:
    """Folds a text.

    Returns:
        The text in lower case without accents, vowel marks and direction marks, its digits 0–9, its dashes `-`; and
        for each of its characters the index of the character of `text` that it comes from.
    """
    plain = list(map(_folded, text))
    folded = "".join(plain)
    if len(folded) == len(text) and "" not in plain:
        return folded, list(range(len(text)))
    return folded, [index for index, chars in enumerate(plain) for _ in chars]
