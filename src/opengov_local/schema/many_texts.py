"""Matching many texts against one published pattern at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache


@cache
def all_match(pattern: str) -> Callable[[Collection[str]], bool]:
    """Gives a function that tells whether every text of a collection matches a pattern.

    The texts are put behind each other, each with an end mark, and matched in one go. The mark is a character that no
    text may hold: a newline, where the pattern is for the whole of a line, else a noncharacter. A text that holds it
    all the same counts as one that does not match.
    """
    unit, mark = _one(pattern)
    match = re.compile(f"(?:{unit}{mark})*+").fullmatch

    def all_of(texts: Collection[str]) -> bool:
        joined = mark.join((*texts, ""))
        return joined.count(mark) == len(texts) and match(joined) is not None

    return all_of


def _one(pattern: str) -> tuple[str, str]:
    """Gives the pattern for one text without its end, and the mark that ends it.

    Raises:
        ValueError: it is neither a pattern for a whole line nor one class of characters to search for.
    """
    if re.fullmatch(r"\^\(\?:.*\)\$", pattern, re.DOTALL):
        return pattern[1:-1], "\n"
    if re.fullmatch(r"\[[^\]]*\]", pattern, re.DOTALL):
        return f"[^\uffff]*?(?!\uffff){pattern}[^\uffff]*+", "\uffff"
    raise ValueError(f"texts are not matched together against {pattern!r}")
