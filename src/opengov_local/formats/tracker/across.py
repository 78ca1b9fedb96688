"""Updates in a square: objects of an earlier package along one side, days or periods along the other.

Each cell that is not blank becomes a row of a table of updates: "E1 | E2 | E3" over "S1 2025 | En cours | Achevé | …".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from opengov_local.formats.grids import Grid, Value, is_blank
from opengov_local.formats.ogp_csv.rows import text_of
from opengov_local.formats.tables.rearranged import Cell, rearranged, turned
from opengov_local.formats.tracker.headings import Heading
from opengov_local.formats.tracker.spoken_of import NUMBER
from opengov_local.formats.tracker.targets import Targets
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import read_remarked
from opengov_local.importing.words.numerals import plain_digits
from opengov_local.importing.words.percent import has_percent, read_percent

_SEARCHED: Final = 20
_FEWEST: Final = 2
"""Times or objects along the upper side, at least."""
_MOST_NAMES: Final = 2
"""Columns that name the objects at the left: number and title."""
_YEARS: Final = range(1990, 2101)
_ENOUGH: Final = 0.8
"""Share of the cells that must be states."""


class Across(NamedTuple):
    """A square of updates as a table of them.

    Attributes:
        grid: a row for each cell of the square: the object, by one name or two, the time, and what was so.
        known: what its columns hold.
    """

    grid: Grid
    known: dict[int, Heading]


class _Square(NamedTuple):
    """The sides of a square: the row of times, the columns of names, and the rows and columns that it has."""

    header: int
    names: tuple[int, ...]
    rows: tuple[int, ...]
    columns: tuple[int, ...]


def across(grid: Grid, targets: Targets) -> Across | None:
    """Gives the updates of a sheet that is a square of them; None where it is none.

    Its cells must be states or percentages: texts below a period may be what is planned for it.

    Args:
        grid: the sheet.
        targets: the objects of the earlier package.
    """
    for sheet in (grid, turned(grid)):
        for header in range(min(_SEARCHED, len(sheet.rows))):
            square = _square(sheet, header, targets)
            if square is not None and (kind := _kind(sheet, square)):
                return _table(sheet, square, kind)
    return None


def _square(grid: Grid, header: int, targets: Targets) -> _Square | None:
    """Gives the square below a row of times, whose rows name objects at their left."""
    row = grid.rows[header]
    filled = [at for at, value in enumerate(row) if not is_blank(value)]
    times = [at for at in filled if _is_time(row[at])]
    first = min(times, default=0)
    if len(times) < _FEWEST or not 0 < first <= _MOST_NAMES or times != [at for at in filled if at >= first]:
        return None
    names = tuple(range(first))
    rows = tuple(
        at for at in range(header + 1, len(grid.rows)) if any(not is_blank(grid.value(at, name)) for name in names)
    )
    named = [[text for at in names if (text := _text(grid.value(row, at)))] for row in rows]
    known = [any(map(targets.find, texts)) for texts in named]
    by_number = all(NUMBER.fullmatch(plain_digits(texts[0])) for texts in named)
    enough = 2 * sum(known) > len(known) if by_number else bool(known) and all(known)
    return _Square(header, names, rows, tuple(times)) if enough else None


def _kind(grid: Grid, square: _Square) -> str:
    """Tells what the cells of a square are: "status", "progress"; "" for anything else."""
    said = [(cell, grid.value(*cell)) for cell in _cells(grid, square)]
    if said and all(cell in grid.percents or _is_rate(value) for cell, value in said):
        return "progress"
    states = sum(isinstance(value, str) and read_remarked(value) is not None for _, value in said)
    return "status" if said and states >= _ENOUGH * len(said) else ""


def _cells(grid: Grid, square: _Square) -> Iterator[Cell]:
    return ((row, column) for row in square.rows for column in square.columns if not is_blank(grid.value(row, column)))


def _table(grid: Grid, square: _Square, kind: str) -> Across:
    """Makes a row of each cell of a square; what stands along its sides is said in each row."""
    fields = [*("target" for _ in square.names), "period", kind]
    cells: dict[Cell, tuple[Cell, Value]] = {
        (0, at): ((square.header, name), value)
        for at, name in enumerate(square.names)
        if not is_blank(value := grid.value(square.header, name))
    }
    for number, (row, column) in enumerate(_cells(grid, square), start=1):
        origins = [*((row, name) for name in square.names), (square.header, column), (row, column)]
        cells |= {(number, at): (origin, grid.value(*origin)) for at, origin in enumerate(origins)}
    known = {
        at: Heading(field, _text(cells.get((0, at), (None, None))[1]), None, "") for at, field in enumerate(fields)
    }
    return Across(rearranged(grid, cells), known)


def _is_time(value: Value) -> bool:
    if isinstance(value, int | float) and value not in _YEARS:
        return False  # "1.1" is no day
    reading = read_date(value.strip() if isinstance(value, str) else value)
    return reading is not None and reading.start is not None and not reading.qualifier


def _is_rate(value: Value) -> bool:
    return isinstance(value, str) and has_percent(value) and read_percent(value).value is not None


def _text(value: Value) -> str:
    return "" if is_blank(value) else text_of(value).strip()
