"""Years that stand alone below headings of dates, and beside sums; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet


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
