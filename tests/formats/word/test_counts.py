"""Small tables that count projects, and small tables below lists of projects: nothing is named by a number; made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of

TITLE = "= Programme d’ouverture 2025-2026"
PLAN = [
    "# Axe 1 : Transparence",
    [["Projet", "Responsable", "Échéance"], ["Portail", "DSI", "2026"], ["Forum", "DGS", "2027"]],
]
TITLES = ["Portail", "Forum"]


@pytest.mark.parametrize(
    "counts",
    [
        [["Axes", "Projets", "Activités"], ["3", "8", "24"]],
        [
            ["Axe", "Projets", "Activités"],
            ["Axe 1 : Transparence", "3", "12"],
            ["Axe 2 : Débat", "5", "9"],
            ["Total", "8", "21"],
        ],
        [["Indicateur", "Valeur"], ["Axes", "3"], ["Projets", "8"]],
        [["المحاور", "المشاريع", "الأنشطة"], ["٤", "١٧", "٦٩"]],
    ],
)
def test_counted_projects_are_none(counts: list[list[str]]) -> None:
    imported = read_paper(TITLE, "En bref", counts, *PLAN)
    (plan,) = tree_of(imported)["plans"]
    assert [one["title"]["fr"] for one in plan["commitments"]] == TITLES
    assert {one["title"]["fr"] for one in plan["axes"]} <= {"Transparence", "Débat"}
    assert "import/counts-no-titles" in codes_of(imported)


def test_an_axis_may_be_named_by_its_number() -> None:
    imported = read_paper(TITLE, [["Axe", "Projet"], ["1", "Portail"], ["2", "Forum"]])
    (plan,) = tree_of(imported)["plans"]
    assert [one["title"]["fr"] for one in plan["commitments"]] == TITLES
    assert "import/counts-no-titles" not in codes_of(imported)


@pytest.mark.parametrize("between", [[], ["! Indicateurs de suivi"]])
@pytest.mark.parametrize(
    ("small", "field"),
    [
        ([["Indicateur", "Cible"], ["Visites", "3000"]], "indicators"),
        ([["Indicateur", "Référence", "Cible"], ["Visites", "10", "3000"], ["Débats", "1", "4"]], "indicators"),
        ([["Source de financement", "Montant"], ["Commune", "3000 DH"]], "budget"),
    ],
)
def test_small_tables_below_several_projects_are_of_the_plan_and_said(
    small: list[list[str]], field: str, between: list[str]
) -> None:
    imported = read_paper(TITLE, *PLAN, *between, small)
    (plan,) = tree_of(imported)["plans"]
    assert len(plan[field]) == len(small) - 1
    assert not any(field in one for one in plan["commitments"])
    assert any(one.code == "import/assumed" and one.params["field"] == f"plan.{field}" for one in imported.findings)


def test_measures_in_a_fiche_are_its_activities_and_projects_where_there_is_none() -> None:
    listed = [["Actuación", "Responsable", "Plazo"], ["Inventario", "SI", "2025-06"], ["Portal", "SI", "2025-12"]]
    fiche = ["## Ficha del compromiso 1", [["Denominación", "Datos"], ["Problema", "Pocos"]], listed]
    head = ("= Plan de gobierno abierto 2025-2026", "# Eje 1: Transparencia")
    (plan,) = tree_of(read_paper(*head, *fiche, [["Indicador", "Meta"], ["Visitas", "3000"]]))["plans"]
    (project,) = plan["commitments"]
    assert [one["title"]["es"] for one in project["milestones"]] == ["Inventario", "Portal"]
    assert len(project["indicators"]) == 1
    (plan,) = tree_of(read_paper(*head, listed))["plans"]
    assert len(plan["commitments"]) == 2


def test_a_bare_number_in_a_table_of_numbers_is_no_unknown_label() -> None:
    made = read_paper(TITLE, [["3", "8", "24"], ["axes", "projets retenus", "mois"]], *PLAN)
    assert "import/label-unknown" not in codes_of(made)


def test_numbers_of_projects_above_name_these_and_count_nothing() -> None:
    listed = [["N°", "Projet", "Responsable"], ["1", "Portail", "DSI"], ["2", "Forum", "DGS"]]
    made = read_paper(TITLE, listed, "# Activités", [["Projet", "Budget (DH)"], ["1", "1000"], ["2", "2000"]])
    projects = tree_of(made)["plans"][0]["commitments"]
    assert [one["budget"][0]["amount"]["value"] for one in projects] == ["1000", "2000"]
    assert "import/counts-no-titles" not in codes_of(made)
