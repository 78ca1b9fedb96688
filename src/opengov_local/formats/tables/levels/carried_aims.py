"""Objectives and collectivities before projects, written once for several of these: "Axe | Objectif | Projet"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from opengov_local.formats.grids.grid import Merge
from opengov_local.formats.tables.columns.blanks import Blanks
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.grid.rearranged import Rearranged

_AIMS: Final = "objectives"
_AXES: Final = ("axis", "axis.2", "axis.3")
_PLACE: Final = "collectivity"
_TITLE: Final = "commitment.title"
_FEWEST: Final = 2
"""Objectives that tell of a table without axes that they group its projects."""


def with_carried_aims(region: Region, sheet: Sheet) -> tuple[Region, Sheet]:
    """Gives a table in which an objective lies over all the projects that it was written for, as a merged cell does.

    That is where blanks of the axis mean "as above", each axis has an objective beside it, and none is repeated; in a
    table without axes where objectives stand in the first column.

    Args:
        region: the table.
        sheet: its pieces.
    """
    columns = {target: [c.index for c in region.columns if c.target == target] for target in (*_AXES, _AIMS, _TITLE)}
    axes = [index for name in _AXES for index in columns[name]]
    if len(columns[_AIMS]) != 1 or not columns[_TITLE] or isinstance(region.grid, Rearranged):
        return region, sheet
    aim, title = columns[_AIMS][0], min(columns[_TITLE])
    leads = max(axes) < aim if axes else aim == region.columns[0].index
    if not (leads and aim < title) or any(merge.column == aim for merge in region.grid.merges):
        return region, sheet
    return _with_merges(region, sheet, _merges(region, sheet, axes, aim, title))


def _with_merges(region: Region, sheet: Sheet, merges: list[Merge]) -> tuple[Region, Sheet]:
    if not merges:
        return region, sheet
    grid = replace(region.grid, merges=(*region.grid.merges, *merges))
    return replace(region, grid=grid), Sheet(grid)


def _merges(region: Region, sheet: Sheet, axes: list[int], aim: int, title: int) -> list[Merge]:
    """Gives the cells that would be merged; none where blanks may mean that there is no objective."""
    blanks = Blanks(region)
    aims = region.texts(aim)
    named = [any(texts) for texts in zip(*(region.texts(index) for index in axes), strict=True)]
    if not axes and (not aims[0] or len([*filter(None, aims)]) < _FEWEST):
        return []
    if any(name and not said for name, said in zip(named, aims, strict=bool(axes))) or not blanks.carry(aim):
        return []
    if not all(map(blanks.carry, axes)) and not any(merge.column in axes for merge in region.grid.merges):
        return []
    return _over_rows(region, sheet, aim, title)


def with_carried_places(region: Region, sheet: Sheet) -> tuple[Region, Sheet]:
    """Gives a table in which a collectivity lies over all the projects below it: blanks mean "as above"."""
    columns = {name: [c.index for c in region.columns if c.target == name] for name in (_PLACE, _TITLE)}
    if len(columns[_PLACE]) != 1 or not columns[_TITLE] or isinstance(region.grid, Rearranged):
        return region, sheet
    place, title = columns[_PLACE][0], min(columns[_TITLE])
    merged = any(
        merge.column <= place <= merge.last_column for merge in region.grid.merges if merge.row >= region.first
    )
    first = next(iter(region.texts(place)), "")
    if merged or place > title or not first or not Blanks(region).carry(place):
        return region, sheet
    return _with_merges(region, sheet, _over_rows(region, sheet, place, title))


def _over_rows(region: Region, sheet: Sheet, index: int, title: int) -> list[Merge]:
    """Gives the cells of a column that would be merged over the rows of projects below them."""
    titles, said = region.texts(title), region.texts(index)
    starts = [at for at, text in enumerate(said) if text]
    found = []
    for start, end in pairwise([*starts, len(said)]):
        told = [at for at in range(start, end) if titles[at]]
        rows = [at for at in told if len(sheet.row(region.first + at)) > 1]
        if rows and rows[-1] > start:
            found.append(Merge(region.first + start, index, region.first + rows[-1], index))
    return found
