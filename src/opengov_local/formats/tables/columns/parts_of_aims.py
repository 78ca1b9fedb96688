"""Objectives in parts, "Objectif général", "Objectifs spécifiques", "Objectif opérationnel": one text after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import Recognised
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.formats.wording.words.bilingual import two_parts
from opengov_local.importing.draft import Draft
from opengov_local.importing.language import language_of
from opengov_local.importing.nodes import Node

AIMS = "objectives"
"""The field that both are put into."""
_BELOW = frozenset({"specific_aim", "operational_aim"})
_KINDS = (*sorted(_BELOW), "general_aim")


def with_aims(meanings: Sequence[Placed], _grid: Grid, _first: int) -> list[Recognised | None]:
    """Takes operational objectives beside general or specific ones for objectives too, where no other axis is named."""
    found = [meaning for _, _, meaning in meanings]
    names = [held.target if held else "" for held in found]
    axes = [at for at, name in enumerate(names) if name.startswith("axis")]
    if AIMS not in names or len(axes) != 1 or not says("operational_aim", meanings[axes[0]].heading):
        return found
    if held := found[axes[0]]:
        found[axes[0]] = replace(held, target=AIMS)
    return found


def in_parts(node: Node, field: str) -> bool:
    """Tells whether a field holds objectives in parts; those of an axis are a list."""
    return field == AIMS and AIMS in node.shapes and not node.shapes[AIMS].many


def put_aims(draft: Draft, node: Node, text: str, piece: Piece, heading: str, language: str | None = None) -> None:
    """Puts objectives; specific and operational ones go below others that stand there, as these go below them.

    Others under a label of the same kind contradict, which a finding says.

    Args:
        draft: the document in the making.
        node: the object.
        text: the words, in one language or two.
        piece: the piece they were read from.
        heading: the label they stand under.
        language: language of the words; by default what their script tells.
    """
    kind = next((kind for kind in _KINDS if says(kind, heading)), "")
    two = two_parts(text)
    for words in two or (text,):
        _put(draft, node, words.strip(), piece, kind, None if two else language)


def _put(draft: Draft, node: Node, text: str, piece: Piece, kind: str, language: str | None) -> None:
    tag = language or language_of(text, draft.options.language)
    held = node.data.get(AIMS, {}).get(tag)
    said = node.parts.setdefault(tag, {"": held} if held else {})
    if held and text in said.values():
        draft.used(piece, node, AIMS)
        return
    below = held and kind not in said and not _BELOW.isdisjoint((kind, *said))
    if below:
        del node.data[AIMS][tag]
    said.setdefault(kind, text)
    draft.put(node, AIMS, f"{held}\n{text}" if below else text, piece, language=tag)
