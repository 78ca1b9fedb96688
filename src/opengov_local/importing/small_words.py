"""In which language a text in Latin letters is, as its small words tell: articles, prepositions, "and"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Final

from opengov_local.importing.language import OWN_SCRIPTS, language_of
from opengov_local.importing.words.tables import rows

_WORD: Final = re.compile(r"[^\W\d_]+")
_CAP: Final = 4_000
"""Letters of a text that are looked at: what they say is sure."""


@cache
def _languages() -> Mapping[str, tuple[str, ...]]:
    """Gives the languages that each small word stands in."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("small_words"):
        for word in row["words"].split():
            found[word] = (*found.get(word, ()), row["language"])
    return found


def evidence(text: str) -> Counter[str]:
    """Counts what speaks for each language: its small words, or the script of the text."""
    looked_at = text[:_CAP]
    if (script := language_of(looked_at)) in OWN_SCRIPTS:
        return Counter({script: len(looked_at.split())})
    known = _languages()
    words = (known.get(word, ()) for word in _WORD.findall(looked_at.lower()))
    return Counter(language for languages in words for language in languages)


def told(counts: Counter[str], least: int = 1) -> str | None:
    """Gives the language that evidence speaks for; None where none has half as much again as any other.

    Args:
        counts: the evidence.
        least: how much there must be.
    """
    (first, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return first if most >= max(least, 1.5 * second) else None
