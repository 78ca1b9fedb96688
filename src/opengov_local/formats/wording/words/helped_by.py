"""Bodies that do something with the help of others, in one text: "DSI, en collaboration avec la région"."""

from __future__ import annotations

import re
from functools import cache

from opengov_local.importing.words.articles import without_article
from opengov_local.importing.words.tables import any_of, written

_OF = r"\s+d(?:e|u|es|el|['’])"
"""How "de" goes on before the name of a body: "avec l'appui du conseil", "con el apoyo del ayuntamiento"."""


@cache
def _with() -> re.Pattern[str]:
    """Makes the pattern of what stands before those who help; one word alone does so behind a sign only: ", avec"."""
    words = written("with_body")
    several = "|".join(
        any_of([word.removesuffix(" de")]) + (_OF if word.endswith(" de") else "") for word in words if " " in word
    )
    alone = any_of(word for word in words if " " not in word)
    said = rf"(?<!\w)(?:{several})(?:(?<=['’])|(?!\w))|(?:(?<=[,،;]\s)|(?<=\())(?:{alone})(?=\s)"
    return re.compile(rf"[\s,;،(–-]*(?:{said})\s*(?::\s*)?", re.IGNORECASE)


def says_help(text: str) -> bool:
    """Tells whether words for the help of others stand in one of several names, at its ends too."""
    return _with().search(f"; {text} ") is not None


def helped_by(text: str) -> tuple[str, str] | None:
    """Parts a text into those who do something and those who help them; None where it says no such thing."""
    found = _with().search(text)
    if found is None or not text[: found.start()].strip() or _with().search(text, found.end()):
        return None
    rest = text[found.end() :].strip(" ).")
    return (text[: found.start()].strip(), rest if rest[:1].isupper() else without_article(rest)) if rest else None
