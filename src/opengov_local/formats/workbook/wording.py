"""The workbook's own words: names of sheets, help, instructions; read from words.csv."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from opengov_local.resources import rows_of

LANGUAGES: Final = ("en", "fr", "ar")
"""The languages that workbooks are made in."""
GUIDE, LISTS, ABOUT = "guide", "lists", "about"
"""Kinds of the sheets that hold no objects."""
MINTED_UNDER: Final = "minted_under"
"""Fact of a workbook: the prefix of new ids, where the package states none and its own id tells it."""
NO_LANGUAGE: Final = "zxx"
"""Tag of what is in no language: dates, numbers (BCP 47)."""


FACTS: Final = ("version", "language", "latin", "schema_version", "id_prefix", MINTED_UNDER)
"""Names of the facts on the hidden sheet."""


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return {row["key"]: row for row in rows_of("opengov_local.formats.workbook", "words.csv")}


def word(key: str, language: str) -> str:
    """Gives a word of the workbook.

    Raises:
        KeyError: there is no such word, or not in this language.
    """
    return _words()[key][language]


def keys(prefix: str) -> tuple[str, ...]:
    """Gives the keys that begin so, in their order."""
    return tuple(key for key in _words() if key.startswith(prefix))


@cache
def own_words() -> frozenset[str]:
    """Gives every word of the workbook in all languages."""
    return frozenset(row[language] for row in _words().values() for language in LANGUAGES)
