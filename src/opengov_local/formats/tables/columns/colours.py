"""States that a table says by colours alone: read by a legend that gives each colour its word, or said to be unread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from opengov_local.account import Place
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.colour_legends import MOST, Cell, Legend, legend_of, may_have_legend
from opengov_local.formats.tables.columns.coloured_rows import row_states
from opengov_local.formats.tables.columns.layout import NUMBERS, Column, Region
from opengov_local.formats.tables.columns.painted import with_column
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.grid.rearranged import Rearranged
from opengov_local.formats.wording.words.legend_words import is_label, is_state
from opengov_local.importing.draft import Draft
from opengov_local.importing.words.tables import OwnWords

_MANY = 5 * MOST
"""Cells of a column of states that are surely its own."""
_TITLES = frozenset({"commitment.title", "milestone.title"})
_STATED = frozenset({"status", "status.tick", "period.status"})


class Coloured(NamedTuple):
    """A table with the states that its colours say.

    Attributes:
        region: the table.
        sheet: its pieces.
        legend: places of the legend, which is accounted for.
    """

    region: Region
    sheet: Sheet
    legend: frozenset[Place] = frozenset()


def by_colour(draft: Draft, region: Region, sheet: Sheet) -> Coloured:
    """Gives a table with the states that its colours say, where it has no words for states and there is a legend.

    The colours stand in a blank column of states; or, where it has none, in the cells that name what its rows are on.

    Args:
        draft: the document in the making: told what was read by the legend, and what was not read.
        region: the table.
        sheet: its pieces.
    """
    if _has_words(region):
        return Coloured(region, sheet)
    rows = _rows(region)
    if isinstance(region.grid, Rearranged):  # its colours stand elsewhere
        return Coloured(region, sheet)
    column = _states(region, rows, draft.options.words)
    if column is not None:
        return _in_column(draft, region, sheet, rows, column)
    if rows and not region.names & _STATED and may_have_legend(region, draft.options.words):
        return _in_rows(draft, region, sheet, rows)
    return Coloured(region, sheet)


def _in_column(draft: Draft, region: Region, sheet: Sheet, rows: list[int], column: Column) -> Coloured:
    """Reads the colours of a column of states."""
    grid, words = region.grid, draft.options.words
    place = grid.place(region.lowest, column.index)
    if grid.coloured is None:
        if all(is_blank(grid.value(row, column.index)) for row in rows):
            draft.say("import/states-empty", place, severity="info", heading=column.heading)
        return Coloured(region, sheet)
    colours = grid.coloured()
    legend = legend_of(region, colours, {(row, column.index) for row in rows}, words)
    states = {row: colour for row in rows if (colour := colours.get((row, column.index)))}
    if any(not is_blank(grid.value(row, column.index)) for row in rows if (row, column.index) not in legend.cells):
        return Coloured(region, sheet)
    if not states and legend.words:
        return _by_names(draft, region, sheet, rows, legend)
    read = {row: legend.word(grid, colour) for row, colour in states.items() if colour in legend.words}
    unread = len(states) - len(read) if read or len({*states.values()}) > 1 else 0
    _say(draft, place, column.heading, len(read), unread)
    return _without(draft, region, sheet, legend, {(row, column.index): word for row, word in read.items()})


def _in_rows(draft: Draft, region: Region, sheet: Sheet, rows: list[int]) -> Coloured:
    """Reads the colours of rows without a column of states."""
    if region.grid.coloured is None:
        return Coloured(region, sheet)
    legend = legend_of(region, region.grid.coloured(), (), draft.options.words)
    return _by_names(draft, region, sheet, rows, legend) if legend.words else Coloured(region, sheet)


def _by_names(draft: Draft, region: Region, sheet: Sheet, rows: list[int], legend: Legend) -> Coloured:
    """Reads the colours of the cells that name what rows are on."""
    grid = region.grid
    colours = grid.coloured() if grid.coloured else {}
    named = [row for row in rows if row not in {row for row, _ in legend.cells}]
    found = row_states(region, sheet, colours, legend, named)
    read = {row for level in found.levels for row, _ in level.cells}
    unread = found.unread
    if not (read or unread) and (region.names & _STATED or grid.recoloured()):  # by conditional formats
        unread = frozenset(named)
    title = next(column for column in region.columns if column.target in _TITLES | NUMBERS)
    _say(draft, grid.place(region.lowest, title.index), title.heading, len(read), len(unread))
    made = _without(draft, region, sheet, legend, {})
    region = made.region
    for level in found.levels:
        words = {cell: legend.word(grid, colour) for cell, colour in level.cells.items()}
        region = with_column(region, words, level.beside, level.scope)
    return made._replace(region=region, sheet=Sheet(region.grid))


def _say(draft: Draft, place: Place, heading: str, read: int, unread: int) -> None:
    if read:
        draft.say("import/status-by-legend", place, severity="info", heading=heading, count=read)
    if unread:
        draft.say("import/colours-unread", place, heading=heading, count=unread)


def _has_words(region: Region) -> bool:
    """Tells whether a column of states holds more than the words of a legend could be."""
    columns = [column.index for column in region.columns if column.target == "status"]
    return any(sum(1 for _ in islice(filter(None, region.values(at)), _MANY)) == _MANY for at in columns)


def _rows(region: Region) -> list[int]:
    """Gives the rows that have a title, which is not the word for a legend; by numbers where no column has titles."""
    named = [column.index for column in region.columns if column.target in _TITLES]
    named = named or [column.index for column in region.columns if column.target in NUMBERS]
    cells = {row: [region.grid.value(row, at) for at in named] for row in range(region.first, region.end)}
    return [row for row, said in cells.items() if any(not (is_blank(one) or is_label(one)) for one in said)]


def _states(region: Region, rows: list[int], words: OwnWords) -> Column | None:
    """Gives the column of states, if it holds next to nothing: words of a legend may stand below it."""
    columns = [column for column in region.columns if column.target == "status"]
    if len(columns) != 1 or not rows:
        return None
    said = [value for row in rows if not is_blank(value := region.grid.value(row, columns[0].index))]
    few = len(said) <= MOST and len(said) < len(rows) and all(is_state(value, words) for value in said)
    return columns[0] if few else None


def _without(draft: Draft, region: Region, sheet: Sheet, legend: Legend, states: Mapping[Cell, str]) -> Coloured:
    """Gives a table without the legend, which is help, and with states in its cells."""
    if not legend.words:
        return Coloured(region, sheet)
    rows = [list(row) for row in region.grid.rows]
    places = set()
    for row, at in (*legend.cells, *legend.labels):
        if (piece := sheet.piece(row, at)) is None or region.header <= row < region.first:
            continue
        rows[row][at] = None
        if row < region.end:
            draft.ignore(piece, "help")
            places.add(piece.place)
    for (row, at), word in states.items():
        rows[row] += [None] * (at + 1 - len(rows[row]))
        rows[row][at] = word
    grid = replace(region.grid, rows=rows)
    return Coloured(replace(region, grid=grid), Sheet(grid), frozenset(places))
