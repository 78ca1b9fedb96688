"""Sheets whose name says that they follow the plan of another one; all of them made up."""

from __future__ import annotations

import io
from typing import Any

import pytest
import xlsxwriter
from tests.formats.tables.sheets import shown

from opengov_local.formats.books import xlsx_format
from opengov_local.importing.options import ImportOptions

_PLAN = (("N°", "Projet", "Responsable"), ("1", "Portail", "Service"), ("2", "Budget", "Bureau"))


def _read(name: str, rows: tuple[tuple[str, ...], ...]) -> Any:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        for title, told in (("Plan", _PLAN), (name, rows)):
            sheet = book.add_worksheet(title)
            for row, cells in enumerate(told):
                sheet.write_row(row, 0, cells)
    return shown(xlsx_format.read(data.getvalue(), "made-up.xlsx", options=ImportOptions(id_prefix="test.made-up")))


@pytest.mark.parametrize("name", ["Suivi", "Tableau de bord", "التتبع", "Tracking", "Seguimiento"])
def test_the_period_and_state_of_known_projects_are_a_report(name: str) -> None:
    rows = (("Période", "Projet", "Statut"), ("T1 2025", "Portail", "En cours"), ("T1 2025", "Budget", "Réalisé"))
    package = _read(name, rows)
    (plan,) = package["plans"]
    assert not any({"start", "end"} & one.keys() for one in plan["commitments"])
    updates = package["progress_updates"]
    assert [one["status"]["code"] for one in updates] == ["in_progress", "completed"]


def test_a_project_that_the_plan_has_not_makes_it_a_plan() -> None:
    rows = (("Période", "Projet", "Statut"), ("T1 2025", "Portail", "En cours"), ("T1 2025", "Autre", "Réalisé"))
    assert "progress_updates" not in _read("Suivi", rows)
