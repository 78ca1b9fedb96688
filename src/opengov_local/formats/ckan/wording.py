"""The words of a dataset and of the sheet that tells how to publish it."""

from __future__ import annotations

from typing import Final

from opengov_local.formats.paper.labels import wording

LANGUAGES: Final = ("ar", "fr", "en")
"""The languages of a dataset, those of the portal first."""


def words(key: str, language: str, **values: object) -> str:
    """Gives words in a language, else in English."""
    texts = wording("ckan")[f"ckan.{key}"].texts
    return texts.get(language, texts["en"]).format(**values)


def mark(key: str, language: str) -> str:
    """Gives a mark that all documents share, such as the colon."""
    texts = wording("ckan")[f"mark.{key}"].texts
    return texts.get(language, texts["en"])
