"""Writing direction of languages, marks around words of the other direction, and marks that a text leaves open."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, Literal

Direction = Literal["ltr", "rtl"]

# Languages written from right to left unless the tag names another script, and the scripts that are.
_LANGUAGES: Final = frozenset({"ar", "arq", "ary", "arz", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur"})
_SCRIPTS: Final = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo"})
_UNKNOWN: Final = frozenset({"und", "mul"})

_MARK: Final[dict[Direction, str]] = {"ltr": "\u200e", "rtl": "\u200f"}
_STRONG: Final[dict[str, Direction]] = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_ONE_NUMBER: Final = "[0-9]+(?:[-./:,][0-9]+)*"
"""Digits that stay together in any direction (Unicode UAX 9, rule W4)."""
_IN_ORDER: Final = re.compile(f"{_ONE_NUMBER}(?: – {_ONE_NUMBER})?")
"""A number, or from one to another as dates say it: the first stands where a line begins."""
_EMBEDDING: Final[dict[Direction, str]] = {"ltr": "\u202a", "rtl": "\u202b"}
_POP_EMBEDDING, _POP_ISOLATE = "\u202c", "\u2069"
_CLOSED_BY: Final = dict.fromkeys("\u202a\u202b\u202d\u202e", _POP_EMBEDDING) | dict.fromkeys(
    "\u2066\u2067\u2068", _POP_ISOLATE
)


def direction(language: str, text: str = "") -> Direction:
    """Gives the direction of a language; where the tag says nothing, that of the first strong letter.

    Args:
        language: BCP 47 tag.
        text: the words, for `und`.
    """
    return direction_of(language) or first_strong(text)


@lru_cache(256)
def direction_of(language: str) -> Direction | None:
    """Gives the direction that a tag says; None for a language that nobody knows."""
    primary, *others = language.split("-")
    script = next((part for part in others if len(part) == 4), None)
    if script is not None:
        return "rtl" if script in _SCRIPTS else "ltr"
    if primary in _UNKNOWN:
        return None
    return "rtl" if primary in _LANGUAGES else "ltr"


def first_strong(text: str) -> Direction:
    """Gives the direction of the first letter that has one (Unicode UAX 9, rule P2); else `ltr`."""
    if text.isascii():
        return "ltr"  # as all its letters
    for letter in text:
        if way := _strong(letter):
            return way
    return "ltr"


def own_direction(text: str, around: Direction) -> Direction:
    """Gives the direction of words that are in no language, or the form's own, among words of a direction.

    Only what has letters of the other direction alone, or is written like several numbers that are no span,
    differs from its neighbours.
    """
    if around in map(_strong, text) or _IN_ORDER.fullmatch(text):
        return around
    if any(map(_strong, text)):
        return first_strong(text)
    return "ltr" if any(letter.isdigit() for letter in text) else around


def marked_off(text: str, inner: Direction, around: Direction) -> tuple[str, str]:
    """Gives words with marks that keep their signs and numbers in order, and the mark that is to follow them.

    The marks U+200E and U+200F are taken, for older programs do not know isolates (U+2066 to U+2069).

    Args:
        text: the words.
        inner: their direction.
        around: the direction of what stands around them.
    """
    if inner == around or not text:
        return text, ""
    before = "" if _strong(text[0]) == inner else _MARK[inner]
    after = "" if _strong(text[-1]) == inner else _MARK[inner]
    return f"{before}{text}{after}", _MARK[around]


def embedded(text: str, inner: Direction, around: Direction) -> tuple[str, str, str]:
    """Gives what stands before and behind words that turn within, and the mark that is to follow them.

    Marks keep the ends of words in order, not the words on both sides of others: these are embedded (U+202A, U+202B).
    """
    if inner == around:
        return "", "", ""
    return _EMBEDDING[inner], _POP_EMBEDDING, _MARK[around]


_DOUBLED: Final = re.compile("([\u200e\u200f\u202a-\u202c])(\\1)?")


def with_own_marks(text: str) -> str:
    """Gives words with each direction mark of their own twice, to be told from those that a form puts around words."""
    return _DOUBLED.sub(lambda mark: mark[0] * 2, text)


def without_marks_of_forms(text: str) -> str:
    """Gives the words of a form without the direction marks around them; two of one kind are one of the words."""
    return _DOUBLED.sub(lambda mark: mark[1] if mark[2] else "", text)


def _strong(letter: str) -> Direction | None:
    return _STRONG.get(unicodedata.bidirectional(letter))


def open_marks(text: str) -> str:
    """Gives the closing marks a text lacks, innermost first, so that it cannot turn what follows it."""
    waiting: list[str] = []
    for letter in text:
        if letter in _CLOSED_BY:
            waiting.append(_CLOSED_BY[letter])
        elif letter == _POP_ISOLATE and _POP_ISOLATE in waiting:
            while waiting.pop() != _POP_ISOLATE:
                pass
        elif letter == _POP_EMBEDDING and waiting and waiting[-1] == _POP_EMBEDDING:
            waiting.pop()
    return "".join(reversed(waiting))
