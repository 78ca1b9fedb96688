"""Tables below that of the projects, in one sheet, that say more of these: money, times, partners."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from opengov_local.formats.grids.grid import Grid, Merge, is_blank
from opengov_local.formats.tables.columns.headers_below import headers_below
from opengov_local.formats.tables.columns.layout import NUMBERS, Own, Region, headings_of, regions
from opengov_local.formats.tables.grid.rearranged import Rearranged
from opengov_local.formats.tables.other_tables.joined_sheets import but_of_others, codes_of, may_head_times, speaks_of
from opengov_local.formats.wording.words.units import unit_above

_TITLE: Final = "commitment.title"
_HALF: Final = 2
_TIMES: Final = ("schedule.mark", "period.")
_SAID: Final = ("budget.", "start", "end", "schedule", "status", "progress", "completed_on", "update.", "evidence",
                "period.")  # fmt: skip
"""Beginnings of what projects have that are named by a bare number: other lists are numbered, too."""


def with_joins(found: tuple[Region, ...], own: Own) -> tuple[Region, ...]:
    """Parts the tables of a sheet where a blank row and further headings follow that say more of their projects.

    They may follow another table that says more of the projects, too. Such a table names them by their numbers, or it
    has headings by which it can be read by itself.

    Args:
        found: the tables, top to bottom.
        own: a council's own words.
    """
    parted: list[Region] = []
    for region in (one for each in found for one in _alone(each, own)):
        parted.append(region)
        plans = [one for one in parted if _TITLE in one.names and not one.reports]
        if not plans or not region.names & NUMBERS:
            continue
        if isinstance(region.grid, Rearranged):
            continue
        below: list[Region] = []
        for row, top in reversed([*headers_below(region, headings_of(own))]):
            if (more := _table_at(plans, parted[-1], row, top, own)) is not None:
                parted[-1] = replace(parted[-1], end=top)
                below.append(more)
        parted += reversed(below)
    return tuple(parted)


def _alone(region: Region, own: Own) -> list[Region]:
    """Parts a table where another with headings of its own follows below a blank row."""
    below: list[Region] = []
    for row, top in reversed([*headers_below(region, headings_of(own))] if _TITLE in region.names else []):
        found = regions(_below(region.grid, row, region.end), own)
        if len(found) == 1 and not found[0].header:
            below.append(_moved(found[0], region, row, top))
            region = replace(region, end=top)
    return [region, *reversed(below)]


def _moved(more: Region, region: Region, row: int, top: int) -> Region:
    """Gives a table that was read from a row of a sheet on as one of the whole sheet."""
    helps = tuple(at + row for at in more.helps)
    unit = more.unit or unit_above(region.grid, top, row)
    return replace(more, grid=region.grid, top=top, header=row, lowest=more.lowest + row, helps=helps,
                   first=more.first + row, end=region.end, unit=unit)  # fmt: skip


def _table_at(plans: Sequence[Region], region: Region, row: int, top: int, own: Own) -> Region | None:
    """Gives the table of a row of headings; None where it does not speak of the projects above it."""
    grid = region.grid
    found = regions(_below(grid, row, region.end), own, seeks="joins")
    if len(found) != 1 or found[0].lowest > _HALF or found[0].header:
        return None
    more = found[0]
    if not speaks_of(more, codes_of(replace(one, end=min(one.end, top)) for one in plans), said=_SAID):
        return None
    if top < row and any(str(target).startswith(_TIMES) for target in more.names):
        titles = [str(value) for at in range(top, row) for value in grid.rows[at] if not is_blank(value)]
        if not all(map(may_head_times, titles)):
            return None
    return _moved(but_of_others(more), region, row, top)


def _below(grid: Grid, row: int, end: int) -> Grid:
    """Gives the rows of a sheet from one on."""
    merges = tuple(
        Merge(merge.row - row, merge.column, merge.last_row - row, merge.last_column)
        for merge in grid.merges
        if merge.row >= row
    )
    percents = frozenset((at - row, column) for at, column in grid.percents if at >= row)
    return Grid(grid.name, grid.rows[row:end], merges, percents=percents)
