"""Fiches whose labels and headings of steps only their cells tell: states, and from when to when; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet

STEPS = [["Cahier des charges", "DSI", "15/02/2025", "31/03/2025", "Fait"],
         ["Mise en ligne", "DSI", "15/04/2025", "30/06/2025", "En cours"]]  # fmt: skip
MEASURES = [[], ["Indicateur", "Valeur de départ", "Valeur cible"], ["PV publiés", 0, 24]]


def _fiche(title: str, state: str, heads: tuple[str, str], *more: list[Any]) -> list[list[Any]]:
    return [
        ["FICHE PROJET"],
        ["Intitulé du projet", title],
        ["Service porteur", "DSI"],
        ["Problème", "Données dispersées"],
        ["Situation actuelle", state],
        [],
        ["Activité", "Responsable", *heads, "Avancement"],
        *STEPS,
        *more,
    ]


@pytest.mark.parametrize("more", [[], MEASURES])
@pytest.mark.parametrize("heads", [("Du", "Au"), ("De", "À")])
def test_steps_of_fiches_have_their_days_and_projects_their_states(heads: tuple[str, str], more: list[Any]) -> None:
    first = sheet(*_fiche("Portail", "En cours", heads, *more), name="Portail")
    other = sheet(*_fiche("Forum", "Achevé", heads, *more), name="Forum")
    for sheets in ((first,), (first, other)):
        imported = read(*sheets)
        commitments = commitments_of(imported)
        assert [one["status"]["code"] for one in commitments] == ["in_progress", "completed"][: len(sheets)]
        assert not any("status_quo" in one for one in commitments)
        for one in commitments:
            days = [(step["start"], step["due"], step["status"]["code"]) for step in one["milestones"]]
            assert days == [
                ("2025-02-15", "2025-03-31", "completed"), ("2025-04-15", "2025-06-30", "in_progress"),
            ]  # fmt: skip
        assert "import/column-unmapped" not in codes(imported)
        assert accounted(imported, *sheets)


def test_a_situation_in_words_is_none() -> None:
    said = "Les données sont dispersées et personne ne les trouve"
    grid = sheet(*_fiche("Portail", said, ("Du", "Au"))[:5])
    (portal,) = commitments_of(read(grid))
    assert (portal["status_quo"]["fr"], "status" in portal) == (said, False)


def test_a_situation_in_arabic_cards() -> None:
    rows = [["عنوان المشروع", "بوابة"], ["الإشكالية", "معطيات متفرقة"], ["الجهة المسؤولة", "قسم المعلوميات"]]
    (portal,) = commitments_of(read(sheet(*rows, ["الوضعية الحالية", "في طور الإنجاز"])))
    assert portal["status"]["code"] == "in_progress"


def test_the_next_project_below_a_table_of_indicators_is_none_of_these() -> None:
    rows = [["Intitulé", "Portail"], ["Responsable", "DSI"], ["Indicateur", "Valeur de départ", "Cible"]]
    made = read(sheet(["Fiche projet n° 1"], *rows, ["Visites", 10, 100], ["Usagers", 5, 20], ["Projet 2 : Forum"]))
    told = [(*one["title"].values(), len(one.get("indicators", ()))) for one in commitments_of(made)]
    assert told == [("Portail", 2), ("Forum", 0)]
