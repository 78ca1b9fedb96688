"""Headings as councils write them, in four languages: none that is known is lost, and what is none stays none."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

from opengov_local.formats.wording.headings.heading_meanings import STRIPPED
from opengov_local.formats.wording.headings.vocabulary import recognise

ROWS = list(csv.DictReader((Path(__file__).parent / "headings" / "of_councils.csv").read_text("utf-8").splitlines()))
"""Heading and target; a heading without one asks for something that the model has no field for."""


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr"])
def test_each_heading_is_told_surely(language: str) -> None:
    asked = {row["heading"]: row["target"] for row in ROWS if row["language"] == language and row["target"]}
    found = {heading: recognise(heading) for heading in asked}
    lost = {
        heading: (asked[heading], one and (one.target, one.score))
        for heading, one in found.items()
        if one is None or one.target != asked[heading] or one.score < STRIPPED
    }
    assert len(asked) > 80
    assert not lost


def test_what_the_model_has_no_field_for_is_left_told() -> None:
    others = {row["heading"] for row in ROWS if not row["target"]}
    assert len(others) > 40
    assert not {heading: found for heading in others if (found := recognise(heading))}


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("Problèmes recensés", "problem"),
        ("Problèmes identifiés par le groupe", "problem"),
        ("المشاكل المطروحة من طرف المشاركين", "problem"),
        ("النتائج المراد تحقيقها", "expected_results"),
        ("Issue to be addressed", "problem"),
        ("Contexte et justification", "status_quo"),
        ("Denominación de la actuación", "commitment.title"),
        ("Identifiant de l'action", "commitment.number"),
        ("رمز المحور", "axis.number"),
        ("% d'achèvement", "progress"),
        ("% الإنجاز", "progress"),
        ("Raisons du retard", "update.challenges"),
        ("Activités principales du projet", "milestone.title"),
        ("أهداف التنمية المستدامة ذات الصلة", "sdgs"),
        ("N° de la fiche action", "commitment.number"),
        ("اسم المجموعة", "group"),
        ("Responsables d'exécution", "lead"),
    ],
)
def test_words_that_change_nothing_of_what_is_asked_for_are_left_out(heading: str, target: str) -> None:
    found = recognise(heading)
    assert found is not None
    assert (found.target, found.score) == (target, STRIPPED)


@pytest.mark.parametrize(
    "heading",
    [
        "Budget alloué par la commune",
        "Titre foncier",
        "Code postal",
        "Nom de la proposition",
        "Montant retenu",
        "Date proposée",
        "Adresse du responsable",
        "نسبة الإنجاز المالي",
        "Taux d'engagement",
        "Taux de consommation des crédits",
        "Fecha de nacimiento",
        "Taux d'avancement financier",
        "Type d'intervention",
    ],
)
def test_words_that_say_something_else_are_not_left_out(heading: str) -> None:
    found = recognise(heading)
    assert found is None or found.score < STRIPPED


def test_a_word_that_only_looks_alike_is_no_slip_of_the_pen() -> None:
    assert (found := recognise("مآل المشروع")) is not None
    assert found.target == "status"
    assert recognise("مال المراحل") is None


@pytest.mark.parametrize(
    ("heading", "words"),
    [("État de mise en œuvre", ["Achevé", "En cours"]), ("حالة التنفيذ", ["منجز", "في طور الإنجاز"])],
)
def test_states_below_a_heading_of_a_state_are_states(heading: str, words: list[str]) -> None:
    rows = [["Portail", words[0]], ["Forum", words[1]]]
    (plan,) = shown(read(sheet(["Projet", heading], *rows)))["plans"]
    assert [one["status"]["code"] for one in plan["commitments"]] == ["completed", "in_progress"]


def test_texts_below_it_are_what_was_done() -> None:
    rows = [["Portail", "Le cahier des charges est publié"], ["Forum", "Les associations sont invitées"]]
    (plan,) = shown(made := read(sheet(["Projet", "État de mise en œuvre"], *rows)))["plans"]
    assert not any("status" in one for one in plan["commitments"])
    assert [one["text"]["fr"] for one in shown(made)["progress_updates"]] == [row[1] for row in rows]


@pytest.mark.parametrize(
    "heading", ["Projet et objectif", "Projet / Objectif", "Action et résultat attendu", "المشروع والهدف"]
)
def test_a_heading_of_a_title_and_more_is_the_titles_and_said(heading: str) -> None:
    grid = sheet(["N°", heading, "Responsable"], [1, "Kiosque\nObjectif : informer", "DSI"], [2, "Radio", "SG"])
    imported = read(grid)
    first, second = commitments_of(imported)
    assert next(iter(first["title"].values())).startswith("Kiosque")
    assert [*second["title"].values()] == ["Radio"]
    assert "import/heading-uncertain" in codes(imported)
    assert accounted(imported, grid)


@pytest.mark.parametrize("heading", ["Projet et objectif", "Projet / Objectif", "Projet (objectif)", "المشروع والهدف"])
@pytest.mark.parametrize("label", ["", "Objectif : "])
def test_what_stands_below_a_title_is_what_the_heading_asks_with_it(heading: str, label: str) -> None:
    rows = [[1, f"Kiosque\n{label}Informer", "DSI"], [2, f"Forum\n{label}Écouter\nRépondre", "SG"], [3, "Radio", "SG"]]
    grid = sheet(["N°", heading, "Responsable"], *rows)
    imported = read(grid)
    told = [(*one["title"].values(), *one.get("objectives", {}).values()) for one in commitments_of(imported)]
    assert told == [("Kiosque", "Informer"), ("Forum", "Écouter\nRépondre"), ("Radio",)]
    assert "import/heading-uncertain" in codes(imported)
    assert accounted(imported, grid)


@pytest.mark.parametrize(
    "heading",
    ["Projet / Activités", "Projets et activités", "Engagement et jalons", "Projets et actions", "المشروع / الأنشطة"],
)
@pytest.mark.parametrize(
    "text",
    [
        "Kiosque :\n- Étude\n- Marché",
        "Kiosque\n• Étude\n• Marché",
        "Kiosque\n1. Étude\n2. Marché",
        "Kiosque :\nÉtude\nMarché",
    ],
)
def test_what_stands_below_a_project_is_its_activities_where_the_heading_asks_for_both(heading: str, text: str) -> None:
    grid = sheet(["Axe", heading, "Responsable"], ["Écoute", text, "DSI"], ["Écoute", "Radio", "SG"])
    imported = read(grid)
    told = [
        (
            *one["title"].values(),
            [*(step["title"][language] for step in one.get("milestones", ()) for language in step["title"])],
        )
        for one in commitments_of(imported)
    ]
    assert told == [("Kiosque", ["Étude", "Marché"]), ("Radio", [])]
    assert "activities" not in shown(imported)["plans"][0]
    assert "import/heading-uncertain" in codes(imported)
    assert accounted(imported, grid)


@pytest.mark.parametrize("text", ["- Kiosque\n- Étude", "1. Kiosque\n2. Étude", "Kiosque\nÉtude"])
def test_lines_of_one_kind_below_such_a_heading_tell_no_project(text: str) -> None:
    imported = read(sheet(["Axe", "Projet / Activités", "Responsable"], ["Écoute", text, "DSI"]))
    assert not any(one["title"] == {"fr": "Kiosque"} for one in shown(imported)["plans"][0].get("commitments", ()))


@pytest.mark.parametrize("heading", ["Projet / Activités", "Projets et activités", "المشروع / الأنشطة"])
def test_where_nothing_parts_projects_from_activities_that_is_said(heading: str) -> None:
    grid = sheet(["Axe", heading, "Responsable"], ["Écoute", "Kiosque", "DSI"], ["Écoute", "Radio : ouvrir", "SG"])
    imported = read(grid)
    assert "import/heading-uncertain" in codes(imported)
    assert accounted(imported, grid)


def test_titles_of_one_line_below_such_a_heading_stay_whole() -> None:
    grid = sheet(
        ["N°", "Projet et objectif", "Responsable"], [1, "Kiosque", "DSI"], [2, "Forum", "SG"], [3, "A\nB", "SG"]
    )
    assert not any("objectives" in one for one in commitments_of(read(grid)))


@pytest.mark.parametrize("heading", ["Responsable du suivi", "المسؤول عن التتبع", "Responsable del seguimiento"])
def test_who_follows_a_project_up_is_how_it_is_steered(heading: str) -> None:
    (one,) = commitments_of(read(sheet(["Projet", "Responsable", heading], ["Portail", "DSI", "Comité"])))
    assert [*one["governance"].values()] == ["Comité"]
    assert len(one["leads"]) == 1


def test_lines_of_spanish_plans_are_numbered() -> None:
    read_back = shown(read(sheet(["Línea", "Compromiso"], ["Línea 1. Transparencia", "Portal"])))
    assert [(axis["number"], axis["title"]["es"]) for axis in read_back["plans"][0]["axes"]] == [("1", "Transparencia")]
