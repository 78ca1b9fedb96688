"""Tables with too few activities to tell whose their cells are, and activities without a project; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import codes, commitments_of, read, sheet, shown

DOUBT = "import/first-activity-alone"
HEAD = ["N°", "Projet", "Activité", "Début", "Responsable", "Budget (DH)"]
ONE: list[list[Any]] = [
    ["P1", "Journal", "Plateforme", "mars 2026", "Greffe", 140000],
    ["", "", "Premier numéro", "avril 2026", "", ""],
    ["P4", "Charte", "Rédaction", "mai 2026", "Cabinet", 10000],
]
OTHER: list[list[Any]] = [
    ["P5", "Forum", "Inviter", "mars 2026", "Accueil", 20000],
    ["", "", "Réunir", "avril 2026", "", ""],
]
LONE: list[list[Any]] = [["P7", "Guide", "Écrire", "mars 2026", "Archives", 5000]]


def test_two_activities_of_one_project_tell_nothing_and_that_is_said() -> None:
    imported = read(sheet(HEAD, *ONE))
    commitments = commitments_of(imported)
    assert ["budget" in one for one in commitments] == [False, False]
    assert codes(imported).count(DOUBT) == 2


@pytest.mark.parametrize("rows", [OTHER, [*OTHER, *LONE], LONE])
def test_sheets_with_the_same_headings_are_judged_together(rows: list[list[Any]]) -> None:
    sheets = [sheet(HEAD, *ONE, name="Axe 1"), sheet(HEAD, *rows, name="Axe 2")]
    third: list[list[Any]] = [["P8", "Carte", "Relever", "mars 2026", "Voirie", 7000], ["", "", "Publier", "mai 2026"]]
    imported = read(*sheets, sheet(HEAD, *third, name="Axe 3"))
    commitments = commitments_of(imported)
    assert all("budget" in one for one in commitments)
    assert not any("budget" in step for one in commitments for step in one["milestones"])
    assert DOUBT not in codes(imported)


def test_all_of_many_sheets_are_judged_together() -> None:
    lone = [sheet(HEAD, [f"L{at}", f"Guide {at}", *LONE[0][2:]], name=f"Axe {at}") for at in range(2, 24)]
    third: list[list[Any]] = [["P8", "Carte", "Relever", "mars 2026", "Voirie", 7000], ["", "", "Publier", "mai 2026"]]
    last = [sheet(HEAD, *OTHER, name="Axe 24"), sheet(HEAD, *third, name="Axe 25")]
    imported = read(sheet(HEAD, *ONE, name="Axe 1"), *lone, *last)
    assert DOUBT not in codes(imported)
    assert "budget" in commitments_of(imported)[0]


def test_other_headings_tell_nothing() -> None:
    head = [*HEAD[:4], "Chef de file", HEAD[5]]
    imported = read(sheet(HEAD, *ONE, name="Axe 1"), sheet(head, *OTHER, name="Axe 2"))
    assert not any("budget" in one for one in commitments_of(imported))
    assert codes(imported).count(DOUBT) == 4


ROWS = [
    ["P1", "Portail", "Cahier"],
    ["P1", "", "Migration"],
    ["P2", "Archives", "Inventaire"],
    ["", "", "Journée portes ouvertes"],
    ["P3", "Comité", "Élection"],
    ["P3", "", "Formation"],
]


def _steps(rows: list[list[str]]) -> list[int]:
    (plan,) = shown(read(sheet(["N°", "Projet", "Activité"], *rows)))["plans"]
    return [len(one["milestones"]) for one in plan["commitments"]]


def test_an_activity_without_the_number_that_others_repeat_has_no_project() -> None:
    assert _steps(ROWS) == [2, 1, 2]


def test_blanks_mean_as_above_where_no_number_is_repeated() -> None:
    assert _steps([["" if at in (1, 5) else row[0], *row[1:]] for at, row in enumerate(ROWS)]) == [2, 2, 2]
    assert _steps(ROWS[:4]) == [2, 2]
