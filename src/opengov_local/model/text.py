"""Human text in one or several languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, NamedTuple

from pydantic import Field

from opengov_local.model.scalars import Language, Text

LocalizedText = Annotated[
    dict[Language, Text],
    Field(
        min_length=1,
        description="Plain text by BCP 47 language tag, at least one language; und where it is unknown.",
        examples=[{"ar": "بوابة المعطيات المفتوحة", "fr": "Portail des données ouvertes"}],
    ),
]
"""Text by language: `{"ar": "…", "fr": "…"}`."""


class Reading(NamedTuple):
    """A text that was picked, with the language it is in."""

    language: str
    text: str


def read_text(text: Mapping[str, str], *languages: str) -> Reading:
    """Picks the text in the first of the wanted languages that is there, else in the first one stated.

    Args:
        text: a localized text.
        languages: wanted languages, best first; `ar-MA` is served by `ar` too, and `ar` by `ar-MA`.

    Returns:
        The text and the language it is really in, so that a reader can be told.
    """
    for wanted in languages:
        if wanted in text:
            return Reading(wanted, text[wanted])
        primary = wanted.partition("-")[0]
        for tag in text:
            if tag.partition("-")[0] == primary:
                return Reading(tag, text[tag])
    first = next(iter(text))
    return Reading(first, text[first])
