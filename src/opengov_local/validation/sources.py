"""Where rules and limits come from, and what limits count, in the language of whoever asks."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, dict[str, str]]:
    text = files(__package__).joinpath("sources.csv").read_text(encoding="utf-8")
    return {row["en"]: row for row in csv.DictReader(text.splitlines())}


def in_words(said: str, language: str) -> str:
    """Gives a source or unit, which rules name in English, in a language; titles of documents stay as they are.

    What the table does not have is given as it stands.
    """
    return _table().get(said, {}).get(language, said)
