"""Tables beside each other in one sheet, a blank column between them: each is read as a sheet of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from opengov_local.formats.grids.grid import Grid, Merge, is_blank
from opengov_local.formats.tables.rearranged import rearranged
from opengov_local.formats.tables.vocabulary import recognise
from opengov_local.importing.words import fold

_SEARCHED = 40
_FEWEST = 2
"""Headings that each of the tables has at least."""
_TITLE = "commitment.title"


def side_by_side(grid: Grid, own: Sequence[tuple[str, str]]) -> list[Grid]:
    """Parts a sheet where a row of headings says the same headings again behind a blank column.

    Args:
        grid: the sheet.
        own: a council's own headings.

    Returns:
        The parts from left to right, with what stands above and below the headings; the sheet alone, if it has none.
    """
    for row in range(min(_SEARCHED, len(grid.rows))):
        starts = _starts(grid, row, own)
        if len(starts) > 1:
            ends = [*starts[1:], grid.width]
            starts = [0, *starts[1:]]
            return [_part(grid, start, end) for start, end in zip(starts, ends, strict=True)]
    return [grid]


def _starts(grid: Grid, row: int, own: Sequence[tuple[str, str]]) -> list[int]:
    """Gives the columns in which the same headings begin again, the first one first."""
    texts = [(column, value) for column, value in enumerate(grid.rows[row]) if not is_blank(value)]
    if len(texts) < 2 * _FEWEST or not all(isinstance(value, str) and len(value) <= 80 for _, value in texts):
        return []
    words = [fold(str(value)) for _, value in texts]
    size = next((at for at in range(1, len(words)) if words[at] == words[0]), 0)
    if size < _FEWEST or len(words) % size or any(words[at] != words[at % size] for at in range(len(words))):
        return []
    known = [meaning.target for _, value in texts[:size] if (meaning := recognise(str(value), tuple(own)))]
    starts = [texts[at][0] for at in range(0, len(texts), size)]
    parted = all(_is_blank_between(grid, row, start - 1) for start in starts[1:])
    return starts if parted and len(known) >= _FEWEST and _TITLE in known else []


def _is_blank_between(grid: Grid, row: int, column: int) -> bool:
    return all(is_blank(grid.value(at, column)) for at in range(row, len(grid.rows)))


def _part(grid: Grid, start: int, end: int) -> Grid:
    cells = {
        (row, column - start): ((row, column), value) for row, column, value in grid.cells() if start <= column < end
    }
    merges = tuple(
        Merge(merge.row, merge.column - start, merge.last_row, min(merge.last_column, end - 1) - start)
        for merge in grid.merges
        if start <= merge.column < end
    )
    return replace(rearranged(grid, cells), merges=merges, helps=grid.helps)
