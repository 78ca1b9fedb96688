"""Updates in a square: objects of an earlier package along one side, days or periods along the other.

Each cell that is not blank becomes a row of a table of updates: "E1 | E2 | E3" over "S1 2025 | En cours | Achevé | …".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from opengov_local.formats.grids import Grid, Value, is_blank
from opengov_local.formats.ogp_csv.rows import text_of
from opengov_local.formats.tables.columns.period_headings import period_in, says_what
from opengov_local.formats.tables.grid.rearranged import Cell, rearranged, turned
from opengov_local.formats.tracker.headings import Heading
from opengov_local.formats.tracker.spoken_of import NUMBER
from opengov_local.formats.tracker.targets import Targets
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.formats.wording.headings.vocabulary import recognise
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import read_number, read_remarked
from opengov_local.importing.words.numerals import plain_digits
from opengov_local.importing.words.percent import has_percent, read_percent

_SEARCHED: Final = 20
_FEWEST: Final = 2
"""Times or objects along the upper side, at least."""
_MOST_NAMES: Final = 2
"""Columns that name the objects at the left: number and title."""
_REMARKS: Final = frozenset(("additional_information", "update.text", "update.challenges", "update.next_steps"))
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
    """The sides of a square.

    Attributes:
        header: the row of times.
        names: the columns of names.
        rows: its rows.
        times: its columns, each with the time that its heading says.
        beside: its columns of remarks, which say no time.
        done: whether all these headings say that it is what was reached: "Réalisé 2025".
        measures: whether its rows name indicators.
    """

    header: int
    names: tuple[int, ...]
    rows: tuple[int, ...]
    times: Mapping[int, Value]
    beside: tuple[int, ...]
    done: bool
    measures: bool


def across(grid: Grid, targets: Callable[[], Targets]) -> Across | None:
    """Gives the updates of a sheet that is a square of them; None where it is none.

    Its cells must be states or percentages, or numbers that headings call reached: texts and numbers below a period
    alone may be what is planned for it.

    Args:
        grid: the sheet.
        targets: gives the objects of the earlier package.
    """
    for sheet in (grid, turned(grid)):
        for header in range(min(_SEARCHED, len(sheet.rows))):
            square = _square(sheet, header, targets)
            if square is not None and (kind := _kind(sheet, square)):
                return _table(sheet, square, kind)
    return None


def _square(grid: Grid, header: int, given: Callable[[], Targets]) -> _Square | None:
    """Gives the square below a row of times, whose rows name objects at their left."""
    row = grid.rows[header]
    filled = [at for at, value in enumerate(row) if not is_blank(value)]
    times = {at: time for at in filled if (time := _time_in(row[at])) is not None}
    first = min(times, default=0)
    beside = tuple(at for at in filled if at > first and at not in times)
    if len(times) < _FEWEST or not 0 < first <= _MOST_NAMES or not all(is_remark(row[at]) for at in beside):
        return None
    names, targets = tuple(range(first)), given()
    rows = rows_named(grid, header, names)
    named = [[text for at in names if (text := _text(grid.value(row, at)))] for row in rows]
    if not are_known(named, targets):
        return None
    done = all(_is_reached(row[at]) for at in times)
    measures = all(any(targets.find(text, "indicator") for text in texts) for texts in named)
    return _Square(header, names, rows, times, beside, done, measures)


def rows_named(grid: Grid, header: int, names: Sequence[int]) -> tuple[int, ...]:
    """Gives the rows below a header that have a name in one of some columns."""
    below = range(header + 1, len(grid.rows))
    return tuple(at for at in below if any(not is_blank(grid.value(at, name)) for name in names))


def are_known(named: Sequence[Sequence[str]], targets: Targets) -> bool:
    """Tells whether the earlier package has what rows name: all of it, or most where numbers name it."""
    known = [any(map(targets.find, texts)) for texts in named]
    if all(NUMBER.fullmatch(plain_digits(texts[0])) for texts in named):
        return 2 * sum(known) > len(known)
    return bool(known) and all(known)


def _kind(grid: Grid, square: _Square) -> str:
    """Tells what the cells of a square are: "status", "progress", "value"; "" for anything else."""
    said = [(cell, grid.value(*cell)) for cell in _cells(grid, square)]
    if said and square.measures:
        return "value" if square.done and all(_is_number(value) for _, value in said) else ""
    if said and all(cell in grid.percents or _is_rate(value) for cell, value in said):
        return "progress"
    states = sum(isinstance(value, str) and read_remarked(value) is not None for _, value in said)
    return "status" if said and states >= _ENOUGH * len(said) else ""


def _cells(grid: Grid, square: _Square) -> Iterator[Cell]:
    return ((row, column) for row in square.rows for column in square.times if not is_blank(grid.value(row, column)))


def _table(grid: Grid, square: _Square, kind: str) -> Across:
    """Makes a row of each cell of a square; what stands along its sides is said in each row."""
    fields = [*("target" for _ in square.names), "period", kind]
    columns = (*square.names, None, None, *square.beside)
    cells: dict[Cell, tuple[Cell, Value]] = {
        (0, at): ((square.header, column), value)
        for at, column in enumerate(columns)
        if column is not None and not is_blank(value := grid.value(square.header, column))
    }
    last = dict(_cells(grid, square))
    for number, (row, column) in enumerate(_cells(grid, square), start=1):
        said = [*(((row, name), grid.value(row, name)) for name in square.names)]
        said += [((square.header, column), square.times[column]), ((row, column), grid.value(row, column))]
        if last[row] == column:  # nobody knows of which time remarks are; they are kept beside the last one
            said += [((row, one), grid.value(row, one)) for one in square.beside]
        cells |= {(number, at): cell for at, cell in enumerate(said)}
    known = {
        at: Heading(field, _text(cells.get((0, at), (None, None))[1]), None, "") for at, field in enumerate(fields)
    }
    return Across(rearranged(grid, cells), known)


def _time_in(value: Value) -> Value:
    """Gives the time that a heading is, or says where it speaks of what was so: "Réalisé 2025"; None for none."""
    if isinstance(value, int | float) and value not in _YEARS:
        return None  # "1.1" is no day
    if not isinstance(value, str):
        return value if is_time(value) else None
    told = _is_reached(value) or (says_what(value, ()) and not says("planned_heading", value))
    words = value.strip() if is_time(value.strip()) else period_in(value).words if told else ""
    return words if is_time(words) else None


def is_time(value: Value) -> bool:
    """Tells whether a value is a time, and says no more of it."""
    reading = read_date(value)
    return reading is not None and reading.start is not None and not reading.qualifier


def _is_reached(value: Value) -> bool:
    """Tells whether a heading says that what stands below was reached."""
    return isinstance(value, str) and (says("done_heading", value) or says("reached_heading", value))


def is_remark(heading: Value) -> bool:
    """Tells whether a heading is of remarks, or of nothing that is known."""
    meaning = recognise(heading) if isinstance(heading, str) else None
    return meaning is None or meaning.target in _REMARKS


def _is_number(value: Value) -> bool:
    return isinstance(value, str | int | float) and read_number(value).value is not None


def _is_rate(value: Value) -> bool:
    return isinstance(value, str) and has_percent(value) and read_percent(value).value is not None


def _text(value: Value) -> str:
    return "" if is_blank(value) else text_of(value).strip()
