"""Columns that number the projects of a row: "Axe | Projet 1 | Projet 2", each read as a row of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.columns.roles import are_numbered
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.grid.rearranged import Line, with_rows_parted
from opengov_local.importing.draft import Draft

_TITLE, _NUMBER = "commitment.title", "commitment.number"
_SAID_ELSEWHERE = ("axis", "budget.amount", "budget.total")
"""Beginnings of the targets of which nothing is said here: what an axis has is its own, and of sums it is said."""
Parts = Mapping[int, Mapping[int, int]]
"""For each number, its columns, each with the one below whose heading it is read."""


def with_projects_below(draft: Draft, region: Region, sheet: Sheet) -> tuple[Region, Sheet]:
    """Gives a table whose columns number the projects of each row a row for each project; any other as it is.

    What has the number of a project is its own, and so is what stands between it and the next one. All else is said of
    every project of the row, as a cell that is merged over their rows; but for the number of the row, which is of none.

    Args:
        draft: the document in the making: told of it.
        region: the table.
        sheet: its pieces.
    """
    if not are_numbered([column.meaning for column in region.columns]):
        return region, sheet
    owned = _owned(region.columns)
    parts: dict[int, dict[int, int]] = {}
    read: list[Column] = []
    asked: Counter[tuple[int, str | None, str | None]] = Counter()
    below: dict[tuple[str | None, str | None, int], int] = {}
    for column in region.columns:
        number = owned.get(column.index)
        if number is None:
            read.append(replace(column, meaning=None) if column.target == _NUMBER else column)
            continue
        asked[kind := (number, column.target, column.language)] += 1
        if (key := (*kind[1:], asked[kind])) not in below:
            below[key] = column.index
            read.append(_without_number(column))
        parts.setdefault(number, {})[column.index] = below[key]
    made, lines = _parted(replace(region, columns=tuple(read)), parts)
    for column in made.columns:
        if column.index not in owned and column.target and not column.target.startswith(_SAID_ELSEWHERE):
            _say_shared(draft, region, column, lines)
    return made, Sheet(made.grid)


def _say_shared(draft: Draft, region: Region, column: Column, lines: Mapping[int, Sequence[Line]]) -> None:
    """Says which first cell of a column was read as said of several projects."""
    texts = enumerate(region.texts(column.index), region.first)
    row, text = next(((row, text) for row, text in texts if text and len(lines[row]) > 1), (0, ""))
    if text:
        place, count = region.grid.place(row, column.index), len(lines[row])
        draft.say("import/said-of-each", place, severity="info", heading=column.heading, text=text, count=count)


def _owned(columns: Sequence[Column]) -> dict[int, int]:
    """Gives the number of the project that columns are of; those of all projects are left out."""
    titles = [column for column in columns if column.target == _TITLE]
    numbers = {_number(column): column.index for column in reversed(titles)}
    last = max(column.index for column in titles)
    found: dict[int, int] = {}
    between: set[str] = set()
    for column in columns:
        number = _number(column)
        before = [at for at in titles if at.index < column.index]
        if number in numbers and number is not None:
            found[column.index] = number
        elif before and number is None and (column.index < last or column.heading in between):
            between.add(column.heading)
            found[column.index] = _number(before[-1]) or 0
    return found


def _number(column: Column) -> int | None:
    return column.meaning.ordinal if column.meaning else None


def _without_number(column: Column) -> Column:
    return replace(column, meaning=replace(column.meaning, ordinal=None)) if column.meaning else column


def _parted(region: Region, parts: Parts) -> tuple[Region, dict[int, list[Line]]]:
    """Sets the projects of each row below each other; one without any cell has no row."""
    grid = region.grid
    lines: dict[int, list[Line]] = {}
    for row in range(region.first, region.end):
        held = {
            at: ((row, at), value)
            for columns in parts.values()
            for at in columns
            if not is_blank(value := grid.value(row, at))
        }
        said = [{below: held[at] for at, below in columns.items() if at in held} for columns in parts.values()]
        lines[row] = [line for line in said if line]
    theirs = {at for columns in parts.values() for at in columns}
    shared = [at for at in range(grid.width) if at not in theirs]
    made, end = with_rows_parted(grid, region.first, lines, shared)
    return replace(region, grid=made, end=end), lines
