"""Answers that list, line by line, what the activities listed above them have."""

from __future__ import annotations

from opengov_local.formats.tables.columns.parallel_lists import go_together, lines_in
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.importing.draft import Node

_KINDS = {
    **dict.fromkeys(("start", "due", "end", "completed_on"), "date"),
    **dict.fromkeys(("period", "schedule"), "schedule"),
    **dict.fromkeys(("leads", "supporting"), "parties"),
    "budget": "amount",
    "progress": "percent",
    "status": "status",
    "deliverable": "",
}
"""How the cells of fields are read of which each activity may have its own."""


def beside_steps(writing: Writing, node: Node, field: str, passage: Passage) -> list[tuple[Node, Passage]]:
    """Gives the activities of a commitment, each with what an answer lists for it; none where it lists something else.

    Args:
        writing: what is at hand; it holds the list of activities that stands above.
        node: the object that is asked about.
        field: what is asked.
        passage: the answer.
    """
    words, steps = writing.activities
    own = [step for step in steps if any(step.data is held for held in node.data.get("milestones", ()))]
    if field not in _KINDS or len(own) < 2 or len(own) != len(steps):
        return []
    lines = [passage.of([Line(item)]) for item in lines_in(passage.text)]
    found = len(lines) == len(steps) and go_together(_KINDS[field], [words], [passage.text])
    return list(zip(steps, lines, strict=True)) if found else []
