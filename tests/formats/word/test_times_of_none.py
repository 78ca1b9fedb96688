"""Questions and answers among the rows of records, and times behind projects that belong to none; made-up plans."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of, unmapped

TITLE = "= Plan d'action de la commune de Fictiville"
STEPS = [["Activité", "Responsable"], ["Étude", "Service A"], ["Essai", "Service B"]]


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        (["Échéance", "2028"], "end", "2028"),
        (["Échéance : 2028", ""], "end", "2028"),
        (["Échéance : 2028", "<"], "end", "2028"),
        (["État", "En cours"], "status", {"code": "in_progress", "original": "En cours"}),
        (["Budget", "20 000 DH"], "budget", [{"amount": {"value": "20000", "currency": "MAD"}}]),
    ],
)
def test_a_question_with_its_answer_is_no_activity(row: list[str], field: str, value: object) -> None:
    made = read_paper(TITLE, "# Projet 1 : Portail", [*STEPS, row], "# Projet 2 : Forum", [*STEPS, row])
    for project in commitments_of(made):
        assert [step["title"]["fr"] for step in project["milestones"]] == ["Étude", "Essai"]
        assert project[field] == value


@pytest.mark.parametrize("row", [["Échéance", "Service C"], ["Budget", "Service C"], ["Budget : note", "Service C"]])
def test_what_answers_in_no_way_is_an_activity(row: list[str]) -> None:
    made = read_paper(TITLE, "# Projet 1 : Portail", [*STEPS, row])
    (project,) = commitments_of(made)
    assert len(project["milestones"]) == 3


@pytest.mark.parametrize("concept", ["Projet", "Activité"])
def test_a_time_below_a_table_of_several_is_kept_and_said(concept: str) -> None:
    made = read_paper(
        TITLE, [[concept, "Responsable"], ["Étude", "Service A"], ["Essai", "Service B"]], "Échéance : 2028"
    )
    assert "period" not in tree_of(made)["plans"][0]
    assert "import/time-of-none" in codes_of(made)
    assert "2028" in unmapped(made).values()


def test_a_time_above_all_projects_is_that_of_the_plan() -> None:
    made = read_paper(TITLE, "Échéance : 2028", [["Projet", "Responsable"], ["Étude", "Service A"]])
    assert tree_of(made)["plans"][0]["period"] == {"end": "2028"}


def test_the_title_of_a_card_is_not_said_to_be_of_the_plan() -> None:
    cards = [[["Projet", title], ["Responsable", "Service A"]] for title in ("Portail", "Forum")]
    assert "import/taken-for-plan" not in codes_of(read_paper(TITLE, *cards))
