"""States that a table says by colours alone: read by a legend that gives each colour its word, or said to be unread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.tables.layout import Column, Region
from opengov_local.formats.tables.pieces import Sheet
from opengov_local.formats.tables.vocabulary import phrases
from opengov_local.importing.draft import Draft
from opengov_local.importing.words import fold, read_status
from opengov_local.importing.words.tables import OwnWords

_FEWEST, _MOST = 2, 12
"""Colours that a legend explains."""
_TITLES = frozenset({"commitment.title", "milestone.title"})
Cell = tuple[int, int]


def by_colour(draft: Draft, region: Region, sheet: Sheet) -> tuple[Region, Sheet]:
    """Gives a table with the states that its colours say, where its column of states is blank and there is a legend.

    Args:
        draft: the document in the making: told what was read by the legend, and what was not read.
        region: the table.
        sheet: its pieces.
    """
    grid, words = region.grid, draft.options.words
    rows = _rows(region)
    column = _states(region, rows, words)
    if column is None or type(grid) is not Grid:
        return region, sheet
    place = grid.place(region.lowest, column.index)
    if grid.coloured is None:
        if all(is_blank(grid.value(row, column.index)) for row in rows):
            draft.say("import/states-empty", place, severity="info", heading=column.heading)
        return region, sheet
    colours = grid.coloured()
    legend = _legend(region, colours, {(row, column.index) for row in rows}, words)
    held = {cell for cells in legend.values() for cell in cells}
    states = {row: colour for row in rows if (colour := colours.get((row, column.index)))}
    if any(not is_blank(grid.value(row, column.index)) for row in rows if (row, column.index) not in held):
        return region, sheet
    read = {row: str(grid.value(*legend[colour][0])).strip() for row, colour in states.items() if colour in legend}
    if read:
        draft.say("import/status-by-legend", place, severity="info", heading=column.heading, count=len(read))
    elif not states and legend:  # by conditional formats, or by the colours of other cells
        draft.say("import/colours-unread", place, heading=column.heading, count=len({*rows} - {row for row, _ in held}))
    if states.keys() - read.keys() and (read or len({*states.values()}) > 1):
        draft.say("import/colours-unread", place, heading=column.heading, count=len(states) - len(read))
    return _with_states(draft, region, sheet, {(row, column.index): word for row, word in read.items()}, held)


def _rows(region: Region) -> list[int]:
    """Gives the rows that have a title, which is not the word for a legend."""
    titles = [column.index for column in region.columns if column.target in _TITLES]
    cells = {row: [region.grid.value(row, at) for at in titles] for row in range(region.first, region.end)}
    return [row for row, said in cells.items() if any(not (is_blank(one) or _is_label(one)) for one in said)]


def _states(region: Region, rows: list[int], words: OwnWords) -> Column | None:
    """Gives the column of states, if it holds next to nothing: words of a legend may stand below it."""
    columns = [column for column in region.columns if column.target == "status"]
    if len(columns) != 1 or not rows:
        return None
    said = [value for row in rows if not is_blank(value := region.grid.value(row, columns[0].index))]
    few = len(said) <= _MOST and len(said) < len(rows) and all(_is_state(value, words) for value in said)
    return columns[0] if few else None


def _is_state(value: Value, words: OwnWords) -> bool:
    return isinstance(value, str) and read_status(value, words=words) is not None


def _legend(
    region: Region, colours: Mapping[Cell, str], states: Collection[Cell], words: OwnWords
) -> dict[str, list[Cell]]:
    """Gives the cells with the word of each colour: the coloured ones themselves, or those beside them.

    A colour with several words says nothing; one colour alone is no legend.
    """
    found: dict[str, list[Cell]] = defaultdict(list)
    known = {column.index for column in region.columns if column.meaning}
    for cell, colour in colours.items():
        if cell in states and is_blank(region.grid.value(*cell)):
            continue
        word = next((at for at in _beside(region.grid, cell) if not is_blank(region.grid.value(*at))), None)
        inside = word is not None and region.first <= word[0] < region.end and word[1] in known
        if word is not None and _is_state(region.grid.value(*word), words) and not (inside and _has_more(region, word)):
            found[colour].append(word)
    codes = {colour: {_code(region.grid.value(*cell), words) for cell in cells} for colour, cells in found.items()}
    kept = {colour: cells for colour, cells in found.items() if len(codes[colour]) == 1}
    return kept if len({*map(frozenset, codes.values())}) >= _FEWEST else {}


def _beside(grid: Grid, cell: Cell) -> Iterator[Cell]:
    """Gives a cell, and those at both sides of it where it is blank."""
    row, column = cell
    yield from (cell, (row, column + 1), (row, column - 1)) if column else (cell, (row, column + 1))


def _has_more(region: Region, cell: Cell) -> bool:
    """Tells whether something else than states stands in the row of a cell: it is one of the table's."""
    values = [value for at, value in enumerate(region.grid.rows[cell[0]]) if at != cell[1] and not is_blank(value)]
    return any(not _is_state(value, {}) and not _is_label(value) for value in values)


def _is_label(value: Value) -> bool:
    return isinstance(value, str) and fold(value) in phrases("legend")


def _code(value: Value, words: OwnWords) -> str:
    reading = read_status(str(value), words=words)
    return reading.code if reading else ""


def _with_states(
    draft: Draft, region: Region, sheet: Sheet, states: Mapping[Cell, str], legend: Collection[Cell]
) -> tuple[Region, Sheet]:
    """Gives the table with states in its cells, and without the legend, which is help."""
    if not legend:
        return region, sheet
    rows = [list(row) for row in region.grid.rows]
    labels = [(row, at) for row, values in enumerate(rows) for at, value in enumerate(values) if _is_label(value)]
    for row, at in (*legend, *labels):
        if (piece := sheet.piece(row, at)) is not None and not region.header <= row < region.first:
            draft.ignore(piece, "help")
            rows[row][at] = None
    for (row, at), word in states.items():
        rows[row] += [None] * (at + 1 - len(rows[row]))
        rows[row][at] = word
    grid = replace(region.grid, rows=rows)
    return replace(region, grid=grid), Sheet(grid)
