"""Cells of sheets that are struck through: they are no longer in force, so they are left out, kept and said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import Book, Grid, is_blank
from opengov_local.formats.tables.grid.unseen_cells import say_cells
from opengov_local.importing.draft import Draft
from opengov_local.importing.struck_rows import Fate, Struck, fates

Out = list[tuple[Grid, list[tuple[int, int]]]]
"""Sheets as they stand in the file, each with the cells that are left out of it."""


def without_struck(book: Book) -> tuple[Book, Out]:
    """Gives a book without the cells that are struck through, and which these are."""
    if not any(grid.unseen.struck for grid in book.sheets):
        return book, []
    sheets = [_in_force(grid) for grid in book.sheets]
    out = [(grid, cells) for grid, (_, cells) in zip(book.sheets, sheets, strict=True) if cells]
    return replace(book, sheets=tuple(grid for grid, _ in sheets)), out


def keep_struck(draft: Draft, out: Out) -> None:
    """Keeps the cells that were left out as they stand, and says so."""
    for grid, cells in out:
        for row, column in cells:
            draft.keep(Piece(grid.place(row, column), str(grid.value(row, column))), label=_LABEL)
        say_cells(draft, "import/struck-left-out", grid, cells)


_LABEL = "struck"


def _in_force(grid: Grid) -> tuple[Grid, list[tuple[int, int]]]:
    rows: dict[int, set[int]] = defaultdict(set)
    for row, column in grid.unseen.struck:
        rows[row].add(column)
    out = sorted((row, column) for row, struck in rows.items() for column in _out(grid, row, struck))
    if not out:
        return grid, []
    cells = list(grid.rows)
    for row in {row for row, _ in out}:
        gone = {column for at, column in out if at == row}
        cells[row] = [None if column in gone else value for column, value in enumerate(cells[row])]
    gone_cells = frozenset(out)
    struck = tuple(cell for cell in grid.unseen.struck if cell not in gone_cells)
    return replace(grid, rows=cells, unseen=grid.unseen._replace(struck=struck)), out


def _out(grid: Grid, row: int, struck: set[int]) -> Iterable[int]:
    if row >= len(grid.rows):
        return ()
    texts = ["" if is_blank(value) else str(value) for value in grid.rows[row]]
    found = fates([Struck(text, column in struck) for column, text in enumerate(texts)])
    return (column for column, fate in enumerate(found) if fate is Fate.OUT)
