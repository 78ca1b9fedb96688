"""Where rules and limits come from, and what limits count, in the language of whoever asks."""

from __future__ import annotations

from functools import cache

from opengov_local.resources import rows_of


@cache
def _table() -> dict[str, dict[str, str]]:
    return {row["en"]: row for row in rows_of(__package__, "sources.csv")}


def in_words(said: str, language: str) -> str:
    """Gives a source or unit, which rules name in English, in a language; titles of documents stay as they are.

    What the table does not have is given as it stands.
    """
    return _table().get(said, {}).get(language, said)
