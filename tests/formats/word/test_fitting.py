"""Answers and records in tables that are words of labels elsewhere; all files are made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

BODIES = {
    "fr": ["# Projet 1 : Portail", "Responsable", "Comité de suivi", "Partenaires", "Associations", "Statut", "Achevé"],
    "ar": ["# المشروع 1: بوابة", "المسؤول", "لجنة التتبع", "الشركاء", "المجتمع المدني", "الحالة", "منجز"],
    "en": ["# Commitment 1: Portal", "Lead", "Follow-up committee", "Partners", "Civil society", "Status", "Completed"],
}


def _only(*blocks: object) -> dict[str, Any]:
    made = read_paper(*blocks)
    assert unmapped(made) == {}
    assert "import/label-unknown" not in codes_of(made)
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    return dict(commitment)


def _name(parties: list[dict[str, Any]]) -> str:
    (party,) = parties
    return str(next(iter(party["name"].values())))


@pytest.mark.parametrize("words", BODIES.values(), ids=BODIES)
def test_labels_answer_labels_in_every_layout_of_a_table(words: list[str]) -> None:
    title, *pairs = words
    asked, answers = pairs[::2], pairs[1::2]
    for table in (
        [asked, answers],
        [list(pair) for pair in zip(asked, answers, strict=True)],
        [[*pairs[:4]], [*pairs[4:], "Budget", "100 DH"]],
        [[*pairs]],
    ):
        said = _only(title, table)
        assert (_name(said["leads"]), _name(said["supporting"])) == (answers[0], answers[1]), table
        assert said["status"]["code"] == "completed"


@pytest.mark.parametrize("words", BODIES.values(), ids=BODIES)
def test_records_may_hold_words_of_labels(words: list[str]) -> None:
    title, lead, body, _, other, status, done = words
    step = {"fr": "Jalon", "ar": "النشاط", "en": "Milestone"}
    language = next(key for key, each in BODIES.items() if each is words)
    steps = _only(title, [[step[language], lead, status], ["A-1", body, done], ["B-2", other, done]])["milestones"]
    assert [_name(each["leads"]) for each in steps] == [body, other]
    assert [each["status"]["code"] for each in steps] == ["completed", "completed"]


def test_titles_that_are_labels_do_not_end_the_records() -> None:
    rows = [["Activité", "Responsable"], ["Cahier", "Partenaires"], ["Suivi", "Comité de suivi"], ["Formation", "DSI"]]
    steps = _only("# Projet 1 : Portail", rows)["milestones"]
    assert [each["title"]["fr"] for each in steps] == ["Cahier", "Suivi", "Formation"]


def test_further_headings_do() -> None:
    rows = [["Activité", "Responsable", "Échéance"], ["Cahier", "DSI", "2025"], ["Indicateur", "Référence", "Cible"]]
    said = _only("# Projet 1 : Portail", [*rows, ["Visites", "10", "100"]])
    assert (len(said["milestones"]), len(said["indicators"])) == (1, 1)


def test_a_blank_form_is_not_filled_with_its_own_questions() -> None:
    said = _only("# Projet 1 : Portail", [["Responsable", "", "Partenaires", ""], ["Statut", "", "Objectif", ""]])
    assert set(said) == {"number", "title"}
    said = _only("# Projet 1 : Portail", [["Responsable", ""], ["Partenaires", ""], ["Statut", ""]])
    assert set(said) == {"number", "title"}
