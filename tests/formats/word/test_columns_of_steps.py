"""Tables of steps below a project whose headings describe and date them in everyday words, all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import commitments_of, read_paper, tree_of, unmapped


@pytest.mark.parametrize(
    ("project", "head"),
    [
        ("# Engagement 1 : Portail", ["Description de l’activité", "Responsable", "Échéance"]),
        ("# Engagement 1 : Portail", ["Activité", "Responsable", "Date"]),
        ("# Commitment 1: Portal", ["Milestone description", "Lead", "Due"]),
        ("# Compromiso 1: Portal", ["Descripción del hito", "Responsable", "Fecha"]),
        ("# المشروع 1: بوابة", ["المهمة", "المسؤول", "الأجل"]),
    ],
)
def test_what_describes_steps_names_them_where_nothing_else_does(project: str, head: list[str]) -> None:
    rows = [["Alpha", "Unit A", "03/2026"], ["Beta", "Unit B", "06/2026"]]
    made = read_paper("= Plan 2026-2028", project, [head, *rows])
    (commitment,) = commitments_of(made)
    steps = commitment["milestones"]
    assert [list(each["title"].values()) for each in steps] == [["Alpha"], ["Beta"]]
    assert [each["due"] for each in steps] == ["2026-03", "2026-06"]
    assert unmapped(made) == {}


def test_a_number_of_what_was_brought_is_its_number() -> None:
    rows = [["N° de la recommandation", "Recommandation"], ["1", "Publier"], ["2", "Former"]]
    (workshop,) = tree_of(read_paper("= Compte rendu de l’atelier du 12 mars 2026", rows))["workshops"]
    found = [(each["number"], each["text"]["fr"]) for each in workshop["contributions"]]
    assert found == [("1", "Publier"), ("2", "Former")]


@pytest.mark.parametrize("head", [["Proposition", "Quartier"], ["المقترح", "الحي"], ["Proposal", "Neighbourhood"]])
def test_a_word_that_nobody_knows_beside_what_was_brought_heads_a_column(head: list[str]) -> None:
    made = read_paper("= Compte rendu de l’atelier du 12 mars 2026", [head, ["Alpha", "Un"], ["Beta", "Deux"]])
    (workshop,) = tree_of(made)["workshops"]
    assert [list(each["text"].values()) for each in workshop["contributions"]] == [["Alpha"], ["Beta"]]
    assert sorted(unmapped(made).values()) == ["Deux", "Un"]


def test_a_word_that_heads_columns_does_so_above_one_row() -> None:
    made = read_paper("= Compte rendu de l’atelier du 12 mars 2026", [["Problème", "Quartier"], ["Alpha", "Un"]])
    (workshop,) = tree_of(made)["workshops"]
    assert [(each["kind"], each["text"]["fr"]) for each in workshop["contributions"]] == [("problem", "Alpha")]
    assert list(unmapped(made).values()) == ["Un"]


def test_a_question_with_its_answer_heads_no_columns() -> None:
    rows = [["Proposition", "Un parc au centre"], ["Problème", "Peu d’ombre"]]
    (workshop,) = tree_of(read_paper("= Compte rendu de l’atelier du 12 mars 2026", rows))["workshops"]
    assert [(each["kind"], each["text"]["fr"]) for each in workshop["contributions"]] == [
        ("proposal", "Un parc au centre"),
        ("problem", "Peu d’ombre"),
    ]
