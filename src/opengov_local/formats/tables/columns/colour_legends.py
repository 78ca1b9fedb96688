"""Legends of colours beside a table: filled cells, each with the word of the state that its colour stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from opengov_local.formats.grids.grid import Grid, is_blank
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.wording.words.legend_words import is_label, is_state, state_of, word_of
from opengov_local.importing.words.tables import OwnWords

Cell = tuple[int, int]
"""Row and column, from 0."""
MOST = 12
"""Colours that a legend explains at most."""
_FEWEST = 2
_SEARCHED = 60
"""Rows at the beginning and at the end of a sheet in which a legend is looked for."""


class Legend(NamedTuple):
    """What the legend of a sheet says of colours.

    Attributes:
        words: the cells with the word of each colour; empty where there is no legend, or it is none of states.
        codes: the code of the state of each colour.
        labels: the cells that call it a legend.
    """

    words: Mapping[str, list[Cell]]
    codes: Mapping[str, str]
    labels: list[Cell]

    @property
    def cells(self) -> frozenset[Cell]:
        """All its cells with words of states."""
        return frozenset(cell for cells in self.words.values() for cell in cells)

    def word(self, grid: Grid, colour: str) -> str:
        """Gives the word of a colour."""
        return word_of(grid.value(*self.words[colour][0]))


def may_have_legend(region: Region, words: OwnWords) -> bool:
    """Tells whether two states or more are named beside a table, above or below it: without a look at colours."""
    grid, known = region.grid, {column.index for column in region.columns if column.meaning}
    rows = len(grid.rows)
    searched = {*range(min(rows, _SEARCHED)), *range(max(0, rows - _SEARCHED), rows)}
    codes = {
        state_of(value, words)
        for row in searched
        for at, value in enumerate(grid.rows[row])
        if not is_blank(value)
        and (at not in known or not region.first <= row < region.end or not _has_more(region, (row, at)))
        and is_state(value, words)
    }
    return len(codes) >= _FEWEST


def legend_of(region: Region, colours: Mapping[Cell, str], states: Collection[Cell], words: OwnWords) -> Legend:
    """Gives the cells with the word of each colour: the coloured ones themselves, or those beside them.

    A colour with several words says nothing; one colour alone is no legend.

    Args:
        region: the table.
        colours: the filled cells of its sheet.
        states: the cells of its own column of states, which explain nothing.
        words: a council's own words.
    """
    found: dict[str, list[Cell]] = defaultdict(list)
    known = {column.index for column in region.columns if column.meaning}
    for cell, colour in colours.items():
        if cell in states and is_blank(region.grid.value(*cell)):
            continue
        word = next((at for at in _beside(cell) if not is_blank(region.grid.value(*at))), None)
        inside = word is not None and region.first <= word[0] < region.end and word[1] in known
        if word is not None and is_state(region.grid.value(*word), words) and not (inside and _has_more(region, word)):
            found[colour].append(word)
    codes = {colour: {state_of(region.grid.value(*cell), words) for cell in cells} for colour, cells in found.items()}
    kept = {colour: cells for colour, cells in found.items() if len(codes[colour]) == 1}
    if len({*map(frozenset, codes.values())}) < _FEWEST:
        return Legend({}, {}, [])
    labels = [(row, at) for row, values in enumerate(region.grid.rows) for at, it in enumerate(values) if is_label(it)]
    return Legend(kept, {colour: min(codes[colour]) for colour in kept}, labels)


def _beside(cell: Cell) -> Iterator[Cell]:
    """Gives a cell, and those at both sides of it where it is blank."""
    row, column = cell
    yield from (cell, (row, column + 1), (row, column - 1)) if column else (cell, (row, column + 1))


def _has_more(region: Region, cell: Cell) -> bool:
    """Tells whether something else than states stands in the row of a cell: it is one of the table's."""
    values = [value for at, value in enumerate(region.grid.rows[cell[0]]) if at != cell[1] and not is_blank(value)]
    return any(not is_state(value, {}) and not is_label(value) for value in values)
