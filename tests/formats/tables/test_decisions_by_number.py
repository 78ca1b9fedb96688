"""Sheets of decisions on what other sheets hold: by their numbers alone, or in other words."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

_BROUGHT = {
    "fr": (["N°", "Proposition", "Groupe"], ["N°", "Décision", "Motif"], "Acceptée", "Rejetée"),
    "ar": (["الرقم", "المقترح", "المجموعة"], ["رقم المقترح", "القرار", "التعليل"], "مقبول", "مرفوض"),
    "en": (["No.", "Proposal", "Group"], ["Proposal no.", "Decision", "Reason"], "Accepted", "Rejected"),
}


def _all(tree: dict[str, Any]) -> list[dict[str, Any]]:
    (workshop,) = tree["workshops"]
    groups = [one for group in workshop.get("working_groups", ()) for one in group.get("contributions", ())]
    return [*groups, *workshop.get("contributions", ())]


@pytest.mark.parametrize("language", _BROUGHT)
def test_decisions_by_number_alone(language: str) -> None:
    brought, decided, yes, no = _BROUGHT[language]
    sheets = (
        sheet(brought, [1, "Portail", "G1"], [2, "Bureau", "G1"], [3, "Guide", "G2"], name="A"),
        sheet(decided, [1, yes, "Utile"], [3, no, "Cher"], [9, no, "Cher"], name="B"),
    )
    made = read(*sheets)
    said = {one["number"]: one.get("disposition", {}) for one in _all(shown(made))}
    assert {number: one.get("status") for number, one in said.items()} == {"1": "accepted", "2": None, "3": "rejected"}
    assert next(iter(said["3"]["reason"].values())) == "Cher"
    assert codes(made).count("import/contribution-unknown") == 1
    assert accounted(made, *sheets)


def test_decisions_without_contributions_are_not_read() -> None:
    plan = sheet(["Projet", "Responsable"], ["Portail", "DSI"], name="Plan")
    made = read(plan, sheet(["N°", "Décision", "Motif"], [1, "Acceptée", "Utile"], name="B"))
    assert "workshops" not in shown(made)
    assert "import/sheet-unread" in codes(made)


def test_the_same_number_in_other_words_is_said() -> None:
    brought = sheet(["N°", "Proposition", "Groupe"], [1, "Créer un portail", "G1"], [2, "Bureau", "G1"], name="A")
    decided = sheet(
        ["N°", "Proposition", "Décision", "Motif"],
        [1, "Portail des données", "Acceptée", "Utile"],
        [2, "Bureau.", "Rejetée", "Cher"],
        [7, "Radio", "Rejetée", "Cher"],
        name="B",
    )
    made = read(brought, decided)
    assert len(_all(shown(made))) == 4
    (said,) = (each for each in made.findings if each.code == "import/number-in-other-words")
    assert said.params == {"text": "Portail des données", "number": "1", "other": "Créer un portail"}


def test_groups_that_number_their_own_are_not_said() -> None:
    heads = ["N°", "Proposition", "Décision", "Motif"]
    made = read(
        sheet(
            ["Groupe 1 : Propreté"], heads, [1, "Bacs", "Acceptée", "Utile"], [2, "Tri", "Rejetée", "Cher"], name="A"
        ),
        sheet(
            ["Groupe 2 : Culture"], heads, [1, "Radio", "Acceptée", "Utile"], [2, "Salle", "Rejetée", "Cher"], name="B"
        ),
    )
    assert len(_all(shown(made))) == 4
    assert "import/number-in-other-words" not in codes(made)


def test_an_unknown_reference_does_not_speak_for_the_other_cells_of_its_row() -> None:
    grid = sheet(
        ["N", "Recommandation", "Suite réservée", "Engagement correspondant", "Échéance", "Responsable"],
        [1, "Publier", "Acceptée", "Engagement 2", "T2 2025", "Secrétariat"],
    )
    imported = read(grid)
    kept = {str(one.params["heading"]) for one in imported.findings if one.code == "import/column-kept"}
    assert {"Échéance", "Responsable"} <= kept
    assert "import/unknown-reference" in codes(imported)
