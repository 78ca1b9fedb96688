"""Follow-up by activity on a sheet of its own, and columns whose cells say what their headings do not; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import codes, read, sheet, shown

PLAN = sheet(
    ["Axe", "Réf. projet", "Projet", "Réf. activité", "Activité", "Responsable", "Fin"],
    ["Ouvrir", "P1", "Portail", "P1.1", "Recensement", "DSI", "06/2026"],
    ["Ouvrir", "P1", "Portail", "P1.2", "Mise en ligne", "DSI", "12/2026"],
    ["Agir", "P2", "Forum", "P2.1", "Salle", "SG", "03/2026"],
    name="Plan",
)
ROWS = [
    ["P1.1", "Recensement", "100%", "Réalisé"],
    ["P1.2", "Mise en ligne", "40%", "En cours"],
    ["P2.1", "Salle", "0%", ""],
]


@pytest.mark.parametrize("names", [["Réf. activité", "Activité"], ["N° activité", "Activité"], ["Activité"]])
def test_activities_that_are_followed_up_are_those_of_the_plan(names: list[str]) -> None:
    rows = ROWS if len(names) == 2 else [row[1:] for row in ROWS]
    follow_up = sheet(["Situation au 30/06/2026"], [*names, "Taux d'avancement", "État"], *rows, name="Suivi")
    imported = read(PLAN, follow_up)
    (plan,) = shown(imported)["plans"]
    assert "activities" not in plan
    steps = [step for one in plan["commitments"] for step in one["milestones"]]
    assert [step["progress"] for step in steps] == [100, 40, 0]
    assert "import/joined-with-earlier" in codes(imported)


def test_an_activity_of_another_number_is_another_one() -> None:
    imported = read(
        PLAN, sheet(["Réf. activité", "Activité", "État"], ["P9.9", "Recensement", "Réalisé"], name="Suivi")
    )
    (plan,) = shown(imported)["plans"]
    assert [one["number"] for one in plan["activities"]] == ["P9.9"]


@pytest.mark.parametrize(
    ("heading", "states"),
    [("Situation actuelle", ["Réalisé", "En cours"]), ("الوضعية الحالية", ["منجز", "في طور الإنجاز"])],
)
def test_states_behind_an_indicator_are_states(heading: str, states: list[str]) -> None:
    rows = [["Portail", "Visites", "3000", states[0]], ["Forum", "Participants", "40", states[1]]]
    (plan,) = shown(read(sheet(["Projet", "Indicateur", "Cible", heading], *rows)))["plans"]
    assert [one["status"]["code"] for one in plan["commitments"]] == ["completed", "in_progress"]
    assert not any("baseline" in each for one in plan["commitments"] for each in one["indicators"])


def test_values_behind_an_indicator_stay_its_own() -> None:
    rows = [["Portail", "Visites", "3000", "120"], ["Forum", "Participants", "40", "12"]]
    (plan,) = shown(read(sheet(["Projet", "Indicateur", "Cible", "Situation actuelle"], *rows)))["plans"]
    assert not any("status" in one for one in plan["commitments"])


@pytest.mark.parametrize(
    ("heading", "word"),
    [("المشاريع والأنشطة", "مشروع"), ("المشاريع / الأنشطة", "المشروع"), ("Projets et activités", "Projet")],
)
def test_activities_below_projects_of_one_column_are_theirs(heading: str, word: str) -> None:
    rows = [
        [f"{word} 1: A", "x", ""],
        ["b", "y", "2026-06"],
        ["c", "z", "2026-09"],
        [f"{word} 2: D", "x", ""],
        ["e", "y", "2026"],
    ]
    (plan,) = shown(read(sheet([heading, "Responsable", "Échéance"], *rows)))["plans"]
    assert [len(one["milestones"]) for one in plan["commitments"]] == [2, 1]
