"""Columns in which a cross says that what their heading says is so: states side by side."""

from __future__ import annotations

from opengov_local.formats.grids.grid import Grid, is_blank
from opengov_local.formats.tables.vocabulary import STRIPPED, Recognised
from opengov_local.importing.words import read_boolean, read_status

_SEARCHED = 200
_SCALE = "ogp"


def ticked(grid: Grid, first: int, index: int, heading: str) -> tuple[str, Recognised] | None:
    """Tells whether a column is headed with a state, and its cells only tick it.

    Args:
        grid: the sheet.
        first: the row below the headings.
        index: the column.
        heading: its heading.

    Returns:
        The heading and what it means; None where the heading is no state or the cells say more.
    """
    if read_status(heading, scale=_SCALE) is None:
        return None
    values = [row[index] for row in grid.rows[first : first + _SEARCHED] if index < len(row)]
    said = [value for value in values if not is_blank(value)]
    if said and all(isinstance(value, str | bool) and read_boolean(value) is not None for value in said):
        return heading, Recognised("status.tick", STRIPPED)
    return None
