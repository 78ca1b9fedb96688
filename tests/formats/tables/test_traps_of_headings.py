"""Headings that look like others and mean otherwise: counts are no numbers, codes of the budget no funders; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet

from opengov_local.formats.wording.headings.vocabulary import recognise

TITLES = ["Portail", "Forum", "Guichet"]


@pytest.mark.parametrize("heading", ["Nombre de projets", "Nb de projets", "عدد المشاريع"])
def test_a_count_beside_projects_is_not_their_number(heading: str) -> None:
    grid = sheet(["Projet", "Responsable", heading], *([title, "DSI", 3] for title in TITLES))
    imported = read(grid)
    assert [one.get("number") for one in commitments_of(imported)] == [None] * 3
    assert accounted(imported, grid)


def test_a_number_beside_projects_still_is_theirs() -> None:
    grid = sheet(["Projet", "Projet", "Responsable"], *([at, title, "DSI"] for at, title in enumerate(TITLES, 1)))
    assert [one.get("number") for one in commitments_of(read(grid))] == ["1", "2", "3"]


def test_a_line_of_the_budget_in_figures_is_no_funder() -> None:
    grid = sheet(["Projet", "Responsable", "Ligne budgétaire"], *([title, "DSI", "60.20.10/12"] for title in TITLES))
    imported = read(grid)
    assert not any("budget" in one for one in commitments_of(imported))
    assert accounted(imported, grid)


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("Tâches à accomplir", "milestone.title"),
        ("Mesures concrètes", "milestone.title"),
        ("Cofinanceurs", "budget.funder"),
        ("محطات الإنجاز", "milestone.title"),
        ("متى", "schedule"),
        ("الجهات المتعاونة", "supporting"),
        ("الوضع المرجعي", "indicator.baseline"),
        ("سير الإنجاز", "status"),
        ("بيانات أخرى", "additional_information"),
        ("وصف الإشكالية", "problem"),
    ],
)
def test_further_words_of_councils_are_known(heading: str, target: str) -> None:
    found = recognise(heading)
    assert found is not None
    assert found.target == target


@pytest.mark.parametrize(("heading", "severity"), [("Page", "info"), ("الصفحة", "info"), ("Code postal", "warning")])
def test_a_column_of_pages_is_kept_without_alarm(heading: str, severity: str) -> None:
    grid = sheet(["Projet", "Responsable", heading], *([title, "DSI", at] for at, title in enumerate(TITLES, 4)))
    imported = read(grid)
    assert [one.severity for one in imported.findings if one.code == "import/column-unmapped"] == [severity]
