"""The one folding of the words and headings of plans: many spellings, one key."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache
from typing import Final

from opengov_local.territories.folding import words

_CACHED_UP_TO: Final = 200
"""Characters of a text that may be a word or a heading; longer ones are folded, but not remembered."""

# Invisible where it stands: a soft hyphen, word joiners, variation selectors, footnote marks (¹ ²) after a word.
_INVISIBLE = re.compile("[\u00ad\u034f\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f]|(?<=[^\\W\\d_]{3})[¹²³⁰-⁹]+")
# Letters that decomposition leaves alone, and apostrophes that count as letters.
_LETTERS = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ʼ": " ", "ŉ": " n", "ʹ": " ", "ʻ": " ", "ˈ": " "}
)

# “Élu·e·s”, “chargé.e.s”, “agent(e)s”, “directeur·rice”, “projet(s)”: what is meant is the word without them.
_POINTED = re.compile(r"(?<=[^\W\d_]{2})[·•‧∙⋅・][^\W\d_]{1,6}(?:[·•‧∙⋅・]s)?(?![^\W\d_])", re.IGNORECASE)
_DOTTED = re.compile(r"(?<=[^\W\d_]{3})(?:\.|-|/)e(?:[./-]?s)?(?![\w.])", re.IGNORECASE)
_BRACKETED = re.compile(
    r"(?<=[^\W\d_]{2})(?:\((?:e?s?|x|nes?|les?|ve|ère|t?rice|euse|ice|aux)\)){1,2}s?", re.IGNORECASE
)
_MAY_END = re.compile("[·•‧∙⋅・(]|[./-][eE]")
"""Signs of which one stands in all that these match."""

# “1. ”, “2) ”, “1.2 – ”, “(a) ”, “IV. ”: the number of an item, when words follow.
_NUMBER = re.compile(
    r"^\s*[(\[]?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z](?=[)\]])|[ivx]{1,5}(?=[.)\]]))"
    r"(?:[.)\]:]{1,2}\s*[–-]?|\s*[–:-])\s+(?=[^\W\d_])",
    re.IGNORECASE,
)

PLAIN_START: Final = re.compile("[A-HJ-UWYZa-hj-uwyz][A-Za-z]")
"""Two plain letters, which cannot be the number of an item: so the key of the text begins, but for case."""
_PLAIN: Final = re.compile("[A-HJ-UWYZa-hj-uwyz][0-9A-Za-z]")
"""The same, or a letter and a digit behind it: a code such as "P12"."""


_ARABIC: Final = "\u0621-\u063a\u0641-\u064a"
_PLAIN_ARABIC: Final = re.compile(f"(?![اأإآ]ب|[وؤ][لاأإآ])[{_ARABIC}][{_ARABIC}]")
"""Two plain Arabic letters: so the key begins, but for hamza and dots. Those of «ابن», «واد» and «ولاد» are none."""


def fold(text: str) -> str:
    """Gives the key by which words and headings are compared.

    Folded are case, accents, vowel marks, hamza seats, tatweel, ة/ه, ى/ي, the Persian and Moroccan letters, digits
    of other scripts, ligatures, spaces of every kind, direction marks, inclusive endings (·e·s, (e)s), footnote marks,
    and the number an item begins with. All that is no letter and no digit only separates words.

    Returns:
        Words parted by one space; "" where there is neither letter nor digit. The key of a key is itself.
    """
    return _remembered(text) if len(text) <= _CACHED_UP_TO else _fold(text)


def like_beginnings(keys: Collection[str]) -> re.Pattern[str]:
    """Gives a pattern that every text fits whose key begins with one of some keys, and a few others.

    It looks at four letters at most; texts that do not begin with two plain ones of one script, or such a Latin letter
    and a digit, fit it.
    """
    plain = {_start(key, "A-Za-z") for key in keys if _PLAIN.match(key)}
    plain |= {_start(key, _ARABIC) for key in keys if _PLAIN_ARABIC.match(key)}
    return re.compile("|".join([*sorted(plain), f"(?!{_PLAIN.pattern}|{_PLAIN_ARABIC.pattern})"]))


def _start(key: str, letters: str) -> str:
    pattern = ""
    for letter in reversed(key[2:4]):
        pattern = f"(?:{_either(letter)}{pattern}|(?![{letters}]))"
    return "".join(map(_either, key[:2])) + pattern


def _either(letter: str) -> str:
    """Writes the pattern of a letter of a key: small or a capital, with hamza and dots or without."""
    if letter.isascii():
        return f"[{letter}{letter.upper()}]" if letter.isalpha() else re.escape(letter)
    return f"[{''.join(_written_as().get(letter, letter))}]"


@cache
def _written_as() -> dict[str, list[str]]:
    """Gives the Arabic letters that become each letter of keys."""
    found: dict[str, list[str]] = {}
    for letter in map(chr, (*range(0x621, 0x63B), *range(0x641, 0x64B))):
        found.setdefault("".join(words(letter)), []).append(letter)
    return found


def _fold(text: str) -> str:
    plain = text if text.isascii() else _INVISIBLE.sub("", text)
    if number := _NUMBER.match(plain):
        plain = plain[number.end() :]
    if _MAY_END.search(plain):
        for endings in (_POINTED, _DOTTED, _BRACKETED):
            plain = endings.sub("", plain)
    return " ".join(words(plain if plain.isascii() else plain.translate(_LETTERS)))


_remembered = lru_cache(maxsize=1 << 15)(_fold)
