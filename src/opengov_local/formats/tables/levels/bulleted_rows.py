"""Steps with a bullet each, one in each row, of which the other cells of the row tell: no list of a project."""

from __future__ import annotations

from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.importing.words import read_list

_OF_EACH = frozenset(
    {"lead", "lead.department", "lead.person", "start", "end", "schedule", "status", "progress", "completed_on"}
)
_OF_MONEY = "budget."
_NAMES = ("axis", "commitment.number", "commitment.title", "commitment.identifier")
_HALF = 0.5


def are_single(region: Region, step: Column) -> bool:
    """Tells whether each cell of a column of steps is one step, and half of the rows below a project tell more of it.

    Args:
        region: the table.
        step: the column.
    """
    texts = list(region.texts(step.index))
    if any(text and len(read_list(text, commas="never").items) > 1 for text in texts):
        return False
    names = [[*region.values(column.index)] for column in region.columns if str(column.target).startswith(_NAMES)]
    told = [
        [*region.values(column.index)]
        for column in region.columns
        if column.target in _OF_EACH or str(column.target).startswith(_OF_MONEY)
    ]
    below = [
        row
        for row, text in enumerate(texts)
        if row and text and all(is_blank(name[row]) or name[row] == name[row - 1] for name in names)
    ]
    return bool(below) and sum(any(not is_blank(cells[row]) for cells in told) for row in below) >= _HALF * len(below)
