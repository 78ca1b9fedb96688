"""Columns of one period each, in the light of their cells: rates, states, reports, or crosses."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from opengov_local.formats.grids.grid import Grid, Value, is_blank
from opengov_local.formats.tables.columns.period_headings import PERIOD, span_of
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Recognised
from opengov_local.formats.wording.headings.phrases import is_dash, says
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import fold, read_boolean, read_number, read_percent, read_status
from opengov_local.importing.words.percent import has_percent

_BY_CELLS = ("any", "done", "progress", "status")
_MOST = 100
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_SIGN = re.compile("[%٪]")
_FEWEST = 2
"""Columns of years, at least."""


def settle_periods(meanings: Sequence[Placed], grid: Grid, first: int) -> list[Placed]:
    """Decides by their cells what columns of periods hold.

    Args:
        meanings: position, heading and meaning of each column, left to right.
        grid: the sheet.
        first: the row below the headings.
    """
    periods = {span_of(meaning.period) for _, _, meaning in meanings if meaning and meaning.period}
    marked = are_marked([position for position, _, meaning in meanings if _may_be_marked(meaning)], grid, first)
    plain = {meaning.target for _, _, meaning in meanings if meaning}
    return [
        Placed(at, heading, _settled(meaning, heading, at, grid, first, len(periods), marked=marked, plain=plain))
        for at, heading, meaning in meanings
    ]


def texts_by_year(
    meanings: Sequence[Placed], decided: list[Recognised | None], grid: Grid, first: int
) -> list[Recognised | None]:
    """Takes columns of years that hold texts alone, beside projects without activities, for what is done in them.

    Args:
        meanings: position, heading and meaning of each column, left to right.
        decided: what was decided of each so far.
        grid: the sheet.
        first: the row below the headings.
    """
    years = [
        at for at, (_, heading, _) in enumerate(meanings) if decided[at] is None and _YEAR.fullmatch(heading.strip())
    ]
    names = {held.target for held in decided if held}
    if len(years) < _FEWEST or "commitment.title" not in names or names & {"milestone.title", "milestone.list"}:
        return decided
    values = [value for at in years for _, value in _said(grid, first, meanings[at][0])]
    if not values or not all(map(_is_text, values)) or _kind_of("any", values, False) != "text":
        return decided
    found = list(decided)
    for at in years:
        found[at] = Recognised(f"{PERIOD}text", STRIPPED, period=meanings[at][1].strip())
    return found


def values_by_period(
    meanings: Sequence[Placed], decided: list[Recognised | None], grid: Grid, first: int
) -> list[Recognised | None]:
    """Takes columns of quarters or months that hold numbers, beside an indicator with its target, for its values.

    So are rates where the target is one too, and nothing but the period stands in the heading.

    Args:
        meanings: position, heading and meaning of each column, left to right.
        decided: what was decided of each so far.
        grid: the sheet.
        first: the row below the headings.
    """
    at_of = {held.target: at for at, held in enumerate(decided) if held}
    aim = at_of.get("indicator.target", at_of.get("indicator.baseline"))
    if "indicator" not in at_of or aim is None:
        return decided
    in_percent = "milestone.title" not in at_of and are_rates(meanings[aim][0], grid, first)
    found = list(decided)
    for at in range(at_of["indicator"] + 1, len(found)):
        position, heading, _ = meanings[at]
        held = found[at]
        free = held is None or (in_percent and held.target == f"{PERIOD}progress")
        if free and _is_bare_period(heading) and all(_is_number(value) for _, value in _said(grid, first, position)):
            found[at] = Recognised("indicator.value", STRIPPED)
    told = [at for at, held in enumerate(found) if held is not decided[at]]
    return found if len(told) >= _FEWEST and any(_said(grid, first, meanings[at][0]) for at in told) else decided


def _is_bare_period(heading: str) -> bool:
    """Tells whether a heading is a quarter, month or half-year, and nothing else; years may be aimed at."""
    reading = read_date(" ".join(heading.split())) if not _YEAR.fullmatch(heading.strip()) else None
    return reading is not None and reading.kind == "date" and reading.qualifier is None


def _is_number(value: Value) -> bool:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return False
    return read_number(value).value is not None


def are_rates(position: int, grid: Grid, first: int) -> bool:
    """Tells whether all cells of a column are shown as percentages."""
    said = _said(grid, first, position)
    shown = (at in grid.percents or (isinstance(value, str) and bool(_SIGN.search(value)))
             for at, value in (((row, position), value) for row, value in said))  # fmt: skip
    return bool(said) and all(shown)


def are_numbers(position: int, grid: Grid, first: int) -> bool:
    """Tells whether all cells of a column are numbers, with nothing behind them."""
    said = _said(grid, first, position)
    return bool(said) and all(_is_number(value) and _is_bare_number(str(value)) for _, value in said)


def _is_bare_number(text: str) -> bool:
    return _is_number(text) and not any(map(str.isalpha, text))


def _is_text(value: Value) -> bool:
    return isinstance(value, str) and any(map(str.isalpha, value)) and read_date(value) is None


def _may_be_marked(meaning: Recognised | None) -> bool:
    return meaning is not None and meaning.target in (f"{PERIOD}any", f"{PERIOD}done")


def are_marked(positions: Sequence[int], grid: Grid, first: int) -> bool:
    """Tells whether columns of periods hold nothing but marks: crosses, "ok" or 1, with 0 where there is none.

    Args:
        positions: the columns.
        grid: the sheet.
        first: the row below the headings.
    """
    values = [value for position in positions for _, value in _said(grid, first, position)]
    signs = [_sign(value) for value in values]
    return None not in signs and True in signs


def _sign(value: Value) -> bool | None:
    """Tells whether a cell is a mark or says that there is none; None for all else."""
    if isinstance(value, str) and fold(value) == "ok":
        return True
    return read_boolean(value) if isinstance(value, str | int | float) else None


def _said(grid: Grid, first: int, position: int) -> list[tuple[int, Value]]:
    """Gives the rows and values of the cells of a column that are not blank."""
    rows = grid.sampled(first)
    return [(row, value) for row in rows if not is_blank(value := grid.value(row, position))]


def is_cross(value: Value) -> bool:
    """Tells whether a cell is a cross whatever stands beside it: no number, which may be a rate."""
    return isinstance(value, str | bool) and bool(read_boolean(value)) and not str(value).strip().isdigit()


def _settled(
    meaning: Recognised | None,
    heading: str,
    position: int,
    grid: Grid,
    first: int,
    periods: int,
    *,
    marked: bool,
    plain: Collection[str | None],
) -> Recognised | None:
    if meaning is None or not meaning.target.startswith(PERIOD):
        return meaning
    kind = meaning.target.removeprefix(PERIOD)
    said = _said(grid, first, position)
    values = [value for _, value in said]
    if values and ((marked and _may_be_marked(meaning)) or all(map(is_cross, values))):
        return replace(meaning, target=f"{PERIOD}done" if kind == "done" else "schedule.mark")
    if kind in _BY_CELLS:
        values = [value for value in values if not (isinstance(value, str) and is_dash(value))] or values
        shown = any((row, position) in grid.percents for row, _ in said)
        rest = [value for value in values if not is_cross(value)] if kind == "any" else values
        found = _kind_of(kind, rest, shown)
        found = found if found == "progress" else _kind_of(kind, values, shown)
        if found is None:
            return replace(meaning, target=meaning.alternatives[0]) if meaning.alternatives else None
        kind = "progress" if kind == "progress" and found == "text" and asks_rates(heading) else found
    if periods == 1 and kind in ("progress", "status") and kind not in plain:
        return replace(meaning, target=kind)
    return replace(meaning, target=f"{PERIOD}{kind}")


def asks_rates(heading: str) -> bool:
    """Tells whether a heading asks for rates, below which words are no report: "Taux au 30/06"."""
    return says("rate_word", heading) or has_percent(heading)


def _kind_of(kind: str, values: Sequence[Value], shown: bool) -> str | None:
    """Tells what cells say of a period; None where they are numbers that nothing makes rates."""
    if not values:
        return "progress" if kind == "any" else "text" if kind == "done" else kind
    numbers = [value for value in values if isinstance(value, int | float)]
    texts = [value for value in values if isinstance(value, str)]
    rates = len(numbers) + sum(read_percent(text).value is not None or _is_bare_number(text) for text in texts)
    if rates * 2 > len(values):
        signed = shown or any(map(has_percent, texts))
        small = all(0 <= number <= _MOST for number in numbers)
        return "progress" if kind == "progress" or signed or (kind == "done" and small) else None
    states = sum(isinstance(value, str) and read_status(value) is not None for value in values)
    return "status" if states * 2 > len(values) or kind == "status" else "text"
