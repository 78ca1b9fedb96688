"""Rows with a title alone over rows of projects, in tables without numbers: bands of sections that nobody merged."""

from __future__ import annotations

from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.layout import Region

_TITLE = "commitment.title"
_NUMBERS = frozenset({"commitment.number", "commitment.identifier"})
_FEWEST = 2
"""Bands that a table must have; one title alone may be a project of which nothing is said yet."""
_NARROWEST = 3


def bands(region: Region) -> frozenset[int]:
    """Finds the rows of a table of projects that are titles of sections.

    The first row must be one. Behind each a project must stand of which more than half is said that the table asks
    for, and there must be more rows of projects than bands.

    Returns:
        The rows, from 0 in the sheet; none where it is not sure.
    """
    titles = [column.index for column in region.columns if column.target == _TITLE]
    if len(titles) != 1 or len(region.columns) < _NARROWEST or region.names & _NUMBERS:
        return frozenset()
    found: list[int] = []
    others, above = 0, False
    for row, values in enumerate(region.data, start=region.first):
        filled = [index for index, value in enumerate(values) if not is_blank(value)]
        is_band = filled == titles
        begins = titles[0] in filled and 2 * len(filled) > len(region.columns)
        if not filled:
            continue
        if not (found or is_band) or (above and (is_band or not begins)):
            return frozenset()
        found += [row] if is_band else []
        others += not is_band
        above = is_band
    return frozenset(found) if _FEWEST <= len(found) < others and not above else frozenset()
