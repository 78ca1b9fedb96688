"""Tables or fiches beside each other in one sheet, a blank column between them: each is read as a sheet of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from opengov_local.formats.grids.grid import Grid, Merge, is_blank
from opengov_local.formats.tables.grid.rearranged import rearranged
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED
from opengov_local.formats.wording.headings.vocabulary import recognise
from opengov_local.importing.words import fold

_SEARCHED = 40
_FEWEST = 2
"""Headings that each of the tables has at least."""
_TITLE, _NUMBER = "commitment.title", "commitment.number"
_FEWEST_LABELS, _ENOUGH = 3, 0.6
"""Labels that fiches beside each other have in the same rows: how many, and which share of all."""
_MOST_ROWS, _MOST_COLUMNS = 300, 60


def side_by_side(grid: Grid, own: Sequence[tuple[str, str]]) -> list[Grid]:
    """Parts a sheet where a row of headings, or a column of labels, is said again behind a blank column.

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
    starts = _fiches(grid, own)
    return [_part(grid, *ends) for ends in pairwise([*starts, grid.width])] if len(starts) > 1 else [grid]


def _fiches(grid: Grid, own: Sequence[tuple[str, str]]) -> list[int]:
    """Gives the columns in which fiches begin that have the same labels in the same rows, a title among them."""
    if len(grid.rows) > _MOST_ROWS or grid.width > _MOST_COLUMNS:
        return []
    blank = [all(is_blank(grid.value(row, at)) for row in range(len(grid.rows))) for at in range(grid.width)]
    said = [
        {row: fold(text) for row in range(len(grid.rows)) if isinstance(text := grid.value(row, at), str) and text}
        for at in range(grid.width)
    ]
    starts = [at for at in range(grid.width) if not blank[at] and (at == 0 or blank[at - 1])]
    if len(starts) == 1:  # no blank column parts the fiches: the answers of the last may stand right before the next
        starts += [at for at in range(2, grid.width) if _same_rows(said[0], said[at])]
    for at in starts[1:]:
        if not (same := _same_rows(said[0], said[at])):
            return []
        named = (recognise(str(grid.value(row, starts[0])).strip(" :"), tuple(own)) for row in sorted(same))
        if not any(meaning is not None and meaning.target == _TITLE for meaning in named):
            return []
    return [0, *starts[1:]]


def _same_rows(labels: Mapping[int, str], others: Mapping[int, str]) -> set[int]:
    """Gives the rows in which a column has the same labels as the first one; none where these are too few."""
    same = {row for row, text in others.items() if labels.get(row) == text}
    return same if len(same) >= _FEWEST_LABELS and len(same) >= _ENOUGH * len(others) else set()


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
    first = recognise(str(texts[0][1]), tuple(own))
    led = first is not None and first.target in (_TITLE, _NUMBER)  # each table begins so
    if led and row:  # "Axe | Projet" over "N° | Intitulé | N° | Intitulé": the headings of one table in two levels
        over = (recognise(str(grid.value(row - 1, at)), tuple(own)) for at in starts if grid.value(row - 1, at))
        led = not any(meaning is not None and meaning.score >= STRIPPED for meaning in over)
    return starts if (parted or led) and len(known) >= _FEWEST and _TITLE in known else []


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
