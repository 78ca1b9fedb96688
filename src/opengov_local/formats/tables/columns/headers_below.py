"""Rows of headings below a blank row of a table that head another table: "Projet | Part commune | Part INDH"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.tables.columns.header_rows import is_year
from opengov_local.formats.tables.columns.layout import NUMBERS, TITLES, Region
from opengov_local.formats.tables.grid.rearranged import Rearranged
from opengov_local.formats.wording.headings.heading_meanings import Own
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.importing.words import fold

_FEWEST: Final = 2
_LONGEST: Final = 60
_HALF: Final = 2


def headers_below(region: Region, own: Own) -> Iterator[tuple[int, int]]:
    """Gives the rows that head another table, and where each table begins: at most a line of one cell above it.

    The first heading is that of projects or numbers, or two are known; it is no cell of the column in which it stands:
    that column has another heading, or this very one, beside headings that differ, or both are of numbers.

    Args:
        region: the table.
        own: a council's own headings.
    """
    grid, end = region.grid, min(region.end, len(region.grid.rows))
    if isinstance(grid, Rearranged) or grid.has_full(1, max(region.first - 1, 0), end):
        return
    for gap in range(max(region.first - 1, 0), end - _FEWEST):
        if not all(map(is_blank, grid.rows[gap])):
            continue
        titled = sum(not is_blank(value) for value in grid.rows[gap + 1]) == 1
        row = gap + 1 + titled
        if row + 1 < end and row > region.first and _heads_another(region, row, own):
            yield row, gap + 1


def _heads_another(region: Region, row: int, own: Own) -> bool:
    cells = {at: value for at, value in enumerate(region.grid.rows[row]) if not is_blank(value)}
    if len(cells) < _FEWEST or not all(map(_may_head, cells.values())):
        return False
    headings = {column.index: column for column in region.columns}
    same = [at for at, value in cells.items() if at in headings and _is_same(headings[at].heading, value)]
    first, *others = cells
    if _HALF * len(same) > len(cells) or _filled(region.grid.rows[row + 1]) < _FEWEST:
        return False
    meaning, column = surely(str(cells[first]).strip(), own), headings.get(first)
    if meaning is None:
        return False
    if meaning.target in NUMBERS:
        return True
    if first not in same and column is not None and column.target == meaning.target:
        return False
    known = sum(surely(str(cells[at]).strip(), own) is not None for at in others)
    return meaning.target in TITLES or (known > 0 and len(cells) > _FEWEST)


def _may_head(value: Value) -> bool:
    """Tells whether a cell may be a heading: a short text, or a year."""
    return is_year(value) or (isinstance(value, str) and len(value) <= _LONGEST)


def _is_same(heading: str, value: Value) -> bool:
    return fold(heading) == fold(str(value))


def _filled(values: Sequence[Value]) -> int:
    return sum(not is_blank(value) for value in values)
