"""Headings composed of a name and what is said of it: "Service instructeur", "Other bodies involved"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from opengov_local.formats.wording.headings.heading_keys import key
from opengov_local.formats.wording.headings.heading_table import headings, rows
from opengov_local.importing.words import fold
from opengov_local.importing.words.tables import AND

_AND = re.compile(rf"\s+(?:{AND}|&)\s+|\s+و(?=\S{{3}})|\s*[/,،]\s*", re.IGNORECASE)
_MEASURES = frozenset({"indicator.target", "indicator.baseline"})


class _Composed(NamedTuple):
    target: str
    language: str
    names: frozenset[str]
    says: frozenset[str]
    beside: frozenset[str]


def composed(folded: str) -> tuple[str, frozenset[str]] | None:
    """Gives the target and languages of a folded heading: one name at least, one word about it, and no other words.

    Returns:
        None where it is none, or could be several.
    """
    words = key(folded).split()
    if not _every_word().issuperset(words):
        return None
    found = [one for one in _table() if _fits(one, words)]
    languages = frozenset(one.language for one in found)
    return (found[0].target, languages) if len({one.target for one in found}) == 1 else None


@lru_cache(maxsize=1 << 12)
def asks_for_measured(heading: str) -> bool:
    """Tells whether a heading asks for indicators with their targets or baselines: "Indicateur et cible"."""
    named = [{name for name, _ in headings().get(fold(part), ())} for part in _AND.split(heading)]
    return {"indicator"} in named and 1 < len(named) == 1 + sum(bool(_MEASURES & names) for names in named)


def _fits(one: _Composed, words: list[str]) -> bool:
    if not words or not set(words) <= one.names | one.says | one.beside:
        return False
    if one.language == "ar" and words[0] not in one.names:
        return False  # «مساهمة الجهة» is what a body gives
    names = [at for at, word in enumerate(words) if word in one.names]
    said = [at for at, word in enumerate(words) if word in one.says]
    return any(at != other for at in names for other in said)


@cache
def _every_word() -> frozenset[str]:
    """Gives the words of all compositions: a text with any other is none, which is told at once."""
    return frozenset().union(*(one.names | one.says | one.beside for one in _table()))


@cache
def _table() -> tuple[_Composed, ...]:
    """Gives the compositions, their words as keys have them."""
    return tuple(
        _Composed(row["target"], row["language"], *(frozenset(key(fold(row[part])).split()) for part in _PARTS))
        for row in rows("composed_headings.csv")
    )


_PARTS = ("names", "says", "beside")
