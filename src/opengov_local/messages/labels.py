"""Titles of the concepts of the model and of their fields, read from labels.csv."""

from __future__ import annotations

import re
from functools import cache

from opengov_local.resources import rows_of

_NEW_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])|_")


@cache
def _rows() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["concept"], row["field"]): row for row in rows_of(__package__, "labels.csv")}


def label(concept: str, field: str | None, language: str) -> str:
    """Gives the title of a field, or of the concept itself.

    Args:
        concept: class name of the concept, such as `ActionPlan`.
        field: name of the field; None for the concept.
        language: "ar" or "fr" for the words of labels.csv, "en" for the name itself, written as words.

    Raises:
        KeyError: labels.csv has no such title.
    """
    if language == "en":
        return _NEW_WORD.sub(" ", field or concept).capitalize()
    rows = _rows()
    own = (concept, field or "")
    return (rows[own] if own in rows else rows["", field or ""])[language]
