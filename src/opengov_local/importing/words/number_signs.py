"""Signs that stand before a number, or beside a name whose number is asked for: "n° 2", "No. 2", «رقم 2», "Axe #"."""

from __future__ import annotations

from functools import cache
from typing import Final

from opengov_local.importing.words.folding import fold
from opengov_local.importing.words.tables import any_of, rows

_OWN: Final = r"n\s*\.?\s*r?[°º˚]\s*\.?|[#№]"
"""Signs that are no word of a language."""


def _words(kind: str) -> str:
    """Gives the pattern of the words of a kind: `word`, `short` with a full stop behind it or not, `letter`."""
    words = any_of(row["word"] for row in rows("short_words") if (row["kind"], row["value"]) == ("number_sign", kind))
    return rf"(?<![^\W\d_])(?:{words})(?![^\W\d_])"


SIGN_BESIDE_NAME: Final = rf"(?i:{_OWN}|{_words('short')}\.?)"
"""The pattern of a sign beside a name whose number is asked for: "Projet N°", "Commitment #", «المشروع رقم»."""
SIGN: Final = rf"(?i:{_OWN}|{_words('short')}\s*\.?|{_words('letter')}\.?(?=\s*[0-9٠-٩۰-۹])|{_words('word')})"
"""The pattern of a sign that has a number behind it."""


@cache
def folded_signs() -> frozenset[str]:
    """Gives the words for a number as `fold` leaves them: "n", "no", "n o", «رقم»."""
    return frozenset(fold(row["word"]) for row in rows("short_words") if row["kind"] == "number_sign")
