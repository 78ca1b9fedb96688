"""Puts what surely stands behind a title."""

from __future__ import annotations

from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.labels.behind_titles import Behind
from opengov_local.importing.draft import Node
from opengov_local.model.commitment import Commitment


def put_behind(writing: Writing, node: Node, found: Behind, passage: Passage) -> None:
    """Puts what surely stands behind a title, which is said to be assumed, or says that some of it is not sure."""
    dated = "end" if node.model is Commitment else "due"
    for each in found.said:
        field = dated if each.field == "due" else each.field
        values.put(writing, node, field, passage.of([Line(each.words)]), each.label)
        told = dated if field == "period" else field
        if not each.label:
            writing.draft.say("import/assumed", passage.piece, severity="info", node=node, field=told, value=each.words)
    if found.unsure:
        writing.draft.say("import/title-holds-more", passage.piece, severity="info", node=node, text=found.unsure)
