"""The same file in other dresses, as people hand them on; `python -m tests.layouts.dresses` tells how alike.

Each dress takes a book and gives one that says the same; None where it does not fit. What the reading of the dressed
book says is held against that of the book itself.
"""

from __future__ import annotations

import datetime
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from tests.layouts.cases import FILES
from tests.layouts.score import facts_of
from tests.layouts.twins import MOST_ROWS

from opengov_local.document import Import
from opengov_local.formats.grids import read_book
from opengov_local.formats.grids.grid import Book, Grid, Merge, Value, is_blank
from opengov_local.formats.tables.columns.layout import Region, regions
from opengov_local.formats.tables.tables_format import read_tables

_FRENCH: Final = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
_ARABIC: Final = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "ماي",
    "يونيو",
    "يوليوز",
    "غشت",
    "شتنبر",
    "أكتوبر",
    "نونبر",
    "دجنبر",
]
_EVERY: Final = 10
"""Rows below which headings stand again."""
LEAST: Final = 4
"""Files that are named of each dress, the least alike first."""
Dress = Callable[[Book], Book | None]


def _each(dress: Callable[[Grid], Grid]) -> Dress:
    """Makes a dress of one for a sheet; it fits where it changes one."""

    def made(book: Book) -> Book | None:
        sheets = tuple(map(dress, book.sheets))
        return None if all(one is other for one, other in zip(sheets, book.sheets, strict=True)) else Book(sheets)

    return made


def _plain(grid: Grid, rows: list[list[Value]], merges: Sequence[Merge] = ()) -> Grid:
    """Gives a sheet with other rows, as values are seen: what hangs on the places of cells is left."""
    return Grid(grid.name, rows, tuple(merges), grid.hidden, grid.right_to_left)


def _shown_alone(grid: Grid) -> Grid:
    """Gives a sheet without what only some formats have: percentages are written out."""
    return replace(_plain(grid, _written(grid), grid.merges), helps=grid.helps)


def _written(grid: Grid) -> list[list[Value]]:
    return [
        [
            f"{value * 100:g} %" if (at, column) in grid.percents and isinstance(value, (int, float)) else value
            for column, value in enumerate(row)
        ]
        for at, row in enumerate(grid.rows)
    ]


def _moved(grid: Grid, order: Sequence[int | None]) -> Grid:
    """Gives a sheet with its columns in another order; None stands for a blank one."""
    rows = [[None if at is None or at >= len(row) else row[at] for at in order] for row in _written(grid)]
    where = {at: new for new, at in enumerate(order) if at is not None}
    merges = []
    for one in grid.merges:
        columns = sorted(where[at] for at in range(one.column, one.last_column + 1) if at in where)
        if columns and columns == list(range(columns[0], columns[-1] + 1)):
            merges.append(one._replace(column=columns[0], last_column=columns[-1]))
    return _plain(grid, rows, merges)


def _blank_column(grid: Grid) -> Grid:
    return _moved(grid, [None, *range(grid.width)])


def _blank_rows(grid: Grid) -> Grid:
    merges = [one._replace(row=one.row + 2, last_row=one.last_row + 2) for one in grid.merges]
    return _plain(grid, [[], [], *_written(grid)], merges)


def _tables(grid: Grid) -> tuple[Region, ...]:
    return () if grid.hidden else regions(grid, {})


def _flat(grid: Grid) -> Region | None:
    """Gives the one table of a sheet, if it is one with a row of headings and nothing merged in it."""
    found = _tables(grid)
    if len(found) != 1 or found[0].first - found[0].header != 1:
        return None
    return None if any(one.last_row >= found[0].header for one in grid.merges) else found[0]


def _title_last(grid: Grid) -> Grid:
    table = _flat(grid)
    at = next((one.index for one in table.columns if one.target == "commitment.title"), None) if table else None
    if at is None or grid.width < 3 or grid.right_to_left:
        return grid
    return _moved(grid, [*(column for column in range(grid.width) if column != at), at])


def _reversed(grid: Grid) -> Grid:
    found = _tables(grid)
    if len(found) != 1 or found[0].header != found[0].lowest or len(found[0].columns) < 4:
        return grid
    table, rows = found[0], _written(grid)
    low, high = table.columns[0].index, table.columns[-1].index
    if any(one.row >= table.header and one.column < one.last_column for one in grid.merges):
        return grid
    for row in rows[table.header : table.end]:
        if sum(not is_blank(value) for value in row) > 1:  # what stands alone is a line or a title
            row.extend([None] * (high + 1 - len(row)))
            row[low : high + 1] = reversed(row[low : high + 1])
    inside = [one.row >= table.header and low <= one.column <= high for one in grid.merges]
    merges = [
        one._replace(column=low + high - one.column, last_column=low + high - one.column) if is_turned else one
        for one, is_turned in zip(grid.merges, inside, strict=True)
    ]
    return _plain(grid, rows, merges)


