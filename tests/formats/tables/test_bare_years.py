"""Years that stand alone below headings of dates, and beside sums; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet


def _times(heading: str, *years: Any) -> tuple[list[tuple[str | None, str | None]], int]:
    """Gives start and end of each project, and how many starts are assumed."""
    grid = sheet(["Projet", "Responsable", heading], *(["Portail", "DSI", year] for year in years))
    imported = read(grid)
    assert accounted(imported, grid)
    times = [(one.get("start"), one.get("end")) for one in commitments_of(imported)]
    assumed = [one for one in imported.findings if one.code == "import/assumed" and one.params["field"] == "start"]
    return times, len(assumed)


@pytest.mark.parametrize("heading", ["Date", "التاريخ", "Fecha", "When"])
def test_a_year_below_a_heading_of_one_date_is_a_start_by_assumption(heading: str) -> None:
    assert _times(heading, 2026) == ([("2026", "2026")], 1)


def test_a_year_below_a_heading_of_a_time_is_that_time() -> None:
    assert _times("Période", 2026) == ([("2026", "2026")], 0)


def test_years_of_a_list_of_projects_without_other_times_are_theirs() -> None:
    grid = sheet(["Projet", "Responsable", "Année"], ["Portail", "DSI", 2026], ["Forum", "SG", "2026-2027"])
    imported = read(grid)
    assert accounted(imported, grid)
    assert [(one["start"], one["end"]) for one in commitments_of(imported)] == [("2026", "2026"), ("2026", "2027")]


@pytest.mark.parametrize(("heading", "cells"), [("Échéance", ["T2 2026", "2027"]), ("Statut", ["En cours", "Achevé"])])
def test_years_beside_times_or_states_may_be_others(heading: str, cells: list[str]) -> None:
    grid = sheet(["Projet", heading, "Année"], *([name, cell, 2025] for name, cell in zip("AB", cells, strict=True)))
    imported = read(grid)
    assert accounted(imported, grid)
    assert not any("start" in one for one in commitments_of(imported))
    assert "import/column-unmapped" in codes(imported)


@pytest.mark.parametrize("heading", ["Proposé par", "Population"])
def test_years_beside_what_is_unknown_or_brought_by_others_may_be_theirs(heading: str) -> None:
    grid = sheet(["Projet", "Responsable", heading, "Année"], ["A", "DSI", "Amal", 2024], ["B", "SG", "Forum", 2023])
    imported = read(grid)
    assert accounted(imported, grid)
    assert not any("start" in one for one in commitments_of(imported))
