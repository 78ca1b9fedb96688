"""Rows of a table that say its headings again, as at the top of each page: what tells levels must not meet them."""

from __future__ import annotations

from dataclasses import replace

from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.importing.words import fold

_FEWEST = 2
"""Headings that a row of headings has at least."""


def rows_of_headings(region: Region) -> list[int]:
    """Gives the rows of data that say a row of the header again, and nothing else."""
    found: set[int] = set()
    for header in range(region.header, region.lowest + 1):
        said = _said(region.grid, header)
        index = min(said, default=0)
        texts = region.grid.texts(index)[: region.end]
        if len(said) >= _FEWEST and texts[header] in texts[region.first :]:
            rows = (row for row in range(region.first, len(texts)) if texts[row] == texts[header])
            found.update(row for row in rows if _said(region.grid, row) == said)
    return sorted(found)


def without_headings(region: Region) -> Region:
    """Gives a table with such rows blank; the very table where it has none."""
    if not (again := rows_of_headings(region)):
        return region
    rows = list(region.grid.rows)
    for row in again:
        rows[row] = []
    return replace(region, grid=replace(region.grid, rows=rows))


def _said(grid: Grid, row: int) -> dict[int, str]:
    texts = ((index, grid.texts(index)[row]) for index in range(grid.width))
    return {index: fold(text) for index, text in texts if text}
