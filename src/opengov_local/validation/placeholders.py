"""Words that stand where something is still to be said: "to be determined", "tous les services", "يحدد لاحقا"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final, Literal, get_args

from opengov_local.codelists.folding import fold
from opengov_local.resources import rows_of

Meaning = Literal["tbd", "everyone", "filler"]

_BEGINNINGS: Final = ("lorem ipsum", "your text here", "texte ici")
"""Fillers that no sentence begins with."""


@cache
def _table() -> dict[Meaning, tuple[str, ...]]:
    rows = rows_of(__package__, "placeholder_words.csv")
    meanings: tuple[Meaning, ...] = get_args(Meaning)
    return {one: tuple(fold(row["words"]) for row in rows if row["means"] == one) for one in meanings}


MOST_MORE: Final = 2
"""Words that may follow one in a text that is nothing else: "to be completed *later on*"."""


def stands_for(text: str, meaning: Meaning) -> bool:
    """Tells whether a whole text is a placeholder, perhaps with a word or two that say when."""
    plain = fold(text)
    if plain in _table()[meaning]:
        return True
    if meaning == "filler":
        return plain.startswith(_BEGINNINGS)
    return meaning == "tbd" and any(
        plain.startswith(f"{words} ") and plain[len(words) :].count(" ") <= MOST_MORE for words in _table()[meaning]
    )


def begins_as(text: str, meaning: Meaning) -> bool:
    """Tells whether a text begins with a placeholder, as "To be determined later for each region" does."""
    plain = fold(text) + " "
    return any(plain.startswith(words + " ") for words in _table()[meaning])


def first_placeholder(text: Mapping[str, str] | None, meaning: Meaning, *, whole: bool) -> str | None:
    """Gives the first language in which a text is, or begins as, a placeholder."""
    tells = stands_for if whole else begins_as
    return next((language for language, words in (text or {}).items() if tells(words, meaning)), None)
