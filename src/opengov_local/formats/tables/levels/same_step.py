"""Rows that name the activity of the row before again, and say nothing else of it than a further indicator."""

from __future__ import annotations

from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.layout import Column, Region

_INDICATOR = "indicator"
_STEP = "milestone.title"
_NAMES = frozenset({_STEP, "milestone.number", "commitment.title", "commitment.number", "commitment.identifier",
                    "axis", "axis.2", "axis.3", "axis.number"})  # fmt: skip


def rows_of_same_step(region: Region) -> frozenset[int]:
    """Gives the rows of a table that repeat all that the row before says, but for its indicator.

    Args:
        region: the table, with one column of activities and one of indicators.
    """
    repeated = [column.index for column in region.columns if column.target and not _is_of_indicator(column.target)]
    steps = [column.index for column in region.columns if column.target == _STEP]
    named = [column.index for column in region.columns if column.target == _INDICATOR]
    if len(steps) != 1 or len(named) != 1:
        return frozenset()
    return frozenset(
        row
        for row in range(region.first + 1, region.end)
        if _text(region, row, steps[0])
        and "" not in (both := [_text(region, at, named[0]) for at in (row - 1, row)])
        and both[0] != both[1]
        and all(_text(region, row, at) == _text(region, row - 1, at) for at in repeated)
    )


def _text(region: Region, row: int, index: int) -> str:
    value = region.grid.value(row, index)
    return "" if is_blank(value) else str(value).strip()


def says_again(column: Column) -> bool:
    """Tells whether a column says something of an activity or project, and not of an indicator, or their names."""
    return bool(column.target) and not _is_of_indicator(str(column.target)) and column.target not in _NAMES


def _is_of_indicator(target: str) -> bool:
    return target == _INDICATOR or target.startswith(f"{_INDICATOR}.")
