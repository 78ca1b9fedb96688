"""Cells that name several projects of an axis, one a line: "Axe | Projets" over "- Portail ;" and "- Budget."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from opengov_local.formats.tables.cells.listed_steps import numbered_items
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.grid.rearranged import with_rows_parted
from opengov_local.formats.wording.headings.phrases import heads
from opengov_local.importing.draft import Draft
from opengov_local.importing.words import read_list

_TITLES = ("commitment.title", "milestone.title")
_OF_AXES = ("axis", "commitment.number", "milestone.number")
"""Beginnings of the targets beside which a list of projects says nothing else of any of them."""
_ENDS = " \t;؛,،"
_MARK = re.compile(r"\s*(?:[-–—•*▪◦·]\s*|[(\[]?[0-9٠-٩]{1,2}\s*[.)\]\-–/]\s*)(?=[^\W\d_])")
_SENTENCE = re.compile(r"[.!?؟]\s+\S")
_LONGEST = 160
Items = Sequence[tuple[str, str]]
"""Number, "" without one, and title of each project that a cell lists."""


def listed_projects(texts: Sequence[str], heading: str, axes: Sequence[str]) -> Mapping[str, Items] | None:
    """Gives the projects that each cell of a column lists; None where no cell lists several.

    Bullets and numbers at the beginnings of all lines tell so, and marks at their ends. Lines and semicolons alone do
    below a heading that asks for several, "Projets", where each axis has one such cell: else a title may be long.

    Args:
        texts: the cells, "" where one is blank.
        heading: their heading.
        axes: the axis that each of their rows names, "" where it names none.
    """
    several = heads("projects", heading)
    if several:
        named = [axis for axis, text in zip(axes, texts, strict=True) if text]
        several = all(named) and len(set(named)) == len(named)
    if not several and not any(end in "".join(texts) for end in "\n\r"):
        return None
    found = {text: _items(text, several=several) for text in dict.fromkeys(texts) if text}
    if not any(len(items) > 1 for items in found.values()):
        return None
    return found


def _items(text: str, *, several: bool) -> list[tuple[str, str]]:
    reading = read_list(text, commas="never")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        return []
    first = reading.separators[:1]
    begun = [bool(_MARK.match(line)) for line in lines]
    marked = first in (("bullet",), ("number",)) and (begun[0] if several else all(begun) and len(lines) > 1)
    ended = len(lines) > 1 and all(line.endswith((";", "؛")) for line in lines[:-1])
    parts = first and (several or ended) and not any(_SENTENCE.search(line) or len(line) > _LONGEST for line in lines)
    items = reading.items if marked or parts or len(reading.items) == 1 else (text.strip(),)
    stops = several or len(items) > 1
    return [(number, _bare(item, stops=stops)) for number, item in numbered_items(text, items)]


def _bare(item: str, *, stops: bool) -> str:
    """Takes off the mark that parts an item from the next one, or ends the list."""
    bare = item.strip().rstrip(_ENDS)
    ends = stops and bare.endswith(".") and not bare.endswith("..") and "." not in bare[:-1]
    return bare[:-1].rstrip() if ends else bare


def titles_in(region: Region) -> Column | None:
    """Gives the column of projects of a table, or of activities where it has none; None where it has several."""
    titles = [[column for column in region.columns if column.target == target] for target in _TITLES]
    columns = titles[0] or titles[1]
    return columns[0] if len(columns) == 1 else None


def listed_in(region: Region) -> Mapping[str, Items] | None:
    """Gives the projects that each cell of the column of titles of a table lists; None where none lists several."""
    if (column := titles_in(region)) is None:
        return None
    axes = next((list(region.texts(other.index)) for other in region.columns if other.target == "axis"), None)
    texts = list(region.texts(column.index))
    return listed_projects(texts, column.heading, axes or [""] * len(texts))


def with_projects_parted(draft: Draft, region: Region, sheet: Sheet) -> tuple[Region, Sheet]:
    """Gives a table of axes with their projects, or activities of none, a row for each; any other as it is.

    Args:
        draft: the document in the making: told of it.
        region: the table.
        sheet: its pieces.
    """
    column = titles_in(region)
    listed = listed_in(region)
    if column is None or listed is None:
        return region, sheet
    cells = [(row, items) for row, items in _rows(region, column, listed) if len(items) > 1]
    place = region.grid.place(cells[0][0], column.index)
    text = " / ".join(title for _, title in cells[0][1])
    if any(other.target and not other.target.startswith(_OF_AXES) for other in region.columns if other is not column):
        draft.say("import/list-uncertain", place, text=text, count=1)
        return region, sheet
    draft.say("import/lines-as-items", place, severity="info", count=len(cells), text=text)
    made = _parted(region, column, listed)
    return made, Sheet(made.grid)


def _rows(region: Region, column: Column, listed: Mapping[str, Items]) -> Iterator[tuple[int, Items]]:
    for row, text in enumerate(region.texts(column.index), region.first):
        yield row, listed.get(text) or ()


def _parted(region: Region, column: Column, listed: Mapping[str, Items]) -> Region:
    at = column.index
    lines = {
        row: [{at: ((row, at), f"{printed}. {title}" if printed else title)} for printed, title in items]
        for row, items in _rows(region, column, listed)
    }
    shared = [index for index in range(region.grid.width) if index != at]
    made, end = with_rows_parted(region.grid, region.first, lines, shared)
    return replace(region, grid=made, end=end)
