"""What the situation is: a word for a state below it is the state, other words are the situation; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, tree_of

_FR = ("= Plan d’action 2025-2027", "## Engagement 1 : Portail", "Problème : Abc")
_AR = ("= برنامج عمل الانفتاح 2025-2027", "## المشروع 1: البوابة", "الإشكالية: غياب")


@pytest.mark.parametrize("form", [False, True])
@pytest.mark.parametrize(
    ("head", "label", "word", "code"),
    [
        (_FR, "Situation actuelle", "En cours", "in_progress"),
        (_FR, "Situation actuelle", "Achevé", "completed"),
        (_AR, "الوضعية الحالية", "في طور الإنجاز", "in_progress"),
    ],
)
def test_the_word_for_a_state_is_the_state(
    head: tuple[str, ...], label: str, word: str, code: str, *, form: bool
) -> None:
    made = read_paper(*head, [[label, word]] if form else f"{label} : {word}")
    (commitment,) = commitments_of(made)
    assert commitment["status"] == {"code": code, "original": word}
    assert "status_quo" not in commitment
    assert "import/assumed" in codes_of(made)


def test_other_words_are_the_situation() -> None:
    (commitment,) = commitments_of(read_paper(*_FR, "Situation actuelle : En cours de numérisation"))
    assert commitment["status_quo"] == {"fr": "En cours de numérisation"}
    assert "status" not in commitment


def test_a_rate_alone_is_the_progress_and_words_are_an_update() -> None:
    head = ("= Action plan 2025-2027", "## Commitment 1: Abc", "Problem: Def")
    made = read_paper(*head, "Progress so far: 40%")
    (commitment,) = commitments_of(made)
    assert commitment["progress"] == 40
    assert "progress_updates" not in tree_of(made)
    (update,) = tree_of(read_paper(*head, "Progress so far: The draft is out"))["progress_updates"]
    assert update["text"] == {"en": "The draft is out"}


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Supported by: Abc Club", "supporting"),
        ("Led by: Abc Office", "leads"),
        ("Overall status: On track", "status"),
        ("Avancement : Achevé (15/11/2026)", "status"),
        ("Porté par : DSI", "leads"),
        ("Porteur de la mesure : DSI", "leads"),
        ("¿Quién lo lleva? Dirección Abc", "leads"),
    ],
)
def test_labels_of_officers(line: str, field: str) -> None:
    (commitment,) = commitments_of(read_paper(*_FR, line))
    assert field in commitment


def test_a_question_that_nobody_knows_is_named_once() -> None:
    made = read_paper(*_FR, "Nouveauté : haute", "! Quelles suites imagine-t-on ?", "Abc.", "Def.", "Nouveauté : basse")
    said = [one.params["text"] for one in made.findings if one.code == "import/label-unknown"]
    assert said == ["Nouveauté", "Quelles suites imagine-t-on ?"]


def test_how_far_a_project_is_is_not_its_title() -> None:
    made = read_paper(
        "= Compte rendu – Réunion du comité de suivi du plan d’action",
        "Date : 3 mai 2026",
        "## Bilan",
        "Projet 1 : terminé à 80 %. Difficulté : retard.",
    )
    titles = [each.get("title") for plan in tree_of(made).get("plans", ()) for each in plan.get("commitments", ())]
    assert titles == []
    assert "import/pieces-kept" in codes_of(made)


@pytest.mark.parametrize(
    "question",
    ["Quelle est la solution proposée ?", "What is the proposed solution?", "ما هو الحل المقترح؟", "Solution proposée"],
)
def test_the_solution_that_is_proposed_is_the_action(question: str) -> None:
    (commitment,) = commitments_of(read_paper(*_FR, [[question, "Abc."], ["Responsable", "DSI"]]))
    assert list(commitment["action"].values()) == ["Abc."]
    assert "solution_path" not in commitment
