"""Folding of short names for comparison: case, accents, Arabic letter variants, punctuation and spaces."""

import re
import unicodedata

_LETTERS = str.maketrans({"ٱ": "ا", "ة": "ه", "ى": "ي", "ڭ": "ك", "ݣ": "ك", "گ": "ك", "ـ": None, "œ": "oe"})
_BETWEEN_WORDS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Returns `text` in lower case without accents, vowel marks or punctuation, words parted by one space."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    return _BETWEEN_WORDS.sub(" ", plain.translate(_LETTERS)).strip()
