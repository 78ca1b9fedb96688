"""A table with all levels in one column, as one with a column for each level: so its rows are read as any others."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from opengov_local.formats.grids.grid import Merge, Value, is_blank
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.grid.rearranged import Cell, rearranged
from opengov_local.formats.tables.levels.axis_rows import with_axes_joined
from opengov_local.formats.tables.levels.headings_again import rows_of_headings, without_headings
from opengov_local.formats.tables.levels.level_rows import LevelRows, level_rows, rows_of_unclear_level
from opengov_local.formats.tables.levels.named_levels import KINDS, LEVELS
from opengov_local.formats.tables.plan.plan_rows import without_plan_row
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Recognised, targets
from opengov_local.formats.wording.headings.level_words import bare_titles
from opengov_local.importing.draft import Draft

_SHOWN = 5
"""Titles of rows that a finding shows."""
_NUMBERS = {"commitment.title": "commitment.number", "milestone.title": "milestone.number"}


def by_level(draft: Draft, region: Region, sheet: Sheet) -> tuple[Region, Sheet]:
    """Gives a table with a column for each level, where it has one for all; any other as it is.

    Args:
        draft: the document in the making: told how levels were found, where numbers alone tell them.
        region: the table.
        sheet: its pieces.
    """
    region, sheet = with_axes_joined(draft, region, sheet)
    below = without_plan_row(region)
    region, found = below or (region, level_rows(region))
    _say_unclear(draft, region, found)
    if found is None:
        return region, sheet
    for heading in (piece for row in rows_of_headings(region) for piece in sheet.row(row).values()):
        draft.ignore(heading, "heading")
    region = without_headings(region)
    for row in range(region.first, region.end):
        if found.level is not None and (piece := sheet.piece(row, found.level)) is not None:
            draft.ignore(piece, "heading")
    if found.by_number:
        objects = (level for level, total in zip(found.levels, found.totals, strict=True) if level and not total)
        counts = Counter(level.partition(".")[0] for level in objects)
        titles = next(column.heading for column in region.columns if column.index == found.title)
        draft.say("import/levels-by-number", region.grid.place(region.lowest, found.title), severity="info",
                  heading=titles, axes=counts["axis"], commitments=counts["commitment"],
                  milestones=counts["milestone"])  # fmt: skip
    for row in sorted(found.unsure):
        place = region.grid.place(region.first + row, found.titles[row])
        text = str(region.data[row][found.titles[row]]).strip()
        draft.say("import/level-unsure", place, severity="warning", text=text)
    made = _parted(region, found)
    return made, Sheet(made.grid)


def _say_unclear(draft: Draft, region: Region, found: LevelRows | None) -> None:
    """Says that all rows are read as of one level, where numbers tell several but for too many rows."""
    if (unclear := rows_of_unclear_level(region, found)) is None:
        return
    column, rows = unclear
    texts = "; ".join(region.grid.texts(column.index)[row] for row in rows[:_SHOWN])
    place = region.grid.place(rows[0], column.index)
    draft.say("import/levels-unclear", place, heading=column.heading, count=len(rows), text=texts)


def _parted(region: Region, found: LevelRows) -> Region:
    grid = region.grid
    places = _columns(region, found)
    into = _into(region, found, places)
    bare = _bare_titles(region, found)
    cells: dict[Cell, tuple[Cell, Value]] = {
        (row, index): ((row, column), bare.get((row, column)) or grid.value(row, column))
        for (row, column), index in into.items()
        if not is_blank(grid.value(row, column))
    }
    for index, (_, origin) in enumerate(places):
        for row in range(region.header, region.first):
            if not is_blank(grid.value(row, origin)):
                cells[row, index] = ((row, origin), grid.value(row, origin))
    made = rearranged(grid, cells)
    carried = _is_beside(region, found.title)
    merges = tuple(
        Merge(merge.row, index, merge.last_row, index)
        for merge in grid.merges
        if merge.column == merge.last_column and (carried or merge.column not in (found.title, found.number))
        for index in [into.get((merge.row, merge.column))]
        if index is not None
    )
    columns = tuple(replace(column, index=index) for index, (column, _) in enumerate(places))
    end = max(region.first, min(region.end, len(made.rows)))
    return replace(region, grid=replace(made, merges=merges), columns=columns, end=end)


def _bare_titles(region: Region, found: LevelRows) -> dict[Cell, str]:
    """Gives the titles without the word for their level, where no number stands between."""
    values = [region.grid.value(region.first + row, at) for row, at in enumerate(found.titles)]
    texts = [value if isinstance(value, str) else "" for value in values]
    bare = bare_titles(found.levels, texts, dict(zip(LEVELS, KINDS, strict=True)))
    return {(region.first + row, found.titles[row]): text for row, text in bare.items()}


def _into(region: Region, found: LevelRows, places: list[tuple[Column, int]]) -> dict[Cell, int]:
    """Gives the column that each cell of the rows comes into."""
    at = {(place.target, origin): index for index, (place, origin) in enumerate(places)}
    special = {found.title, found.number, found.level}
    others = {origin: index for index, (_, origin) in enumerate(places) if origin not in special}
    highest = next(level for level in LEVELS if level in found.levels)
    into: dict[Cell, int] = {}
    for row in range(region.first, region.end):
        level, title = found.levels[row - region.first], found.titles[row - region.first]
        if level is None and is_blank(region.grid.value(row, title)):
            level = highest
        for column in range(len(region.grid.rows[row])):
            if column == title:
                into[row, column] = at[level, found.title]
            elif column == found.number:
                into[row, column] = at[_number(level), column]
            elif column in others:
                into[row, column] = others[column]
    return into


def _columns(region: Region, found: LevelRows) -> list[tuple[Column, int]]:
    """Gives the columns of the table, each with the one it comes from: what has no level, then level by level."""
    known = {column.index: column for column in region.columns}
    rows = zip(region.data, found.levels, found.titles, strict=True)
    unknown = any(level is None and at < len(row) and not is_blank(row[at]) for row, level, at in rows)
    levels = [level for level in (None, *LEVELS) if (level in found.levels if level else unknown)]
    made: list[tuple[Column, int]] = []
    for level in levels:
        if found.number is not None and (number := _number(level)) not in {column.target for column, _ in made}:
            made.append((_as(known[found.number], number), found.number))
        made.append((_as(known[found.title], level), found.title))
    alone = not _is_beside(region, found.title)
    for column in region.columns:
        if column.index not in (found.title, found.number, found.level):
            mine = alone and column.target is not None and targets()[column.target].scope == "item"
            made.append((replace(column, scope="milestone") if mine and column.scope is None else column, column.index))
    return made


def _is_beside(region: Region, title: int) -> bool:
    """Tells whether a further level has a column of its own."""
    return any(column.target in LEVELS and column.index != title for column in region.columns)


def _number(level: str | None) -> str | None:
    return _NUMBERS.get(level, "axis.number") if level else None


def _as(column: Column, target: str | None) -> Column:
    if target is None:
        return replace(column, meaning=None)
    meaning = column.meaning or Recognised(target, STRIPPED)
    return replace(column, meaning=replace(meaning, target=target))
