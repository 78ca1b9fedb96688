"""Plans that point to minutes in a sentence are plans; minutes that speak of a plan are minutes."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import read_paper, tree_of

_FICHE = [["FICHE PROJET N° 01 : Portail"], ["Intitulé du projet", "Portail"], ["Responsable", "DSI"]]
_AR = [["بطاقة المشروع رقم 1: البوابة"], ["عنوان المشروع", "البوابة"], ["المسؤول", "مصلحة المعلوميات"]]
_AXES = ["# Axe I : Transparence"]


@pytest.mark.parametrize(
    ("title", "line", "fiche"),
    [
        ("Programme d'ouverture 2026-2027", "Document validé par le comité mixte (voir PV joint).", _FICHE),
        ("Programme d'ouverture 2026-2027", "Le procès-verbal de l'atelier du 15 janvier figure en annexe.", _FICHE),
        ("Programme d'ouverture 2026-2027", "PV de la séance : voir annexe 2", _FICHE),
        ("برنامج عمل الانفتاح 2026-2028", "انظر محضر الاجتماع المرفق", _AR),
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_a_plan_that_points_to_minutes_is_a_plan(
    title: str, line: str, fiche: list[list[str]], *, before: bool
) -> None:
    head = (line, f"= {title}") if before else (f"= {title}", line)
    tree = tree_of(read_paper(*head, *_AXES, fiche, "# Axe II : Participation", fiche))
    assert [len(each["commitments"]) >= 1 for each in tree["plans"]] == [True]
    assert "workshops" not in tree


@pytest.mark.parametrize("line", ["Le procès-verbal de la réunion est joint en annexe.", "Voir le PV de la réunion."])
def test_a_report_that_points_to_minutes_makes_no_meeting(line: str) -> None:
    rows = [["Projet", "État d'avancement", "Réalisations"], ["Portail", "En cours", "Cahier rédigé"]]
    made = read_paper("= Rapport de suivi du programme d'ouverture 2026", line, "# Avancement", rows)
    assert ("workshops" in tree_of(made), len(tree_of(made)["progress_updates"])) == (False, 1)


def test_minutes_that_speak_of_the_plan_are_minutes() -> None:
    made = read_paper(
        *("= Programme d'ouverture 2026-2027", "= Procès-verbal de l'atelier de concertation", "Date : 3 mars 2026"),
        *("# Groupe 1 : Transparence", "Propositions :", "* Publier les arrêtés", "Voir le PV en annexe."),
    )
    assert len(tree_of(made)["workshops"]) == 1


@pytest.mark.parametrize(
    ("title", "line", "below"),
    [
        ("Plan d'action d'ouverture 2025-2027", "Procès-verbal de la réunion du comité de suivi tenue le 12 mars 2025.",
         ["Étaient présents : M. Ali Exemple", "Ordre du jour :", "* Point 1", "Décisions :", "* Publier le budget"]),
        ("Plan d'action d'ouverture 2025-2027", "Compte-rendu de l'atelier du 12 mars 2025 (cf. invitation n° 12)",
         ["Participants : M. Ali Exemple", "# Groupe 1 : Accès", "Propositions :", "* Publier le budget"]),
        ("برنامج عمل الانفتاح 2025-2027", "محضر اجتماع ورشة المشاركة (رفقته لائحة الحضور)",
         ["الحاضرون:", "* السيد علي", "المقترحات:", "* نشر الميزانية"]),
    ],
)  # fmt: skip
def test_a_title_of_minutes_that_ends_as_a_sentence_is_one(title: str, line: str, below: list[str]) -> None:
    assert len(tree_of(read_paper(f"= {title}", line, *below))["workshops"]) == 1
