"""The language of what is written for people, where nobody says one."""

from __future__ import annotations

from opengov_local.formats import Format
from opengov_local.messages.catalogue import LANGUAGES
from opengov_local.model.package import Package

DEFAULT_LANGUAGE = "fr"
"""The language of a form when neither the user nor the package says one, and its texts do not tell."""


def language_for(package: Package, wanted: str | None, format: Format) -> str:
    """Gives the language of a form: the one that is wanted, else the package's own, else French.

    A form has words in three languages: for `fr-MA` those of `fr`. Where a package has none of these as its own, and no
    text in French, it is that of most of its texts.
    """
    if wanted or (package.default_language and not format.worded):
        return wanted or package.default_language or DEFAULT_LANGUAGE
    if (own := (package.default_language or "").partition("-")[0]) in LANGUAGES:
        return own
    texts = package.index.survey.by_language
    told = [language for language in LANGUAGES if texts.get(language)]
    if not told or DEFAULT_LANGUAGE in told:
        return DEFAULT_LANGUAGE
    return max(told, key=lambda language: len(texts[language]))
