"""Words for the level in front of titles, and steps listed behind such words; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet, shown


def _titles(rows: list[list[Any]]) -> tuple[list[str], list[str], list[str]]:
    grid = sheet(["Code", "Intitulé", "Responsable", "Coût (DH)"], *rows)
    imported = read(grid)
    assert accounted(imported, grid)
    (plan,) = shown(imported)["plans"]
    steps = [step for one in plan["commitments"] for step in one["milestones"]]
    lists = (plan["axes"], plan["commitments"], steps)
    return tuple([title for one in each for title in one["title"].values()] for each in lists)  # type: ignore[return-value]


@pytest.mark.parametrize(
    "words", [("Axe 1", "Projet", "Activité"), ("المحور 1", "المشروع", "النشاط"), ("Axis 1", "Commitment", "Milestone")]
)
def test_words_of_levels_beside_numbers(words: tuple[str, str, str]) -> None:
    axis, project, step = words
    found = _titles([
        ["1", f"{axis} : Information", "", ""],
        ["1.1", f"{project} : Page", "Secrétariat", "2000"],
        ["1.1.1", f"{step} : Créer", "Secrétariat", ""],
        ["1.1.2", f"{step}: Publier", "Secrétariat", ""],
        ["1.2", f"{project} : Guichet", "Secrétariat", "3000"],
        ["1.2.1", f"{step} : Ouvrir", "Secrétariat", ""],
    ])  # fmt: skip
    assert found == (["Information"], ["Page", "Guichet"], ["Créer", "Publier", "Ouvrir"])


def test_a_word_before_some_titles_alone_is_theirs() -> None:
    found = _titles([
        ["1", "Information", "", ""],
        ["1.1", "Projet : Page", "Secrétariat", "2000"],
        ["1.1.1", "Créer", "Secrétariat", ""],
        ["1.2", "Guichet", "Secrétariat", "3000"],
        ["1.2.1", "Phase : pilote", "Secrétariat", ""],
    ])  # fmt: skip
    assert found == (["Information"], ["Projet : Page", "Guichet"], ["Créer", "Phase : pilote"])


@pytest.mark.parametrize("word", ["Jalon", "Hito", "Étape", "النشاط", "Milestone"])
def test_listed_steps_with_words_and_years(word: str) -> None:
    cell = f"{word} 1 : Étude (2025)\n{word} 2 : Ouverture (mars 2026)"
    (found,) = commitments_of(read(sheet(["Projet", "Responsable", "Activités"], ["Page", "Service", cell])))
    assert [(one["number"], *one["title"].values(), one["due"]) for one in found["milestones"]] == [
        ("1", "Étude", "2025"),
        ("2", "Ouverture", "2026-03"),
    ]


def test_a_single_listed_step_with_its_word() -> None:
    (found,) = commitments_of(read(sheet(["Projet", "Responsable", "Activités"], ["Page", "DSI", "Jalon 1 : Étude"])))
    assert [(one["number"], *one["title"].values()) for one in found["milestones"]] == [("1", "Étude")]


@pytest.mark.parametrize(
    ("listed", "title"), [("Rapport (2026)\nLivre", "Rapport (2026)"), ("Rapport (fin 2026)\nLivre", "Rapport")]
)
def test_a_year_alone_may_be_part_of_a_name(listed: str, title: str) -> None:
    (found,) = commitments_of(read(sheet(["Projet", "Responsable", "Activités"], ["Page", "Service", listed])))
    assert [*found["milestones"][0]["title"].values()] == [title]
    assert found["milestones"][0]["due"] == "2026"


@pytest.mark.parametrize(
    "words", [("Axe", "Projet", "Activité"), ("المحور", "المشروع", "النشاط"), ("Eje", "Compromiso", "Hito")]
)
def test_words_of_levels_with_a_colon_alone(words: tuple[str, str, str]) -> None:
    axis, project, step = words
    rows = [
        [f"{axis} : Information", ""],
        [f"{project} : Page", "Secrétariat"],
        [f"{step} : Créer", "Secrétariat"],
        [f"{project}: Guichet", "Secrétariat"],
        [f"{step}: Ouvrir", "Secrétariat"],
    ]
    (plan,) = shown(read(sheet(["Intitulé", "Responsable"], *rows)))["plans"]
    found = [
        ([*one["title"].values()], [[*step["title"].values()] for step in one["milestones"]])
        for one in plan["commitments"]
    ]
    assert [[*one["title"].values()] for one in plan["axes"]] == [["Information"]]
    assert found == [(["Page"], [["Créer"]]), (["Guichet"], [["Ouvrir"]])]


def test_a_word_with_a_colon_before_one_title_tells_no_levels() -> None:
    rows = [["Projet : Jardin", "DSI"], ["Portail", "DSI"], ["Forum", "DSI"], ["Guichet", "DSI"]]
    found = commitments_of(read(sheet(["Intitulé", "Responsable"], *rows)))
    assert [[*one["title"].values()] for one in found] == [["Projet : Jardin"], ["Portail"], ["Forum"], ["Guichet"]]
