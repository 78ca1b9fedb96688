"""Cells that a sheet hides or strikes through: which they are is said once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from opengov_local.account import cell_name, column_name
from opengov_local.finding import Severity
from opengov_local.formats.grids.grid import Grid, is_blank
from opengov_local.importing.draft import Draft

_MOST_NAMED = 20
_WEIGHTY = frozenset({"import/struck-through", "import/struck-left-out"})


def say_unseen(draft: Draft, grids: Iterable[Grid]) -> None:
    """Says which rows, columns and cells of sheets are hidden or struck through, as far as they hold something.

    Args:
        draft: the document in the making.
        grids: the sheets, as they stand in the file; those that hold tables.
    """
    for grid in grids:
        unseen = grid.unseen
        rows = [row for row in sorted({*unseen.rows}) if row < len(grid.rows) and _first(grid, row) is not None]
        columns = [column for column in unseen.columns if any(not is_blank(one) for one in grid.column(column))]
        if rows:
            _say(
                draft, "import/hidden-rows", grid, (rows[0], _first(grid, rows[0]) or 0), [str(row + 1) for row in rows]
            )
        if columns:
            first = next(row for row, one in enumerate(grid.column(columns[0])) if not is_blank(one))
            _say(draft, "import/hidden-columns", grid, (first, columns[0]), [column_name(one + 1) for one in columns])
        say_struck(draft, grid)


def say_struck(draft: Draft, grid: Grid) -> None:
    """Says which cells of a sheet are struck through and were read nevertheless."""
    struck = [cell for cell in sorted(grid.unseen.struck) if not is_blank(grid.value(*cell))]
    if struck:
        say_cells(draft, "import/struck-through", grid, struck)


def say_cells(draft: Draft, code: str, grid: Grid, cells: Sequence[tuple[int, int]]) -> None:
    """Says something of cells of a sheet at once, counted from 0."""
    _say(draft, code, grid, cells[0], [cell_name(row + 1, column + 1) for row, column in cells])


def _first(grid: Grid, row: int) -> int | None:
    return next((at for at, value in enumerate(grid.rows[row]) if not is_blank(value)), None)


def _say(draft: Draft, code: str, grid: Grid, first: tuple[int, int], names: list[str]) -> None:
    severity: Severity = "warning" if code in _WEIGHTY else "info"
    draft.say(
        code, grid.place(*first), severity=severity, sheet=grid.name or "1", count=len(names),
        places=tuple(names[:_MOST_NAMED]),
    )  # fmt: skip
