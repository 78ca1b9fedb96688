"""Headings with a word for a day and one for progress are no headings of a period."""

from __future__ import annotations

import pytest

from opengov_local.formats.tables.columns.period_headings import names_period, period_of


@pytest.mark.parametrize(
    "heading", ["Date d'exécution", "Date d'avancement", "تاريخ التقدم", "Fecha de avance", "Date of progress", "Date"]
)
def test_a_day_without_a_time_names_no_period(heading: str) -> None:
    assert period_of([heading], None, ()) is None
    assert not names_period(heading, ())


@pytest.mark.parametrize("heading", ["Avancement T1", "Taux mars", "Réalisé S2", "T1 2025", "Avancement 2025"])
def test_a_part_of_a_year_does(heading: str) -> None:
    assert names_period(heading, ())
