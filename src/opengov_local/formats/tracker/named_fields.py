"""Rows of updates that name in the column of indicators what they say of their object: "Taux d'avancement | 40 %"."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.tracker.headings import Heading, heading_of
from opengov_local.formats.tracker.targets import Targets
from opengov_local.importing.options import ImportOptions

FIELD = "field"
"""What the cell that names it is called."""
_NAMED = frozenset({"status", "progress", "text", "challenges", "next_steps"})
Headed = list[tuple[Heading | None, Piece]]


def with_named_field(cells: Headed, targets: Targets, options: ImportOptions) -> Headed:
    """Gives the cells of a row with the heading that one of them names for its value; other rows as they are.

    Args:
        cells: the cells, each with its heading.
        targets: the objects of the base; one of its indicators may be called so.
        options: what the user told beside.
    """
    fields = [heading.field if heading else "" for heading, _ in cells]
    if (
        fields.count("indicator") != 1
        or fields.count("value") != 1
        or not {"commitment", "milestone", "target"} & {*fields}
    ):
        return cells
    heading, name = cells[fields.index("indicator")]
    found = heading_of(name.text, options.words, also_of_plans=True)
    if heading is None or found is None or found.field not in _NAMED or found.field in fields:
        return cells
    if targets.find(name.text, "indicator"):
        return cells
    made = {"indicator": heading._replace(field=FIELD), "value": found}
    return [(made.get(field, held), piece) for field, (held, piece) in zip(fields, cells, strict=True)]
