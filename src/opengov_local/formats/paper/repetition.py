"""Whether words already say what the label of a code says, so that a form says it once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from opengov_local import codelists
from opengov_local.codelists.folding import fold


def says(texts: Iterable[str], codelist: str, code: str) -> bool:
    """Tells whether one of some texts has the label of a code in it, in any language: "Région de l’Est", region."""
    return any(_says(text, codelist, code) for text in texts)


def only_label_in(texts: Iterable[str], codelist: str) -> str | None:
    """Gives the one code whose label some texts have in them, in any language; None where there are none or several.

    `Commune de l’Est` says one; `Préfecture d’arrondissements` says the code of these words, and that of the first.
    """
    said = [each.code for each in codelists.get(codelist) if says(texts, codelist, each.code)]
    return said[0] if len(said) == 1 else None


def is_label(text: str, codelist: str, code: str, language: str) -> bool:
    """Tells whether a text is the label of a code in a language, and nothing more."""
    known = codelists.get(codelist)
    return code in known and _words(text) == _words(known.label(code, language))


@lru_cache(4096)
def _says(text: str, codelist: str, code: str) -> bool:
    words = f" {_words(text)} "
    return any(f" {label} " in words for label in _labels(codelist, code))


@cache
def _labels(codelist: str, code: str) -> list[str]:
    known = codelists.get(codelist)
    return [_words(label) for label in known[code].labels.values()] if code in known else []


@lru_cache(4096)
def _words(text: str) -> str:
    """Gives the words of a text without case, accents and the s of French and English plurals."""
    return " ".join(word.removesuffix("s") for word in fold(text).split())
