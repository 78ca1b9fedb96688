"""Whose the numbers of a table with projects and activities are, where one column has them all: the data tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from opengov_local.formats.grids.grid import Value
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.grid.rearranged import Cell, rearranged
from opengov_local.formats.wording.headings.phrases import says

_TITLE, _STEP = "commitment.title", "milestone.title"
_NUMBER, _OF_STEP = "commitment.number", "milestone.number"
_PARTS = re.compile(r"[^.\-/ ]+")


class _Line(NamedTuple):
    """What a row of data has: the title of its project or that of a row above, whether it stands there, and so on."""

    row: int
    title: str
    titled: bool
    number: str
    step: bool


def number_steps(at: Mapping[str, list[Column]], region: Region, state: State | None) -> bool:
    """Tells whether the numbers of a table of milestones are theirs: none is that of a commitment read before.

    Args:
        at: the columns by their targets.
        region: the table.
        state: what was read so far; None where the project of the table stands above it.
    """
    columns = at.get(_NUMBER, [])
    if at.get(_TITLE) or at.get(_OF_STEP) or len(columns) != 1:
        return False
    if state is not None and _of_projects(columns[0].heading):
        return False
    if state is None:
        return True
    said = {str(value).strip() for value in region.values(columns[0].index) if value is not None} - {""}
    return not any(state.commitment(number, None, None) for number in said)


def _of_projects(heading: str) -> bool:
    """Tells whether a heading of numbers speaks of projects and of nothing else: "Projet n°", "N° projet"."""
    return says("project_word", heading) and not says("activity_word", heading)


def numbered(region: Region, sheet: Sheet) -> tuple[Region, Sheet]:
    """Gives the activities of a table the numbers that are theirs, though they stand before the projects.

    They are theirs where each activity has a number, and the activities of a project have different ones. Where
    projects have numbers too, in rows of their own or before those of their activities (1, then 1.1), the column is
    read as two.

    Args:
        region: the table.
        sheet: its pieces.
    """
    column = _column(region)
    if column is None or column.meaning is None:
        return region, sheet
    if not are_of_steps(_steps(region, column.index)):
        return region, sheet
    lines = [line for line in _lines(region, column.index) if line.titled or line.step or line.number]
    theirs = replace(column, meaning=replace(column.meaning, target=_OF_STEP))
    rows = {line.row for line in _of_steps(lines)}
    if all(line.row in rows for line in lines if line.number):
        columns = tuple(theirs if one is column else one for one in region.columns)
        return replace(region, columns=columns), sheet
    made = _parted(region, replace(theirs, index=region.grid.width), column, rows)
    return made, Sheet(made.grid)


def _column(region: Region) -> Column | None:
    """Gives the only column of numbers of a table that has one title of projects, and one of activities behind it."""
    at = Counter(column.target for column in region.columns)
    if at[_NUMBER] != 1 or at[_TITLE] < 1 or at[_STEP] != 1 or at[_OF_STEP]:
        return None
    column = next(column for column in region.columns if column.target == _NUMBER)
    step = next(column for column in region.columns if column.target == _STEP)
    return column if column.index < step.index else None


def _steps(region: Region, numbers: int) -> list[tuple[str, str]]:
    """Gives the title and number of the lines of steps, as `_lines` would, without making any."""
    titles = [region.texts(column.index) for column in region.columns if column.target == _TITLE]
    named = titles[0] if len(titles) == 1 else ["\n".join(filter(None, texts)) for texts in zip(*titles, strict=True)]
    step = next(column.index for column in region.columns if column.target == _STEP)
    found, last = [], ""
    for title, number, text in zip(named, region.texts(numbers), region.texts(step), strict=True):
        last = title or last
        if text:
            found.append((last, number))
    return found


def _lines(region: Region, numbers: int) -> Iterator[_Line]:
    titles = [column.index for column in region.columns if column.target == _TITLE]
    steps = [column.index for column in region.columns if column.target == _STEP]
    last = ""
    columns = (
        region.texts(numbers),
        zip(*map(region.texts, titles), strict=True),
        zip(*map(region.texts, steps), strict=True),
    )
    for row, (number, named, step) in enumerate(zip(*columns, strict=True), region.first):
        said = "\n".join(filter(None, named))
        last = said or last
        yield _Line(row, last, bool(said), number, any(step))


def are_of_steps(steps: Sequence[tuple[str, str]]) -> bool:
    """Tells whether each activity has a number, those of a project different ones, and a project has several.

    Args:
        steps: for each activity the title of its project, also where it stands further up, and the number in its row.
    """
    if not steps or len(set(steps)) < len(steps) or not all(number for _, number in steps):
        return False
    return max(Counter(title for title, _ in steps).values()) > 1


def _of_steps(lines: Sequence[_Line]) -> Iterator[_Line]:
    """Gives the lines whose number is the activity's: not that of the project before 1.1 and 1.2, though both begin."""
    below = min((_depth(line.number) for line in lines if line.step and not line.titled), default=0)
    yield from (line for line in lines if line.step and not (line.titled and _depth(line.number) < below))


def _depth(number: str) -> int:
    return len(_PARTS.findall(number))


def _parted(region: Region, theirs: Column, column: Column, rows: set[int]) -> Region:
    """Parts a column of numbers: those of some rows stand in a column of their own, behind all others."""
    grid = region.grid
    cells: dict[Cell, tuple[Cell, Value]] = {
        (row, theirs.index if at == column.index and row in rows else at): ((row, at), value)
        for row, at, value in grid.cells()
    }
    made = replace(rearranged(grid, cells), merges=grid.merges)
    columns: list[Column] = []
    for one in region.columns:
        columns += [theirs, one] if one.target == _STEP else [one]
    return replace(region, grid=made, columns=tuple(columns), end=max(region.first, min(region.end, len(made.rows))))
