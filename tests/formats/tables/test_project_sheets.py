"""A sheet for each project, that its name or a line above its activities names; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

from opengov_local.document import Import
from opengov_local.formats.grids.grid import Grid

LIST = sheet(["N°", "Projet", "Responsable"], [1, "Portail des services", "DSI"], [2, "Fonds associatif", "SG"])
ONE: list[list[Any]] = [["Activité", "Délai"], ["Choisir l'outil", "mars 2026"]]
TWO: list[list[Any]] = [["N°", "Activité", "Délai"], [1, "Lancer l'appel", "juin 2026"]]


def _steps(imported: Import) -> list[list[str]]:
    return [[step["title"]["fr"] for step in one.get("milestones", ())] for one in commitments_of(imported)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Projet 1", "Projet n° 2"),
        ("P1", "P2"),
        ("Portail des services", "2 - Fonds associatif"),
        ("1. Portail", "Projet 2 - Fonds"),
    ],
)
def test_the_name_of_a_sheet_says_whose_activities_it_holds(first: str, second: str) -> None:
    sheets = (LIST, sheet(*ONE, name=first), sheet(*TWO, name=second))
    imported = read(*sheets)
    assert _steps(imported) == [["Choisir l'outil"], ["Lancer l'appel"]]
    said = [one for one in imported.findings if one.params.get("field") == "commitments"]
    assert [one.params["value"] for one in said] == ["Portail des services", "Fonds associatif"]
    assert accounted(imported, *sheets)


def test_a_name_that_was_cut_is_that_of_the_only_title_that_begins_so() -> None:
    title = "Mise en place d'un portail des services communaux"
    plan = sheet(["N°", "Projet"], [1, title], [2, "Mise en place d'un forum"])
    assert _steps(read(plan, sheet(*ONE, name=title[:31]))) == [["Choisir l'outil"], []]


def test_a_line_with_the_number_of_a_project_says_it_too() -> None:
    further = sheet(["Projet 2"], [""], *ONE, name="Détail")
    imported = read(LIST, further)
    assert _steps(imported) == [[], ["Choisir l'outil"]]
    assert accounted(imported, LIST, further)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Projet 7", "import/unknown-reference"),
        ("Portail", "import/reference-unknown"),
        ("T2", None),
        ("2", None),
        ("Activités", None),
    ],
)
def test_what_no_project_has_ties_nothing_and_is_said(name: str, code: str | None) -> None:
    imported = read(LIST, sheet(*ONE, name=name))
    assert _steps(imported) == [[], []]
    assert [one["title"]["fr"] for one in shown(imported)["plans"][0]["activities"]] == ["Choisir l'outil"]
    said = {"import/unknown-reference", "import/reference-unknown"} & {*codes(imported)}
    assert said == ({code} if code else set())


def test_without_a_list_sheets_of_activities_are_named_by_titles_of_projects() -> None:
    imported = read(sheet(*ONE, name="Portail des services"), sheet(*TWO, name="Fonds associatif"))
    assert [one["title"]["fr"] for one in commitments_of(imported)] == ["Portail des services", "Fonds associatif"]
    assert _steps(imported) == [["Choisir l'outil"], ["Lancer l'appel"]]
    said = [one.severity for one in imported.findings if one.params.get("field") == "commitments"]
    assert said == ["warning", "warning"]


@pytest.mark.parametrize(
    "names",
    [
        ("Service technique", "Affaires sociales"),
        ("Semestre 1", "Semestre 2"),
        ("Feuil1", "Feuil2"),
        ("Axe 1", "Axe 2"),
        ("Mars 2026", "Avril 2026"),
        ("Plan d'action", "Suivi des activités"),
        ("Aït Melloul", "Beni Mellal"),
    ],
)
def test_other_names_title_no_projects(names: tuple[str, str]) -> None:
    sheets: list[Grid] = [sheet(*rows, name=name) for name, rows in zip(names, (ONE, TWO), strict=True)]
    for plan in shown(read(*sheets))["plans"]:
        assert "commitments" not in plan


def test_a_column_of_the_projects_concerned_says_whose_each_activity_is() -> None:
    header = ["Activité", "Projet concerné", "Délai"]
    further = sheet(header, ["Former", "Portail des services", ""], ["Lancer l'appel", "2", "juin 2026"], name="Suite")
    imported = read(LIST, further)
    assert _steps(imported) == [["Former"], ["Lancer l'appel"]]
    assert accounted(imported, LIST, further)


def test_projects_concerned_that_are_not_all_in_the_list_stay_words() -> None:
    further = sheet(["Activité", "Projet concerné"], ["Former", "Le guichet"], ["Lancer l'appel", "2"], name="Suite")
    imported = read(LIST, further)
    assert _steps(imported) == [[], []]
    assert "import/column-kept" in codes(imported)


def test_sheets_named_by_the_numbers_of_all_their_projects_hold_their_activities() -> None:
    plan = sheet(["N°", "Projet"], [1, "Portail"], [2, "Forum"], name="Liste")
    steps = [["Activité", "Échéance"], ["Étude", "mars 2026"], ["Marché", "mai 2026"]]
    made = read(plan, sheet(*steps, name="1"), sheet(steps[0], ["Appel", "juin 2026"], name="2"))
    assert [len(one["milestones"]) for one in commitments_of(made)] == [2, 1]
    assert codes(made).count("import/assumed") >= 2
    made = read(plan, sheet(*steps, name="1"), sheet(steps[0], ["Appel", "juin 2026"], name="Autres"))
    assert not any("milestones" in one for one in commitments_of(made))
