"""Cells of tables of updates that are merged over several rows: what they say is said in each of these rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from opengov_local.account import Piece
from opengov_local.formats.grids import Grid, is_blank
from opengov_local.formats.ogp_csv.rows import text_of
from opengov_local.formats.tracker.headings import Heading
from opengov_local.importing.draft import Draft

_OF_ONE = frozenset(("contact", "beside", "schedule", "leads"))
"""Fields that no update has."""
Headed = list[tuple[Heading | None, Piece]]


def with_merged(grid: Grid, row: int, known: Mapping[int, Heading], cells: Headed) -> Headed:
    """Gives the cells of a row, and behind them those above that are merged over it; these keep their own places."""
    there = {grid.at(piece.place)[1] for _, piece in cells}
    found = list(cells)
    for position, origin in _merged(grid, row, known).items():
        if position not in there:
            value = grid.value(origin, position)
            piece = Piece(grid.place(origin, position), text_of(value), None if isinstance(value, str) else value)
            found.append((known[position], piece))
    return found


def say_filled(draft: Draft, grid: Grid, header: int, known: Mapping[int, Heading]) -> None:
    """Says of each column how many of its cells lie below one that is merged over them."""
    counted: dict[int, int] = {}
    for row in range(header + 1, len(grid.rows)):
        for position in _merged(grid, row, known) if not all(map(is_blank, grid.rows[row])) else ():
            counted[position] = counted.get(position, 0) + 1
    for position, count in sorted(counted.items()):
        heading = known[position].heading
        draft.say("import/filled-down", grid.place(header, position), severity="info", heading=heading, count=count)


def _merged(grid: Grid, row: int, known: Mapping[int, Heading]) -> dict[int, int]:
    """Gives the columns in which a cell above is merged over a row, each with the row of that cell."""
    return dict(_over(grid, row, known)) if grid.merges else {}


def _over(grid: Grid, row: int, known: Mapping[int, Heading]) -> Iterator[tuple[int, int]]:
    for merge in grid.merges:
        heading = known.get(merge.column)
        if heading is None or heading.field in _OF_ONE or not merge.row < row <= merge.last_row:
            continue
        if not is_blank(grid.value(merge.row, merge.column)) and is_blank(grid.value(row, merge.column)):
            yield merge.column, merge.row
