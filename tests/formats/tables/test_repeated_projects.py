"""Tables that name the project in each row of its steps, below whatever heading; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

STEPS = [
    ["A", "Portail communal", "Choisir un prestataire", "L1", "mars 2026"],
    ["A", "Portail communal", "Rédiger les pages", "L2", "juin 2026"],
    ["A", "Portail communal", "Mettre en ligne", "L1", "août 2026"],
    ["B", "Forum annuel", "Inviter", "L3", "mai 2026"],
    ["B", "Forum annuel", "Tenir le forum", "L3", "juin 2026"],
]
DUES = [["2026-03", "2026-06", "2026-08"], ["2026-05", "2026-06"]]


def _dues(commitments: list[dict[str, Any]]) -> list[list[str]]:
    return [[step["due"] for step in one["milestones"]] for one in commitments]


def _blank_below(rows: list[list[str]]) -> list[list[str]]:
    return [["", "", *row[2:]] if at and row[1] == rows[at - 1][1] else row for at, row in enumerate(rows)]


@pytest.mark.parametrize("blank", [False, True])
@pytest.mark.parametrize(
    ("header", "sure"),
    [
        (["Axe", "Projet", "Étapes", "Responsable", "Échéance"], True),
        (["Axe", "Projet", "Étapes de réalisation", "Responsable", "Échéance"], True),
        (["المحور", "المشروع", "مراحل الإنجاز", "المسؤول", "الأجل"], True),
        (["المحور", "المشروع", "مراحل التنفيذ", "المسؤول", "الأجل"], True),
        (["Eje", "Proyecto", "Etapas", "Responsable", "Plazo"], True),
        (["المحور", "المشروع", "التدابير", "المسؤول", "الأجل"], True),
        (["Axe", "Projet", "Modalités de mise en œuvre", "Responsable", "Échéance"], False),
        (["Axis", "Project", "What we shall do", "Responsible", "Deadline"], False),
        (["المحور", "المشروع", "الأوراق", "المسؤول", "الأجل"], False),
    ],
)
def test_rows_of_one_project_are_its_steps(header: list[str], sure: bool, blank: bool) -> None:
    grid = sheet(header, *(_blank_below(STEPS) if blank else STEPS))
    imported = read(grid)
    commitments = commitments_of(imported)
    assert [next(iter(one["title"].values())) for one in commitments] == ["Portail communal", "Forum annuel"]
    assert _dues(commitments) == DUES
    assert all("leads" in step for one in commitments for step in one["milestones"])
    assert not any("end" in one for one in commitments)
    assert ("import/heading-uncertain" in codes(imported)) is not sure
    assert accounted(imported, grid)


def test_numbers_of_rows_do_not_part_a_project() -> None:
    rows = [[str(at), *row[1:]] for at, row in enumerate(STEPS, 1)]
    commitments = commitments_of(read(sheet(["N°", "Projet", "Étapes", "Responsable", "Échéance"], *rows)))
    assert _dues(commitments) == DUES


def test_numbers_of_projects_that_repeat_are_theirs() -> None:
    rows = [[str(1 + (row[0] == "B")), *row[1:]] for row in STEPS]
    commitments = commitments_of(read(sheet(["N°", "Projet", "Étapes", "Responsable", "Échéance"], *rows)))
    assert [one["number"] for one in commitments] == ["1", "2"]
    assert _dues(commitments) == DUES


def test_without_a_column_of_steps_what_differs_is_said() -> None:
    imported = read(sheet(["Axe", "Projet", "Responsable", "Échéance"], *([*row[:2], *row[3:]] for row in STEPS)))
    commitments = commitments_of(imported)
    assert [one["end"] for one in commitments] == ["2026-03", "2026-05"]
    assert [len(one["leads"]) for one in commitments] == [2, 1]
    assert codes(imported).count("import/conflict") == 3


def test_funders_row_by_row_are_lines_of_one_budget() -> None:
    (one,) = commitments_of(read(sheet(["N°", "Projet", "Financeur", "Montant (DH)"], ["1", "Portail", "Région", 100],
                                       ["1", "Portail", "Commune", 50])))  # fmt: skip
    assert [line["amount"]["value"] for line in one["budget"]] == ["100", "50"]


def test_the_same_title_with_another_number_or_axis_is_another_project() -> None:
    rows = [["A", "1", "Formation", "DSI"], ["A", "2", "Formation", "DRH"], ["B", "1", "Formation", "DST"]]
    assert len(commitments_of(read(sheet(["Axe", "N°", "Projet", "Responsable"], *rows)))) == 3


@pytest.mark.parametrize(
    ("heading", "sure"),
    [
        ("Opération", True), ("Opérations", True), ("Intervention", True), ("Programme", True), ("Fiche projet", True),
        ("Projet prioritaire", True), ("Sujet", False), ("العملية", True), ("العمليات", True), ("التدخل", True),
        ("البرنامج", True), ("موضوع المشروع", False), ("Phase", False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("blank", [False, True])
def test_what_repeats_before_activities_is_their_project(heading: str, sure: bool, blank: bool) -> None:
    step = "النشاط" if heading[0] > "\u0600" else "Activité"
    grid = sheet(["Axe", heading, step, "Responsable", "Échéance"], *(_blank_below(STEPS) if blank else STEPS))
    imported = read(grid)
    assert _dues(commitments_of(imported)) == DUES
    assert "activities" not in shown(imported)["plans"][0]
    assert ("import/heading-uncertain" in codes(imported)) is not sure
    assert accounted(imported, grid)


def test_places_and_times_before_activities_are_no_projects() -> None:
    rows = [["Hay Salam", "Nettoyer", "DST"], ["Hay Salam", "Planter", "DST"], ["Hay Nahda", "Peindre", "DST"]]
    imported = read(sheet(["Quartier", "Activité", "Responsable"], *rows))
    assert len(shown(imported)["plans"][0]["activities"]) == 3
    assert "import/column-unmapped" in codes(imported)


@pytest.mark.parametrize("steps", [True, False])
@pytest.mark.parametrize(
    ("above", "project", "step"),
    [("الورش", "المشروع", "النشاط"), ("Chantier", "Projet", "Activité"), ("Programa", "Proyecto", "Actividad")],
)
def test_sites_of_work_before_projects_are_axes(above: str, project: str, step: str, steps: bool) -> None:
    rows = [["Transparence", "Portail", "Étude"], ["Transparence", "Portail", "Pages"], ["Écoute", "Forum", "Salle"]]
    if not steps:
        rows = [["Transparence", "Portail"], ["Transparence", "Atlas"], ["Écoute", "Forum"]]
    commitments = commitments_of(read(sheet([above, project, step][: len(rows[0])], *rows)))
    assert [one["axes"] for one in commitments][-1] == ["Écoute"]
    assert [next(iter(one["title"].values())) for one in commitments] == list(dict.fromkeys(row[1] for row in rows))


def test_rows_that_describe_different_things_under_one_title_stay_apart_and_it_is_said() -> None:
    imported = read(sheet(["Axe", "Projet", "Descriptif"], ["A", "Atelier", "Au nord"], ["A", "Atelier", "Au sud"]))
    assert len(commitments_of(imported)) == 2
    assert "import/same-title-apart" in codes(imported)


@pytest.mark.parametrize(
    "tail",
    [
        [[], ["", "TOTAL", "", "", "69 000", ""]],
        [[], ["NB : les projets dépendent de la convention."]],
        [["", "", "", "", "", False], ["", "", "", "", "", False]],
    ],
)
def test_what_stands_below_the_steps_says_nothing_of_them(tail: list[list[object]]) -> None:
    rows: list[list[object]] = [
        ["P1", "Budget citoyen", "Rédaction", "Finances", "45 000", True],
        ["", "", "Publication", "Informatique", "10 000", False],
        ["Note : à compléter"],
        ["P2", "Boîte à idées", "Cahier des charges", "Informatique", "5 000", False],
        ["", "", "Développement", "Informatique", "9 000", False],
    ]
    header = ["Réf", "Projet d'ouverture", "Ce qui doit être fait", "Qui s'en charge ?", "Coût (DH)", "Fait"]
    commitments = commitments_of(read(sheet(header, *rows, *tail)))
    steps = [[step["title"]["fr"] for step in one["milestones"]] for one in commitments]
    assert steps == [["Rédaction", "Publication"], ["Cahier des charges", "Développement"]]


@pytest.mark.parametrize("heading", ["Composantes", "Consistance", "Description", "مكونات المشروع"])
def test_descriptions_of_each_row_are_steps_where_their_dates_differ(heading: str) -> None:
    header = ["Projet", heading, "Responsable", "Échéance"]
    rows = [
        ["Portail", "Choisir l'outil", "DSI", "mars 2026"],
        ["Portail", "Former les agents", "DRH", "juin 2026"],
        ["Forum", "Tenir les réunions", "SG", "mai 2026"],
    ]
    imported = read(sheet(header, *rows))
    portal, forum = commitments_of(imported)
    assert [step["due"] for step in portal["milestones"]] == ["2026-03", "2026-06"]
    assert len(forum["milestones"]) == 1
    assert "leads" not in forum
    assert "import/heading-uncertain" in codes(imported)
    alike = [[*row[:3], "mars 2026"] for row in rows]
    assert "milestones" not in commitments_of(read(sheet(header, *alike)))[0]
