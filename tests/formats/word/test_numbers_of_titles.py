"""Commitments that are counted under the word for them, their titles beside or below the numbers; all made up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from tests.formats.word.papers import commitments_of, read_paper, unmapped

_PLAN = "= Plan d’action 2025-2027"
_ROWS = [
    ["Titre", "Portail", "Carte"],
    ["Responsable", "Service A", "Service B"],
    ["Échéance", "2026", "2027"],
    ["Statut", "Réalisé", "En cours"],
]
_HEADS = [
    ["Engagement", "1", "2"],
    ["N°", "1", "2"],
    ["Engagement", "Engagement 1", "Engagement 2"],
]


def _read(rows: Sequence[Sequence[str]]) -> tuple[list[tuple[Any, ...]], dict[str, str]]:
    made = read_paper(_PLAN, [list(row) for row in rows])
    found = [
        (each["number"], each["title"]["fr"], each["leads"][0]["name"]["fr"], each["end"], each["status"]["code"])
        for each in commitments_of(made)
    ]
    return found, unmapped(made)


_EXPECTED = [("1", "Portail", "Service A", "2026", "completed"), ("2", "Carte", "Service B", "2027", "in_progress")]


@pytest.mark.parametrize("head", _HEADS)
def test_commitments_in_columns_below_their_numbers(head: list[str]) -> None:
    assert _read([head, *_ROWS]) == (_EXPECTED, {})


@pytest.mark.parametrize("head", _HEADS[:2])
def test_commitments_in_columns_may_have_words_of_labels_for_titles(head: list[str]) -> None:
    more = ["3", "Budget", "Service C", "2025", "Prévu"]
    found, kept = _read([[*row, one] for row, one in zip([head, *_ROWS], more, strict=True)])
    assert (found, kept) == ([*_EXPECTED, ("3", "Budget", "Service C", "2025", "not_started")], {})


@pytest.mark.parametrize("head", _HEADS)
def test_commitments_in_rows_behind_their_numbers(head: list[str]) -> None:
    assert _read(list(zip(head, *_ROWS, strict=True))) == (_EXPECTED, {})


def test_names_below_the_word_for_commitments_stay_titles() -> None:
    rows = [["Engagement", "Activité", "Responsable"], ["Portail", "Cahier des charges", "Service A"]]
    (commitment,) = commitments_of(read_paper(_PLAN, rows))
    assert commitment["title"] == {"fr": "Portail"}
    assert [each["title"] for each in commitment["milestones"]] == [{"fr": "Cahier des charges"}]


@pytest.mark.parametrize("word", ["", "Engagement ", "Engagement n° "])
def test_forms_below_each_other_with_their_numbers(word: str) -> None:
    one, other = ([["Engagement", f"{word}{at}"], *([row[0], row[at]] for row in _ROWS)] for at in (1, 2))
    assert _read([*one, *other]) == (_EXPECTED, {})


@pytest.mark.parametrize("head", _HEADS)
def test_forms_side_by_side_without_words_of_labels(head: list[str]) -> None:
    made = read_paper(_PLAN, [head, *_ROWS[:-1]])
    found = [(each.get("number"), each["title"]["fr"]) for each in commitments_of(made)]
    assert (found, unmapped(made)) == ([("1", "Portail"), ("2", "Carte")], {})


_NUMBERED = {
    "fr": ("= Plan d’action de la commune d’Agadir 2025-2027", "N°", "Intitulé", "Statut", ["Réalisé", "En cours"]),
    "en": ("= Action plan of the city 2025-2027", "No.", "Title", "Status", ["Completed", "In progress"]),
    "es": ("= Plan de acción del municipio 2025-2027", "Nº", "Título", "Estado", ["Realizado", "En curso"]),
    "ar": ("= برنامج عمل جماعة أكادير 2025-2027", "رقم", "العنوان", "الحالة", ["منجز", "في طور الإنجاز"]),
}
_STATES = [("1", "completed"), ("2", "in_progress")]


@pytest.mark.parametrize("language", _NUMBERED)
def test_a_number_above_a_title_is_of_that_title(language: str) -> None:
    title, number, name, status, states = _NUMBERED[language]
    lines = [f"{label} : {text}" for at, state in enumerate(states, 1)
             for label, text in ((number, str(at)), (name, f"Xx{at}"), (status, state))]  # fmt: skip
    rows = [line.split(" : ") for line in lines]
    beside = [[number, "1", "2"], [name, "Xx1", "Xx2"], [status, *states]]
    for blocks in (lines, [rows], [beside]):
        made = commitments_of(read_paper(title, *blocks))
        assert [text for each in made for text in each["title"].values()] == ["Xx1", "Xx2"]
        assert [(each["number"], each["status"]["code"]) for each in made] == _STATES


def test_commitments_in_columns_have_answers_in_words_of_labels_and_rows_that_nobody_knows() -> None:
    rows = [["Intitulé", "Portail", "Zone", "Centre"], ["Référent élu", "Mme A", "M. B", "M. C"]]
    rows += [["Météo", "soleil", "pluie", "vent"], ["Statut", "Réalisé", "En cours", "Non démarré"]]
    made = commitments_of(read_paper(_PLAN, rows))
    found = [(each["title"]["fr"], each["leads"][0]["person"]["name"]["fr"], each["status"]["code"]) for each in made]
    states = "completed", "in_progress", "not_started"
    assert found == list(zip(("Portail", "Zone", "Centre"), ("Mme A", "M. B", "M. C"), states, strict=True))
    assert [[each["text"] for each in one["x_unmapped"]] for one in made] == [["soleil"], ["pluie"], ["vent"]]


def test_titles_beside_each_other_above_what_nobody_knows_are_kept() -> None:
    made = read_paper(_PLAN, [["Intitulé", "Portail", "Zone", "Centre"], ["Élu de quartier", "A", "B", "C"]])
    assert [each["title"] for each in commitments_of(made)] == [{"fr": "Portail"}]
    assert set(unmapped(made).values()) >= {"Zone", "Centre", "A", "B", "C"}
    assumed = [finding.params for finding in made.findings if finding.code == "import/assumed"]
    assert {"field": "title", "value": "Portail"} in assumed
