"""Findings of the readers of grids: about a file, and about cells of a sheet."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from opengov_local.account import cell_name
from opengov_local.finding import Finding, Location, Parameter, Severity
from opengov_local.privacy.contacts import without_contacts

_MOST_NAMED: Final = 20
_FIRST: Final = frozenset({"-01", "-01-01"})
Unshown = tuple[tuple[int, int], str, str]
"""A cell that shows the month or year of a day alone; the day in ISO 8601; which finding below it is part of."""
_OF_FIRST, _OF_OTHER, _YEARLESS = "first", "other", "yearless"
_FINDINGS: Final[tuple[tuple[str, str, Severity], ...]] = (
    (_OF_FIRST, "import/day-not-shown", "info"),
    (_OF_OTHER, "import/day-not-shown", "warning"),
    (_YEARLESS, "import/year-not-shown", "warning"),
)


def about_file(code: str, source: str | None, severity: Severity = "error", **params: Parameter) -> Finding:
    """Tells something about the file as a whole."""
    return Finding(code, severity, Location("", source), params)


def without_details(texts: Iterable[str]) -> tuple[str, ...]:
    """Gives the different texts that stand beside the cells, to be quoted: without contact details, blank ones not."""
    return tuple(dict.fromkeys(without_contacts(text)[0] for text in texts if text.strip()))


def about_cells(
    code: str,
    source: str | None,
    sheet: str,
    cells: Collection[tuple[int, int]],
    severity: Severity = "warning",
) -> list[Finding]:
    """Tells of cells (row and column from 0): the place of the first, the names of the first twenty, how many.

    Returns:
        One finding; none where there are no cells.
    """
    if not cells:
        return []
    found = sorted(set(cells))
    names = tuple(cell_name(row + 1, column + 1) for row, column in found[:_MOST_NAMED])
    place = Location("", source, sheet=sheet, cell=names[0])
    return [Finding(code, severity, place, {"count": len(found), "cells": names})]


def unshown(cell: tuple[int, int], day: datetime.date, shown: str, *, yearless: bool = False) -> Unshown:
    """Notes a cell that shows "2025-12" or "2025" of a day, or but the month of "2025-12"."""
    whole = day.isoformat()[: len("2025-12-31")]
    return cell, whole, _YEARLESS if yearless else _OF_FIRST if whole[len(shown) :] in _FIRST else _OF_OTHER


def about_days(source: str | None, sheet: str, days: Iterable[Unshown]) -> list[Finding]:
    """Tells of dates of which a sheet shows a month or a year alone: a warning where more may have been meant."""
    told: list[Finding] = []
    ordered = sorted(days)
    for kind, code, severity in _FINDINGS:
        dates = {cell: day for cell, day, one in ordered if one == kind}
        named = {"dates": tuple(day for day in list(dates.values())[:_MOST_NAMED])}
        told += (
            replace(one, params={**one.params, **named}) for one in about_cells(code, source, sheet, dates, severity)
        )
    return told
