"""Cells of a title with what is told of it below it: "Projet et objectif", "Projet / Activités" over "- Étude"."""

from __future__ import annotations

from dataclasses import replace

from opengov_local.formats.grids.grid import Value
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.grid.rearranged import Cell, rearranged
from opengov_local.formats.tables.plan.plan_title import COLON
from opengov_local.formats.wording.headings.heading_meanings import NEAR, Own, Recognised
from opengov_local.formats.wording.headings.vocabulary import project_and_steps, surely, title_and_text
from opengov_local.formats.wording.words.numbering import split_number
from opengov_local.importing.words.bullets import unbulleted

_TITLE, _STEPS = "commitment.title", "milestone.list"
_STEP = "milestone.title"
_COLONS = " \u00a0\t:："


def with_texts_below(region: Region, sheet: Sheet, own: Own) -> tuple[Region, Sheet]:
    """Gives a table a column for what stands below its titles; where less than half of them have a line below, none.

    Args:
        region: the table.
        sheet: its pieces.
        own: a council's own headings.
    """
    titles = [column for column in region.columns if column.target in (_TITLE, _STEP, _STEPS)]
    if len(titles) == 1 and project_and_steps(titles[0].heading, own):
        return _with_steps_below(region, sheet, titles[0])
    for column in region.columns:
        found = title_and_text(column.heading, own) if column.target == _TITLE else None
        if found is None or found[1].target in region.names:
            continue
        texts = {row: text for row, text in enumerate(region.texts(column.index), region.first) if text}
        below = {row: parts for row, text in texts.items() if (parts := _parts(text, found[1].target, own))}
        if 2 * len(below) >= len(texts) > 0:
            made = _parted(region, column, below, found[1].target)
            return made, Sheet(made.grid)
    return region, sheet


def _with_steps_below(region: Region, sheet: Sheet, column: Column) -> tuple[Region, Sheet]:
    texts = {row: text for row, text in enumerate(region.texts(column.index), region.first) if text}
    below = {row: parts for row, text in texts.items() if (parts := _step_lines(text))}
    if column.meaning is None:
        return region, sheet
    if 2 * len(below) < len(texts) or not below:  # projects or activities: nothing tells which
        unsure = replace(column, meaning=replace(column.meaning, score=NEAR))
        return replace(region, columns=tuple(unsure if one is column else one for one in region.columns)), sheet
    title = replace(column, meaning=replace(column.meaning, target=_TITLE, concept=""), scope=None)
    columns = tuple(title if one is column else one for one in region.columns)
    made = _parted(replace(region, columns=columns), title, below, _STEPS)
    return made, Sheet(made.grid)


def _step_lines(text: str) -> tuple[str, str] | None:
    """Gives the title on the first line of a text and the steps below it, each with a bullet or behind a colon."""
    title, _, rest = text.partition("\n")
    lines = [line for line in rest.splitlines() if line.strip()]
    bare = title.strip().rstrip(_COLONS)
    announced = bare != title.strip()
    marked = all(map(_is_marked, lines)) and not _is_marked(title)
    return (bare, rest.strip()) if bare and lines and (announced or marked) else None


def _is_marked(line: str) -> bool:
    return unbulleted(line) != line or bool(split_number(line, "activity_word").number)


def _parts(text: str, target: str, own: Own) -> tuple[str, str] | None:
    """Gives the first line of a text, and the others without the label that says what they are."""
    title, _, rest = text.partition("\n")
    if not (title.strip() and rest.strip()):
        return None
    label = COLON.match(rest)
    meaning = surely(label[1], own) if label else None
    told = label[2] if label and meaning and meaning.target == target else rest
    return title.strip(), told.strip()


def _parted(region: Region, column: Column, below: dict[int, tuple[str, str]], target: str) -> Region:
    grid, index = region.grid, max(region.grid.width, region.columns[-1].index + 1)
    cells: dict[Cell, tuple[Cell, Value]] = {(row, at): ((row, at), value) for row, at, value in grid.cells()}
    for row, (title, rest) in below.items():
        cells[row, column.index] = ((row, column.index), title)
        cells[row, index] = ((row, column.index), rest)
    made = replace(rearranged(grid, cells), merges=grid.merges)
    more = Column(index, column.heading, Recognised(target, NEAR), column.scope)
    return replace(region, grid=made, columns=(*region.columns, more))
