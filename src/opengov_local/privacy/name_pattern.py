"""The pattern of names in folded text: one tree of all their letters, so that many names cost what one does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final, NamedTuple

from opengov_local.privacy.folding import FOLDS
from opengov_local.resources import rows_of

_BETWEEN: Final = "[ '._/+-]{0,4}"
"""What stands between the words of a name, in sentences, paths and addresses; some write none."""
_WORD: Final = re.compile(r"[^\W_]+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_ARTICLE: Final = "ال"
_FEWEST: Final = 2
"""Words that a name has at the least, to be told from others."""
_LONGEST: Final = 120
"""What has more letters is no name."""

Words = tuple[str, ...]


def words_of(name: str) -> Words:
    """Gives the words of a name without title and what stands in brackets; none where it is of one word, or no name.

    A word behind an article or "son of" is one with it: `El Idrissi`, «عبد الله»; a number is none, and no letter
    without a point, as in "Personne 1", "Personne A".
    """
    parts = [part for part in name[:_LONGEST].partition("(")[0].translate(FOLDS).split() if _WORD.search(part)]
    while parts and parts[0].strip(".") in _table("title"):
        del parts[0]
    told = sum(_tells(part) for part in parts)
    return tuple(parts) if told >= _FEWEST and len(name) <= _LONGEST else ()


def describes(name: str) -> bool:
    """Tells whether a description stands in place of a name: an office, a body, or words without a capital at the end.

    So it is with "Chef de projet", "Service informatique", «رئيس المصلحة».
    """
    words = _LETTERS.findall(name)
    if not words:
        return False
    return words[0].translate(FOLDS) in _table("office") or (words[0][0].isupper() and words[-1][0].islower())


def _tells(part: str) -> bool:
    """Tells whether a word of a name is one by which people are told apart."""
    return len(part) > 1 and not part.isdecimal() and part not in _table("particle")


def orders_of(words: Words) -> Iterator[Words]:
    """Gives the orders in which people write a name: the family's name before or behind."""
    for first in range(len(words)):
        yield (*words[first:], *words[:first])


class Patterns(NamedTuple):
    """Finds some names in folded text.

    Attributes:
        quick: what all of them have and few other texts do; it is searched for quickly.
        close: each of them as whole words, of which the first may be joined to an Arabic word of one letter before it;
            the group `name` is the name alone, the longest of those that begin in the same way.
    """

    quick: re.Pattern[str]
    close: re.Pattern[str]


def patterns_of(names: Iterable[Words]) -> Patterns | None:
    """Gives the patterns that find names; None where there are none."""
    tree: dict[str, Any] = {}
    for words in names:
        for spelling in _spellings(words):
            below = tree
            for piece in _pieces(spelling):
                below = below.setdefault(piece, {})
            below[""] = {}
    if not tree:
        return None
    written = _written(tree)
    close = re.compile(rf"(?<![^\W_])[وف]?[وفبلك]?(?P<name>{written})(?![^\W_])")
    return Patterns(re.compile(written), close)


def _spellings(words: Words) -> Iterator[Words]:
    """Gives a name, and as it stands behind «ل», which takes the place of the first letter of an article."""
    yield words
    if words[0].startswith(_ARTICLE):
        yield (f"لل{words[0].removeprefix(_ARTICLE)}", *words[1:])


def _pieces(words: Words) -> Iterator[str]:
    """Gives the letters of a name as pieces of a pattern; an apostrophe may stand behind the first of a word."""
    for at, word in enumerate(part for each in words for part in _WORD.findall(each)):
        if at:
            yield _BETWEEN
        yield f"{word[0]}'?" if word[0].isascii() else word[0]
        yield from word[1:]


def _written(tree: dict[str, Any]) -> str:
    parts = [piece + _written(below) for piece, below in tree.items() if piece]
    if not parts:
        return ""
    whole = parts[0] if len(parts) == 1 and "" not in tree else f"(?:{'|'.join(parts)})"
    return f"{whole}?" if "" in tree else whole


@cache
def _table(kind: str) -> frozenset[str]:
    rows = rows_of(__package__, "name_words.csv")
    return frozenset(row["word"].translate(FOLDS) for row in rows if row["kind"] == kind)
