"""Columns of crosses below headings that name a part of the year which cannot be dated as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.columns.header_rows import is_year
from opengov_local.formats.tables.columns.month_rows import is_undated_month
from opengov_local.formats.tables.columns.ticks import holds_ticks
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Recognised

_UNCLEAR: Final = 80
"""Score of a heading below a year that is read as that year alone."""


def marked_part(grid: Grid, row: int, last: int, index: int, chain: Sequence[str]) -> tuple[str, Recognised] | None:
    """Tells what crosses say below a month without a year, or some part of a year: no narrower than the year.

    Args:
        grid: the sheet.
        row: the first row of the headings.
        last: their last row.
        index: the column.
        chain: the headings above each other, its own last.

    Returns:
        The heading and what it means; None for any other column.
    """
    if is_undated_month(grid, row, last, index):
        return chain[-1], Recognised("schedule.mark", STRIPPED, period=chain[-1])
    if len(chain) > 1 and is_year(chain[-2]) and holds_ticks(grid, last + 1, index):
        return " ".join(chain[-2:]), Recognised("schedule.mark", _UNCLEAR, period=chain[-2])
    return None
