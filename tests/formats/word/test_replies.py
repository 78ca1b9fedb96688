"""Questions and answers in minutes: an answer is nothing that people brought; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of


def _brought(*blocks: str) -> tuple[list[dict[str, Any]], list[str]]:
    made = read_paper(*blocks)
    (workshop,) = tree_of(made)["workshops"]
    contributions: list[dict[str, Any]] = workshop["contributions"]
    return contributions, codes_of(made)


@pytest.mark.parametrize(
    ("title", "heading", "lines"),
    [
        (
            "Compte rendu de l’atelier",
            "Questions-réponses",
            ["Q : Pourquoi pas de portail ?", "R : Il viendra.", "Q : Et le budget ?", "R : En 2026."],
        ),
        (
            "Minutes of the workshop",
            "Questions",
            ["Q: Why is there no portal?", "A: It will come.", "Q: And the budget?", "A: In 2026."],
        ),
        (
            "محضر الورشة",
            "الأسئلة",
            ["س: لماذا لا توجد بوابة؟", "ج: ستحدث قريبا.", "س: وماذا عن الميزانية؟", "ج: في 2026."],
        ),
    ],
)
def test_answers_to_questions_are_kept_beside_them(title: str, heading: str, lines: list[str]) -> None:
    found, codes = _brought(f"= {title}", f"# {heading}", *lines)
    questions = [line.partition(":")[2].strip() for line in lines[::2]]
    assert [[*each["text"].values()] for each in found] == [[each] for each in questions]
    assert {each["kind"] for each in found} == {"question"}
    assert [each["x_unmapped"][0]["text"] for each in found] == lines[1::2]
    assert codes.count("import/response-without-decision") == len(questions)


def test_an_answer_of_the_council_is_no_proposal() -> None:
    lines = ["* Publier", "* Ouvrir", "* Réponse du président : prévu en 2026"]
    found, _ = _brought("= Compte rendu de l’atelier", "# Propositions", *lines)
    assert [each["text"]["fr"] for each in found] == ["Publier", "Ouvrir"]


def test_a_proposal_about_answers_stays_one() -> None:
    lines = ["* Réponse aux courriers : cinq jours au plus", "* R : bac à sable"]
    found, _ = _brought("= Compte rendu de l’atelier", "# Propositions", *lines)
    assert [each["text"]["fr"] for each in found] == [line.removeprefix("* ") for line in lines]


def test_questions_with_their_word_are_read_below_any_heading() -> None:
    found, _ = _brought(
        "= Compte rendu de l’atelier",
        "Date : 3 mars 2025",
        "# Échanges",
        "Question : Pourquoi ?",
        "Réponse : Parce que.",
    )
    assert [(each["kind"], each["text"]["fr"]) for each in found] == [("question", "Pourquoi ?")]
