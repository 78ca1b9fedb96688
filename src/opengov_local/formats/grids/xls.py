"""XLS: cells by calamine, after the records of the file have been judged; errors and percentages from the records."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import partial
from typing import Any

from opengov_local.finding import Finding
from opengov_local.formats.grids.biff import BiffBook, BiffSheet, coloured_cells, has_conditions, read_biff
from opengov_local.formats.grids.doubts import Unshown, about_cells, about_days, about_file
from opengov_local.formats.grids.engine import EngineError, doubtful_cells, guarded, typed
from opengov_local.formats.grids.grid import MOST_CELLS, Book, Grid, Unseen, Value, trimmed
from opengov_local.formats.grids.shown_formats import set_shown, shown_numbers, speaks
from opengov_local.importing.containers import ContainerLimits
from opengov_local.importing.ole import ole_stream
from opengov_local.importing.signatures import looks_like


def read_xls(data: bytes, source: str | None, limits: ContainerLimits) -> Book | Finding:
    """Reads the cells of an XLS file; see `read_book`."""
    refusal = _refusal(data, source, limits)
    if refusal:
        return refusal
    try:
        stream = ole_stream(data, "Workbook", "Book")
        book = read_biff(stream)
    except ValueError:
        return about_file("source/corrupt", source)
    if book.encrypted:
        return about_file("source/encrypted", source)
    for sheet in book.sheets:
        if sheet.rows * sheet.columns > MOST_CELLS:
            return about_file("source/too-many-cells", source, rows=sheet.rows, columns=sheet.columns)
    try:
        with guarded():
            return _read(data, stream, book, source)
    except EngineError:
        return about_file("source/unreadable", source)


def _refusal(data: bytes, source: str | None, limits: ContainerLimits) -> Finding | None:
    kind = looks_like(data)
    if kind == "empty":
        return about_file("source/empty-file", source)
    if kind == "encrypted":
        return about_file("source/encrypted", source)
    if kind != "xls":
        return about_file("source/wrong-kind", source, wanted="xls", looks_like=kind)
    if len(data) > limits.max_bytes:
        return about_file("source/too-large", source, size=len(data), limit=limits.max_bytes)
    return None


def _read(data: bytes, stream: bytes, book: BiffBook, source: str | None) -> Book:
    from python_calamine import load_workbook

    engine = load_workbook(io.BytesIO(data))
    grids: list[Grid] = []
    findings: list[Finding] = []
    days: list[Unshown]
    for number, (sheet, entry) in enumerate(zip(book.sheets, engine.sheets_metadata, strict=True)):
        if sheet.worksheet:
            raw = engine.get_sheet_by_index(number).to_python(skip_empty_area=False)
            grid = replace(
                _grid(entry.name, raw, sheet, days := []),
                coloured=partial(coloured_cells, stream, number),
                recoloured=partial(has_conditions, stream, number),
            )
            grids.append(grid)
            findings += [*_doubts(grid, source), *about_days(source, grid.name, days)]
    return Book(tuple(grids), book.epoch1904, tuple(findings))


def _grid(name: str, raw: list[list[Any]], sheet: BiffSheet, days: list[Unshown]) -> Grid:
    """Makes the grid, and tells of what days it shows no more than the month or year."""
    rows: list[list[Value]] = typed(raw).rows
    shown: dict[tuple[int, int], str] = {}
    for code, cells in sheet.styles.items():
        if speaks(code):
            days += set_shown(rows, cells, code)
        else:
            shown |= shown_numbers(rows, cells, code)
    for row, column, text in sheet.errors:
        rows += [[] for _ in range(row + 1 - len(rows))]
        rows[row] += [None] * (column + 1 - len(rows[row]))
        rows[row][column] = text
    return Grid(
        name,
        trimmed(rows),
        tuple(sheet.merges),
        sheet.name_hidden,
        sheet.right_to_left,
        frozenset(sheet.percents),
        (),
        tuple(sheet.errors),
        unseen=Unseen(tuple(sheet.hidden_rows), tuple(sheet.hidden_columns)),
        money=partial(dict, sheet.money),
        shown=partial(dict, shown),
    )


def _doubts(grid: Grid, source: str | None) -> list[Finding]:
    doubtful = list(doubtful_cells(grid.rows))
    long = [cell for cell in doubtful if isinstance(grid.value(*cell), float)]
    days = [cell for cell in doubtful if not isinstance(grid.value(*cell), float)]
    return [
        *about_cells("import/error-cell", source, grid.name, [(row, column) for row, column, _ in grid.errors]),
        *about_cells("import/long-number", source, grid.name, long),
        *about_cells("import/doubtful-date", source, grid.name, days),
    ]
