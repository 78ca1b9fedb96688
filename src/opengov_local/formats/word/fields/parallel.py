"""Columns of records whose cells list, line by line, what the activities listed beside them have."""

from __future__ import annotations

from collections.abc import Mapping

from opengov_local.formats.tables.columns.parallel_lists import go_together, lines_in
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.table_shapes.roles import Role
from opengov_local.formats.word.table_shapes.table_parts import Records
from opengov_local.formats.word.texts.passages import Line, Passage
from opengov_local.formats.wording.labels.labels import choose
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


def parallel_columns(roles: Mapping[int, Role], records: Records) -> frozenset[int]:
    """Gives the columns whose cells list something for each activity that the cells beside them list.

    Args:
        roles: what the columns stand for; one names activities.
        records: the records.
    """
    (steps,) = (at for at, role in roles.items() if (role.concept, role.field) == ("milestone", "title"))
    kinds: dict[int, str] = {}
    for column, role in roles.items():
        meaning = choose(role.meanings, ("milestone",)) if role.field == "" else None
        if meaning is not None and meaning.field in _KINDS:
            kinds[column] = _KINDS[meaning.field]
    listed = _texts(records, steps)
    return frozenset(column for column, kind in kinds.items() if go_together(kind, listed, _texts(records, column)))


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
    lines = listed_in(passage)
    found = len(lines) == len(steps) and go_together(_KINDS[field], [words], [passage.text])
    return list(zip(steps, lines, strict=True)) if found else []


def listed_in(passage: Passage) -> list[Passage]:
    """Gives what a passage lists, each as a passage of its own."""
    return [passage.of([Line(item)]) for item in lines_in(passage.text)]


def _texts(records: Records, column: int) -> list[str]:
    """Gives the cells of a column, "" on rows where none begins."""
    cells = ((number, cells.get(column)) for number, cells in records.rows)
    return [cell.text if cell is not None and cell.row == number else "" for number, cell in cells]
