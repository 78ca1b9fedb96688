"""What is said in two languages: whether both say the same, and the texts of the one put beside those of the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

UNMAPPED = "x_unmapped"
_LANGUAGES = frozenset({"ar", "en", "es", "fr", "und", "zgh"})
OF_WORDS = frozenset({"label", "original"})
"""Fields that hold the words of the source, which differ where the value is the same."""


def agree(one: Any, other: Any) -> bool:
    """Tells whether two parts of a draft say the same: texts in two languages, or equal ones, and equal values."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(agree, one, other))
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return bool(one == other)
    if _is_text(one) and _is_text(other):
        return not one.keys() & other.keys() or one == other
    if UNMAPPED in one or UNMAPPED in other:
        return False
    keys = [side.keys() - OF_WORDS - {"id"} for side in (one, other)]
    return keys[0] == keys[1] and bool(keys[0]) and all(agree(one[key], other[key]) for key in keys[0])


def _is_text(value: Mapping[str, Any]) -> bool:
    return bool(value) and value.keys() <= _LANGUAGES


def put_beside(held: Any, other: Any) -> None:
    """Puts the texts of one of two parts that agree beside those of the one that is held."""
    if isinstance(held, list):
        for one, two in zip(held, other, strict=True):
            put_beside(one, two)
    elif isinstance(held, dict) and _is_text(held):
        for tag, text in other.items():
            held.setdefault(tag, text)
    elif isinstance(held, dict):
        for key in held.keys() - OF_WORDS - {"id"}:
            put_beside(held[key], other[key])
