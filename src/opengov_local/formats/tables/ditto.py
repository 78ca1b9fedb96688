"""Cells that say to be the same as the one above: "idem", a ditto mark, «نفسه»."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.tables.heading_table import rows
from opengov_local.formats.tables.layout import Region
from opengov_local.formats.tables.phrases import phrases
from opengov_local.formats.tables.pieces import Sheet
from opengov_local.formats.tables.sheets import Read
from opengov_local.importing.draft import Draft
from opengov_local.importing.words import fold

_LONGEST = 24
_MARK = re.compile(r"[\s\-–—_]*(?:[\"″”“„〃»]|''|’’|´´|″)[\s\-–—_]*")
Cell = tuple[int, int]


def without_ditto(draft: Draft, read: Read) -> Read:
    """Gives a sheet with what stands above in the cells of its tables that say "idem"; a finding tells each column.

    Args:
        draft: the document in the making.
        read: the sheet.
    """
    grid = read.sheet.grid
    found = {cell: value for region in read.regions for cell, value in _same_as_above(region)}
    if not found:
        return read
    for region in read.regions:
        _say(draft, region, [cell for cell in found if region.first <= cell[0] < region.end])
    cells = [[found.get((at, column), value) for column, value in enumerate(row)] for at, row in enumerate(grid.rows)]
    made = replace(grid, rows=cells)
    return replace(read, sheet=Sheet(made), regions=tuple(replace(region, grid=made) for region in read.regions))


def _same_as_above(region: Region) -> Iterator[tuple[Cell, Value]]:
    """Gives the cells of a table that stand for the one above, each with what that says."""
    for column in region.columns:
        if not _may_hold(region.grid.different(column.index)):
            continue
        values = region.values(column.index)
        above: list[Value] = []
        for row, value in enumerate(values, region.first):
            if isinstance(value, str) and is_ditto(value):
                yield from (((row, column.index), one) for one in above)
            elif not (is_blank(value) or _is_alone(region.grid, row)):
                above = [value]


def _may_hold(different: frozenset[Value]) -> bool:
    """Tells by the different values of a column whether it may hold such a cell."""
    if not _written().isdisjoint(different):
        return True
    short = [value for value in different if isinstance(value, str) and len(value) <= _LONGEST]
    return any(map(is_ditto, [text for text in short if not text[:1].isalnum()]))


@cache
def _written() -> frozenset[str]:
    """Gives the words for the same in the ways in which they are written."""
    said = (row["phrase"] for row in rows("phrases.csv") if row["kind"] == "ditto")
    cased = (way for word in said for way in (word, word.capitalize(), word.upper()))
    return frozenset(f"{word}{end}" for word in cased for end in ("", ".", " ", " .", "\u00a0"))


@lru_cache(maxsize=1 << 12)
def is_ditto(text: str) -> bool:
    """Tells whether a text says no more than that it is the same as the one above."""
    return bool(_MARK.fullmatch(text)) or fold(text) in phrases("ditto")


def _is_alone(grid: Grid, row: int) -> bool:
    """Tells whether a row has but one cell: it is the title of what follows."""
    return sum(not is_blank(value) for value in grid.rows[row]) == 1


def _say(draft: Draft, region: Region, cells: list[Cell]) -> None:
    for index, count in Counter(column for _, column in cells).items():
        first = next(row for row, column in cells if column == index)
        heading = next(column.heading for column in region.columns if column.index == index)
        draft.say("import/same-as-above", region.grid.place(first, index), severity="info", heading=heading,
                  text=str(region.grid.value(first, index)).strip(), count=count)  # fmt: skip
