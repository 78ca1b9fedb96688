"""Tables that name again the projects of what stands above them, under other numbers or in other words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from opengov_local.formats.word.objects import Objects
from opengov_local.formats.word.plan_words import says
from opengov_local.formats.word.row_titles import Named
from opengov_local.formats.word.writing import Writing
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold

_FEWEST = 2
"""Projects of a table that were named above, so that it repeats them, and does not chance to have a title of one."""


def named_again(writing: Writing, objects: Objects, rows: Sequence[Named], heading: str) -> Mapping[str, Node]:
    """Gives the projects that rows name again under another number, by their folded titles, and says so.

    A table repeats projects where at least half of its titles are those of projects above, and not of one alone, or
    where its heading says so. Those of its projects that have no such title are said, too.

    Args:
        writing: where the findings go.
        objects: the projects that were read so far.
        rows: the projects of the table, in order.
        heading: the heading above it.
    """
    if writing.own_form:
        return {}
    times = Counter(fold(row.title) for row in rows)
    known = {row: objects.titled(row.title) for row in rows if times[fold(row.title)] == 1}
    found = {row: nodes[0] for row, nodes in known.items() if len(nodes) == 1}
    repeats = 2 * len(found) >= len(rows) and len(found) >= _FEWEST
    if not repeats and not (objects.plan.data.get("commitments") and says(heading, "recap")):
        return {}
    numbers = {row: str(node.data.get("number", row.number)) for row, node in found.items() if row.number}
    other = {row: found[row] for row, number in numbers.items() if number != row.number}
    if other:
        first = next(iter(other))
        writing.draft.say("import/recap-numbers", first.piece, text=first.title, number=first.number,
                          known=numbers[first], count=len(other))  # fmt: skip
    untitled = {each.get("number") for each in objects.plan.data.get("commitments", ()) if "title" not in each}
    for row in rows:
        if not objects.titled(row.title) and row.number not in untitled:
            writing.draft.say("import/recap-apart", row.piece, text=row.title)
    return {fold(row.title): node for row, node in other.items()}
