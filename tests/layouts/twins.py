"""Each workbook of the room pasted into a Word file: how well that is read: `python -m tests.layouts.twins [WORD…]`.

A sheet becomes a heading with its name (where there are several), lines for its rows of one cell above a table, and a
table with its merged cells for each run of other rows. What was seen in the sheet stands in the cells, as it was seen.
"""

from __future__ import annotations

import datetime
import statistics
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx.document import Document as Paper
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from tests.formats.word.papers import blank, to_bytes
from tests.layouts.cases import FILES, score, scored
from tests.layouts.score import Score

from opengov_local.formats.grids import read_book
from opengov_local.formats.grids.grid import Book, Grid, Value, is_blank
from opengov_local.formats.word.word_format import read

MOST_ROWS = 300


def twin(file: Path) -> bytes | None:
    """Makes the Word file of a workbook; None of one with hidden sheets or long tables, which nobody pastes."""
    book = read_book(file.read_bytes(), file.name, "xlsx")
    assert isinstance(book, Book)
    if any(grid.hidden or len(grid.rows) > MOST_ROWS for grid in book.sheets):
        return None
    made = blank()
    for grid in book.sheets:
        if len(book.sheets) > 1:
            made.add_heading(grid.name, 1)
        for first, end in _runs(grid):
            low = first
            while low < end and sum(not is_blank(value) for value in grid.rows[low]) == 1 and not _is_tall(grid, low):
                made.add_paragraph(
                    next(_shown(grid, low, at) for at, one in enumerate(grid.rows[low]) if not is_blank(one))
                )
                low += 1
            if low < end:
                _table(made, grid, low, end)
    return to_bytes(made)


def _runs(grid: Grid) -> Iterator[tuple[int, int]]:
    """Gives the first row of each run of rows that are not blank, and the row behind it."""
    first = None
    for row, values in enumerate([*grid.rows, []]):
        filled = not all(map(is_blank, values))
        if filled and first is None:
            first = row
        elif not filled and first is not None:
            yield first, row
            first = None


def _is_tall(grid: Grid, row: int) -> bool:
    return any(merge.row == row and merge.last_row > row for merge in grid.merges)


def _table(made: Paper, grid: Grid, first: int, end: int) -> None:
    filled = [at for at in range(grid.width) if any(not is_blank(grid.value(row, at)) for row in range(first, end))]
    used = [at for at in range(filled[0], filled[-1] + 1) if at in filled or not all(map(is_blank, grid.column(at)))]
    colours = (grid.coloured or dict)()
    table = made.add_table(end - first, len(used))
    for row in range(first, end):
        for column, at in enumerate(used):
            if text := _shown(grid, row, at):
                table.cell(row - first, column).text = text
            if colour := colours.get((row, at)):
                _fill(table.cell(row - first, column), colour)
    for merge in grid.merges:
        columns = [column for column, at in enumerate(used) if merge.column <= at <= merge.last_column]
        if columns and first <= merge.row and merge.last_row < end:
            begin, last = table.cell(merge.row - first, columns[0]), table.cell(merge.last_row - first, columns[-1])
            if begin is not last:
                text = begin.text
                begin.merge(last).text = text


def _fill(cell: Any, colour: str) -> None:
    """Fills a cell with a colour; one that the sheet takes from its theme has another, the same wherever it stands."""
    shade = OxmlElement("w:shd")
    told = colour if colour.isalnum() and len(colour) == len("FF92D050") else f"{zlib.crc32(colour.encode()):08X}"
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", told[-6:])):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _shown(grid: Grid, row: int, column: int) -> str:
    """Gives a cell as it is seen: days and percentages as the sheet shows them."""
    value: Value = grid.value(row, column)
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, datetime.date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, (int, float)) and (row, column) in grid.percents:
        return f"{value * 100:g} %"
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)


def main(words: list[str]) -> None:
    """Prints a line for each workbook: F1 of the twin, and of the workbook itself."""
    scores: list[tuple[float, float]] = []
    for file in FILES:
        if file.suffix != ".xlsx" or (words and not any(word in file.name for word in words)):
            continue
        data = twin(file)
        if data is None:
            continue
        found: Score = scored(file, read(data, "twin.docx"))
        book: Score = score(file)
        scores.append((found.f1, book.f1))
        lines = [f"{found.f1:6.3f} {book.f1:6.3f}  {file.name}"]
        if words:
            lines += [f"       missing {fact}" for fact in found.missing]
            lines += [f"       extra {fact}" for fact in found.extra]
        sys.stdout.writelines(f"{line}\n" for line in lines)
    good = sum(word >= sheet for word, sheet in scores)
    mean = statistics.mean(word for word, _ in scores)
    sys.stdout.write(f"{mean:6.4f} mean of the twins; {good} of {len(scores)} as well as their workbooks\n")


if __name__ == "__main__":
    main(sys.argv[1:])
