"""Rows behind the header of a table that look like headers themselves, and where the tables of these begin."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.wording.headings.phrases import begins
from opengov_local.formats.wording.headings.vocabulary import surely

_FEW: Final = 500
"""Different cells of a column that are all asked whether they are headings, where there are more rows than that."""
_RECUR: Final = 4
"""How often they recur at least: else rows are asked one by one."""


def rows_like_headers(
    grid: Grid, top: int, own: tuple[tuple[str, str], ...], again: Sequence[Value] | None
) -> Iterator[int]:
    """Gives the rows behind a header that hold mostly headings, and not the headings of data by chance.

    Two headings are enough only where they are those of the last table again.
    """
    of_texts: Collection[int] = grid.rows_of_texts
    if len(of_texts) > _FEW and sum(start <= top for start in _without_headings(grid, own)) > grid.width // 3:
        of_texts = ()
    first = next((value for value in again or () if not is_blank(value)), None)
    begun = _rows_with(grid, first) if first is not None else frozenset()
    for row in sorted(row for row in {*of_texts, *begun} if row >= top):
        if row in begun and (grid.rows[row] == again or _begins_alike(grid, row, first)):
            yield row
            continue
        if row not in of_texts:
            continue
        texts = [value for value in grid.rows[row] if isinstance(value, str) and not is_blank(value)]
        if len(texts) >= 3 and all(len(text) <= 60 for text in texts):
            foreign = min(len(texts) // 3, len(texts) - 3)
            for text in sorted(texts, key=len):  # short ones come often, and are known already
                foreign -= surely(text, own) is None
                if foreign < 0:
                    break
            else:
                yield row


def _rows_with(grid: Grid, said: Value) -> set[int]:
    """Gives the rows in which a cell holds a value."""
    columns = [grid.column(index) for index in range(grid.width) if said in grid.different(index)]
    return {row for values in columns for row, value in enumerate(values) if value == said}


def _begins_alike(grid: Grid, row: int, first: Value) -> bool:
    """Tells whether a row begins as the last header did, below a blank row or a title alone: "Projet | Motif"."""
    texts = [value for value in grid.rows[row] if not is_blank(value)]
    above = sum(not is_blank(value) for value in grid.rows[row - 1])
    return len(texts) > 1 and texts[0] == first and above < len(texts) and above <= 1


def _without_headings(grid: Grid, own: tuple[tuple[str, str], ...]) -> list[int]:
    """Gives for each column in which few texts recur the row from which on each cell is a text and no heading."""
    if (key := ("without headings", own)) not in grid.counted:
        grid.counted[key] = [_without_heading(grid, index, own) for index in range(grid.width)]
    found: list[int] = grid.counted[key]
    return found


def _without_heading(grid: Grid, index: int, own: tuple[tuple[str, str], ...]) -> int:
    values, different = grid.column(index), grid.different(index)
    if len(different) > _FEW or len(values) < len(different) * _RECUR:
        return len(values)
    others = {
        value for value in different if not isinstance(value, str) or is_blank(value) or surely(value, own) is not None
    }
    return next((row + 1 for row in reversed(range(len(values))) if values[row] in others), 0)


def top_of_further(grid: Grid, low: int, header: int) -> int:
    """Gives the first row of a table behind another: behind a blank row, or one with its axis right above its header.

    Args:
        grid: the cells of the sheet.
        low: the first row behind the table before it.
        header: the row of its header.
    """
    top = _behind_blank(grid, low, header)
    return top - 1 if top == header > low and _names_axis(grid, top - 1) else top


def _behind_blank(grid: Grid, low: int, header: int) -> int:
    """Gives the row behind the last blank row above a header; the header's own where there is none."""
    for row in range(header - 1, low, -1):
        if all(map(is_blank, grid.rows[row])):
            return row + 1
    return header


def _names_axis(grid: Grid, row: int) -> bool:
    """Tells whether a row says no more than the axis of the table below it: "Axe 2 | Participation"."""
    said = [str(value) for value in grid.rows[row] if not is_blank(value)]
    return 0 < len(said) <= len(("number", "title")) and begins("axis_word", said[0])
