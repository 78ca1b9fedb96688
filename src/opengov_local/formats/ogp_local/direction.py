"""Writing direction of languages, and the closing of direction marks that a text leaves open."""

from __future__ import annotations

import unicodedata
from typing import Final, Literal

Direction = Literal["ltr", "rtl"]

# Languages written from right to left unless the tag names another script, and the scripts that are.
_LANGUAGES: Final = frozenset({"ar", "arq", "ary", "arz", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur"})
_SCRIPTS: Final = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo"})
_UNKNOWN: Final = frozenset({"und", "mul"})

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
    primary, *others = language.split("-")
    script = next((part for part in others if len(part) == 4), None)
    if script is not None:
        return "rtl" if script in _SCRIPTS else "ltr"
    if primary in _UNKNOWN:
        return first_strong(text)
    return "rtl" if primary in _LANGUAGES else "ltr"


def first_strong(text: str) -> Direction:
    """Gives the direction of the first letter that has one (Unicode UAX 9, rule P2); else `ltr`."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            break
    return "ltr"


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
