"""Characters that JSON cannot hold, in the texts of a source and in a tree."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from opengov_local.account import Entry, Piece
from opengov_local.importing.moulds import Poured
from opengov_local.importing.poured_rows import PouredRows
from opengov_local.json_text import BAD_CHARACTER, holds_bad_character


def bad_pieces(spoken: Collection[Entry | Poured | PouredRows]) -> list[Piece]:
    """Gives the pieces with such characters, each once; moulds take none of them."""
    bad: dict[Piece, None] = {}
    for said in spoken:
        if type(said) is Entry and holds_bad_character(said[0][1]):
            bad[said[0]] = None
    return list(bad)


def plain(text: str) -> str:
    """Gives a text with U+FFFD for each surrogate and noncharacter."""
    return BAD_CHARACTER.sub("\ufffd", text) if holds_bad_character(text) else text


def mended(value: Any) -> Any:
    """Gives a tree with U+FFFD for each surrogate and noncharacter in its texts; it is the same tree, changed."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        for key, child in value.items():
            value[key] = mended(child)
    elif isinstance(value, list):
        value[:] = map(mended, value)
    return value
