"""Who is responsible for an indicator and by when, in a table whose rows are indicators of commitments."""

from __future__ import annotations

from dataclasses import replace

from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.layout import Column, Region

OWN = {"lead": "indicator.lead", "lead.department": "indicator.lead", "end": "indicator.due"}
"""What an indicator can have of its own."""
_TITLES = frozenset({"commitment.title", "commitment.number"})


def of_each_indicator(region: Region) -> Region:
    """Takes responsible and due behind the indicator for its own, where those of one commitment differ in them."""
    columns = region.columns
    start = next((column.index for column in columns if column.target == "indicator"), None)
    if start is None or any(str(column.target).startswith("milestone.") for column in columns):
        return region
    groups = _groups(region)
    return replace(region, columns=tuple(_owned(region, column, start, groups) for column in columns))


def _owned(region: Region, column: Column, start: int, groups: list[list[int]]) -> Column:
    own = OWN.get(column.target or "")
    if own is None or column.meaning is None or column.index < start or column.scope == "commitment":
        return column
    cells = [[region.grid.value(row, column.index) for row in group] for group in groups]
    if not any(len({str(value).strip() for value in values if not is_blank(value)}) > 1 for values in cells):
        return column
    return column.asking(own)


def _groups(region: Region) -> list[list[int]]:
    """Gives the rows of each commitment: blank titles mean as above."""
    titles = [column.index for column in region.columns if column.target in _TITLES]
    groups: dict[tuple[str, ...], list[int]] = {}
    key: tuple[str, ...] = ()
    for row in range(region.first, region.end):
        texts = tuple(str(value).strip() for at in titles if not is_blank(value := region.grid.value(row, at)))
        key = texts or key
        groups.setdefault(key, []).append(row)
    return list(groups.values())
