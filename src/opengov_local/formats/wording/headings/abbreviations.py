"""Headings with abbreviations: "Tx d'exéc." is "Taux d'exécution", "Service resp." is "Service responsable"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice, product

from opengov_local.importing.words import fold
from opengov_local.resources import rows_of

_MOST_WORDS = 8
_MOST_READINGS = 64


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    """Gives the folded words that each folded abbreviation stands for, best first."""
    found: dict[str, dict[str, None]] = {}
    for row in rows_of("opengov_local.formats.wording", "abbreviations.csv"):
        found.setdefault(fold(row["abbreviation"]), {})[fold(row["word"])] = None
    return {short: tuple(words) for short, words in found.items()}


def written_out(folded: str) -> Iterator[str]:
    """Gives what a folded heading may be without its abbreviations, likely readings first; nothing where it has none.

    Args:
        folded: the heading. An abbreviation may also be a word ("est"): it stays one in further readings.
    """
    words = folded.split()
    if len(words) > _MOST_WORDS or _words().keys().isdisjoint(words):
        return
    readings = product(*((*_words().get(word, ()), word) for word in words))
    for reading in islice(readings, _MOST_READINGS):
        if (whole := " ".join(reading)) != folded:
            yield whole
