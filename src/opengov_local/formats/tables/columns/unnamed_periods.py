"""Columns of months or quarters under a heading that nobody knows, in tables that name the same again for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import NEAR, Recognised

_KEYS: Final = frozenset({"commitment.identifier", "commitment.number", "commitment.title", "milestone.number",
                          "milestone.title"})  # fmt: skip
_TITLES: Final = frozenset({"commitment.title", "milestone.title"})
_REPORTED: Final = frozenset({"status", "progress", "update.text", "update.challenges"})
_TIMES: Final = frozenset({"update.date", "update.period"})


def unnamed_period(
    meanings: Sequence[Placed], found: list[Recognised | None], grid: Grid, first: int, are_days: Callable[[int], bool]
) -> None:
    """Takes the only unknown column of times for the period of reports where rows name the same at different times.

    Args:
        meanings: position and heading of each column, left to right.
        found: what was decided of each so far; the column is put into it.
        grid: the sheet.
        first: the row below the headings.
        are_days: tells whether the cells at a position are days, months or other times alone.
    """
    names = {meaning.target for meaning in found if meaning is not None}
    if names & _TIMES or not (names & _TITLES and names & _REPORTED):
        return
    unknown = [at for at, (position, heading, _) in enumerate(meanings)
               if heading.strip() and _is_unknown(found[at]) and are_days(position)]  # fmt: skip
    if len(unknown) != 1:
        return
    keys = [
        placed.position for placed, meaning in zip(meanings, found, strict=True) if meaning and meaning.target in _KEYS
    ]
    times = _times(grid, first, keys, meanings[unknown[0]].position)
    if any(len(set(each)) > 1 for each in times.values()) and all(
        len(set(each)) == len(each) for each in times.values()
    ):
        found[unknown[0]] = Recognised("update.period", NEAR)


def _is_unknown(meaning: Recognised | None) -> bool:
    return meaning is None or (meaning.target == "schedule" and meaning.score <= NEAR)


def _times(grid: Grid, first: int, keys: Sequence[int], position: int) -> dict[tuple[str, ...], list[str]]:
    """Gives the times at which rows name each thing; a name that is left blank is that above."""
    above: dict[int, Value] = {}
    times: dict[tuple[str, ...], list[str]] = {}
    for row in grid.rows[first:]:
        said = {at: row[at] for at in keys if at < len(row) and not is_blank(row[at])}
        above |= said
        if position < len(row) and not is_blank(row[position]):
            times.setdefault(tuple(str(above.get(at, "")) for at in keys), []).append(str(row[position]))
    return times
