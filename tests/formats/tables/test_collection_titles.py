"""A line above the table that says what is listed is the title of a plan that has no other; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

ROWS: list[list[Any]] = [["N°", "Projet", "Responsable"], [1, "Portail", "Mairie"], [2, "Budget citoyen", "Mairie"]]


def _title(*sheets: Any) -> Any:
    (plan,) = shown(read(*sheets))["plans"]
    return plan["title"]


@pytest.mark.parametrize(
    "title",
    [
        "Fiches des projets de la ville d'Inventée",
        "TABLEAU DE SUIVI DES ENGAGEMENTS",
        "بطاقات مشاريع الانفتاح - المجلس الإقليمي",
        "جدول تتبع تنفيذ المشاريع",
        "List of commitments, Made-up City",
        "Matriz de compromisos del municipio",
    ],
)
def test_a_line_that_says_what_is_listed_is_the_title(title: str) -> None:
    grid = sheet([title], [], *ROWS, name="Feuil1")
    imported = read(grid)
    (plan,) = shown(imported)["plans"]
    assert [*plan["title"].values()] == [title]
    assert [f.params["value"] for f in imported.findings if f.params.get("field") == "title"] == [title]
    assert "import/kept-above" not in codes(imported)
    assert accounted(imported, grid)


@pytest.mark.parametrize("line", ["Fiches projets", "Document de travail de la ville", "Projets retenus par le comité"])
def test_any_other_line_is_none(line: str) -> None:
    assert _title(sheet([line], [], *ROWS, name="Suivi")) == {"fr": "Suivi"}


def test_the_title_of_a_plan_comes_first_wherever_it_stands() -> None:
    lists = sheet(["Liste des projets de la ville"], [], *ROWS, name="Liste")
    below = sheet(["Liste des projets de la ville"], ["Programme d'ouverture 2026"], *ROWS, name="Plan")
    other = sheet(["Programme d'ouverture 2026"], [], ROWS[0], [3, "Maison", "Mairie"], name="Suite")
    assert _title(below) == {"fr": "Programme d'ouverture 2026"}
    assert _title(lists, other) == {"fr": "Programme d'ouverture 2026"}
    assert "import/kept-above" in codes(read(lists, other))


@pytest.mark.parametrize("name", ["Budget", "Indicateurs 2", "Données", "Projects", "الميزانية", "Cronograma"])
def test_names_of_sheets_for_parts_of_a_plan_do_not_title_it(name: str) -> None:
    assert [*_title(sheet(*ROWS, name=name)).values()] == ["fichier"]


def test_other_names_of_sheets_do() -> None:
    assert [*_title(sheet(*ROWS, name="Commune ouverte 2026")).values()] == ["Commune ouverte 2026"]
