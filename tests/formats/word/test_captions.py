"""Forms with captions and numbers of rows, and objects side by side, each made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import commitments_of, read_paper, tree_of, unmapped

_TITLE = "= Plan d’action 2025-2027"


@pytest.mark.parametrize(
    ("title", "rows", "expected"),
    [
        (
            _TITLE,
            [["Rubrique", "Description"], ["Intitulé du projet", "Portail"], ["Problématique", "P"]],
            {"title": {"fr": "Portail"}, "problem": {"fr": "P"}},
        ),
        (
            _TITLE,
            [["N°", "Désignation", "Contenu"], ["1", "Engagement", "Portail"], ["2", "Problème", "P"]],
            {"title": {"fr": "Portail"}, "problem": {"fr": "P"}},
        ),
        (
            _TITLE,
            [["1.", "Engagement", "Portail"], ["2.", "Problème", "P"], ["3.", "Gouvernance du site", "G"]],
            {"title": {"fr": "Portail"}, "problem": {"fr": "P"}},
        ),
        (
            "= برنامج عمل الانفتاح 2025-2027",
            [["الرقم", "البيان", "المضمون"], ["1", "عنوان المشروع", "البوابة"], ["2", "الإشكالية", "م"]],
            {"title": {"ar": "البوابة"}, "problem": {"ar": "م"}},
        ),
        (
            "= Action Plan 2025-2027",
            [["No.", "Question", "Answer"], ["1", "Commitment title", "Portal"], ["2", "Problem", "P"]],
            {"title": {"en": "Portal"}, "problem": {"en": "P"}},
        ),
    ],
)
def test_captions_and_numbers_of_rows_are_no_answers(
    title: str, rows: list[list[str]], expected: dict[str, Any]
) -> None:
    made = read_paper(title, rows)
    (commitment,) = commitments_of(made)
    assert {key: commitment.get(key) for key in expected} == expected
    assert not set(unmapped(made).values()) & {*rows[0], "1", "2"}


def test_a_question_in_front_of_its_answer_is_no_caption() -> None:
    made = read_paper(_TITLE, "# Engagement 1 : Portail", [["Description", "Un portail"], ["Problème", "P"]])
    (commitment,) = commitments_of(made)
    assert commitment["description"] == {"fr": "Un portail"}


@pytest.mark.parametrize(
    "head",
    [
        [["", "Engagement 1", "Engagement 2"], ["Intitulé", "Portail", "Forum"]],
        [["", "Engagement 1 : Portail", "Engagement 2 : Forum"]],
    ],
)
def test_commitments_side_by_side(head: list[list[str]]) -> None:
    made = read_paper(_TITLE, [*head, ["Problème", "P1", "P2"], ["Responsable", "DSI", ""]])
    assert commitments_of(made) == [
        {"number": "1", "title": {"fr": "Portail"}, "problem": {"fr": "P1"}, "leads": [{"name": {"fr": "DSI"}}]},
        {"number": "2", "title": {"fr": "Forum"}, "problem": {"fr": "P2"}},
    ]
    assert unmapped(made) == {}


def test_names_side_by_side_without_numbers() -> None:
    made = read_paper(_TITLE, [["Intitulé du projet", "Portail", "Forum"], ["Problématique", "P1", "P2"]])
    assert [(each["title"]["fr"], each["problem"]["fr"]) for each in commitments_of(made)] == [
        ("Portail", "P1"),
        ("Forum", "P2"),
    ]


def test_one_commitment_in_two_languages_side_by_side_is_one() -> None:
    made = read_paper(_TITLE, [["Intitulé du projet", "Portail", "البوابة"], ["Problématique", "P", "م"]])
    (commitment,) = commitments_of(made)
    assert commitment["title"] == {"fr": "Portail", "ar": "البوابة"}


@pytest.mark.parametrize(
    ("title", "head", "questions"),
    [
        (
            "= Compte rendu de l’atelier de co-création",
            ["", "Groupe 1 : Transparence", "Groupe 2 : Participation"],
            ("Problèmes", "Solutions"),
        ),
        ("= محضر ورشة الإعداد المشترك", ["", "المجموعة 1: الشفافية", "المجموعة 2: المشاركة"], ("الإشكاليات", "الحلول")),
    ],
)
def test_working_groups_side_by_side(title: str, head: list[str], questions: tuple[str, str]) -> None:
    made = read_paper(title, [head, [questions[0], "P1\nP2", "P3"], [questions[1], "S1", "S3"]])
    (workshop,) = tree_of(made)["workshops"]
    assert "contributions" not in workshop
    said = [
        [(each["kind"], *each["text"].values()) for each in group["contributions"]]
        for group in workshop["working_groups"]
    ]
    assert said == [
        [("problem", "P1"), ("problem", "P2"), ("solution", "S1")],
        [("problem", "P3"), ("solution", "S3")],
    ]
    assert unmapped(made) == {}


def test_names_over_all_rows_of_their_questions() -> None:
    made = read_paper(
        _TITLE,
        [
            ["Engagement 1", "Intitulé", "Portail"],
            ["^", "Problème", "P1"],
            ["Engagement 2", "Intitulé", "Forum"],
            ["^", "Problème", "P2"],
        ],
    )
    assert commitments_of(made) == [
        {"number": "1", "title": {"fr": "Portail"}, "problem": {"fr": "P1"}},
        {"number": "2", "title": {"fr": "Forum"}, "problem": {"fr": "P2"}},
    ]


def test_working_groups_side_by_side_below_one_question() -> None:
    head = ["Groupe 1 : Transparence", "Groupe 2 : Participation"]
    made = read_paper(
        "= Compte rendu de l’atelier",
        *("Problématiques", [head, ["P1", "P2"], ["P3", ""]], "Propositions", [head, ["S1", "S2"]]),
    )
    (workshop,) = tree_of(made)["workshops"]
    assert [
        [(each["kind"], each["text"]["fr"]) for each in group["contributions"]] for group in workshop["working_groups"]
    ] == [[("problem", "P1"), ("problem", "P3"), ("proposal", "S1")], [("problem", "P2"), ("proposal", "S2")]]


def test_labels_in_two_languages_tell_the_language_of_latin_letters() -> None:
    made = read_paper(_TITLE, [["Titre / العنوان", "Portail / البوابة"], ["Problème / الإشكالية", "P"]])
    (commitment,) = commitments_of(made)
    assert (commitment["title"], commitment["problem"]) == ({"fr": "Portail", "ar": "البوابة"}, {"fr": "P"})


def test_a_heading_over_a_list_of_commitments_is_none() -> None:
    made = read_paper(_TITLE, "# Les engagements", "* Engagement 1 : Portail", "** Problème : P1")
    assert [each["title"]["fr"] for each in commitments_of(made)] == ["Portail"]


def test_how_many_took_part_and_how_many_women() -> None:
    made = read_paper(
        "= محضر ورشة الإعداد المشترك", "الحضور: 35 مشاركا منهم 12 امرأة", "# المجموعة الأولى", "المشاكل:", "* م"
    )
    (workshop,) = tree_of(made)["workshops"]
    assert workshop["participants"] == [{"count": 35, "women": 12}]


def test_numbers_of_records_are_their_own() -> None:
    rows = [["N°", "Engagement", "Responsable"], ["1", "Portail", "DSI"], ["2", "Budget", "Finances"]]
    assert [(each["number"], each["title"]["fr"]) for each in commitments_of(read_paper(_TITLE, rows))] == [
        ("1", "Portail"),
        ("2", "Budget"),
    ]


def test_the_axis_of_the_last_row_of_a_table_is_not_that_of_what_stands_below() -> None:
    made = read_paper(
        _TITLE,
        [["N°", "Engagement", "Axe"], ["1", "Portail", "Transparence"], ["2", "Forum", "Participation"]],
        *("# Engagement 1 : Portail", "Problème : P1", "# Engagement 2 : Forum", "Problème : P2"),
    )
    assert [each["axes"] for each in commitments_of(made)] == [["@Transparence"], ["@Participation"]]


@pytest.mark.parametrize(
    ("title", "rows", "expected"),
    [
        (
            _TITLE,
            [["Engagement 1 : Portail", "<"], ["Section", "Details"], ["Problème", "Peu lu"], ["Responsable", "DSI"]],
            {"title": {"fr": "Portail"}, "problem": {"fr": "Peu lu"}, "leads": [{"name": {"fr": "DSI"}}]},
        ),
        (
            _TITLE,
            [["Fiche projet n° 1", "<"], ["Champ", "Réponse"], ["Intitulé du projet", "Portail"], ["Problème", "P"]],
            {"title": {"fr": "Portail"}, "problem": {"fr": "P"}},
        ),
        (
            _TITLE,
            [
                ["Engagement 1 : Portail", "<"],
                ["1. Diagnostic", "<"],
                ["Rubrique", "Contenu"],
                ["Problème", "P"],
                ["2. Réponse apportée", "<"],
                ["Rubrique", "Contenu"],
                ["Responsable", "DSI"],
            ],
            {"problem": {"fr": "P"}, "leads": [{"name": {"fr": "DSI"}}]},
        ),
        (
            "= برنامج عمل الانفتاح 2025-2027",
            [["المشروع الأول: البوابة", "<"], ["البيان", "المضمون"], ["الإشكالية", "قلة المعطيات"]],
            {"title": {"ar": "البوابة"}, "problem": {"ar": "قلة المعطيات"}},
        ),
        (
            _TITLE,
            [
                ["Engagement 1 : Portail", "<", "<", "<"],
                ["Champ", "Réponse", "Champ", "Réponse"],
                ["Responsable", "DSI", "Échéance", "juin 2026"],
            ],
            {"leads": [{"name": {"fr": "DSI"}}], "end": "2026-06"},
        ),
    ],
)
def test_captions_below_a_title_are_no_answers(title: str, rows: list[list[str]], expected: dict[str, Any]) -> None:
    made = read_paper(title, rows)
    (commitment,) = commitments_of(made)
    assert {key: commitment.get(key) for key in expected} == expected
    assert "description" not in commitment
    assert not set(unmapped(made).values()) & {cell for row in rows if row[1] != "<" for cell in row}
