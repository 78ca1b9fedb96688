"""The columns of tables of updates: which row is the header, and what the columns below it hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from opengov_local.formats.grids import Grid, is_blank
from opengov_local.formats.tables.date_above import DayAbove
from opengov_local.formats.tracker.across import across
from opengov_local.formats.tracker.column_steps import BY_BASE, SAYS, Header, look_at
from opengov_local.formats.tracker.columns_by_time import by_time
from opengov_local.formats.tracker.headings import Heading
from opengov_local.formats.tracker.spoken_of import TARGETS
from opengov_local.formats.tracker.targets import Targets
from opengov_local.formats.tracker.time_above import time_above
from opengov_local.importing.dates import DateContext, column_context
from opengov_local.importing.options import ImportOptions
from opengov_local.importing.words.percent import PercentScale, column_percent

_SEARCHED = 20
_TOLD_BY_CELLS = frozenset(("period", "date", "progress", "status"))
_CANADA = frozenset(("NS", "LP", "SP", "C"))


@dataclass
class Columns:
    """The columns of a table of updates.

    Attributes:
        grid: the sheet.
        header: row of the headings, from 0.
        known: what the columns hold, by position.
        dates: what the columns of dates show of the order of day and month.
        percent: what bare numbers mean in the columns of progress.
        scale: the scale of codes in the column of status.
        time: the day or period that stands above the table.
        by_base: positions of the columns that name objects of the base, though their headings do not say so.
        is_square: whether the sheet had objects along one side and times along the other, as nothing but updates has.
    """

    grid: Grid
    header: int
    known: dict[int, Heading]
    dates: dict[str, DateContext] = field(default_factory=dict)
    percent: PercentScale | None = None
    scale: str = ""
    time: DayAbove | None = None
    by_base: frozenset[int] = frozenset()
    is_square: bool = False


def find_columns(grid: Grid, options: ImportOptions, *, narrow: bool = False) -> Columns | None:
    """Finds the header: a row that names an object and says something of it; or a square of objects and times.

    Args:
        grid: the sheet.
        options: what the user told beside.
        narrow: whether only headings of updates count, and none that tables of plans have too.
    """
    base = options.base
    targets = cache(lambda: Targets(base)) if isinstance(base, dict) else None
    if targets is not None and not narrow and (found := by_time(grid, targets) or across(grid, targets)) is not None:
        table = Columns(found.grid, 0, found.known, is_square=True)
        _look(table)
        return table
    for row in range(min(_SEARCHED, len(grid.rows))):
        header = Header(grid, row, options.words, narrow, targets)
        look_at(header)
        if not header.fields.isdisjoint(TARGETS) and not header.fields.isdisjoint(SAYS):
            table = Columns(grid, row, header.known, by_base=header.told.get(BY_BASE, frozenset()))
            _look(table)
            return table
    return None


def _look(table: Columns) -> None:
    """Looks at whole columns, and above the table, for what single cells do not tell."""
    table.time = time_above(table.grid, table.header)
    for position, heading in table.known.items():
        if heading.field not in _TOLD_BY_CELLS:
            continue
        values = [value for value in table.grid.column(position)[table.header + 1 :] if not is_blank(value)]
        if heading.field in ("period", "date"):
            table.dates[heading.field] = column_context(values)
        elif heading.field == "progress":
            table.percent = column_percent([value for value in values if isinstance(value, (str, int, float))])
        elif heading.field == "status" and values and {str(value).strip() for value in values} <= _CANADA:
            table.scale = "canada"


def latin_language(tables: list[Columns]) -> str | None:
    """Gives the one language that most headings in Latin letters are in: that of cells in Latin letters."""
    spoken = Counter(heading.spoken for table in tables for heading in table.known.values() if heading.spoken != "ar")
    most = spoken.most_common(2)
    if not most or not most[0][0] or (len(most) == 2 and most[0][1] == most[1][1]):
        return None
    return most[0][0]
