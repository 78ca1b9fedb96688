"""Small words that may stand before a name in Latin letters: "la commune", "the council", "de la commune"."""

from __future__ import annotations

import re
from functools import cache

from opengov_local.importing.words.tables import rows


@cache
def _pattern(kind: str, language: str | None) -> re.Pattern[str]:
    """Gives a pattern of the words of one language or of all; one with an apostrophe is joined to what follows."""
    kept = (row for row in rows("short_words") if row["kind"] == kind and language in (None, row["language"]))
    words = sorted({row["word"] for row in kept}, key=len, reverse=True)
    ways = (word.replace("'", "['’]\\s*") if word.endswith("'") else rf"{word}\s+" for word in words)
    return re.compile(rf"(?:{'|'.join(ways)})(?=\S)", re.IGNORECASE)


def without_article(text: str, language: str | None = None) -> str:
    """Gives words without the definite article that they begin with.

    Args:
        text: the words, without spaces before them.
        language: that of the article; None for that of any.
    """
    return _without("article", text, language)


def without_of(text: str) -> str:
    """Gives words without what joins them to those before: "de la région", "d'Oujda", "of the region", "del barrio"."""
    return _without("of", text, None)


def _without(kind: str, text: str, language: str | None) -> str:
    found = _pattern(kind, language).match(text)
    return text[found.end() :] if found else text
