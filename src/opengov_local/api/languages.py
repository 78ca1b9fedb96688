"""The language of what is written for people, where nobody says one."""

from __future__ import annotations

from opengov_local.messages.catalogue import LANGUAGES
from opengov_local.model.package import Package

DEFAULT_LANGUAGE = "fr"
"""The language of a form when neither the user nor the package says one, and its texts do not tell."""


def language_for(package: Package, wanted: str | None) -> str:
    """Gives the language of a form: the one that is wanted, else the package's own, else French.

    Where a package without a language of its own has no text in French, that of most of its texts.
    """
    if said := wanted or package.default_language:
        return said
    texts = package.index.survey.by_language
    told = [language for language in LANGUAGES if texts.get(language)]
    if not told or DEFAULT_LANGUAGE in told:
        return DEFAULT_LANGUAGE
    return max(told, key=lambda language: len(texts[language]))
