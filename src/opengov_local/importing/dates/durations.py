"""Words for how long something takes, and not when: "6 mois", «سنة ونصف», or 6 below "Durée (mois)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from opengov_local.importing.dates.folding import fold
from opengov_local.resources import rows_of

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)?|[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBER = re.compile(r"[0-9٠-٩]{1,3}(?:[.,٫][0-9٠-٩])?")
_MOST_WORDS = 7


@cache
def _words() -> Mapping[str, str]:
    """Gives the words of durations, folded, each with its kind."""
    return MappingProxyType(
        {fold(row["word"])[0]: row["kind"] for row in rows_of("opengov_local.importing.dates", "durations.csv")}
    )


def duration_in(text: str, heading: str = "") -> str | None:
    """Gives the words for how long something takes; None where a text says anything else.

    Args:
        text: what was written.
        heading: what it stands under, which may name the unit of a number alone.

    Returns:
        The text, with the unit of its heading where it is but a number.
    """
    said = text.strip()
    if _NUMBER.fullmatch(said):
        unit = _unit_in(heading)
        return f"{said} {unit}" if unit else None
    tokens = _TOKEN.findall(fold(said)[0])
    kinds = [_words().get(token, "number" if token[0].isdigit() else "") for token in tokens]
    if not 1 < len(tokens) <= _MOST_WORDS and kinds != ["unit"]:
        return None
    return said if "unit" in kinds and all(kinds) else None


def behind_durations(text: str) -> Iterator[str]:
    """Gives what may stand behind how long something takes: "6 mois à partir de mars 2026", the longest first."""
    words = text.split()
    for count in range(2, min(_MOST_WORDS, len(words) - 1) + 1):
        if duration_in(" ".join(words[:count])) is not None:
            yield " ".join(words[count:])


def _unit_in(heading: str) -> str | None:
    """Gives the last word of a heading that is a unit of time, as it stands there: "Durée (mois)", "Durée en jours"."""
    words = re.findall(r"[^\W\d_]+", heading)
    return next((word for word in reversed(words) if _words().get(fold(word)[0]) == "unit"), None)
