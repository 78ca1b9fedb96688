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
_ARABIC_SIGNS: Final = "\u0600-\u061f\u066a-\u066d"
"""Signs that end Latin words: an Arabic comma parts them."""
_ANY: Final = {way: re.compile(f"[{letters}]") for way, letters in _LETTERS.items()}
_DIGITS: Final = "0-9\u0660-\u0669"
_GROUPED: Final = re.compile(
    r"(?<![0-9.,])(?:[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?|(?:\+[0-9]{1,3}|0[0-9]{1,3})(?: [0-9]{1,3}){2,5})(?![0-9])"
)
"""Numbers with plain blanks in them, 125 000 and 05 37 00 00 00: among Arabic words their groups would turn round."""
_YEARS: Final = "(?:19|20)[0-9]{2}(?:[-–/](?:19|20)?[0-9]{2})?(?![0-9])"


def _words(letters: str, own: str, stops: str = "") -> str:
    """Gives the pattern of words, with all between them that has no letter of the text's own direction.

    Numbers belong to them that touch them (`id=12`, `f(1`) or follow them behind a blank (`ISO 37001:2016`, `Lot 3`),
    but for percentages.

    Args:
        letters: the letters of the words.
        own: those of the text.
        stops: signs that end the words, too.
    """
    tail = f"[{letters}0-9\u0300-\u036f]*"
    more = f"(?:[^{own}{stops}{_MARKS}]*[{letters}]{tail})*"
    glued = rf"(?:[^\s{own}{stops}{_MARKS}{_DIGITS}]*[{_DIGITS}]+)*"
    number = r"[0-9]+(?:[.:/-][0-9]+)*(?![.,]?[0-9]|[ \u00a0]?[%٪])"
    return rf"[0-9]*[{letters}]{tail}{more}{glued}(?:[ \u00a0](?:{_YEARS}|{number}))?"


_STRETCH: Final = {
    "ltr": re.compile(_words(_ARABIC, _LATIN)),
    "rtl": re.compile(rf"(?:{_GROUPED.pattern}[ \u00a0])?{_words(_LATIN, _ARABIC, _ARABIC_SIGNS)}|{_GROUPED.pattern}"),
}
"""By the direction of the text: words of the other, and numbers that would turn round."""
_CLOSED_BY: Final = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”", "‹": "›"}
_CLOSING: Final = frozenset(_CLOSED_BY.values())
_NUMBERS: Final = re.compile("[0-9 \u00a0.,/–-]*")


def stretches(text: str, way: Direction) -> tuple[str, ...]:
    """Parts a text where its direction turns: every second part, from the second on, is of the other direction.

    Args:
        text: the words.
        way: their direction.
    """
    if text.isascii() if way == "ltr" else text.isalpha():
        return (text,)
    turns = _ANY[_OTHER[way]].search(text) or (way == "rtl" and _GROUPED.search(text))
    if not turns or not _ANY[way].search(text):
        return (text,)
    parts, done = [], 0
    for found in _STRETCH[way].finditer(text):
        numbers = _GROUPED.fullmatch(found[0]) is not None
        for start, end in [found.span()] if numbers else _whole(text, *found.span(), _ANY[_OTHER[way]]):
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
    """Takes in quotes or brackets around words, with the numbers before the one that closes: «Horizon 2030».

    So no line ends with what opens them.
    """
    close = _behind_numbers(text, end, _CLOSED_BY[text[start - 1]]) if start and text[start - 1] in _CLOSED_BY else None
    return (start - 1, close + 1) if close is not None else (start, end)


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
