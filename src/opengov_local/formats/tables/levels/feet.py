"""What stands below the last row of a table: totals, notes and signatures, taken off before its columns are judged."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.levels.apart import Apart, say_foreign
from opengov_local.formats.tables.levels.total_rows import is_numeral
from opengov_local.importing.draft import Draft

_MOST: Final = 12
"""Rows of the longest foot."""


def without_foot(draft: Draft, region: Region, sheet: Sheet) -> Region:
    """Gives a table without the rows at its end that are none of its own; they are kept, and said.

    Args:
        draft: the document in the making.
        region: the table.
        sheet: its pieces.
    """
    apart = Apart(region, sheet)
    headings = {column.index: column.heading for column in region.columns}
    found: dict[int, str] = {}
    end = row = region.end
    while row - 1 > region.first and len(found) < _MOST:
        row -= 1
        if not sheet.has(row, 1):
            continue
        if not (code := _code(apart, row, sheet)):
            break
        found[row], end = code, row
    for row in sorted(found):
        for index, piece in sheet.row(row).items():
            draft.keep(piece, label=headings.get(index))
        say_foreign(draft, found[row], sheet.row(row))
    return replace(region, end=end) if found else region


def _code(apart: Apart, row: int, sheet: Sheet) -> str:
    if row < apart.notes.signed_from and apart.is_plain(sheet.grid.rows[row]):
        return ""
    cells = sheet.row(row)
    if all(is_numeral(piece.text) for piece in cells.values()):
        return ""  # whether it is a sum the rows above tell, which are not read yet
    first, piece = next(iter(cells.items()))
    titled = len(cells) == 1 and apart.section(row, first, piece) is not None
    return "" if titled else apart.foreign(row, cells)
