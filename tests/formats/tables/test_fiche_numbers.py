"""Fiches whose projects have their number under the word for a project, and their title below it; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet

SAID = [
    ["Titre", "Portail", "Carte"],
    ["Responsable", "Service A", "Service B"],
    ["Échéance", "2026", "2027"],
    ["Statut", "Réalisé", "En cours"],
]
EXPECTED = [("1", "Portail", "completed"), ("2", "Carte", "in_progress")]


def _read(*rows: list[Any]) -> list[tuple[Any, ...]]:
    grid = sheet(*rows)
    imported = read(grid)
    assert accounted(imported, grid)
    return [(each.get("number"), each["title"]["fr"], each["status"]["code"]) for each in commitments_of(imported)]


@pytest.mark.parametrize("numbers", [("1", "2"), ("Engagement 1", "Engagement 2")])
def test_numbers_above_titles_side_by_side(numbers: tuple[str, str]) -> None:
    assert _read(["Engagement", *numbers], *SAID) == EXPECTED


@pytest.mark.parametrize("word", ["", "Engagement "])
def test_numbers_above_titles_below_each_other(word: str) -> None:
    one, other = ([[label, said[at]] for label, *said in SAID] for at in (0, 1))
    assert _read(["Engagement", f"{word}1"], *one, [], ["Engagement", f"{word}2"], *other) == EXPECTED


def test_titles_of_words_above_others_stay_titles() -> None:
    rows = [["Engagement", "Portail", "Carte"], *SAID[1:]]
    again = [["Engagement", "Guide", "Forum"], *SAID[1:]]
    assert [title for _, title, _ in _read(*rows, [], *again)] == ["Portail", "Carte", "Guide", "Forum"]
