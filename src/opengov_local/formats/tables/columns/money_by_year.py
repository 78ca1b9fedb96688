"""Years alone over large amounts or parts of a sum: the money of those years, if no other heading speaks of money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import dropwhile

from opengov_local.formats.grids.grid import Grid, is_blank
from opengov_local.formats.tables.columns.funder_columns import adds_up
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, WITHIN, Recognised
from opengov_local.formats.wording.headings.phrases import heads, phrases, says
from opengov_local.formats.wording.words.units import unit_in
from opengov_local.importing.words import fold, read_amount

_YEAR = re.compile(r"\s*((?:19|20)[0-9]{2})\s*(?:[(\[].*[)\]])?\s*")
_FEWEST = 2
_MONEY, _SPOKEN = "budget.amount", ("budget.", "resources.", "indicator")
_PAYING = frozenset({"budget.funder", "budget.share"})
_WHOLE = frozenset({"budget.amount", "budget.total"})
"""Targets of which one column may stand beside the years: the sum of them."""
_SUM = 1000
"""What an amount of money reaches, and a number of things seldom does."""


def money_by_year(
    meanings: Sequence[Placed],
    decided: list[Recognised | None],
    grid: Grid,
    first: int,
) -> list[Recognised | None]:
    """Takes columns of years that hold numbers alone for amounts of those years.

    It is told surely where they add up to a sum, or the line above the table speaks of money: "Tableau 2 : Budget".

    Args:
        meanings: position, heading and meaning of each column, left to right.
        decided: what was decided of each so far.
        grid: the sheet.
        first: the row below the headings.

    Returns:
        The meanings; those of a total beside the years too.
    """
    years = {at: year for at, (_, heading, _) in enumerate(meanings) if (year := _YEAR.fullmatch(heading))}
    others = [held.target for at, held in enumerate(decided) if held and at not in years]
    if len({held.year for held in decided if held and held.target in _WHOLE} - {None}) >= _FEWEST:
        further = {
            at: Recognised(_MONEY, WITHIN, year=int(year[1]))
            for at, year in years.items()
            if _sums_of(meanings[at][0], grid, first)
        }
        return [
            held or further.get(at) or _whole(heading)
            for at, (held, (_, heading, _)) in enumerate(zip(decided, meanings, strict=True))
        ]
    spoken = [target for target in others if target.startswith(_SPOKEN) and target not in _PAYING]
    if len(years) < _FEWEST or len(spoken) > 1 or not _WHOLE.issuperset(spoken):
        return decided
    told = {held.target if held else "" for held in (decided[at] for at in years)}
    if not told <= {"", _MONEY}:
        return decided
    positions = [meanings[at][0] for at in years]
    totals = [meanings[at][0] for at, held in enumerate(decided) if held and held.target in _WHOLE and at not in years]
    rows = grid.sampled(first)
    summed = any(adds_up(total, positions, grid, rows) for total in totals)
    if "" in told and not summed and not all(_holds_sums(position, grid, first) for position in positions):
        return decided
    score = STRIPPED if summed or speaks_of_money(_line_above(grid, first)) else WITHIN
    found = list(decided)
    for at, year in years.items():
        found[at] = decided[at] or Recognised(_MONEY, score, year=int(year[1]))
    for at, (_, heading, _) in enumerate(meanings):
        if fold(heading) in phrases("sum_heading"):
            found[at] = Recognised("budget.total", WITHIN)
    return found


def _line_above(grid: Grid, first: int) -> str:
    """Gives the text that stands alone above the headings of a table; none where that holds none."""
    above = ([value for value in grid.rows[row] if not is_blank(value)] for row in range(first - 1, -1, -1))
    line = next(dropwhile(lambda filled: len(filled) > 1, above), [])
    return str(line[0]) if line else ""


def speaks_of_money(line: str) -> bool:
    """Tells whether a line above a table says that it holds money."""
    return says("money_word", line) or bool(unit_in(line))


def made_sure(meaning: Recognised | None) -> Recognised | None:
    """Gives what a column means below a line that speaks of money: a year is surely that of sums."""
    is_sum = meaning is not None and meaning.target == _MONEY and meaning.year is not None
    return replace(meaning, score=max(meaning.score, STRIPPED)) if meaning is not None and is_sum else meaning


def _whole(heading: str) -> Recognised | None:
    """Takes "Total (DH)" beside sums of several years for theirs."""
    return Recognised("budget.total", WITHIN) if heads("sum", heading) else None


def _holds_sums(position: int, grid: Grid, first: int) -> bool:
    """Tells whether the cells of a column are sums, a few perhaps words, and one of them is large."""
    return max(_sums_of(position, grid, first), default=Decimal()) >= _SUM


def _sums_of(position: int, grid: Grid, first: int) -> list[Decimal]:
    """Gives the sums in a column of which no more cells hold words; a dash is nothing."""
    values = [str(value) for value in grid.sample_of(position, first) if any(map(str.isalnum, str(value)))]
    sums = [Decimal(read) for value in values if (read := read_amount(value).value)]
    return sums if 2 * len(sums) >= len(values) else []
