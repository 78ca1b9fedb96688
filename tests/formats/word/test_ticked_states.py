"""Columns of Word tables that are headed with states, one ticked on each row; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, unmapped

_FRENCH = ["Réalisé", "En cours", "Non entamé"]
_ARABIC = ["منجز", "في طور الإنجاز", "لم يبدأ"]
_CODES = ["completed", "in_progress", "not_started"]


def _read(heads: list[str], ticks: list[str], *, name: str = "Projet") -> Any:
    projects = ["Portail", "Charte", "Budget participatif"]
    rows = [
        [title, *("" if at != row else tick for at in range(3))]
        for row, (title, tick) in enumerate(zip(projects, ticks, strict=True))
    ]
    return read_paper("= Programme d’action 2026-2027", [[name, *heads], *rows])


@pytest.mark.parametrize("heads", [_FRENCH, _ARABIC])
def test_a_tick_below_a_state_is_the_state(heads: list[str]) -> None:
    made = _read(heads, ["x", "✓", "☒"], name="Projet" if heads is _FRENCH else "المشروع")
    assert [each["status"] for each in commitments_of(made)] == [
        {"code": code, "original": head} for code, head in zip(_CODES, heads, strict=True)
    ]
    assert unmapped(made) == {}


def test_the_mark_itself_is_what_stands_there() -> None:
    made = _read(_FRENCH, ["x", "✓", "☒"])
    assert made.document is not None
    assert made.account is not None
    (source,) = made.document.tree["sources"]
    said = [(each["location"], each["original"]) for each in source["extracts"] if "status.code" in each["fields"]]
    assert said == [("table 1!B2", "x"), ("table 1!C3", "✓"), ("table 1!D4", "☒")]
    heads = {entry.piece.text for entry in made.account.of("heading")}
    assert {"Projet", *_FRENCH} == heads


def test_two_ticks_on_a_row_are_no_state() -> None:
    made = read_paper(
        "= Programme d’action 2026-2027",
        [["Projet", "Responsable", *_FRENCH], ["Portail", "DSI", "x", "x", ""], ["Charte", "DAJ", "", "x", ""]],
    )
    assert not any("status" in each for each in commitments_of(made))
    assert "x" in unmapped(made).values()
    assert "import/column-unmapped" in codes_of(made)


def test_a_line_above_the_headings_and_a_question_below_the_rows_are_no_rows() -> None:
    heads, row = ["Activité", *_FRENCH], ["Étude", "x", "", ""]
    lines: list[list[str]] = [["Projet 2 : Forum", "<", "<", "<"], heads, row, ["Charte", "", "x", ""]]
    made = read_paper("= Programme d’action 2026-2027", "# Projet 1 : Portail", lines)
    assert [
        (each["number"], [(step["title"]["fr"], step["status"]["code"]) for step in each.get("milestones", ())])
        for each in commitments_of(made)
    ] == [("1", []), ("2", [("Étude", "completed"), ("Charte", "in_progress")])]
    asked = read_paper(
        "= Programme d’action 2026-2027", "# Projet 1 : Portail", [heads, row, ["Responsable", "DSI", "<", "<"]]
    )
    (portal,) = commitments_of(asked)
    assert "Responsable" not in [step["title"]["fr"] for step in portal.get("milestones", ())]


def test_a_state_that_no_row_ticks_is_not_said_to_be_unknown() -> None:
    rows = [["Projet", *_FRENCH], ["Portail", "x", "", ""], ["Charte", "", "x", ""]]
    made = read_paper("= Programme d’action 2026-2027", rows)
    assert [each["status"]["code"] for each in commitments_of(made)] == ["completed", "in_progress"]
    assert "import/column-unmapped" not in codes_of(made)
    other = [["Projet", *_FRENCH, "Zzyzx"], ["Portail", "x", "", "", "oui"], ["Charte", "", "x", "", ""]]
    assert codes_of(read_paper("= Programme d’action 2026-2027", other)).count("import/column-unmapped") == 1
