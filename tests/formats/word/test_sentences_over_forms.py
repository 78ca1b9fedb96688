"""A sentence between the heading of all projects and their forms is text, and no project."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import read_paper, tree_of


@pytest.mark.parametrize(
    ("heading", "sentence", "word", "label"),
    [
        ("Commitments", "The plan has two commitments.", "Commitment", "Lead"),
        ("Projets", "Les projets sont décrits dans les fiches qui suivent.", "FICHE PROJET N°", "Responsable"),
        ("المشاريع", "صادقت اللجنة على مشروعين تقدمهما البطائق التالية.", "بطاقة المشروع رقم", "المسؤول"),
    ],
)
def test_a_sentence_over_forms_that_name_their_projects(heading: str, sentence: str, word: str, label: str) -> None:
    forms = [[[f"{word} {number}: {title}"], [label, "DSI"]] for number, title in enumerate(("Alpha", "Beta"), 1)]
    made = read_paper("= Programme d'ouverture 2026-2027", f"# {heading}", sentence, *forms)
    commitments = tree_of(made)["plans"][0]["commitments"]
    assert [[*each["title"].values()] for each in commitments] == [["Alpha"], ["Beta"]]
