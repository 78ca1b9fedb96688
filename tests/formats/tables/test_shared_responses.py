"""Several contributions in one row, and what became of them: one answer for all, or one for each."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

from opengov_local.document import Import

HEADER = ["Problème", "Propositions", "Suite donnée", "Motif"]


def _read(*rows: list[str], header: list[str] | None = None) -> Import:
    grid = sheet(header or HEADER, *rows)
    imported = read(grid)
    assert accounted(imported, grid)
    return imported


def _answers(imported: Import) -> list[tuple[str, str | None, str | None]]:
    said: list[dict[str, Any]] = shown(imported)["workshops"][0]["contributions"]
    found = []
    for one in said:
        answer = one.get("disposition", {})
        reason = next(iter(answer.get("reason", {}).values()), None)
        if one["kind"] != "problem":
            found.append((next(iter(one["text"].values())), answer.get("status"), reason))
    return found


@pytest.mark.parametrize("marks", [("1. ", "2. "), ("- ", "- "), ("1) ", "2) "), ("• ", "• ")])
def test_one_answer_is_that_of_each_listed_proposal_and_said(marks: tuple[str, str]) -> None:
    one, other = marks
    imported = _read(["Manque d'eau", f"{one}Puits\n{other}Réseau", "Retenue", "Utile"])
    assert _answers(imported) == [("Puits", "accepted", "Utile"), ("Réseau", "accepted", "Utile")]
    assert codes(imported).count("import/response-shared") == 2


@pytest.mark.parametrize(
    "decisions", ["1. Retenue\n2. Rejetée", "Retenue\nRejetée", "Retenue ; Rejetée", "Retenue, rejetée"]
)
def test_as_many_answers_as_proposals_answer_each(decisions: str) -> None:
    imported = _read(["Bruit", "1. Radars\n2. Dos d'âne", decisions, "1. Utile\n2. Cher"])
    assert _answers(imported) == [("Radars", "accepted", "Utile"), ("Dos d'âne", "rejected", "Cher")]
    assert "import/response-shared" not in codes(imported)


def test_lines_without_marks_are_proposals_where_as_many_answers_stand_beside_them() -> None:
    imported = _read(["Bruit", "Radars\nDos d'âne", "Retenue\nRejetée", ""])
    assert [answer[:2] for answer in _answers(imported)] == [("Radars", "accepted"), ("Dos d'âne", "rejected")]
    imported = _read(["Bruit", "Radars\nprès des écoles", "Retenue", ""])
    assert [answer[:2] for answer in _answers(imported)] == [("Radars\nprès des écoles", "accepted")]


def test_columns_of_two_kinds_have_one_answer() -> None:
    imported = _read(
        ["Eau", "Puits", "Réseau", "Rejetée", "Cher"],
        header=["Problème", "Solution", "Proposition", "Décision", "Motif"],
    )
    assert _answers(imported) == [("Puits", "rejected", "Cher"), ("Réseau", "rejected", "Cher")]


@pytest.mark.parametrize("text", ["1. Puits\n2. Réseau\n3. Citerne", "Puits"])
def test_answers_of_another_number_are_kept_and_said(text: str) -> None:
    imported = _read(["Eau", text, "Retenue ; Rejetée", "Cher"])
    assert all(status is None for _, status, _ in _answers(imported))
    assert codes(imported).count("import/response-unclear") == 2
    assert imported.account
    assert {entry.piece.text for entry in imported.account.entries if entry.fate == "unmapped"} == {
        "Retenue ; Rejetée",
        "Cher",
    }


def test_a_decision_that_is_unknown_is_said_and_not_lost() -> None:
    imported = _read(["Eau", "1. Puits\n2. Réseau", "On verra bien", ""])
    assert [status for _, status, _ in _answers(imported)] == [None, None]
    assert "import/code-unknown" in codes(imported)


def test_arabic_proposals_with_one_answer() -> None:
    imported = _read(["1- بئر\n2- شبكة", "مقبول"], header=["المقترحات", "القرار"])
    assert [answer[:2] for answer in _answers(imported)] == [("بئر", "accepted"), ("شبكة", "accepted")]
