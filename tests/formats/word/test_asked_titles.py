"""Titles of plans that are asked for by that word, below a heading that was taken for one; made-up plans."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

COMMITMENT = {
    "en": ["# Commitment 1: Portal", "Lead: Office"],
    "fr": ["# Engagement 1 : Portail", "Responsable : Service A"],
    "ar": ["# الالتزام 1: بوابة", "المسؤول: مصلحة"],
}


@pytest.mark.parametrize(
    ("heading", "asked", "language", "title"),
    [
        ("OGP Local Action Plan", "Action plan title: Open Testville", "en", "Open Testville"),
        ("Plan d'action PGO local", [["Titre du plan d'action", "Essai ouverte"]], "fr", "Essai ouverte"),
        ("خطة عمل الحكومة المحلية المنفتحة", "عنوان الخطة: مدينة منفتحة", "ar", "مدينة منفتحة"),
    ],
)
def test_what_is_asked_for_as_the_title_is_it(heading: str, asked: Any, language: str, title: str) -> None:
    made = read_paper(f"= {heading}", asked, *COMMITMENT[language])
    (plan,) = tree_of(made)["plans"]
    assert (plan["title"], plan["framework"]) == ({language: title}, "ogp_local")
    assert heading in unmapped(made).values()
    assert "import/conflict" not in codes_of(made)


def test_of_two_that_are_asked_for_the_first_holds() -> None:
    made = read_paper("= Plan d'action", "Titre du plan : Essai ouverte", "Titre du plan : Essai fermée")
    assert tree_of(made)["plans"][0]["title"] == {"fr": "Essai ouverte"}
    assert "import/conflict" in codes_of(made)


@pytest.mark.parametrize("gap", ["   ", ". ", "\t", "  ", " \u00a0 "])
def test_spaces_part_questions_as_tabs_do(gap: str) -> None:
    made = read_paper(
        "= Plan d'action 2025-2027",
        "# Engagement 1 : Portail",
        f"Responsable : Service technique{gap}Date de début : mars 2025{gap}Date de fin : juin 2026",
    )
    (project,) = tree_of(made)["plans"][0]["commitments"]
    assert project["leads"] == [{"name": {"fr": "Service technique"}}]
    assert (project["start"], project["end"]) == ("2025-03", "2026-06")


def test_a_word_before_a_gap_is_no_part_of_the_question_behind_it() -> None:
    made = read_paper(
        "= Plan d'action 2025-2027", "# Engagement 1 : Portail", "Responsable : Service  A   Date de fin : juin 2026"
    )
    (project,) = tree_of(made)["plans"][0]["commitments"]
    assert (project["leads"], project["end"]) == ([{"name": {"fr": "Service  A"}}], "2026-06")