def _headings_again(grid: Grid) -> Grid:
    table = _flat(grid)
    if table is None or table.end - table.first <= _EVERY:
        return grid
    rows = _written(grid)
    made = rows[: table.first]
    for at in range(table.first, len(rows)):
        if at > table.first and (at - table.first) % _EVERY == 0 and at < table.end:
            made.append(list(rows[table.header]))
        made.append(rows[at])
    return _plain(grid, made, grid.merges)


def _blank_row_inside(grid: Grid) -> Grid:
    table = _flat(grid)
    if table is None or table.end - table.first < 4:
        return grid
    middle, rows = (table.first + table.end) // 2, _written(grid)
    return _plain(grid, [*rows[:middle], [], *rows[middle:]], grid.merges)


def _right_to_left(grid: Grid) -> Grid:
    return replace(_shown_alone(grid), right_to_left=not grid.right_to_left)


def _axis_bands(grid: Grid) -> Grid:
    table = _flat(grid)
    at = next((one.index for one in table.columns if one.target == "axis"), None) if table else None
    if table is None or at is None or any(is_blank(grid.value(row, at)) for row in range(table.first, table.end)):
        return grid
    rows, last = _written(grid), None
    made = [[value for column, value in enumerate(row) if column != at] for row in rows[: table.first]]
    for number, row in enumerate(rows[table.first :], table.first):
        if number < table.end and row[at] != last:
            last = row[at]
            made.append([last])
        made.append([value for column, value in enumerate(row) if column != at])
    return _plain(grid, made)


def _values(write: Callable[[Value], Value]) -> Callable[[Grid], Grid]:
    def made(grid: Grid) -> Grid:
        if all(write(value) == value for row in grid.rows for value in row):
            return grid
        return _plain(grid, [[write(value) for value in row] for row in _written(grid)], grid.merges)

    return made


def _day(style: str) -> Callable[[Grid], Grid]:
    def write(value: Value) -> Value:
        if not isinstance(value, datetime.date):
            return value
        months = {"fr": _FRENCH, "ar": _ARABIC}.get(style)
        return f"{value.day} {months[value.month - 1]} {value.year}" if months else value.strftime("%d/%m/%Y")

    return _values(write)


def _number(value: Value) -> Value:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    return f"{value:g}".replace(".", ",") if isinstance(value, float) and "e" not in f"{value:g}" else str(value)


def _below_each_other(book: Book) -> Book | None:
    if len(book.sheets) < 2 or any(grid.hidden for grid in book.sheets):
        return None
    rows: list[list[Value]] = []
    merges: list[Merge] = []
    for grid in book.sheets:
        rows += [[grid.name], []]
        merges += [one._replace(row=one.row + len(rows), last_row=one.last_row + len(rows)) for one in grid.merges]
        rows += [*_written(grid), [], []]
    return Book((_plain(book.sheets[0], rows, merges),))


def _sheets_turned(book: Book) -> Book | None:
    return Book(tuple(reversed(book.sheets))) if len(book.sheets) > 1 else None


DRESSES: Final[Mapping[str, Dress]] = {
    "blank-column": _each(_blank_column),
    "blank-rows-above": _each(_blank_rows),
    "blank-row-inside": _each(_blank_row_inside),
    "columns-reversed": _each(_reversed),
    "title-last": _each(_title_last),
    "headings-again": _each(_headings_again),
    "right-to-left": _each(_right_to_left),
    "axis-bands": _each(_axis_bands),
    "days-in-digits": _each(_day("")),
    "days-in-french": _each(_day("fr")),
    "days-in-arabic": _each(_day("ar")),
    "numbers-as-text": _each(_values(_number)),
    "sheets-turned": _sheets_turned,
    "sheets-below-each-other": _below_each_other,
}
"""What may be done to a book that says the same after it, by the name of the dress."""


def undressed(book: Book) -> Book:
    """Gives a book with its values alone, which each dress is held against."""
    return Book(tuple(map(_shown_alone, book.sheets)))


def read(book: Book, name: str) -> Import:
    """Reads a dressed book."""
    return read_tables(book, b"", name, format="xlsx")


def told(made: Import, language: str) -> Counter[str]:
    """Gives what a reading says, fact by fact."""
    return Counter(map(str, facts_of(made.document.tree, language))) if made.document else Counter()


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Tells how much two readings say the same: 1 where they do in all."""
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def main() -> None:
    """Prints for each dress how alike its readings are to those of the books themselves, and the least alike."""
    found: dict[str, list[tuple[float, str]]] = {name: [] for name in DRESSES}
    for file in (file for file in FILES if file.suffix == ".xlsx"):
        book = read_book(file.read_bytes(), file.name, "xlsx")
        if not isinstance(book, Book) or any(len(grid.rows) > MOST_ROWS for grid in book.sheets):
            continue
        language = file.stem[-2:]
        bare = told(read(undressed(book), file.name), language)
        for name, dress in DRESSES.items():
            if (dressed := dress(book)) is not None:
                found[name].append((likeness(bare, told(read(dressed, file.name), language)), file.stem))
    lines = []
    for name, each in found.items():
        lines.append(f"{statistics.mean(like for like, _ in each):.4f} {len(each):3} files  {name}")
        lines += [f"{like:16.3f}  {stem}" for like, stem in sorted(each)[:LEAST] if like < 1]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
