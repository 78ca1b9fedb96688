"""Rows, columns and headings of forms as officers write them: country before collectivity, outputs; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import commitments_of, read_paper, tree_of, unmapped

TITLE = "= Plan d'action 2025-2027"


@pytest.mark.parametrize(
    ("said", "name", "kind"),
    [
        ("Maroc – Commune d'Agadir", "Agadir", "commune"),
        ("Royaume du Maroc : Commune de Fictiville", "Fictiville", "commune"),
        ("Tunisie – Commune de Fictiville", "Fictiville", "commune"),
    ],
)
def test_a_collectivity_behind_its_country_is_whose_plan_it_is(said: str, name: str, kind: str) -> None:
    made = read_paper(TITLE, [["Pays / Collectivité", said], ["Intitulé", "Portail"], ["Pilote", "Service A"]])
    (one,) = tree_of(made)["collectivities"]
    assert (one["name"], one["kind"]) == ({"fr": name}, kind)
    assert one["country"] == ("TN" if said.startswith("Tunisie") else "MA")


def test_a_name_without_a_kind_behind_a_country_is_kept() -> None:
    made = read_paper(TITLE, [["Collectivité", "Maroc – Fictiville"]], "# Engagement 1 : Portail")
    assert "collectivities" not in tree_of(made)
    assert "Maroc – Fictiville" in unmapped(made).values()


def test_results_with_outputs_in_brackets_are_outputs_of_milestones() -> None:
    head = ["Jalons", "Résultats attendus (livrables)", "Date de fin"]
    made = read_paper(
        TITLE, "# Engagement 1 : Portail", [head, ["Étude", "Rapport", "2026"], ["Essai", "Note", "2027"]]
    )
    assert [one["deliverable"]["fr"] for one in commitments_of(made)[0]["milestones"]] == ["Rapport", "Note"]


@pytest.mark.parametrize(
    "heading",
    ["Comment ce plan a été élaboré", "How this plan was made", "Cómo se elaboró este plan", "كيف أعدت هذه الخطة"],
)
def test_how_a_plan_was_made_is_said_in_a_sentence(heading: str) -> None:
    made = read_paper(TITLE, f"# {heading}", "Trois ateliers ont été tenus.", "# Engagement 1 : Portail")
    assert [*tree_of(made)["plans"][0]["co_creation"].values()] == ["Trois ateliers ont été tenus."]
