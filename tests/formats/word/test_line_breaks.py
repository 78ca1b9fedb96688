"""Paragraphs whose lines are ended by line breaks (Shift+Enter), each with a question of its own; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import commitments_of, read_paper

from opengov_local.formats.word.docx.blocks import Paragraph
from opengov_local.formats.word.table_shapes.several import one_each
from opengov_local.formats.wording.labels.labels import Labels

_TITLE = "= Programme d’ouverture 2024-2027"


def _parts(*lines: str) -> list[str]:
    parts = one_each([Paragraph("\n".join(lines))], Labels({}))
    return [part.text for part in parts if isinstance(part, Paragraph)]


@pytest.mark.parametrize("name", ["Mesure", "Projet"])
def test_each_line_answers_its_own_question(name: str) -> None:
    lines = "Pilote : Service essai\nÉchéance : T4 2024\nCoût : 15 000 €"
    made = read_paper(_TITLE, f"! {name} 1 : Publier", lines, f"! {name} 2 : Ouvrir", lines)
    for commitment in commitments_of(made):
        assert commitment["leads"] == [{"name": {"fr": "Service essai"}}]
        assert commitment["end"] == "2024-Q4"
        assert commitment["budget"] == [{"amount": {"value": "15000", "currency": "EUR"}}]


def test_title_and_questions_may_stand_in_one_paragraph() -> None:
    made = read_paper(_TITLE, "Projet 1 : Publier\nPilote : Service essai", "Projet 2 : Ouvrir\nPilote : Service essai")
    assert [each["title"] for each in commitments_of(made)] == [{"fr": "Publier"}, {"fr": "Ouvrir"}]
    assert [each["leads"] for each in commitments_of(made)] == [[{"name": {"fr": "Service essai"}}]] * 2


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        (["Objectif : Publier", "et expliquer", "Coût : 5 DH"], ["Objectif : Publier\net expliquer", "Coût : 5 DH"]),
        (["Pilote : A", "Zzz : B", "Coût : 5 DH"], ["Pilote : A", "Zzz : B", "Coût : 5 DH"]),
        (["Étapes :", "- Étude", "- Travaux", "Coût : 5 DH"], ["Étapes :\n- Étude\n- Travaux", "Coût : 5 DH"]),
        (["المسؤول: قسم", "الكلفة: 5 دراهم"], ["المسؤول: قسم", "الكلفة: 5 دراهم"]),
    ],
)
def test_a_paragraph_is_parted_before_its_questions(lines: list[str], parts: list[str]) -> None:
    assert _parts(*lines) == parts


@pytest.mark.parametrize(
    "lines",
    [
        ["Il faut agir.", "Objectif : publier"],
        ["Intitulé : Publier", "العنوان: نشر"],
        ["Objectif : publier", "les comptes : tous"],
    ],
)
def test_other_texts_stay_whole(lines: list[str]) -> None:
    assert _parts(*lines) == ["\n".join(lines)]
