"""Titles that say more than a title: "Portail. Ce projet vise à …"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from opengov_local.formats.wording.headings.phrases import begins
from opengov_local.formats.wording.words.numbering import split_number

LONG = 200
"""Characters from which a title is said to be long; the titles of real plans have up to 180."""
_END = re.compile(r"(?<=[^\W\d_]{3})[)»”\"]?\s*(?:[.;:!?؟؛]\s+|\s[–—-]\s|\n\s*)(?=\S)")

MARKS = ".;:!?؟؛–—-\n"
"""What all of these have."""
_MARK = re.compile(f"[{re.escape(MARKS)}]")


class Parted(NamedTuple):
    """A title, and the sentences behind it that describe what it names."""

    title: str
    description: str = ""


def part_title(text: str) -> Parted:
    """Parts a title from what follows it, where that begins as descriptions do: "Ce projet vise"."""
    for end in _END.finditer(text) if _MARK.search(text) else ():
        if begins("opening", text[end.end() :]):
            return Parted(text[: end.start()].strip() + end[0].strip(" .;:!?؟؛–—-\n"), text[end.end() :].strip())
    return Parted(text)


def is_bare(text: str, kind: str) -> bool:
    """Tells quickly of most titles that nothing stands before or behind them, and that they are not long."""
    if len(text) > LONG or (_MARK.search(text) and _END.search(text)):
        return False
    return split_number(text, kind).number is None


@lru_cache(maxsize=1 << 12)
def bare_title(text: str, kind: str) -> str:
    """Gives a title without the number before it and the description behind it."""
    return part_title(split_number(text, kind).title).title
