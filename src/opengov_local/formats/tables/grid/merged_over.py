"""Whose a merged cell is: of a project where it lies over all its activities, else of those that it lies beside."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from opengov_local.account import Piece
from opengov_local.importing.draft import Draft, Node


def is_over_all(first: int, last: int, rows: Sequence[int]) -> bool:
    """Tells whether a cell merged over some rows lies over all on which the activities of a project begin.

    Args:
        first: its first row.
        last: its last row.
        rows: the rows, in order.
    """
    return bool(rows) and first <= rows[0] and last >= rows[-1]


def is_over_part(first: int, last: int, rows: Sequence[int]) -> bool:
    """Tells whether a cell merged over some rows lies beside some of the activities of a project, but not all."""
    return last > first and not is_over_all(first, last, rows) and any(first <= row <= last for row in rows)


def read_sum(
    draft: Draft, node: Node, piece: Piece, heading: str, titles: Sequence[str], read: Callable[[], None]
) -> None:
    """Reads a sum merged over some of the activities of a project: once, on lines of its budget that name them.

    Args:
        draft: the document in the making.
        node: the project.
        piece: the cell.
        heading: the heading of its column.
        titles: the titles of the activities.
        read: reads the cell into the budget of the project.
    """
    text = " ; ".join(titles)
    before = [{**line} for line in node.data.get("budget", ())]
    read()
    for at, line in enumerate(node.data.get("budget", ())):
        if at >= len(before) or line != before[at]:
            line.pop("label", None)
            draft.put(draft.node_of(line), "label", text, piece)
    draft.say("import/sum-of-activities", piece, node=node, heading=heading, text=piece.text, activities=text)
