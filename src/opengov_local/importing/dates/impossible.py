"""Days that do not exist, inside a text: "Adopté le 31 février 2026", «30 فبراير 2026»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from opengov_local.importing.dates.folding import fold
from opengov_local.importing.dates.meaning import IMPOSSIBLE, DateContext
from opengov_local.importing.dates.reader import read_date, why_unread
from opengov_local.importing.dates.tokens import tokens_of
from opengov_local.importing.dates.words import lexicon

_LATE: Final = re.compile(r"(?:29|3[0-9])(?<!\d\d\d)(?!\d)")
"""It begins with a class of characters, which is searched for quickly."""
_PARTED: Final = re.compile(r"\d[^\w\s]\d")
_OTHER_DIGIT: Final = re.compile(r"(?![0-9])\d")
_BEHIND: Final = re.compile(r"\s*(?:\Z|[;:]|([A-Za-z]+)(?![0-9A-Za-z])(?=[\x00-\x7f]|\Z))")
"""What stands behind a number that is none of a date: the end, a sign, or a plain word."""
_LATE_DAYS: Final = range(29, 40)
_MOST: Final = 3
"""Day, month and year."""
_LONGEST: Final = 2000
_AT_ONCE: Final = 64
"""Texts that are searched as one."""
_DIGITS: Final = bytes(byte if byte in b"0123456789" else ord(" ") for byte in range(256))
_LATE_RUNS: Final = frozenset(b"%d" % day for day in _LATE_DAYS)
_MONTH_FIRST: Final = DateContext(order="mdy")


def with_impossible_days(texts: Sequence[str]) -> set[str]:
    """Gives those of many texts that name a day whose month does not have it."""
    search = _LATE.search
    parts = (texts[first : first + _AT_ONCE] for first in range(0, len(texts), _AT_ONCE))
    late = [text for part in parts if _may_be_late("\n".join(part)) for text in part if search(text)]
    return {text for text in late if _may_name_day(text) and impossible_days(text)}


def _may_be_late(text: str) -> bool:
    """Tells quickly whether a text has a late number; it may be part of one in digits of several scripts."""
    return not _LATE_RUNS.isdisjoint(text.encode(errors="replace").translate(_DIGITS).split())


def _may_name_day(text: str) -> bool:
    """Tells quickly whether a late number may be a day: it is none at the end, nor before a word that no date has."""
    if _PARTED.search(text) or _OTHER_DIGIT.search(text):
        return True
    known = lexicon()
    for found in _LATE.finditer(text):
        ends = _BEHIND.match(text, found.end())
        word = (ends[1] or "").lower() if ends else ""
        if ends is None or word in known.known or word in known.suffixes:
            return True
    return False


def impossible_days(text: str) -> tuple[str, ...]:
    """Gives the words of each day in a text whose month does not have it; of a very long text none.

    A cell that is a day where the month comes first ("12/31/2026") is left to the reader of its column.

    Args:
        text: a cell, a line or a paragraph.
    """
    if len(text) > _LONGEST or _LATE.search(text) is None:
        return ()
    folded, origin = fold(text)
    tokens = [token for token in tokens_of(folded) if token.kind != "filler"]
    found: list[str] = []
    for at, token in enumerate(tokens):
        if not (token.kind == "triple" or (token.kind == "number" and int(token.value[:4]) in _LATE_DAYS)):
            continue
        for end in range(at + 1, min(at + _MOST, len(tokens)) + 1):
            words = text[origin[token.start] : origin[tokens[end - 1].end - 1] + 1]
            if why_unread(words) == IMPOSSIBLE:
                if words != text.strip() or read_date(words, _MONTH_FIRST) is None:
                    found.append(words)
                break
    return tuple(found)
