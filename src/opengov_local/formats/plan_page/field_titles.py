"""Titles of fields on the page where the words of the model do not suit: most in English, where those are names."""

from __future__ import annotations

from functools import cache
from typing import Final

from opengov_local.messages.labels import label
from opengov_local.resources import rows_of

_TABLE: Final = "field_titles.csv"


def field_title(concept: str, name: str | None, language: str) -> str:
    """Gives the title of a field, or of a concept, as the page shows it.

    Args:
        concept: class name of the concept, such as `ActionPlan`.
        name: name of the field; None for the concept.
        language: "ar", "fr" or "en".
    """
    for key in ((concept, name), ("", name)):
        if said := _titles().get(key, {}).get(language):
            return said
    return label(concept, name, language)


@cache
def _titles() -> dict[tuple[str, str | None], dict[str, str]]:
    return {(row.pop("concept"), row.pop("field")): row for row in rows_of(__package__, _TABLE)}
