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
