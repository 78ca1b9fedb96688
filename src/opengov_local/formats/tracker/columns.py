"""The columns of tables of updates: which row is the header, and what the columns below it hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from opengov_local.formats.grids import Grid, Value, is_blank
from opengov_local.formats.tables.cells.date_above import DayAbove
from opengov_local.formats.tables.columns.shown_cells import codes_shown
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
_CANADA = frozenset(("NS", "LP", "SP", "C"))


@dataclass
class Columns:
    """The columns of a table of updates.

    Attributes:
        grid: the sheet.
        header: row of the headings, from 0.
        known: what the columns hold, by position.
        time: the day or period that stands above the table.
        by_base: positions of the columns that name objects of the base, though their headings do not say so.
        is_square: whether the sheet had objects along one side and times along the other, as nothing but updates has.
    """

    grid: Grid
    header: int
    known: dict[int, Heading]
    time: DayAbove | None = None
    by_base: frozenset[int] = frozenset()
    is_square: bool = False

    @cached_property
    def dates(self) -> dict[str, DateContext]:
        """What the columns of dates and periods show of the order of day and month."""
        return {heading.field: column_context(values) for heading, values in self._filled("period", "date")}

    @cached_property
    def percent(self) -> PercentScale | None:
        """What bare numbers mean in the column of progress."""
        numbers = None
        for _, values in self._filled("progress"):
            numbers = [value for value in values if isinstance(value, (str, int, float))]
        return None if numbers is None else column_percent(numbers)

    @cached_property
    def scale(self) -> str:
        """The scale of codes in the column of status."""
        said = [{str(value).strip() for value in values} for _, values in self._filled("status")]
        return "canada" if any(codes and codes <= _CANADA for codes in said) else ""

    def _filled(self, *fields: str) -> Iterator[tuple[Heading, list[Value]]]:
        """Gives the columns of some fields, each with its cells that are not blank."""
        for position, heading in self.known.items():
            if heading.field in fields:
                yield heading, [one for one in self.grid.column(position)[self.header + 1 :] if not is_blank(one)]


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
        return Columns(found.grid, 0, found.known, time_above(found.grid, 0), is_square=True)
    for row in range(min(_SEARCHED, len(grid.rows))):
        header = Header(grid, row, options.words, narrow, targets)
        look_at(header)
        if not header.fields.isdisjoint(TARGETS) and not header.fields.isdisjoint(SAYS):
            named = [at for at, heading in header.known.items() if heading.field in TARGETS]
            told = header.told.get(BY_BASE, frozenset())
            return Columns(codes_shown(grid, named), row, header.known, time_above(grid, row), told)
    return None


def latin_language(tables: list[Columns]) -> str | None:
    """Gives the one language that most headings in Latin letters are in: that of cells in Latin letters."""
    spoken = Counter(heading.spoken for table in tables for heading in table.known.values() if heading.spoken != "ar")
    most = spoken.most_common(2)
    if not most or not most[0][0] or (len(most) == 2 and most[0][1] == most[1][1]):
        return None
    return most[0][0]
