"""Columns of one period each, in the light of their cells: rates, states, reports, or crosses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.tables.period_headings import PERIOD
from opengov_local.formats.tables.vocabulary import Recognised
from opengov_local.importing.words import read_boolean, read_percent, read_status

_SEARCHED = 200
_BY_CELLS = ("any", "done", "progress", "status")
_MOST = 100


def settle_periods(
    meanings: Sequence[tuple[int, str, Recognised | None]], grid: Grid, first: int
) -> list[tuple[int, str, Recognised | None]]:
    """Decides by their cells what columns of periods hold.

    Args:
        meanings: position, heading and meaning of each column, left to right.
        grid: the sheet.
        first: the row below the headings.
    """
    periods = {meaning.period for _, _, meaning in meanings if meaning and meaning.period}
    return [
        (position, heading, _settled(meaning, position, grid, first, len(periods)) if _is_period(meaning) else meaning)
        for position, heading, meaning in meanings
    ]


def _is_period(meaning: Recognised | None) -> bool:
    return meaning is not None and meaning.target.startswith(PERIOD)


def _settled(meaning: Recognised | None, position: int, grid: Grid, first: int, periods: int) -> Recognised | None:
    if meaning is None:
        return None
    kind = meaning.target.removeprefix(PERIOD)
    rows = range(first, min(first + _SEARCHED, len(grid.rows)))
    said = [(row, value) for row in rows if not is_blank(value := grid.value(row, position))]
    values = [value for _, value in said]
    if values and all(isinstance(value, str | bool) and read_boolean(value) for value in values):
        return replace(meaning, target=f"{PERIOD}done" if kind == "done" else "schedule.mark")
    if kind in _BY_CELLS:
        shown = any((row, position) in grid.percents for row, _ in said)
        found = _kind_of(kind, values, shown)
        if found is None:
            return replace(meaning, target=meaning.alternatives[0]) if meaning.alternatives else None
        kind = found
    if periods == 1 and kind in ("progress", "status"):
        return replace(meaning, target=kind)
    return replace(meaning, target=f"{PERIOD}{kind}")


def _kind_of(kind: str, values: Sequence[Value], shown: bool) -> str | None:
    """Tells what cells say of a period; None where they are numbers that nothing makes rates."""
    if not values:
        return "progress" if kind == "any" else "text" if kind == "done" else kind
    numbers = [value for value in values if isinstance(value, int | float)]
    texts = [value for value in values if isinstance(value, str)]
    rates = len(numbers) + sum(read_percent(text).value is not None for text in texts)
    if rates * 2 > len(values):
        signed = shown or any("%" in text or "٪" in text for text in texts)
        small = all(0 <= number <= _MOST for number in numbers)
        return "progress" if kind == "progress" or signed or (kind == "done" and small) else None
    states = sum(isinstance(value, str) and read_status(value) is not None for value in values)
    return "status" if states * 2 > len(values) or kind == "status" else "text"
