"""Prose whose first bold words ask something, and steps that end in a part of a year; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from docx import Document
from tests.formats.word.papers import checked, commitments_of, read_paper, to_bytes

from opengov_local.formats.word.word_format import read


def _commitments(sign: str, first: str = "Le constat") -> list[dict[str, Any]]:
    made = Document()
    made.add_heading("Programme d’ouverture 2025-2028", 0)
    for number in (1, 2):
        made.add_heading(f"Engagement {number}. Accueil {number}", 2)
        for lead, words in ((first, "Il faut attendre."), ("Ce que nous allons faire", "Créer un accueil.")):
            paragraph = made.add_paragraph()
            paragraph.add_run(f"{lead}{sign} ").bold = True
            paragraph.add_run(words)
    return commitments_of(checked(read(to_bytes(made), "made-up.docx")))


@pytest.mark.parametrize("sign", [".", " :"])
def test_bold_words_with_a_full_stop_ask_like_those_with_a_colon(sign: str) -> None:
    for commitment in _commitments(sign):
        assert commitment["problem"] == {"fr": "Il faut attendre."}
        assert commitment["action"] == {"fr": "Créer un accueil."}
        assert "description" not in commitment


def test_bold_words_that_nobody_knows_stay_in_the_text() -> None:
    assert all("Zzz." in str(each["description"]) for each in _commitments(".", "Zzz"))


@pytest.mark.parametrize(
    ("text", "title", "due"),
    [
        ("Mesurer la lecture (fin 2026)", "Mesurer la lecture", "2026"),
        ("Mesurer la lecture (début 2027)", "Mesurer la lecture", "2027"),
        ("Mesurer la lecture (2026)", "Mesurer la lecture (2026)", "2026"),
    ],
)
def test_a_part_of_a_year_in_brackets_is_no_part_of_the_title(text: str, title: str, due: str) -> None:
    made = read_paper("= Programme d’ouverture 2025-2028", "## Engagement 1. Abc", "Étapes :", f"* {text}", "* Ouvrir")
    (commitment,) = commitments_of(made)
    first = commitment["milestones"][0]
    assert (first["title"], first["due"]) == ({"fr": title}, due)
    assert ("schedule" in first) is (title != text)


@pytest.mark.parametrize(
    ("label", "answer", "body", "person"),
    [
        ("Responsable", "Participación Ciudadana (Sra. Ejemplo Uno)", "Participación Ciudadana", "Sra. Ejemplo Uno"),
        ("Responsable", "Informática (Sr. Ejemplo)", "Informática", "Sr. Ejemplo"),
        ("Lead", "Community team (Cllr Example One)", "Community team", "Cllr Example One"),
        ("Lead", "Data lab (Prof. Example)", "Data lab", "Prof. Example"),
    ],
)
def test_a_person_with_a_form_of_address_is_no_part_of_a_body(label: str, answer: str, body: str, person: str) -> None:
    (commitment,) = commitments_of(read_paper("= Plan 2025-2027", "# Project 1: Portal", f"{label}: {answer}"))
    (lead,) = commitment["leads"]
    assert [*lead["name"].values(), *lead["person"]["name"].values()] == [body, person]


@pytest.mark.parametrize("answer", ["Sr. Alcalde", "Sr. Secretario Municipal", "Sra. Directora de Informática"])
def test_an_office_with_a_form_of_address_is_nobodys_name(answer: str) -> None:
    (commitment,) = commitments_of(read_paper("= Plan 2025-2027", "# Project 1: Portal", f"Responsable: {answer}"))
    assert not any("name" in lead.get("person", {}) for lead in commitment["leads"])
