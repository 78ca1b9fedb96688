"""Years and months of which a text says that all of them are meant: "Toute l'année 2026", «طيلة سنة 2026»."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from opengov_local.importing.dates.folding import fold
from opengov_local.importing.dates.meaning import DateReading
from opengov_local.importing.dates.tokens import tokens_of

_DAY = len("2024-05-10")
_WHOLE = "whole"
"""What the table of words says of fillers that mean all of what they stand beside."""


def spanned(reading: DateReading, text: str) -> DateReading:
    """Gives a year, a part of one or a month as the span that it is, where a text says that all of it is meant.

    Args:
        reading: what the text was read as.
        text: the words.
    """
    start = reading.start or ""
    if reading.kind != "date" or reading.qualifier is not None or not 0 < len(start) < _DAY or not _says_whole(text):
        return reading
    return replace(reading, kind="period", end=reading.start)


@lru_cache(maxsize=1 << 12)
def _says_whole(text: str) -> bool:
    return any(token.kind == "filler" and _WHOLE in token.value for token in tokens_of(fold(text)[0]))
