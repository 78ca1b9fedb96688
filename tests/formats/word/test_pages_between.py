"""Numbers of pages that were typed between what a plan says are no part of it."""

from __future__ import annotations

from tests.formats.word.papers import read_paper, tree_of

_FORM = [["Intitulé du projet", "Portail"], ["Responsable", "DSI"]]
_OTHER = [["Intitulé du projet", "Guichet"], ["Responsable", "DAF"]]


def test_numbers_of_pages_alone_are_of_no_project() -> None:
    made = read_paper("= Programme d'ouverture 2026-2027", "# Fiches", _FORM, "1", _OTHER, "2")
    commitments = tree_of(made)["plans"][0]["commitments"]
    assert [each.keys() & {"description", "number"} for each in commitments] == [set(), set()]
    assert made.account is not None
    assert [entry.piece.text for entry in made.account.of("heading") if entry.piece.text.isdecimal()] == ["1", "2"]


def test_numbers_that_answer_are_none_of_pages() -> None:
    made = read_paper(
        "= Programme d'ouverture 2026-2027", "# Projet 1 : Portail", "Bénéficiaires :", "12", "Cible :", "13"
    )
    assert made.account is not None
    assert not [entry for entry in made.account.of("heading") if entry.piece.text.isdecimal()]


def test_numbers_below_labels_without_a_colon_are_answers() -> None:
    lines = ["Priorité", "1", "# Projet 2 : Guichet", "Responsable : DAF", "Priorité", "2"]
    made = read_paper("= Programme 2026-2027", "# Projet 1 : Portail", "Responsable : DSI", *lines)
    assert made.account is not None
    assert not [entry for entry in made.account.of("heading") if entry.piece.text.isdecimal()]
