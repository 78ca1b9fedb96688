"""A sheet of the workbook as lines with keys, wherever its columns were moved and however it was renamed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from opengov_local.account import Piece, Place
from opengov_local.formats.grids import Book, Grid
from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.workbook.layout import MARKER
from opengov_local.formats.workbook.tables import Sheet, sheets

_NEAR: Final = 6
"""The marker stands in the first cell; a row or column put before it does not hide it."""


@dataclass(frozen=True)
class Line:
    """One line of a view: an object, or headings, help, an example.

    Attributes:
        role: the piece in its hidden cell: a role, an id; None where that is blank.
        cells: number of the column to its piece.
    """

    role: Piece | None
    cells: Mapping[int, Piece]


@dataclass(frozen=True)
class View:
    """A sheet of the workbook.

    Attributes:
        name: what follows the marker: the key of its kind.
        kind: its kind; None where it holds no objects.
        keys: number of the column to its hidden key.
        lines: its other lines, from top to bottom; for a form, from its beginning to its end.
        pieces: all that stands on it.
        errors: places of the cells that show an error such as #N/A.
    """

    name: str
    kind: Sheet | None
    keys: Mapping[int, Piece]
    lines: tuple[Line, ...]
    pieces: tuple[Piece, ...]
    errors: frozenset[Place] = frozenset()

    @cached_property
    def headings(self) -> Mapping[int, Piece]:
        """Gives the headings by number of the column."""
        return next((line.cells for line in self.lines if line.role and line.role.text == "heading"), {})


def marker_of(grid: Grid) -> tuple[int, int, str] | None:
    """Finds the marker of a sheet: row and column from 0, and what follows it; None where there is none."""
    for row, values in enumerate(grid.rows[:_NEAR]):
        for column, value in enumerate(values[:_NEAR]):
            if isinstance(value, str) and value.strip().startswith(MARKER):
                return row, column, value.strip().removeprefix(MARKER)
    return None


def is_workbook(book: Book) -> bool:
    """Tells whether a workbook is the network's own, filled in or not."""
    known = {each.key for each in sheets()}
    return any((found := marker_of(grid)) is not None and found[2] in known for grid in book.sheets)


def view_of(grid: Grid) -> View:
    """Reads a sheet as lines with keys; a sheet without marker has a name of "" and no lines."""
    pieces = {(row, column): Piece(grid.place(row, column), *_said(grid, row, column)) for row, column in _there(grid)}
    found = marker_of(grid)
    everything = tuple(pieces.values())
    if found is None:
        return View("", None, {}, (), everything)
    first_row, first_column, name = found
    kind = next((each for each in sheets() if each.key == name), None)
    turned = kind is not None and kind.form
    if turned:
        pieces = {(column, row): piece for (row, column), piece in pieces.items()}
        first_row, first_column = first_column, first_row
    lines: dict[int, dict[int, Piece]] = {}
    for (line, column), piece in sorted(pieces.items()):
        lines.setdefault(line, {})[column] = piece
    keys = {column: piece for column, piece in lines.pop(first_row).items() if column > first_column}
    made = (Line(cells.pop(first_column, None), cells) for cells in lines.values())
    errors = frozenset(grid.place(row, column) for row, column, _ in grid.errors)
    return View(name, kind, keys, tuple(made), everything, errors)


def _there(grid: Grid) -> Iterator[tuple[int, int]]:
    return ((row, column) for row, column, value in grid.cells() if not is_blank(value))


def _said(grid: Grid, row: int, column: int) -> tuple[str, Value]:
    """Gives the text of a cell as a reader sees it, and its value where that is more."""
    value = grid.value(row, column)
    if isinstance(value, str):
        return value, None
    if isinstance(value, bool):
        return str(value).upper(), value
    if isinstance(value, float) and (row, column) in grid.percents:
        return f"{_plain(round(value * 100, 10))}%", value
    if isinstance(value, int | float):
        return _plain(value), value
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat(), value.date()
    return str(value), value


def _plain(number: float) -> str:
    return str(int(number)) if float(number).is_integer() and abs(number) < 2**53 else repr(number)
