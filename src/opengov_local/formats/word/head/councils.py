"""The council that a decision is of: "Le conseil communal d'Agadir, réuni …", «إن المجلس الجماعي لأكادير»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local.formats.word.docx.blocks import Block, Paragraph
from opengov_local.formats.word.drafting.whose import from_title
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.wording.words.plan_words import begins_with
from opengov_local.importing.draft import Node
from opengov_local.importing.places import mentioned

_FIRST: Final = 12
_LONGEST: Final = 300


def put_council(writing: Writing, plan: Node, blocks: Sequence[Block]) -> None:
    """Ties a plan that was adopted to the collectivity whose council a sentence at the beginning names.

    Args:
        writing: what is at hand.
        plan: the plan.
        blocks: the blocks of the file.
    """
    if "adoptions" not in plan.data or plan.data.get("collectivities"):
        return
    for block in blocks[:_FIRST]:
        if not isinstance(block, Paragraph) or block.piece is None or len(block.text) > _LONGEST:
            continue
        named = mentioned(block.text) if begins_with(block.text, "council") else None
        if named and named.territory and from_title(writing, plan, named.name, block.piece):
            return
