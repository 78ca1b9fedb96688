"""Numbers alone where activities or what was done are asked: they count, and make no activity, update or rate."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, read_paper, tree_of

_FORMS = [
    ("Projet 1 : Portail", "Activités prévues", "Activités réalisées"),
    ("Commitment 1: Portal", "Planned activities", "Activities carried out"),
    ("المشروع 1: البوابة", "الأنشطة المبرمجة", "الأنشطة المنجزة"),
]
_DONE = [("Projet", "Réalisé"), ("Projet", "Fait"), ("Project", "Achieved"), ("المشروع", "المنجز")]


def _commitments(*blocks: Any) -> tuple[list[dict[str, Any]], list[str], dict[str, Any]]:
    made = read_paper("= Programme d'ouverture 2025-2027", *blocks)
    tree = tree_of(made)
    return tree["plans"][0]["commitments"], codes_of(made), tree


def _kept(one: dict[str, Any]) -> list[str]:
    return [each["text"] for each in one.get("x_unmapped", ())]


@pytest.mark.parametrize(("project", "planned", "done"), _FORMS)
def test_a_form_below_a_project(project: str, planned: str, done: str) -> None:
    (one,), codes, tree = _commitments(f"# {project}", [[planned, "10"], [done, "6"]])
    assert ("milestones" in one, "progress" in one, "progress_updates" in tree) == (False, False, False)
    assert _kept(one) == ["10", "6"]
    assert codes.count("import/counts-no-titles") == 2


@pytest.mark.parametrize(("project", "planned", "done"), _FORMS)
def test_columns_below_a_project(project: str, planned: str, done: str) -> None:
    (one,), codes, tree = _commitments(f"# {project}", [[planned, done], ["10", "6"]])
    assert ("milestones" in one, "progress_updates" in tree, _kept(one)) == (False, False, ["10", "6"])
    assert codes.count("import/column-unmapped") == 2


@pytest.mark.parametrize(("line", "progress"), [("Réalisé : 6", None), ("Réalisé : 60 %", 60), ("Avancement : 60", 60)])
def test_a_line_below_a_project(line: str, progress: int | None) -> None:
    (one,), _, _ = _commitments("# Projet 1 : Portail", "Responsable : DSI", line)
    assert (one.get("progress"), _kept(one)) == (progress, ["6"] if progress is None else [])


@pytest.mark.parametrize(("project", "done"), _DONE)
@pytest.mark.parametrize("said", [("6", "12"), ("Cahier rédigé", "Étude lancée")])
def test_a_table_of_projects_and_what_was_done(project: str, done: str, said: tuple[str, str]) -> None:
    rows = [[project, done], ["Portail", said[0]], ["Guichet", said[1]]]
    (first, second), codes, tree = _commitments("# Suivi", rows)
    assert [[*each["title"].values()] for each in (first, second)] == [["Portail"], ["Guichet"]]
    texts = [text for one in tree.get("progress_updates", ()) for text in one["text"].values()]
    assert texts + _kept(first) + _kept(second) == [*said]
    assert "progress" not in first
    assert texts or "import/pieces-kept" in codes


def test_numbers_that_number_the_activities_are_no_counts() -> None:
    rows = [["Étape", "Responsable", "Échéance"], ["1", "DT", "2025"], ["2", "DSI", "2026"]]
    (one,), _, _ = _commitments("# Projet 1 : Souk", rows)
    assert [step["leads"][0]["name"]["fr"] for step in one["milestones"]] == ["DT", "DSI"]


def test_a_heading_with_the_sign_asks_for_a_rate() -> None:
    rows = [["Projet", "Réalisé (%)", "Responsable"], ["Portail", "100", "DSI"], ["Guichet", "50", "DAF"]]
    commitments, _, _ = _commitments("# Suivi", rows)
    assert [each["progress"] for each in commitments] == [100, 50]
