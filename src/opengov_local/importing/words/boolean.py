"""Yes and no, as people and spreadsheets write them."""

from __future__ import annotations

from opengov_local.importing.words.folding import fold
from opengov_local.importing.words.tables import short_words


def read_boolean(value: str | int | float | bool) -> bool | None:
    """Reads yes or no: words, the names of spreadsheets, ticked and empty boxes, X, 1 and 0.

    Args:
        value: the text or the value of a cell.

    Returns:
        True or False; None for all else, also for an empty text and for “-”.
    """
    if isinstance(value, bool):
        return value
    if not isinstance(value, str):
        return bool(value) if value in (0, 1) else None
    sign = value.strip().removesuffix("\ufe0f")
    folded = fold(sign)
    said = short_words("boolean").get(folded or sign)
    return {"true": True, "false": False}.get(said) if said else None
