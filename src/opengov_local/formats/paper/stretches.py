"""Stretches of the other direction within a text: Latin words among Arabic ones, and the reverse.

A number, a sign or a bracket behind such words is drawn among them unless they are kept apart (Unicode UAX 9, rules W7
and N0 to N2): the 3 of «مع GIZ، 3 سنوات» would stand inside "GIZ".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from opengov_local.formats.paper.direction import Direction, embedded, marked_off

_LATIN: Final = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u052f\u1e00-\u1fff\u2d30-\u2d6f"
_ARABIC: Final = "\u05d0-\u05ea\u0620-\u065f\u066e-\u06d5\u06ee\u06ef\u06fa-\u08ff\ufb1d-\ufdfc\ufe70-\ufefc"
_MARKS: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_LETTERS: Final[dict[Direction, str]] = {"ltr": _LATIN, "rtl": _ARABIC}
_OTHER: Final[dict[Direction, Direction]] = {"ltr": "rtl", "rtl": "ltr"}
_SIGNS: Final = {"ltr": "", "rtl": "\u0600-\u061f\u066a-\u066d"}
"""Signs that end words of the other direction: an Arabic comma parts Latin words."""
_ANY: Final = {way: re.compile(f"[{letters}]") for way, letters in _LETTERS.items()}
_GLUED: Final = r"(?:[-–./_+]?[0-9\u0660-\u0669]+)*"


def _words(letters: str, stops: str) -> re.Pattern[str]:
    """Gives what finds words, with all between them that has no letter of the text's own direction."""
    tail = f"[{letters}0-9\u0300-\u036f]*"
    return re.compile(f"[0-9]*[{letters}]{tail}(?:[^{letters}{stops}{_MARKS}]*[{letters}]{tail})*{_GLUED}")


_STRETCH: Final = {way: _words(_LETTERS[_OTHER[way]], letters + _SIGNS[way]) for way, letters in _LETTERS.items()}
"""By the direction of the text: words of the other."""
_CLOSED_BY: Final = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”", "‹": "›"}
_CLOSING: Final = frozenset(_CLOSED_BY.values())
_NUMBERS: Final = re.compile("[0-9 \u00a0.,/–-]*")


def stretches(text: str, way: Direction) -> tuple[str, ...]:
    """Parts a text where its direction turns: every second part, from the second on, is of the other direction.

    Args:
        text: the words.
        way: their direction.
    """
    if (way == "rtl" and text.isalpha()) or (way == "ltr" and text.isascii()):
        return (text,)
    if not (_ANY[_OTHER[way]].search(text) and _ANY[way].search(text)):
        return (text,)
    parts, done = [], 0
    for found in _STRETCH[way].finditer(text):
        for start, end in _whole(text, *found.span(), _ANY[_OTHER[way]]):
            parts += [text[done:start], text[start:end]]
            done = end
    return (*parts, text[done:])


def marked_runs(text: str, inner: Direction, around: Direction) -> tuple[list[tuple[str, Direction]], str]:
    """Gives words as runs of one direction each, with marks that keep them in order, and the mark that is to follow.

    Args:
        text: the words.
        inner: their direction.
        around: the direction of what stands around them.
    """
    first, *others = stretches(text, inner)
    if not others:
        words, after = marked_off(text, inner, around)
        return [(words, inner)], after
    before, behind, after = embedded(text, inner, around)
    runs: list[tuple[str, Direction]] = [(before + first, inner)]
    for turned, back in zip(others[::2], others[1::2], strict=True):
        words, mark = marked_off(turned, _OTHER[inner], inner)
        runs += [(words, _OTHER[inner]), (mark + back, inner)]
    runs[-1] = (runs[-1][0] + behind, inner)
    return [one for one in runs if one[0]], after


def _whole(text: str, start: int, end: int, letter: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Gives the words of a stretch that hold both of each pair of brackets, or neither."""
    waiting, cuts = [], []
    for at in range(start, end):
        sign = text[at]
        if sign in _CLOSED_BY:
            waiting.append(at)
        elif sign in _CLOSING:
            if waiting and _CLOSED_BY[text[waiting[-1]]] == sign:
                waiting.pop()
            else:
                cuts.append(at)
    while waiting and (close := _behind_numbers(text, end, _CLOSED_BY[text[waiting[-1]]])):
        end = close + 1
        waiting.pop()
    cuts = sorted(cuts + waiting)
    for begin, stop in zip([start, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True):
        if first := letter.search(text, begin, stop):
            opened = next((at for at in range(begin, first.start()) if text[at] in _CLOSED_BY), first.start())
            yield _among_quotes(text, begin if begin == start else opened, _trimmed(text, begin, stop))


def _among_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """Takes in the numbers between words and the sign that closes what is opened before them: «Horizon 2030»."""
    close = _behind_numbers(text, end, _CLOSED_BY[text[start - 1]]) if start and text[start - 1] in _CLOSED_BY else None
    return start, close or end


def _trimmed(text: str, start: int, end: int) -> int:
    """Gives where words end, without the signs behind them."""
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in _CLOSING):
        end -= 1
    return end


def _behind_numbers(text: str, at: int, sign: str) -> int | None:
    """Gives where a closing sign stands, if there is nothing but numbers before it."""
    found = _NUMBERS.match(text, at)
    close = found.end() if found else at
    return close if text.startswith(sign, close) else None
