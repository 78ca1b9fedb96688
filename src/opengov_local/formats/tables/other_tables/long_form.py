"""Tables in long form: the same projects or activities again for each quarter or date, with what was reported then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import Value
from opengov_local.formats.tables.columns.layout import SAID, TOLD, Column, Region
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.grid.rearranged import Cell, rearranged
from opengov_local.formats.tables.levels.apart import Apart
from opengov_local.formats.tables.levels.level_rows import level_rows
from opengov_local.formats.tables.other_tables.report_rows import KEYS
from opengov_local.formats.tables.other_tables.reports import (
    REMARK,
    TIMES,
    TITLES,
    by_number,
    is_time,
    plans,
    with_remark,
)
from opengov_local.formats.wording.headings.heading_meanings import EXACT
from opengov_local.formats.wording.headings.report_words import report_words
from opengov_local.formats.wording.headings.vocabulary import recognise
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import fold

_INDICATOR, _VALUE = "indicator", "indicator.value"
_OF_UPDATES = frozenset({*SAID, *TOLD, *TIMES, "completed_on", "done_or_due", REMARK, _VALUE})
_Key = tuple[str, ...]


@dataclass(frozen=True)
class LongForm:
    """A table in long form, parted into what it plans and what it reports.

    Attributes:
        plan: a table with one row for each project or activity, of what the plan says of it.
        report: the whole table, whose headings mean what they do in reports.
        first: the cells that the table of the plan is made of.
        timed: whether what stands above the table says when, and not its rows.
    """

    plan: Region
    report: Region
    first: frozenset[Cell]
    timed: bool = False

    @property
    def repeated(self) -> dict[int, frozenset[Cell]]:
        """The columns of what the plan says, each with the cells of it that the table of the plan is made of."""
        return {
            column.index: frozenset(cell for cell in self.first if cell[1] == column.index)
            for column in self.plan.columns
        }

    def report_on(self, plan: Region) -> Region:
        """Gives the report, whose titles and numbers are of what the plan was read as."""
        read = {column.index: column for column in plan.columns if column.target in KEYS}
        columns = tuple(read.get(column.index, column) for column in self.report.columns)
        return replace(self.report, columns=columns, reports=True)


def long_form(region: Region, sheet: Sheet, *, timed: bool = False) -> LongForm | None:
    """Parts a table in long form; None where a table is none.

    Its rows name projects or activities, or their indicators, say when, and what was reported; some name the same at
    different times, or nothing in them is of a plan.

    Args:
        region: the table.
        sheet: its cells.
        timed: whether it is one of several tables that only report, and what stands above it says when.
    """
    columns = tuple(map(with_remark, region.columns))
    columns = columns if timed else _in_report(region, columns)
    measured = {_INDICATOR, _VALUE} <= {column.target for column in columns}
    keys = [column for column in columns if column.target in KEYS or (measured and column.target == _INDICATOR)]
    times = [column for column in columns if column.target in TIMES]
    names = {column.target for column in columns}
    if (
        not (names & TITLES.keys() and (times or timed) and names & (SAID | TOLD))
        or region.reports
        or by_number(region)
    ):
        return None
    rows = _rows(region, sheet, [column.index for column in keys])
    said = {row: tuple(_text(sheet, row, column.index) for column in times) for row in rows}
    dated = all(any(map(read_date, filter(None, words))) for words in said.values())
    if not rows or not (timed or (dated and (_again(rows, said) or (names & TOLD and not plans(region))))):
        return None
    own = _OF_UPDATES if measured else _OF_UPDATES - {_VALUE}
    planned = tuple(column for column in columns if column.target and column.target not in own)
    cells, first = _first_cells(region, sheet, rows, [column.index for column in planned])
    grid = rearranged(region.grid, cells)
    plan = replace(region, grid=grid, columns=planned, end=len(grid.rows))
    if level_rows(plan) is not None:
        return None
    return LongForm(plan, replace(region, columns=columns), first, timed)


def _in_report(region: Region, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Gives the columns as reports have them, where headings say a time there; a second one of a kind is unknown."""
    found: list[Column] = []
    for column in (_timed(region, column) for column in columns):
        second = column.target in TIMES and any(column.target == other.target for other in found)
        found.append(replace(column, meaning=None) if second else column)
    return tuple(found)


def _timed(region: Region, column: Column) -> Column:
    """Gives a column as reports have it, where its heading says a time there."""
    target = report_words().get(("heading", fold(column.heading)))
    if target not in TIMES or column.target in KEYS or not is_time(region, column):
        return column
    meaning = column.meaning or recognise(column.heading, ((fold(column.heading), target),))
    return replace(column, meaning=replace(meaning, target=target, score=EXACT, period="") if meaning else None)


def _rows(region: Region, sheet: Sheet, keys: list[int]) -> dict[int, _Key]:
    """Gives the rows that name something, each with the texts that name it; those left blank are as above."""
    apart, rows = Apart(region, sheet), {}
    above: _Key = ()
    for row in range(region.first, region.end):
        cells = sheet.row(row)
        if not cells or apart.foreign(row, cells):
            continue
        said = [fold(_text(sheet, row, index)) for index in keys]
        if above and not all(said) and any(said):
            said = [text or before for text, before in zip(said, above, strict=True)]
        if any(said):
            rows[row] = above = tuple(said)
    return rows


def _text(sheet: Sheet, row: int, index: int) -> str:
    piece = _piece(sheet, row, index)
    return piece.text if piece else ""


def _piece(sheet: Sheet, row: int, index: int) -> Piece | None:
    return sheet.row(row).get(index) or sheet.over(row, index)


def _again(rows: Mapping[int, _Key], said: Mapping[int, tuple[str, ...]]) -> bool:
    """Tells whether rows name the same at different times, and never twice at one."""
    times: dict[_Key, list[tuple[str, ...]]] = {}
    for row, key in rows.items():
        times.setdefault(key, []).append(said[row])
    return any(len(set(each)) > 1 for each in times.values()) and all(
        len(set(each)) == len(each) for each in times.values()
    )


def _first_cells(
    region: Region, sheet: Sheet, rows: Mapping[int, _Key], planned: list[int]
) -> tuple[dict[Cell, tuple[Cell, Value]], frozenset[Cell]]:
    """Gives the header, and for each thing that is named the first cell of each column that says something of it."""
    grid = region.grid
    cells = {(row, index): ((row, index), value) for row, index, value in grid.cells() if row < region.first}
    found: dict[_Key, dict[int, Piece]] = {}
    for row, key in rows.items():
        there = found.setdefault(key, {})
        for index in planned:
            if index not in there and (piece := _piece(sheet, row, index)) is not None:
                there[index] = piece
    first = set()
    for row, there in enumerate(found.values(), start=region.first):
        for index, piece in there.items():
            origin = grid.at(piece.place)
            cells[row, index] = (origin, grid.value(*origin))
            first.add(origin)
    return cells, frozenset(first)
