"""From units to partial dates: missing years from the other end or the document, days checked, weekdays compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from opengov_local.importing.dates import meaning, numeric
from opengov_local.importing.dates.meaning import DateContext, NoDateError
from opengov_local.importing.dates.units import Unit
from opengov_local.model.dates import PartialDate

Dated = tuple[PartialDate, tuple[str, ...]]
"""A date and the notes on it."""


def completed(units: Sequence[Unit]) -> list[Unit]:
    """Gives each unit the month and year that it leaves out from the unit after it: "du 12 au 13 novembre 2024"."""
    done: list[Unit] = []
    for unit in reversed(units):
        if unit.year is not None or unit.relative or unit.word or not done:
            done.append(unit)
            continue
        later = done[-1]
        month = later.month if unit.day and unit.month is None and later.day else unit.month
        done.append(replace(unit, year=later.year, month=month, relative=later.relative))
    return done[::-1]


def dated(unit: Unit, context: DateContext) -> Dated:
    """Writes a unit as a partial date.

    Raises:
        NoDateError: it has no year, the day does not exist, or the day the document was written is needed.
    """
    notes = unit.notes
    if unit.relative:
        unit = _seen_from(unit, context)
        notes = (*notes, meaning.RELATIVE)
    if unit.day and unit.month is None:
        raise NoDateError(meaning.UNREAD)
    if unit.year is None:
        raise NoDateError(meaning.NO_YEAR)
    numeric.check_day(unit.year, unit.month or 1, unit.day or 1)
    if unit.weekday and unit.month and date(unit.year, unit.month, unit.day or 1).isoweekday() != unit.weekday:
        notes = (*notes, meaning.WEEKDAY)
    return PartialDate(_spelled(unit)), notes


def _spelled(unit: Unit) -> str:
    if unit.cycle:
        return f"{unit.year}-{unit.cycle}{unit.nth}"
    rest = (f"-{part:02}" for part in (unit.month, unit.day) if part)
    return f"{unit.year}{''.join(rest)}"


def _seen_from(unit: Unit, context: DateContext) -> Unit:
    """Gives a unit that is named from the day of the document its year, and "28 courant" its month."""
    today = context.document_date
    if today is None:
        raise NoDateError(meaning.NO_DOCUMENT_DATE)
    step = {"current": 0, "next": 1, "last": -1}[unit.relative]
    if unit.word == "month":
        then = _moved(today, relativedelta(months=step))
        return replace(unit, year=then.year, month=then.month)
    if unit.word == "year" or not step:
        month = today.month if unit.day and unit.month is None else unit.month
        return replace(unit, year=_moved(today, relativedelta(years=step)).year, month=month)
    return _nearest(unit, today, step)


def _moved(day: date, step: relativedelta) -> date:
    try:
        return day + step
    except ValueError:  # beyond the years that the calendar of Python has
        raise NoDateError(meaning.UNREAD) from None


def _nearest(unit: Unit, today: date, step: int) -> Unit:
    """Gives "mars prochain" or "mars dernier" the first year in that direction in which it lies wholly beyond today."""
    for distance in range(3):
        candidate = replace(unit, year=today.year + step * distance, relative="")
        one, _ = dated(candidate, DateContext())
        if one.earliest > today if step > 0 else one.latest < today:
            return candidate
    raise NoDateError(meaning.NO_YEAR)
