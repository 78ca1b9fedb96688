"""Forms of address before names of persons: `Mme X`, `السيد ب`, and what forms print for either, `M./Mme X`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_ADDRESS: Final = (
    r"(?:M\.\s?/\s?Mme|Mr\.?\s?/\s?Ms\.?|السيد\(ة\)"
    r"|M\.|Mr\.?|Mme|Mlle|Mrs\.?|Ms\.?|Miss|Dr\.?|Prof\.|Cllr\.?|Sra?\.|Srta\.|Dña\.|السيد(?:ة)?|الدكتور(?:ة)?)\s"
)
_BEGINS: Final = re.compile(f"^{_ADDRESS}", re.IGNORECASE)
_BEHIND_A_COMMA: Final = re.compile(rf"(?:^|[,،]\s){_ADDRESS}", re.IGNORECASE)


def is_addressed(text: str) -> bool:
    """Tells whether words begin with a form of address, as names of persons do."""
    return _BEGINS.match(text) is not None


def without_address(text: str) -> str:
    """Gives words without the form of address that they begin with."""
    return _BEGINS.sub("", text, count=1).strip()


@lru_cache(1 << 12)
def names_addressed(text: str) -> bool:
    """Tells whether a form of address stands at the beginning of words or behind a comma in them."""
    return _BEHIND_A_COMMA.search(text) is not None
