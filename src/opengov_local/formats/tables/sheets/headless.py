"""Tables of projects without a row of headings: what their cells tell beyond doubt, and what stands above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from opengov_local.account import column_name
from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.headings.heading_meanings import STRIPPED, Recognised, targets
from opengov_local.formats.tables.headings.phrases import begins
from opengov_local.formats.tables.plan.help_titles import title_on
from opengov_local.formats.tables.plan.preamble import read_preamble
from opengov_local.importing.dates import read_date
from opengov_local.importing.draft import Draft
from opengov_local.importing.words import read_amount
from opengov_local.importing.words.bodies import kind_of_body
from opengov_local.importing.words.numerals import plain_digits

_FEWEST: Final = 3
"""Rows that count from 1, below each other, before they are taken for numbers of projects."""
_NUMBER, _TITLE = "commitment.number", "commitment.title"
_WHEN: Final = ("commitment.start", "commitment.end")
_PARTS = re.compile(r"[:：()\[\]«»\n]|\s[-–—]\s")
_MARKS: Final = " .)-–°\u00a0"


def headless(sheet: Sheet) -> Region | None:
    """Finds below the title of a plan a table of projects that nothing heads, and what its cells tell of each column.

    A title whose parts begin with other words ("Budget du plan", "Plan 2026 : réunions") is that of no such table.
    A column counts the rows from 1; the one beside it holds texts that all differ, longer than those of the others; one
    or two hold dates, or one holds sums with their currency. All of a column's cells must tell the same, and no other
    column what it tells.

    Args:
        sheet: a sheet without any other table.
    """
    grid = sheet.grid
    if grid.hidden or title_on(sheet, of_a_year=True) is None:
        return None
    rows = _counted(grid)
    if rows is None:
        return None
    first, index, count = rows
    if _is_of_others(sheet, first):
        return None
    told = dict(_told(grid, range(index + 1, grid.width), slice(first, first + count)))
    title = _title(grid, index + 1, told, slice(first, first + count))
    if title is None or not set(told.values()) & {*_WHEN, "budget.amount"}:
        return None
    found = {index: _NUMBER, title: _TITLE, **told}
    columns = tuple(Column(at, _letter(grid, first, at), Recognised(found[at], STRIPPED)) for at in sorted(found))
    return Region(grid, 0, first, first, columns, (), first, len(grid.rows))


def first_row(grid: Grid) -> int:
    """Gives the row on which a table without headings may begin: the first with several cells; all rows where none."""
    filled = (sum(not is_blank(value) for value in row) for row in grid.rows)
    return next((at for at, cells in enumerate(filled) if cells >= _FEWEST), len(grid.rows))


def say_headless(draft: Draft, region: Region) -> None:
    """Says of each column of such a table as what it was read."""
    grid = region.grid
    for column in region.columns:
        draft.say("import/column-by-cells", grid.place(region.first, column.index), severity="warning",
                  heading=column.heading, field=f"commitment.{targets()[column.target or ''].field}")  # fmt: skip


def read_above(state: State, sheet: Sheet) -> None:
    """Reads the title of a plan and whose it is above a table of which no column is sure; all its cells are kept."""
    draft, top = state.draft, first_row(sheet.grid)
    left = read_preamble(state, [sheet.row(row) for row in range(top)])
    pairs, state.pairs = state.pairs, []
    for pair in pairs:
        if pair.label is not pair.value:
            draft.ignore(pair.label, "heading")
        draft.keep(pair.value, state.plan, label=pair.heading)
    left += [piece for row in range(top, len(sheet.grid.rows)) for piece in sheet.row(row).values()]
    for piece in left:
        draft.keep(piece, state.plan)
    if left:
        draft.say("import/sheet-unread", left[0], sheet=sheet.grid.name or "1", count=len(left))


def is_headless(region: Region) -> bool:
    """Tells whether a table has no row of headings."""
    return region.header == region.first


def _letter(grid: Grid, row: int, index: int) -> str:
    return column_name(grid.place(row, index).column)


def _is_of_others(sheet: Sheet, first: int) -> bool:
    """Tells whether what stands above the rows says that they list other things: sums, meetings, partners."""
    above = (piece.text for row in range(first) for piece in sheet.row(row).values())
    return any(begins("other_list_front", part.strip()) for text in above for part in _PARTS.split(text))


def _counted(grid: Grid) -> tuple[int, int, int] | None:
    """Gives the first row, the column and how many rows there are that count from 1; None where none do."""
    first = first_row(grid)
    index = next((at for row in grid.rows[first:] for at, value in enumerate(row) if not is_blank(value)), 0)
    count = 0
    while _number(grid.value(first + count, index)) == count + 1:
        count += 1
    return (first, index, count) if count >= _FEWEST else None


def _number(value: Value) -> int | None:
    if isinstance(value, int | float):
        return int(value) if value == int(value) else None
    text = plain_digits(value).strip(_MARKS) if isinstance(value, str) else ""
    return int(text) if text.isdecimal() else None


def _told(grid: Grid, columns: Sequence[int], rows: slice) -> Iterator[tuple[int, str]]:
    """Gives what columns hold whose cells tell it: dates, sums, bodies; nothing where several would be the same."""
    values = {at: [value for value in grid.column(at)[rows] if not is_blank(value)] for at in columns}
    kinds = {
        at: [kind for kind, holds in (("when", _is_date), ("budget.amount", _is_sum), ("lead", _is_body))
             if all(map(holds, held))]
        for at, held in values.items()
        if len(held) >= _FEWEST
    }  # fmt: skip
    for kind in ("budget.amount", "lead"):
        alone = [at for at, found in kinds.items() if found == [kind]]
        if len(alone) == 1:
            yield alone[0], kind
    when = [at for at, found in kinds.items() if found == ["when"]]
    if len(when) == 1:
        yield when[0], _WHEN[-1]
    elif len(when) == len(_WHEN) and all(map(_is_before, *(grid.column(at)[rows] for at in when))):
        yield from zip(when, _WHEN, strict=True)


def _is_date(value: Value) -> bool:
    written = isinstance(value, date) or (isinstance(value, str) and not plain_digits(value).strip().isdecimal())
    return written and read_date(value) is not None


def _is_before(start: Value, end: Value) -> bool:
    one, other = read_date(start), read_date(end)
    return bool(one and other and (one.start or one.end or "") <= (other.start or other.end or ""))


def _is_sum(value: Value) -> bool:
    read = read_amount(value) if isinstance(value, str) else None
    return read is not None and read.value is not None and read.currency is not None


def _is_body(value: Value) -> bool:
    return isinstance(value, str) and kind_of_body(value) is not None


def _title(grid: Grid, index: int, told: dict[int, str], rows: slice) -> int | None:
    """Gives the column of titles: the one beside the numbers, of texts that differ, longer than all texts but it."""
    lengths: dict[int, float] = {}
    for at in range(index, grid.width):
        texts = [value.strip() for value in grid.column(at)[rows] if isinstance(value, str) and not is_blank(value)]
        if at not in told and texts:
            lengths[at] = sum(map(len, texts)) / len(texts)
    texts = [text for text in grid.texts(index)[rows] if text and not plain_digits(text).isdecimal()]
    if index not in lengths or len(set(texts)) < len(grid.column(index)[rows]):
        return None
    worded = sum(" " in text for text in texts) * 2 > len(texts)
    return index if worded and all(lengths[index] > lengths[at] for at in lengths if at != index) else None
