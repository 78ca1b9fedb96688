"""Words that only name the columns of a form: "Rubrique", "Français"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from opengov_local import codelists
from opengov_local.importing.words import fold
from opengov_local.resources import rows_of

_BOTH = 2
"""Languages of a form in two."""


@cache
def _captions() -> frozenset[str]:
    rows = rows_of("opengov_local.formats.wording", "captions.csv")
    return frozenset(fold(word) for row in rows for word in row["words"].split("|"))


def is_caption_word(text: str) -> bool:
    """Tells whether a text only names a column of a form: "Rubrique", «البيان»."""
    return fold(text) in _captions()


def names_languages(cells: Iterable[str]) -> bool:
    """Tells whether a row names its columns: two languages, or one and words like "Rubrique" beside it."""
    texts = list(cells)
    named = sum(fold(text) in _languages() for text in texts)
    others = [text for text in texts if fold(text) not in _languages()]
    return named == _BOTH or (named > 0 and all(map(is_caption_word, others)))


@cache
def _languages() -> frozenset[str]:
    words = (label for entry in codelists.get("language") for label in entry.labels.values())
    return frozenset(fold(f"{before}{word}") for word in words for before in ("", "en ", "بال", "in ", "en langue "))
