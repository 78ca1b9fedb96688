"""What is told of the headings of a table: how they were read, and what stands among them and heads nothing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from opengov_local.account import Fate, Piece, Place, column_name
from opengov_local.finding import Parameter, Severity
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.form_columns import say_added
from opengov_local.formats.tables.columns.header_rows import is_year, said_in
from opengov_local.formats.tables.columns.heading_units import is_contradicted
from opengov_local.formats.tables.columns.help_rows import says_how
from opengov_local.formats.tables.columns.layout import TITLES, Column, Region, headings_of
from opengov_local.formats.tables.columns.period_headings import names_period
from opengov_local.formats.tables.columns.quarter_rows import by_number
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.pieces import Row, Sheet
from opengov_local.formats.tables.levels.untold_parts import say_untold
from opengov_local.formats.tables.plan.plan_title import read_title
from opengov_local.formats.wording.headings.heading_meanings import field_of
from opengov_local.formats.wording.headings.phrases import heads
from opengov_local.formats.wording.headings.vocabulary import recognise
from opengov_local.formats.wording.words.units import unit_in, units_differ
from opengov_local.importing.draft import Draft
from opengov_local.importing.words.percent import column_percent, has_percent, read_percent

_FEW_ROWS = 2
_FRACTION = "import/percent-fraction"
_RATES = frozenset({"progress", "period.progress"})
_NUMBERS = (str, int, float)


def explain(draft: Draft, region: Region, counts: Collection[int]) -> None:
    """Tells how a table was read: where it begins and ends, its unit, and what each of its columns means.

    Args:
        draft: what is told.
        region: the table.
        counts: the columns that count what the rows are, and name nothing.
    """
    grid = region.grid
    start = grid.place(region.header, 0)
    named: dict[str, Parameter] = {"sheet": grid.name} if grid.name else {}
    rows = (grid.place(row, 0).row for row in (region.header, region.first, max(region.end - 1, region.first)))
    draft.explain("layout/table" if grid.name else "layout/rows", start, **named,
                  **dict(zip(("header", "first", "last"), rows, strict=True)))  # fmt: skip
    say_doubts(draft, region)
    _say_unheaded(draft, region)
    added = say_added(draft, region)
    _say_empty(draft, region, {*added, *counts})
    for column in (column for column in region.columns if column.index not in added):
        place = grid.place(region.lowest, column.index)
        if column.index in counts:
            draft.say("import/counts-no-titles", place, severity="info", heading=column.heading)
        elif column.meaning is None:
            draft.explain("layout/column-unknown", place, heading=column.heading)
            again = any(other.meaning and other.heading == column.heading for other in region.columns)
            if column.of:
                draft.say("import/said-of-others", place, heading=column.heading, name=column.of)
            elif not again and not all(map(is_blank, region.values(column.index))):
                severity: Severity = "info" if heads("other", column.heading) else "warning"
                draft.say("import/column-unmapped", place, severity=severity, heading=column.heading)
        if column.meaning is not None:
            draft.explain("layout/column", place, heading=column.heading, field=column.meaning.target,
                          score=column.meaning.score)  # fmt: skip


def say_doubts(draft: Draft, region: Region) -> None:
    """Says what of the headings of a table is not sure: its unit, its times, the meaning and unit of each column."""
    grid = region.grid
    _say_unit(draft, region)
    timed = {column.index for column in region.columns if column.meaning and column.meaning.period}
    for row in range(region.header, region.first):
        words = {index: text for index, text in by_number(grid, row).items() if index in timed}
        if words:
            text = " ".join(words.values())
            draft.say("import/quarters-by-number", grid.place(row, min(words)), severity="info", text=text)
        for index, value in enumerate(grid.rows[row]):
            if isinstance(value, date) and value.day == 1:
                month = said_in(value)
                draft.say("import/assumed", grid.place(row, index), severity="info", field="period", value=month)
    say_untold(draft, region)
    for column in region.columns:
        _say_of_column(draft, column, region.grid.place(region.lowest, column.index))
        _say_fractions(draft, region, column)


def _say_empty(draft: Draft, region: Region, others: Collection[int]) -> None:
    """Says which columns whose headings were not recognised hold nothing: there was nothing to read."""
    headed = {column.heading for column in region.columns if column.meaning}
    empty = [
        column
        for column in region.columns
        if not (column.meaning or column.heading in headed or column.index in others)
        and column.heading.strip()
        and all(map(is_blank, region.values(column.index)))
    ]
    if empty:
        names = tuple(column.heading.strip() for column in empty)
        place = region.grid.place(region.lowest, empty[0].index)
        draft.say("import/columns-empty", place, severity="info", count=len(empty), names=names)


def _say_unit(draft: Draft, region: Region) -> None:
    """Says which unit a line above or below a table names, or which headings contradict it."""
    sums = (column for column in region.columns if str(column.target).startswith("budget."))
    against = [column for column in sums if is_contradicted(column, region.unit)]
    for one in against:
        draft.say("import/unit-contradicted", region.grid.place(region.lowest, one.index), severity="warning",
                  heading=one.heading, text=region.unit)  # fmt: skip
    if region.unit and not against:
        start = region.grid.place(region.header, 0)
        draft.say("import/unit-of-table", start, severity="info", text=region.unit)


def _say_of_column(draft: Draft, column: Column, place: Place) -> None:
    """Says where the meaning of a column or the unit of its amounts is not sure."""
    if column.meaning is None:
        return
    if column.meaning.target.startswith("budget.") and units_differ(column.heading):
        draft.say("import/unit-doubtful", place, heading=column.heading)
    if column.meaning.score < 90:
        year = column.meaning.year
        heading = f"{column.heading} {year}" if year and str(year) not in column.heading else column.heading
        draft.say("import/heading-uncertain", place, severity="warning", heading=heading,
                  field=field_of(column.meaning.target))  # fmt: skip


def _say_unheaded(draft: Draft, region: Region) -> None:
    """Says of each column beside the headings that has none, and something in half of the rows, that it is kept."""
    grid, known = region.grid, {column.index for column in region.columns}
    for index in range(grid.width) if len(region.data) >= _FEW_ROWS else ():
        headed = any(not is_blank(value) for value in grid.column(index)[region.header : region.first])
        filled = [] if headed or index in known else [at for at, text in enumerate(region.texts(index)) if text]
        if filled and 2 * len(filled) >= len(region.data):
            row = region.first + filled[0]
            place = grid.place(row, index)
            draft.say("import/column-kept", place, severity="warning", heading=column_name(place.column),
                      count=len(filled), text=str(grid.value(row, index)).strip())  # fmt: skip
            draft.told_of(grid.place(region.first + at, index) for at in filled)


def _say_fractions(draft: Draft, region: Region, column: Column) -> None:
    """Says that numbers up to 1 without a sign were read as rates of 1, which a "%" in the heading makes doubtful."""
    if column.target not in _RATES:
        return
    percents = region.grid.percents
    rows = list(enumerate(region.values(column.index), region.first))
    if percents:
        rows = [(row, value) for row, value in rows if (row, column.index) not in percents]
    if column_percent(value for value in {value for _, value in rows} if isinstance(value, _NUMBERS)) != "fraction":
        return  # how often each stands there does not matter
    numbers = [(row, value) for row, value in rows if isinstance(value, _NUMBERS)]
    untold = (
        (row, value) for row, value in numbers if any(note.code == _FRACTION for note in read_percent(value).notes)
    )
    row, first = next(untold)
    rate = read_percent(first, "fraction").value
    doubtful: Severity = "warning" if has_percent(column.heading) else "info"
    draft.say("import/assumed", region.grid.place(row, column.index), severity=doubtful, field="progress",
              value=f"{first} = {rate} %")  # fmt: skip


def read_headings(state: State, sheet: Sheet, region: Region) -> Row:
    """Accounts for the header and the rows of instructions below it; a title in the row of groups is the plan's.

    Returns:
        What stands in the row of groups and heads nothing: it stands above the table.
    """
    grouped = region.header < region.lowest
    unread = _groups_unread(state, sheet, region)
    for row in range(region.header, region.first):
        fate: Fate = "help" if row in region.helps else "heading"
        for column, piece in sheet.row(row).items():
            first = row == region.header and grouped and column == min(sheet.row(row))
            if first and recognise(piece.text) is None and read_title(state, piece):
                unread.pop(column, None)
            elif row > region.header or column not in unread:
                state.draft.ignore(piece, fate)
    titles = [column.index for column in region.columns if column.target in TITLES]
    for row in region.helps:
        if not says_how(region.grid, row, titles) and (pieces := list(sheet.row(row).values())):
            words = ", ".join(piece.text for piece in pieces)
            state.draft.say("import/row-as-help", pieces[0], severity="info", text=words)
    return unread


def _groups_unread(state: State, sheet: Sheet, region: Region) -> dict[int, Piece]:
    """Gives the texts of the first row of a header that stand above headings, merged over none, and say nothing."""
    own, row = headings_of(state.draft.options.words), region.header
    if all(other in region.helps for other in range(row + 1, region.first)):
        return {}
    return {
        index: piece
        for index, piece in sheet.row(row).items()
        if isinstance(piece.value, str)
        and sheet.width_of(row, index) == 1
        and recognise(piece.text, own) is None
        and not (is_year(piece.text) or unit_in(piece.text) or names_period(piece.text, own))
        and not any(column.heading.startswith(piece.text.strip()) for column in region.columns)
    }
