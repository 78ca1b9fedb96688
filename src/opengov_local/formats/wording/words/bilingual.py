"""Texts said in two scripts in one cell: "Portail / بوابة"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from opengov_local.account import Piece
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.language import ARABIC_LETTER

_PARTED = re.compile(r"\s*(?:[/⁄|\n·•∙●]|_+)\s*|\s+[-–—−‐~*]\s+")
_TURNS = re.compile(
    r"(?<=[A-Za-zÀ-ÿ)])(?:[^\w()]|_)+(?=[(\u0621-\u064a])|(?<=[\u0621-\u064a)])(?:[^\w()]|_)+(?=[(A-Za-zÀ-ÿ])"
)
"""Where a script may change in a name, with any mark or nothing but a space between."""
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")


def two_parts(text: str) -> tuple[str, ...]:
    """Parts a text where its script changes; empty unless one side is all Arabic letters and the other all Latin."""
    return _parted(text) if ARABIC_LETTER.search(text) and _LATIN.search(text) else ()


def name_in_scripts(text: str) -> tuple[str, ...]:
    """Gives the parts of a name in two scripts, with a mark or nothing but a space between; all of any other name."""
    if parts := two_parts(text):
        return parts
    for found in _TURNS.finditer(text):
        before, after = text[: found.start()].strip(), text[found.end() :].strip()
        if {_script(before), _script(after)} == {"Arab", "Latn"}:
            return before.strip("() "), after.strip("() ")
    return (text,)


def paired(text: str, listed: Callable[[str], Sequence[str]]) -> list[tuple[str, ...]]:
    """Gives the names that a text lists in two scripts, each with its twin; empty unless both sides list as many.

    Args:
        text: the text.
        listed: gives the names that one side of it lists.
    """
    sides = [listed(part) for part in two_parts(text)]
    return list(zip(*sides, strict=True)) if sides and len(sides[0]) == len(sides[1]) else []


@lru_cache(maxsize=1 << 12)
def _parted(text: str) -> tuple[str, ...]:
    for mark in _PARTED.finditer(text):
        before, after = text[: mark.start()].strip(), text[mark.end() :].strip()
        if {_script(before), _script(after)} == {"Arab", "Latn"}:
            return before, after
    return ()


def _script(text: str) -> str | None:
    arabic, latin = bool(ARABIC_LETTER.search(text)), bool(_LATIN.search(text))
    return None if arabic == latin else "Arab" if arabic else "Latn"


def put_text(draft: Draft, node: Node, field: str, text: str, piece: Piece, language: str | None = None) -> None:
    """Puts a text into a field of text by language; one that is said in two scripts is put in both languages."""
    first, _, rest = field.partition(".")
    shape = node.shapes[first]
    parts = two_parts(text) if rest or (shape.kind == "map" and not shape.many) else ()
    for part in parts:
        draft.put(node, field, part, piece)
    if not parts:
        draft.put(node, field, text, piece, language=language)
