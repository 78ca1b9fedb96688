"""In which language a text is, as far as its script tells."""

from __future__ import annotations

import re

from opengov_local.messages.labels import label

ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_SCRIPTS = (
    ("ar", ARABIC_LETTER),
    ("zgh", re.compile("[\u2d30-\u2d7f]")),
)
OWN_SCRIPTS = frozenset(language for language, _ in _SCRIPTS)
"""Languages that their letters tell; a text in Latin letters is in none of them."""
_OTHER = re.compile("|".join(script.pattern for _, script in _SCRIPTS))
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
UNKNOWN = "und"
_TITLED, _FIRST = ("ar", "fr", "en"), "fr"
"""Languages that fields have titles in, and that of them where nothing tells which is read."""


def language_of(text: str, latin: str | None = None) -> str:
    """Tells the language of a text by its script: the one that most of its letters belong to.

    Args:
        text: the text.
        latin: the language that texts in Latin letters are in, where it is known.

    Returns:
        `ar`, `zgh`, the given language, or `und` where there are no letters or nobody knows.
    """
    if text.isascii() or not _OTHER.search(text):
        return latin or UNKNOWN
    best, most = UNKNOWN, 0
    for language, script in _SCRIPTS:
        count = len(script.findall(text))
        if count > most:
            best, most = language, count
    if most and most * 2 >= len(_LATIN.findall(text)):
        return best
    return latin or (best if most and not _LATIN.search(text) else UNKNOWN)


def may_be_in(text: str, language: str) -> bool:
    """Tells whether the letters of a text are those of a language; one without letters may be in any."""
    primary, script = language.partition("-")[0], language_of(text)
    if script in OWN_SCRIPTS:
        return script == primary
    return primary not in OWN_SCRIPTS or not any(map(str.isalpha, text))


def title_of(field: str, text: str, latin: str | None = None) -> str:
    """Gives the title of a field, for what is kept of it, in the language of a text.

    Args:
        field: its name.
        text: the text that is kept.
        latin: the language that texts in Latin letters are in, where it is known.
    """
    language = language_of(text, latin).partition("-")[0]
    try:
        return label("", field, language if language in _TITLED else _FIRST)
    except KeyError:
        return field
