"""Cards of commitments that stand side by side, each below its number; all made up."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.formats.word.papers import commitments_of, read_paper, unmapped

_FR = [("1", "Portail", "DSI"), ("2", "Audiences", "Cabinet")]
_CARDS = {
    "titles below": (
        "= Plan d’action 2025-2027",
        [["Engagement 1", "Engagement 2"], ["Portail", "Audiences"], ["Responsable : DSI", "Responsable : Cabinet"]],
        _FR,
    ),
    "labels in the cells": (
        "= Plan d’action 2025-2027",
        [
            ["Engagement 1", "Engagement 2"],
            ["Titre : Portail", "Titre : Audiences"],
            ["Responsable : DSI", "Responsable : Cabinet"],
        ],
        _FR,
    ),
    "titles behind the numbers": (
        "= Plan d’action 2025-2027",
        [
            ["Engagement 1 : Portail", "Engagement 2 : Audiences"],
            ["Échéance : 2026\nResponsable : DSI", "Responsable : Cabinet"],
        ],
        _FR,
    ),
    "labels beside": (
        "= Plan d’action 2025-2027",
        [
            ["Engagement 1", "<", "Engagement 2", "<"],
            ["Titre", "Portail", "Titre", "Audiences"],
            ["Responsable", "DSI", "Responsable", "Cabinet"],
        ],
        _FR,
    ),
    "a label over all": (
        "= Plan d’action 2025-2027",
        [
            ["Engagement 1 : Portail", "Engagement 2 : Audiences"],
            ["Responsable", "<"],
            ["DSI", "Cabinet"],
        ],
        _FR,
    ),
    "two rows of cards": (
        "= Action plan 2025-2027",
        [
            ["Commitment 1", "Commitment 2"],
            ["Portal", "Hearings"],
            ["Lead: IT unit", "Lead: Cabinet"],
            ["Commitment 3", "Commitment 4"],
            ["Map", "Visits"],
            ["Lead: Works unit", "Lead: Youth unit"],
        ],
        [
            ("1", "Portal", "IT unit"),
            ("2", "Hearings", "Cabinet"),
            ("3", "Map", "Works unit"),
            ("4", "Visits", "Youth unit"),
        ],
    ),
    "Arabic": (
        "= خطة العمل 2025-2027",
        [["الالتزام 1", "الالتزام 2"], ["بوابة", "لقاءات"], ["المسؤول: قسم أ", "المسؤول: قسم ب"]],
        [("1", "بوابة", "قسم أ"), ("2", "لقاءات", "قسم ب")],
    ),
}


@pytest.mark.parametrize("case", _CARDS)
def test_each_column_is_the_card_of_its_commitment(case: str) -> None:
    title, rows, expected = _CARDS[case]
    made = read_paper(title, rows)
    said: Sequence[tuple[str, ...]] = [
        (each["number"], *each["title"].values(), *each["leads"][0]["name"].values()) for each in commitments_of(made)
    ]
    assert (said, unmapped(made)) == (expected, {})


def test_what_nobody_knows_in_a_card_is_kept_beside_its_commitment() -> None:
    rows = [["Engagement 1", "Engagement 2"], ["Portail", "Audiences"], ["Voir annexe", ""]]
    one, other = commitments_of(read_paper("= Plan d’action 2025-2027", rows))
    assert ([each["text"] for each in one["x_unmapped"]], other.get("x_unmapped")) == (["Voir annexe"], None)


def test_a_title_beside_its_number_is_no_card() -> None:
    rows = [["Engagement 1", "Portail"], ["Engagement 2", "Audiences"]]
    made = commitments_of(read_paper("= Plan d’action 2025-2027", rows))
    assert [(each["number"], each["title"]["fr"]) for each in made] == [("1", "Portail"), ("2", "Audiences")]
