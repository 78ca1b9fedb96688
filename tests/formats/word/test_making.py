"""Tables that say how the plan was made, in Word files and sheets; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables import sheets
from tests.formats.word.papers import codes_of, read_paper, tree_of

_TITLE = "= Programme d’ouverture de la commune 2026-2027"
_PROJECTS = ["# Axe 1 : Écoute", "## Projet 1 : Portail", "Responsable : Service A"]
_ARABIC = ["# المحور 1: الشفافية", "## المشروع 1: البوابة", "المسؤول: مصلحة أ"]
_STEPS = [
    ["Étape", "Période"],
    ["Réunion d’information", "janvier 2025"],
    ["Ateliers de co-création", "mars 2025"],
    ["Adoption", "octobre 2025"],
]
_DATES = [
    ["Date", "Activité", "Participants"],
    ["14/01/2025", "Réunion d’information", "62"],
    ["12/03/2025", "Atelier", "45"],
]
_PHASES = [
    ["Phase", "Activités", "Calendrier"],
    ["Diagnostic", "Réunions avec les services", "janvier 2025"],
    ["Concertation", "Ateliers thématiques", "mars 2025"],
]
_IN_ARABIC = [
    ["المرحلة", "التاريخ"],
    ["لقاء تواصلي", "14 يناير 2025"],
    ["ورشة الإعداد المشترك", "12 مارس 2025"],
    ["المصادقة", "أكتوبر 2025"],
]


def _plan(made: Any) -> Any:
    (plan,) = tree_of(made)["plans"]
    return plan


@pytest.mark.parametrize(
    ("heading", "table", "rest"),
    [
        ("# Méthodologie d’élaboration", _STEPS, _PROJECTS),
        ("# Processus d’élaboration du programme", _DATES, _PROJECTS),
        ("# Méthodologie", _PHASES, _PROJECTS),
        ("# مراحل إعداد البرنامج", _IN_ARABIC, _ARABIC),
    ],
)
def test_a_heading_tells_that_steps_are_those_of_the_making(heading: str, table: Any, rest: list[str]) -> None:
    made = read_paper(_TITLE, heading, table, *rest)
    plan = _plan(made)
    assert "activities" not in plan
    assert len(plan["commitments"]) == 1
    assert "import/making-kept" in codes_of(made)
    assert {table[1][0], table[1][1]} <= {kept["text"] for kept in plan["x_unmapped"]}
    adopted = [row[1] for row in table if row[0] in ("Adoption", "المصادقة")]
    assert [one["date"] for one in plan.get("adoptions", [])] == ["2025-10" for _ in adopted]


def test_a_chapter_behind_the_last_project_is_of_the_plan() -> None:
    made = read_paper(_TITLE, *_PROJECTS, "# Annexe : étapes d’élaboration du programme", _STEPS)
    assert "milestones" not in _plan(made)["commitments"][0]
    assert "import/making-kept" in codes_of(made)


def test_steps_of_a_project_stay_its_own() -> None:
    made = read_paper(_TITLE, *_PROJECTS, "### Méthodologie", _PHASES)
    assert len(_plan(made)["commitments"][0]["milestones"]) == 2
    assert not [code for code in codes_of(made) if "making" in code]


def test_what_is_to_be_done_is_still_read() -> None:
    todo = [["Étape", "Échéance"], ["Rédaction du cahier des charges", "janvier 2026"], ["Mise en ligne", "mars 2026"]]
    made = read_paper(_TITLE, "# Méthodologie", todo, *_PROJECTS)
    assert len(_plan(made)["activities"]) == 2
    assert not [code for code in codes_of(made) if "making" in code]


def test_rows_alone_are_doubted() -> None:
    made = read_paper(_TITLE, _STEPS, *_PROJECTS)
    assert len(_plan(made)["activities"]) == 3
    assert "import/making-doubted" in codes_of(made)


@pytest.mark.parametrize(("name", "above"), [("Processus", []), ("Feuil2", [["Calendrier d’élaboration"], []])])
def test_sheets_have_them_too(name: str, above: list[Any]) -> None:
    projects = sheets.sheet(["Axe", "Projet", "Responsable"], ["Écoute", "Portail", "A"], ["Jeunesse", "Forum", "B"])
    making = sheets.sheet(*above, *_STEPS, name=name)
    made = sheets.read(projects, making)
    (plan,) = sheets.shown(made)["plans"]
    assert "activities" not in plan
    assert sheets.accounted(made, projects, making)
    assert "import/making-kept" in sheets.codes(made)
    assert "import/column-kept" not in sheets.codes(made)
