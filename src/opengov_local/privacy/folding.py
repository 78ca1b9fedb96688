"""Letters of names as they are compared: without case, accents and vowel marks, Arabic letters in one spelling."""

from __future__ import annotations

import unicodedata
from typing import Final

_LETTERS: Final = str.maketrans(
    {
        **dict.fromkeys("ٱ", "ا"),
        **dict.fromkeys("ىی", "ي"),
        **dict.fromkeys("کگڭݣ", "ك"),
        "ة": "ه",
        "œ": "oe",
        "æ": "ae",
    }
)
_SILENT: Final = frozenset("ـء")
"""Signs that many leave out: the stroke that stretches a word, and hamza that stands alone."""
_APOSTROPHES: Final = frozenset("'’‘ʼʹ`´＇")


class _Folds(dict[int, str]):
    """What becomes of each character, found when it is first met."""

    def __missing__(self, point: int) -> str:
        self[point] = _folded(chr(point))
        return self[point]


FOLDS: Final = _Folds()
"""The table for `str.translate`: letters in one spelling; white space as a space, dashes as `-`, apostrophes as `'`."""


def _folded(character: str) -> str:
    if character in _APOSTROPHES:
        return "'"
    if character.isspace():
        return " "
    if unicodedata.category(character) == "Pd":
        return "-"
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(map(_letter, letters)).translate(_LETTERS)


def _letter(character: str) -> str:
    return "" if character in _SILENT or unicodedata.category(character) in ("Mn", "Me", "Cf") else character


def places_of(text: str) -> list[int]:
    """Gives for each character of the folded text which character of the text it came from."""
    return [at for at, character in enumerate(text) for _ in FOLDS[ord(character)]]
