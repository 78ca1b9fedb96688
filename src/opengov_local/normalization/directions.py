"""Direction marks that change nothing, by the Unicode Bidirectional Algorithm (Unicode Standard Annex 9)."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_MARKS: Final = {"\u200e": "L", "\u200f": "R", "\u061c": "AL"}
_OPENERS: Final = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}
_PDF, _PDI = "\u202c", "\u2069"
_ANY: Final = re.compile("[\u200e\u200f\u061c\u202c\u2069]")
_STRONG: Final = ("L", "R", "AL")
_FIRM: Final = (*_STRONG, "WS", "")


def without_idle_marks(text: str) -> str:
    """Takes out the direction marks without which every letter and digit stands where it stood.

    These are marks beside a letter of their own direction, and closing controls that nothing has opened. Marks that
    hold a number, a sign or a bracket in its place stay, and so do all that open something.
    """
    if not _ANY.search(text):
        return text
    return "\n".join(map(_paragraph, text.split("\n")))


def _paragraph(text: str) -> str:
    kept: list[str] = []
    opened: list[str] = []
    for position, character in enumerate(text):
        before = kept[-1] if kept else ""
        if character in _OPENERS:
            opened.append(_OPENERS[character])
        elif character in (_PDF, _PDI):
            if not _closes(character, opened) and _is_idle_closer(character, before, text[position + 1 :]):
                continue
        elif character in _MARKS and _is_idle_mark(_MARKS[character], before, text[position + 1 :]):
            continue
        kept.append(character)
    return "".join(kept)


def _closes(closer: str, opened: list[str]) -> bool:
    """Tells whether a closing control closes something, and takes that off the stack."""
    if closer == _PDF:
        if opened and opened[-1] == _PDF:
            opened.pop()
            return True
        return False
    if _PDI not in opened:
        return False
    while opened.pop() != _PDI:  # an isolate closes the embeddings inside it
        pass
    return True


def _is_idle_closer(closer: str, before: str, rest: str) -> bool:
    """A closer of nothing is passed over; one of isolates may still part figures and signs from each other."""
    return closer == _PDF or (_kind(before) in _FIRM and _kind(rest) in _FIRM)


def _is_idle_mark(kind: str, before: str, rest: str) -> bool:
    left = _kind(before)
    right = "" if rest[:1] in _MARKS else _kind(rest)
    if kind == "L":
        return "L" in (left, right)
    if right in ("R", "AL") or left == kind:
        return True
    return kind == "R" and left == "AL" and not _meets_number(rest)


def _meets_number(text: str) -> bool:
    """Tells whether a number or a control comes before the next letter: an Arabic letter changes how it is read."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in _STRONG and character not in _MARKS:
            return False
        if kind in ("EN", "AN") or character in _MARKS or character in _OPENERS or character in (_PDF, _PDI):
            return True
    return False


def _kind(text: str) -> str:
    """Gives the bidirectional class of the first character; "" where there is none."""
    return unicodedata.bidirectional(text[0]) if text else ""
