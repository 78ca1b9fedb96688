"""Tables of projects without a row of headings: what their cells tell beyond doubt, and what stands above them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import takewhile
from typing import Final

from opengov_local.account import column_name
from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.drafted.plan_years import years_in
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.plan.help_titles import title_on
from opengov_local.formats.tables.plan.preamble import read_preamble
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Recognised, targets
from opengov_local.formats.wording.headings.phrases import begins, phrases
from opengov_local.formats.wording.words.persons_named import is_body, is_person, is_post
from opengov_local.importing.dates import read_date
from opengov_local.importing.draft import Draft
from opengov_local.importing.words import fold, read_amount
from opengov_local.importing.words.numerals import plain_digits

_FEWEST: Final = 3
"""Rows that count from 1, below each other, before they are taken for numbers of projects."""
_NUMBER, _TITLE = "commitment.number", "commitment.title"
_WHEN: Final = ("commitment.start", "commitment.end")
_PARTS = re.compile(r"[:：()\[\]«»\n]|\s[-–—]\s")
_DIGIT = re.compile(r"[0-9٠-٩]")
_COUNTED = re.compile(r"(?P<front>[^\W\d_]{0,8}[ .°\u00a0-]{0,2})(?P<number>[0-9]{1,4})")
"""A number, and the word or letters that stand before it in each row."""
_MARKS: Final = " .)-–°\u00a0"


def headless(sheet: Sheet) -> Region | None:
    """Finds below the title of a plan a table of projects that nothing heads, and what its cells tell of each column.

    So does a line that names projects, "Projets d'ouverture pour l'année 2026". A title whose parts begin with other
    words ("Budget du plan", "Plan 2026 : réunions") is that of no such table.
    A column counts the rows from 1 ("1", "P1"); the one beside it holds texts that all differ, longer than those of the
    others; one or two hold dates, or one holds sums with their currency. All of a column's cells must tell the same,
    and no other column what it tells; who is responsible is told by most of them. Where nothing counts the rows, the
    texts are those of the first column, and two of the others tell what they are.

    Args:
        sheet: a sheet without any other table.
    """
    grid = sheet.grid
    if grid.hidden:
        return None
    first = first_row(grid)
    if not (title_on(sheet, of_a_year=True) or _names_projects(sheet, first)) or lists_others(_above(sheet, first)):
        return None
    found = columns_told(grid)
    if not found:
        return None
    columns = tuple(Column(at, _letter(grid, first, at), Recognised(found[at], STRIPPED)) for at in sorted(found))
    return Region(grid, 0, first, first, columns, (), first, len(grid.rows))


def columns_told(grid: Grid) -> dict[int, str]:
    """Gives what the cells of rows tell of their columns, from 0; nothing where that is too little."""
    first = first_row(grid)
    index = next((at for row in grid.rows[first:] for at, value in enumerate(row) if not is_blank(value)), 0)
    count = _counted(grid, first, index)
    numbered = count >= _FEWEST
    rows = slice(first, first + (count if numbered else _filled(grid, first, index)))
    beside = index + 1 if numbered else index
    told = dict(_told(grid, range(beside + 1, grid.width), rows)) if len(grid.rows[rows]) >= _FEWEST else {}
    kinds = set(told.values())
    enough = kinds & {*_WHEN, "budget.amount"} and (numbered or len(kinds) > 1)
    if not (enough and _are_titles(grid, beside, told, rows)):
        return {}
    return {**({index: _NUMBER} if numbered else {}), beside: _TITLE, **told}


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


def _names_projects(sheet: Sheet, first: int) -> bool:
    """Tells whether a line above the rows says that they list projects: it is no more than that, or tells the year."""
    return any(
        begins("projects_heading", text.strip()) and (bool(years_in(text)) or fold(text) in phrases("projects_heading"))
        for text in _above(sheet, first)
    )


def _above(sheet: Sheet, first: int) -> Iterator[str]:
    return (piece.text for row in range(first) for piece in sheet.row(row).values())


def lists_others(above: Iterable[str]) -> bool:
    """Tells whether what stands above rows says that they list other things: sums, meetings, partners."""
    return any(begins("other_list_front", part.strip()) for text in above for part in _PARTS.split(text))


def _counted(grid: Grid, first: int, index: int) -> int:
    """Gives how many cells of a column count from 1, alike: "1", "2" or "P1", "P2"."""
    front, count = _number(grid.value(first, index))[0], 0
    while _number(grid.value(first + count, index)) == (front, count + 1):
        count += 1
    return count


def _filled(grid: Grid, first: int, index: int) -> int:
    """Gives how many rows below each other have something in a column and beside it."""
    filled = (not is_blank(row[index]) and sum(not is_blank(value) for value in row) > 1 for row in grid.rows[first:])
    return sum(1 for _ in takewhile(bool, filled))


def _number(value: Value) -> tuple[str, int | None]:
    """Gives what stands before a number, and the number; None where there is none."""
    if isinstance(value, int | float):
        return "", int(value) if value == int(value) else None
    found = _COUNTED.fullmatch(plain_digits(value).strip(_MARKS)) if isinstance(value, str) else None
    return (found["front"].casefold(), int(found["number"])) if found else ("", None)


def _told(grid: Grid, columns: Sequence[int], rows: slice) -> Iterator[tuple[int, str]]:
    """Gives what columns hold whose cells tell it: dates, sums, bodies; nothing where several would be the same."""
    values = {at: [value for value in grid.column(at)[rows] if not is_blank(value)] for at in columns}
    kinds = {
        at: [kind for kind, tell in (("when", _are_dates), ("budget.amount", _are_sums), ("lead", _are_bodies))
             if tell(held)]
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


def _are_dates(values: Iterable[Value]) -> bool:
    return all(map(_is_date, values))


def _are_sums(values: Iterable[Value]) -> bool:
    return all(map(_is_sum, values))


def _are_bodies(values: Sequence[Value]) -> bool:
    """Tells whether most of some texts are bodies, offices or persons, and the others words alone."""
    texts = [value for value in values if isinstance(value, str) and not _DIGIT.search(value)]
    told = sum(is_body(text) or is_post(text) or is_person(text) for text in texts)
    return len(texts) == len(values) and told > len(texts) / 2


def _is_date(value: Value) -> bool:
    written = isinstance(value, date) or (isinstance(value, str) and not plain_digits(value).strip().isdecimal())
    return written and read_date(value) is not None


def _is_before(start: Value, end: Value) -> bool:
    one, other = read_date(start), read_date(end)
    return bool(one and other and (one.start or one.end or "") <= (other.start or other.end or ""))


def _is_sum(value: Value) -> bool:
    read = read_amount(value) if isinstance(value, str) else None
    return read is not None and read.value is not None and read.currency is not None


def _are_titles(grid: Grid, index: int, told: Collection[int], rows: slice) -> bool:
    """Tells whether a column holds titles: texts that differ, of several words, longest of all; no bodies."""
    lengths: dict[int, float] = {}
    for at in range(index, grid.width):
        texts = [value.strip() for value in grid.column(at)[rows] if isinstance(value, str) and not is_blank(value)]
        if at not in told and texts:
            lengths[at] = sum(map(len, texts)) / len(texts)
    texts = [text for text in grid.texts(index)[rows] if text and not plain_digits(text).isdecimal()]
    if index not in lengths or len(set(texts)) < len(grid.column(index)[rows]) or _are_bodies(texts):
        return False
    worded = sum(" " in text for text in texts) * 2 > len(texts)
    return worded and all(lengths[index] > lengths[at] for at in lengths if at != index)
