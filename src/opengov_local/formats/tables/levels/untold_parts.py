"""Rows that speak of parts of one project whose titles nothing tells: their cells are kept, not piled up on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.grid.rearranged import Rearranged
from opengov_local.formats.tables.levels.projects_named import named_in_rows
from opengov_local.formats.tables.levels.repeated_projects import carried, is_foreign
from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.importing.draft import Draft
from opengov_local.importing.words import fold

_PROJECT, _NUMBER, _ITEM = "commitment.title", "commitment.number", "item"
_ONCE = frozenset({"start", "end", "schedule", "completed_on", "status", "progress"})
"""Targets that a project has once: where its rows differ in one, each row speaks of a part of it."""
_ELSEWHERE = ("milestone.", "indicator", "period.", "update.", "schedule.mark", "status.tick")
"""Beginnings of targets of tables whose rows are told apart otherwise."""


def with_untold(region: Region) -> Region:
    """Marks the cells that speak of a part of a project, in a table that names no parts: what differs row by row.

    Where most projects of several rows have several dates or states, their rows are steps, or shares of the work; the
    leads, dates and sums of all of them are none of the project as a whole.
    """
    names = [str(column.target) for column in region.columns if column.target]
    if names.count(_PROJECT) != 1 or any(name.startswith(_ELSEWHERE) for name in names):
        return region
    if isinstance(region.grid, Rearranged):
        return region
    columns = [column for column in region.columns if column.target and targets()[column.target].scope == _ITEM]
    once = [column for column in columns if column.target in _ONCE]
    groups = _groups(region) if once and _recur(region) else []
    others = [column for column in region.columns if column.target not in (_PROJECT, _NUMBER)]
    parted = [
        group
        for group in groups
        if any(_differs(region, column, group) for column in once)
        and sum(_differs(region, column, group) for column in others) > 1
    ]
    if not parted or 2 * len(parted) <= len(groups):
        return region
    cells = {
        (row, column.index)
        for group in parted
        for column in columns
        if _differs(region, column, group)
        for row in group
    }
    return replace(region, parts=frozenset(cells))


def say_untold(draft: Draft, region: Region) -> None:
    """Says of each column that cells of it speak of parts of projects."""
    counts = Counter(index for row, index in region.parts if region.grid.texts(index)[row])
    for column in region.columns:
        if count := counts[column.index]:
            place = region.grid.place(region.lowest, column.index)
            draft.say("import/parts-untitled", place, heading=column.heading, count=count)


def _recur(region: Region) -> bool:
    """Tells quickly of most tables that no project has several rows: each row has a title of its own."""
    titles = [text for column in region.columns if column.target == _PROJECT for text in region.texts(column.index)]
    return not all(titles) or len({*titles}) < len(titles)


def _groups(region: Region) -> list[list[int]]:
    """Gives the rows of each project that has several, blank ones, totals and notes left out."""
    named = carried(named_in_rows(region))
    rows = zip(named, range(region.first, region.end), region.data, strict=False)
    own = ((name, row) for name, row, cells in rows if any(map(any, name)) and not is_foreign(cells))
    groups = [[row for _, row in group] for _, group in groupby(own, key=lambda each: each[0])]
    return [group for group in groups if len(group) > 1]


def _differs(region: Region, column: Column, group: Sequence[int]) -> bool:
    """Tells whether cells of a column say several things in the rows of one project."""
    texts = region.grid.texts(column.index)
    return len({fold(texts[row]) for row in group if texts[row]}) > 1
