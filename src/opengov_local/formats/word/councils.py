"""The council that a decision is of: "Le conseil communal d'Agadir, réuni …", «إن المجلس الجماعي لأكادير»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from opengov_local.formats.word.blocks import Block, Paragraph
from opengov_local.formats.word.whose import from_title
from opengov_local.formats.word.writing import Writing
from opengov_local.importing.draft import Node
from opengov_local.importing.places import mentioned

_FIRST: Final = 12
_LONGEST: Final = 300
_COUNCIL = re.compile(r"^\s*(?:(?:le|إن)\s+)?(?:conseil|(?:ال)?مجلس)(?!\w)", re.IGNORECASE)
_OF_COMMUNE = re.compile(r"(?:ال)?مجلس\s+(?:ال)?(?:جماعي|بلدي)\s+ل(?P<article>ل)?")
"""«المجلس الجماعي لأكادير» is the council of «جماعة أكادير», «المجلس الجماعي للرباط» that of «جماعة الرباط»."""
_KINDS: Final = {
    "conseil communal": "commune",
    "conseil municipal": "commune",
    "conseil provincial": "province",
    "conseil préfectoral": "préfecture",
    "conseil régional": "région",
}
_BEHIND = re.compile(r"\s(?:réunie?|s['’]est|المجتمع|المنعقد)(?!\w)")


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
        named = _of_council(block.text) if _COUNCIL.match(block.text) else ""
        if named and from_title(writing, plan, named, block.piece):
            return


def _of_council(sentence: str) -> str:
    """Gives the words that name the one collectivity of a sentence; "" where it names none that is known."""
    said = _BEHIND.sub(" –", " ".join(sentence.split()))
    for body, kind in _KINDS.items():
        said = re.sub(body, kind, said, flags=re.IGNORECASE)
    council = _OF_COMMUNE.search(said)
    articles = ("ال", "ل") if council is not None and council["article"] else ("",)
    for article in articles:
        found = mentioned(_OF_COMMUNE.sub(f"جماعة {article}", said))
        if found is not None and found.territory is not None:
            return found.name
    return ""
