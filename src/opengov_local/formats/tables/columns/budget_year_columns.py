"""Columns of years: those of sums, "Projet | Année | Coût", «السنة المالية»; those of projects, "Projet | Année"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from opengov_local.formats.grids.grid import Grid, Value
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import NEAR, STRIPPED, Recognised
from opengov_local.formats.wording.headings.phrases import heads, phrases
from opengov_local.importing.words import fold

YEAR = "budget.year"
_SUMS = ("budget.amount", "budget.total", "budget.share")
_PERIOD = "plan.period"
_STEP = "milestone.title"
_TIMED = ("update.", "period.", "progress", "indicator")
"""Beginnings of targets of tables whose years may be those of what is reported or measured."""
_PROJECT = "commitment.title"
_BROUGHT = ("contribution.", "disposition.")
_TIMES = ("start", "end", "schedule", "status", "commitment.start", "commitment.end", "milestone.")
"""Beginnings of targets beside which a year may be that of something else."""
_YEARS = re.compile(r"(?:19|20)[0-9]{2}(?:\s*[-–/]\s*(?:19|20)[0-9]{2})?")
_NUMBER = re.compile(r"(?:19|20)[0-9]{2}")


def year_in(value: Value) -> int | None:
    """Gives the year that a cell names, alone or behind a word for it: 2026, "Exercice 2026", «سنة 2026»."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        value = int(value) if value.is_integer() else None
    word, _, last = fold(str(value)).rpartition(" ")
    words = {"", *phrases("year_heading"), *phrases("budget_year_heading")}
    return int(last) if word in words and _NUMBER.fullmatch(last) else None


def of_year(meaning: Recognised | None, above: Sequence[str]) -> Recognised | None:
    """Gives what a column of sums means with the year that headings above it name: "2025" over "Budget"."""
    if meaning is None or meaning.year is not None or not meaning.target.startswith(_SUMS):
        return meaning
    return replace(meaning, year=next(filter(None, map(year_in, reversed(above))), None))


def with_budget_years(meanings: Sequence[Placed], grid: Grid, first: int) -> list[Recognised | None]:
    """Takes a column of years beside sums for the years of these; in a table of activities it must be headed so."""
    found = [meaning for _, _, meaning in meanings]
    sums = [held for held in found if held and held.target.startswith(_SUMS)]
    names = {held.target for held in found if held}
    if not sums or any(held.year for held in sums) or any(name.startswith(_TIMED) for name in names):
        return found
    years = [
        at
        for at, (position, heading, meaning) in enumerate(meanings)
        if (meaning is None or meaning.target == _PERIOD)
        and (heads("budget_year", heading) or (heads("year", heading) and _STEP not in names))
        and _are_years(position, grid, first, several=meaning is not None)
    ]
    if len(years) == 1:
        found[years[0]] = Recognised(YEAR, STRIPPED)
    return found


def with_project_years(meanings: Sequence[Placed], grid: Grid, first: int) -> list[Recognised | None]:
    """Takes the only column of years of a list of projects that tells no other time for when they are carried out."""
    found = [meaning for _, _, meaning in meanings]
    names = {held.target for held in found if held}
    if _PROJECT not in names or any(name.startswith((*_TIMED, *_TIMES, *_SUMS, *_BROUGHT)) for name in names):
        return found
    if found.count(None) != 1:
        return found  # it may be the year of what stands in another column that nobody knows
    years = [
        at
        for at, (position, heading, meaning) in enumerate(meanings)
        if meaning is None
        and heads("year", heading)
        and all(_YEARS.fullmatch(str(value).strip()) for value in grid.sample_of(position, first))
    ]
    if len(years) == 1:
        found[years[0]] = Recognised("schedule", NEAR)
    return found


def _are_years(position: int, grid: Grid, first: int, *, several: bool) -> bool:
    """Tells whether the cells of a column are years; several ones, where it may as well say the period of the plan."""
    years = {year_in(value) for value in grid.sample_of(position, first)}
    return None not in years and len(years) > (1 if several else 0)
