"""Findings of the readers of grids: about a file, and about cells of a sheet."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from opengov_local.account import cell_name
from opengov_local.finding import Finding, Location, Parameter, Severity

_MOST_NAMED: Final = 20


def about_file(code: str, source: str | None, severity: Severity = "error", **params: Parameter) -> Finding:
    """Tells something about the file as a whole."""
    return Finding(code, severity, Location("", source), params)


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
