"""Words for the level before titles without a number, or with one in its own column: "1.1 | Projet : Portail"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.importing.words import fold

_WORDED = re.compile(r"\s*([^:：\d]{2,40}?)\s*[:：]\s*(\S.*)", re.DOTALL)
_MOST = 0.75
"""Share of the titles of a level that have the word for it before them."""


def word_in_front(text: str) -> str:
    """Gives the folded word and no number that stands with a colon before a title, "Projet : …"; "" where none does."""
    found = _WORDED.match(text) if ":" in text or "：" in text else None
    return fold(found[1]) if found else ""


def bare_titles(levels: Sequence[str | None], texts: Sequence[str], kinds: Mapping[str, str]) -> Mapping[int, str]:
    """Gives the titles without the word for their level, by row, where most titles of that level have the same one.

    Args:
        levels: the level of each row.
        texts: the title of each row.
        kinds: the kind of the words for each level.
    """
    found: dict[int, str] = {}
    for level, kind in kinds.items():
        rows = [row for row, one in enumerate(levels) if one == level and texts[row]]
        parts = {row: parted for row in rows if (parted := _WORDED.match(texts[row]))}
        words = {row: word for row, parted in parts.items() if (word := fold(parted[1])) in phrases(kind)}
        word, count = max(Counter(words.values()).items(), key=lambda one: one[1], default=("", 0))
        if count and count >= _MOST * len(rows):
            found |= {row: parts[row][2] for row in rows if words.get(row) == word}
    return found
