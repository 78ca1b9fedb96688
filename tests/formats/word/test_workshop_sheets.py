"""Sheets that sum up a workshop by questions and their answers: they are minutes, and no plan; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import read_paper, tree_of

_PROBLEM, _SOLUTION = ("problem", "Abc"), ("solution", "Def")


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        (
            "Synthèse de l’atelier « Transparence »",
            [["Quels sont les problèmes ?", "Abc"], ["Quelles solutions proposez-vous ?", "Def"]],
        ),
        (
            "Fiche de synthèse – Atelier 3",
            [
                ["Thème", "Mobilité"],
                ["Date", "14/03/2026"],
                ["Lieu", "Mairie"],
                ["Nombre de participants", "28"],
                ["Problèmes", "Abc"],
                ["Causes", "Ghi"],
                ["Solutions proposées", "Def"],
            ],
        ),
        ("Workshop summary", [["What are the problems?", "Abc"], ["What solutions do you propose?", "Def"]]),
        ("ملخص الورشة", [["ما هي الإشكاليات؟", "Abc"], ["ما هي الحلول المقترحة؟", "Def"]]),
    ],
)
def test_a_sheet_of_a_workshop_is_no_plan(title: str, rows: list[list[str]]) -> None:
    tree = tree_of(read_paper(f"= {title}", rows))
    assert "plans" not in tree
    (workshop,) = tree["workshops"]
    brought = [(each["kind"], next(iter(each["text"].values()))) for each in workshop["contributions"]]
    assert brought == [_PROBLEM, _SOLUTION]


def test_the_card_of_a_project_is_no_sheet_of_a_workshop() -> None:
    rows = [["Intitulé du projet", "Abc"], ["Problème", "Def"], ["Solution proposée", "Ghi"], ["Responsable", "DSI"]]
    tree = tree_of(read_paper("= Fiche projet", rows))
    assert "workshops" not in tree
    assert [each["title"] for each in tree["plans"][0]["commitments"]] == [{"fr": "Abc"}]
