"""Cells of which several lines have labels of their own, all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, unmapped

LINES = "Problème : rien n’est publié.\nSolution : publier.\nRésultats attendus : un budget connu."
ASKED = {"problem": "rien n’est publié.", "action": "publier.", "expected_results": "un budget connu."}


@pytest.mark.parametrize(
    "row",
    [
        ["Engagement 1 : Budget ouvert", LINES],
        ["Engagement 1", f"Titre : Budget ouvert\n{LINES}"],
    ],
)
def test_they_are_read_line_by_line_beside_what_numbers_a_project(row: list[str]) -> None:
    other = ["Engagement 2 : Portail", "Problème : aucune donnée.\nSolution : un portail."]
    made = read_paper("= Plan d’action 2026-2028", [row, other])
    first, second = commitments_of(made)
    assert (first["number"], first["title"]["fr"]) == ("1", "Budget ouvert")
    assert {field: first[field]["fr"] for field in ASKED} == ASKED
    assert (second["number"], second["problem"]["fr"]) == ("2", "aucune donnée.")
    assert unmapped(made) == {}


def test_they_are_read_line_by_line_beside_description_and_a_word_for_commitments_is_what_one_does() -> None:
    said = "Problem: No figures.\nThey are on paper.\nCommitment: Publish them.\nExpected results: All know."
    rows = [["Commitment title", "Open budget"], ["Description of the commitment", said], ["Lead", "Finance unit"]]
    (commitment,) = commitments_of(read_paper("= Action plan 2026-2028", rows))
    assert commitment["title"]["en"] == "Open budget"
    assert commitment["problem"]["en"] == "No figures.\nThey are on paper."
    assert (commitment["action"]["en"], commitment["expected_results"]["en"]) == ("Publish them.", "All know.")
    assert "description" not in commitment


@pytest.mark.parametrize("said", ["A first step.\nProblem: it costs money.", "Problem: none.\nProblem: none at all."])
def test_one_label_inside_a_text_does_not_part_it(said: str) -> None:
    rows = [["Commitment title", "Open budget"], ["Description of the commitment", said], ["Lead", "Finance unit"]]
    (commitment,) = commitments_of(read_paper("= Action plan 2026-2028", rows))
    assert commitment["description"]["en"] == said


@pytest.mark.parametrize(
    ("said", "code"), [("=", "import/same-as-untold"), ("″", "import/same-as-untold"), ("?", "import/no-value")]
)
def test_signs_behind_a_label_answer_it_and_name_nobody(said: str, code: str) -> None:
    made = read_paper(
        "= Plan d’action 2026-2028", "# Engagement 1 : Portail", f"Responsable : {said}", "Budget : =", "DSI"
    )
    (commitment,) = commitments_of(made)
    assert "leads" not in commitment
    assert unmapped(made)["paragraph 3"] == said
    assert code in codes_of(made)
    assert commitment["budget"] == [{"text": {"fr": "="}}]


def test_a_dash_and_dots_behind_a_label_are_no_answer_of_theirs() -> None:
    (commitment,) = commitments_of(
        read_paper("= Plan d’action 2026-2028", "# Engagement 1 : Portail", "Objectifs :-", "* Ouvrir")
    )
    assert commitment["objectives"]["fr"] == "Ouvrir"
