"""Labels that ask for several steps in a form, all made up: what follows below is asked of the commitment again."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import commitments_of, read_paper, unmapped

_LISTED = "• Appel – mars 2025\n• Installation – septembre 2025"
_TWO = [("Appel", "2025-03"), ("Installation", "2025-09")]


@pytest.mark.parametrize(
    ("label", "answer", "steps"),
    [
        ("Étapes clés", _LISTED, _TWO),
        ("Étapes clés", "Appel – mars 2025\nInstallation – septembre 2025", _TWO),
        ("Étapes clés", "Appel – mars 2025", _TWO[:1]),
        ("Jalons du projet", _LISTED, _TWO),
        ("Les étapes clés", _LISTED, _TWO),
        ("Calendrier des étapes", _LISTED, _TWO),
        ("Étapes clés du projet", _LISTED, _TWO),
        ("Key milestones", "• Call – March 2025\n• First sitting – September 2025",
         [("Call", "2025-03"), ("First sitting", "2025-09")]),
        ("Actividades previstas", "• Convocatoria – marzo 2025\n• Instalación – septiembre 2025",
         [("Convocatoria", "2025-03"), ("Instalación", "2025-09")]),
        ("الخطوات", "• الإعلان – مارس 2025\n• التنصيب – شتنبر 2025", [("الإعلان", "2025-03"), ("التنصيب", "2025-09")]),
        ("Étapes clés", "• Cadrage – T1 2026\n• Mise en ligne – fin 2026",
         [("Cadrage", "2026-Q1"), ("Mise en ligne", "2026")]),
    ],
)  # fmt: skip
def test_several_steps_are_listed_and_the_form_goes_on(label: str, answer: str, steps: list[tuple[str, str]]) -> None:
    rows = [["Engagement n° 1", "Conseil des jeunes"], ["Pilote", "Cabinet"], [label, answer], ["Coût", "80 000 €"]]
    made = read_paper("= Plan d’action 2025-2028", rows)
    (commitment,) = commitments_of(made)
    told = [(*each["title"].values(), each.get("due")) for each in commitment["milestones"]]
    assert told == steps
    assert [each["amount"]["value"] for each in commitment["budget"]] == ["80000"]
    assert unmapped(made) == {}


@pytest.mark.parametrize("label", ["Étape clé", "Tâche"])
def test_items_below_a_label_for_one_step_are_several(label: str) -> None:
    rows = [["Problème", "Rien n’est publié"], [label, _LISTED], ["Coût", "80 000 €"]]
    made = read_paper("= Plan d’action 2025-2028", "# Engagement 1 : Conseil", rows)
    (commitment,) = commitments_of(made)
    assert [(*each["title"].values(), each["due"]) for each in commitment["milestones"]] == _TWO
    assert "budget" in commitment


def test_a_label_for_one_step_opens_it() -> None:
    rows = [["Problème", "Rien n’est publié"], ["Étape clé", "Appel"], ["Échéance", "mars 2025"]]
    made = read_paper("= Plan d’action 2025-2028", "# Engagement 1 : Conseil", rows)
    (commitment,) = commitments_of(made)
    assert [(each["title"]["fr"], each["due"]) for each in commitment["milestones"]] == [("Appel", "2025-03")]


def test_columns_headed_with_several_steps_hold_titles() -> None:
    rows = [["Étapes clés", "Responsable"], ["Appel", "Cabinet"], ["Installation", "Greffe"]]
    made = read_paper("= Plan d’action 2025-2028", "# Engagement 1 : Conseil", [["Pilote", "Cabinet"]], rows)
    (commitment,) = commitments_of(made)
    assert [each["title"]["fr"] for each in commitment["milestones"]] == ["Appel", "Installation"]


@pytest.mark.parametrize(
    ("label", "said", "code"),
    [
        ("Avancement", "☐ Non engagé  ☒ En cours  ☐ Terminé", "in_progress"),
        ("Avancement", "En cours", "in_progress"),
        ("Progress", "Completed", "completed"),
    ],
)
def test_a_state_beside_a_label_for_progress_is_the_state(label: str, said: str, code: str) -> None:
    made = read_paper(
        "= Plan d’action 2025-2028", [["Engagement n° 1", "Conseil des jeunes"], ["Pilote", "Cabinet"], [label, said]]
    )
    (commitment,) = commitments_of(made)
    assert commitment["status"]["code"] == code
    assert "progress" not in commitment
    assert unmapped(made) == {}


def test_semicolons_part_activities_of_a_project_in_a_cell_and_it_is_said() -> None:
    rows = [["Axe", "Projet", "Activités", "Échéance"], ["Écoute", "Portail", "Étude ; Tests ; Lancement", "12/2025"]]
    made = read_paper("= Programme d'ouverture 2025-2026", [*rows, ["", "Forum", "Tenue du forum", "06/2025"]])
    portal, forum = commitments_of(made)
    assert [step["title"]["fr"] for step in portal["milestones"]] == ["Étude", "Tests", "Lancement"]
    assert [step["title"]["fr"] for step in forum["milestones"]] == ["Tenue du forum"]
    (said,) = [finding for finding in made.findings if finding.params.get("field") == "milestones"]
    assert said.code == "import/assumed"


def test_a_semicolon_before_when_a_step_is_due_parts_nothing() -> None:
    rows = [["Projet", "Activités"], ["Portail", "Étude ; échéance : juin 2025"]]
    (commitment,) = commitments_of(read_paper("= Programme d'ouverture 2025-2026", rows))
    assert len(commitment["milestones"]) == 1


@pytest.mark.parametrize("said", ["Réunion avec la DSI ; la DAF ; la DRH", "Accord de la commune ; la province"])
def test_bodies_behind_semicolons_are_no_activities(said: str) -> None:
    heading = "= Programme d'ouverture 2025-2026"
    (commitment,) = commitments_of(read_paper(heading, [["Projet", "Activités"], ["Portail", said]]))
    assert [step["title"]["fr"] for step in commitment["milestones"]] == [said]
