"""Folding of territorial names: one key for the many spellings of a name, in Arabic and in French."""

from __future__ import annotations

import re
import unicodedata

# Combining marks that decomposition leaves behind: Latin accents, harakat, hamza and madda, Koranic signs.
_MARKS = (*range(0x300, 0x370), *range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, *range(0x6D6, 0x6EE))
# Signs without a sound: tatweel, joiners and bidi controls.
_SILENT = (0x640, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
_LETTERS: dict[str, str | None] = {
    "ة": "ه",
    "ى": "ي",
    "ی": "ي",
    "ک": "ك",
    "گ": "ك",
    "ڭ": "ك",
    "ݣ": "ك",
    "ٱ": "ا",
}
# Arabic-Indic and Persian digits → 0-9.
DIGITS: dict[str, str | None] = {chr(start + digit): str(digit) for start in (0x660, 0x6F0) for digit in range(10)}
_TABLE: dict[int, str | None] = {**dict.fromkeys((*_MARKS, *_SILENT)), **str.maketrans(_LETTERS | DIGITS)}

_WORD = re.compile(r"[^\W_]+")

# Spellings of one word that stand for each other in every Moroccan name.
SAME_WORD = {
    "ouled": "oulad", "beni": "bni", "ابن": "بن", "ولاد": "اولاد", "واد": "وادي", "ouad": "oued", "ayt": "ait",
    "zaouia": "zaouiat", "kasbat": "kasba", "my": "moulay",
}  # fmt: skip
_LATIN_ARTICLES = frozenset({"l", "el", "al"})


def words(text: str) -> list[str]:
    """Splits a text into folded words.

    Case, accents, vowel marks, hamza seats, tatweel, bidi controls, ة/ه, ى/ي and ݣ ڭ گ ک/ك are folded;
    hyphens, dashes, apostrophes and other signs only separate; Arabic-Indic digits become 0-9. ض and ظ stay
    apart: names written with either have an entry in the alias table.
    """
    plain = text.lower() if text.isascii() else unicodedata.normalize("NFKD", text).translate(_TABLE).casefold()
    return [SAME_WORD.get(word, word) for word in _WORD.findall(plain)]


def key(name: list[str]) -> str:
    """Joins folded words into the look-up key: no spaces, and no article (ال, L', El, Al) at the head.

    The article stays where nothing, or one letter or two, of the name would be left.
    """
    start = 0
    while start < len(name) - 1 and name[start] in _LATIN_ARTICLES:
        start += 1
    joined = "".join(name[start:])
    while joined.startswith("ال") and len(joined) > 4:
        joined = joined[2:]
    return SAME_WORD.get(joined, joined)


def fold(text: str) -> str:
    """Gives the look-up key of a name; the key of a key is itself."""
    return key(words(text))
