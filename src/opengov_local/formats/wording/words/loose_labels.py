"""Labels with other small words than those of the table: "Problème public à traiter" asks what "Problème" asks."""

from __future__ import annotations

from functools import cache

from opengov_local.importing.words import fold
from opengov_local.resources import rows_of

_FEWEST_LETTERS = 5
"""Letters that must be left of a label."""


def bare_label(folded: str) -> str:
    """Gives what is left of a folded label without the small words of the table; "" where that is next to nothing."""
    known = _fillers()
    left = " ".join(filter(None, (known.get(word, word) for word in folded.split())))
    return left if len(left) >= _FEWEST_LETTERS else ""


@cache
def _fillers() -> dict[str, str]:
    return {fold(row["word"]): fold(row["as"]) for row in rows_of("opengov_local.formats.wording", "label_fillers.csv")}
