"""Names of persons that stand alone, without a form of address: told by a usual given name, or by an initial."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from opengov_local.importing.words.folding import fold
from opengov_local.importing.words.tables import rows

_INITIAL: Final = re.compile(
    r"[^\W\d_]\.(?:[\s-]?[^\W\d_]\.)?\s?[^\W\d_](?:[^\W\d_]|['’-]){2,}(?:\s[^\W\d_](?:[^\W\d_]|['’-])+)?"
)
"""One or two initials with full stops before the name of a family: "J. Martin"."""
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-])+")
_ROMAN: Final = re.compile("[IVX]{1,4}")
_MOST: Final = 5
_FEWEST_FOR: Final = 5
"""Letters of a word that says what a body is for, «للتنمية»; «للا» and «لله» stand in names."""


@lru_cache(1 << 12)
def is_personal_name(text: str) -> bool:
    """Tells whether words are the name of a person and nothing else: a given name and that of a family, or an initial.

    Names of kings, which streets and schools bear, are none: "Hassan II".

    Args:
        text: the words, without a form of address.
    """
    text = text.strip()
    if found := _INITIAL.fullmatch(text):
        return not found[0].isupper() and text[0].isupper()
    words = text.split()
    if not 2 <= len(words) <= _MOST or not all(map(_WORD.fullmatch, words)) or any(map(_ROMAN.fullmatch, words)):
        return False
    if any(word.startswith(tuple(_words("purpose"))) and len(word) >= _FEWEST_FOR for word in map(fold, words[1:])):
        return False
    given = [fold(word.partition("-")[0]) in _words("given") for word in words]
    if fold(words[0]) in _words("servant") and len(words) > 2:
        given[0] = True
    surname_first = words[0].isupper() and given[-1] and not words[-1].isupper()
    if not (given[0] or surname_first) or fold(words[-1]) in _words("ordinal"):
        return False
    return all(
        word[0].isupper() or fold(word) in _words("part") or (not word.isascii() and word[0] == word[0].upper())
        for word in words
    )


def is_given_name(text: str) -> bool:
    """Tells whether a text is but a usual given name: "Mona", «سارة»."""
    return fold(text) in _words("given")


def is_name_part(word: str) -> bool:
    """Tells whether a word in small letters is a part of names of families: "ben", "el", "de"."""
    return fold(word) in _words("part")


@cache
def _words(kind: str) -> frozenset[str]:
    """Gives the folded words of a kind.

    Args:
        kind: `given` names, `part` of names of families, `servant`, `ordinal` of kings, `purpose` of bodies.
    """
    return frozenset(fold(row["word"]) for row in rows("personal_names") if row["kind"] == kind)
