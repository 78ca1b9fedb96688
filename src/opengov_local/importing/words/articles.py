"""The definite article that may stand before a name in Latin letters: "la commune", "l'ADD", "the council"."""

from __future__ import annotations

import re
from functools import cache

from opengov_local.importing.words.tables import rows


@cache
def _article(language: str | None) -> re.Pattern[str]:
    """Gives a pattern of the articles of one language or of all; one with an apostrophe is joined to its word."""
    kept = (row for row in rows("short_words") if row["kind"] == "article" and language in (None, row["language"]))
    words = (row["word"] for row in kept)
    ways = (word.replace("'", "['’]\\s*") if word.endswith("'") else rf"{word}\s+" for word in words)
    return re.compile(rf"(?:{'|'.join(ways)})(?=\S)", re.IGNORECASE)


def without_article(text: str, language: str | None = None) -> str:
    """Gives words without the definite article that they begin with.

    Args:
        text: the words, without spaces before them.
        language: that of the article; None for that of any.
    """
    found = _article(language).match(text)
    return text[found.end() :] if found else text
