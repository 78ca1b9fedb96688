"""Whose the cells of a table are, judged with the other tables that have the same headings: one sheet for each axis."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.tables.columns.blanks import Blanks
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.levels.apart import Apart
from opengov_local.formats.tables.levels.levels import Levels
from opengov_local.formats.tables.levels.steps_or_lists import settled

_MOST = 500
"""Other tables that are looked at."""


def levels_of(region: Region, sheet: Sheet, blanks: Blanks, totals: frozenset[int], tables: Sequence[Region]) -> Levels:
    """Gives what tells whose the cells of a table are.

    Args:
        region: the table.
        sheet: its pieces.
        blanks: tells whether blanks of a column mean "as above".
        totals: rows of totals, which speak of no commitment.
        tables: the tables of the plan.
    """

    def others() -> list[Levels]:
        alike = [one for one in tables if _is_alike(one, region) and one.grid.name != region.grid.name]
        return [_alone(one) for one in alike[:_MOST]]

    return Levels(region, sheet, blanks, totals, others)


def _is_alike(one: Region, other: Region) -> bool:
    return [(column.index, column.heading) for column in one.columns] == [
        (column.index, column.heading) for column in other.columns
    ]


def _alone(table: Region) -> Levels:
    """Judges a table by itself, once."""
    counted, key = table.grid.counted, ("levels", table.header)
    if key not in counted:
        region, sheet = settled(table), Sheet(table.grid)
        counted[key] = Levels(region, sheet, Blanks(region), Apart(region, sheet).totals.said)
    levels: Levels = counted[key]
    return levels
