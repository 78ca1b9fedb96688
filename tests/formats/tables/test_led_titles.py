"""Short blocks of labels below each other whose title does not stand first, or with two labels in a row; made up."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet

TITLE = "Plan d'action communal (exemple fictif) 2026-2028"
LABELS = {"Projet": "title", "Budget (DH)": "budget", "Responsable": "leads"}
PROJECTS = [
    {"Projet": "Portail des données", "Budget (DH)": 20000, "Responsable": "Service informatique"},
    {"Projet": "Budget ouvert", "Budget (DH)": 30000, "Responsable": "Service financier"},
    {"Projet": "Site web", "Budget (DH)": 10000, "Responsable": "Cellule communication"},
]


def _told(one: dict[str, Any]) -> tuple[Any, ...]:
    (title,) = one["title"].values()
    bodies = [*one["leads"][0]["name"].values()]
    return title, [line["amount"]["value"] for line in one.get("budget", [])], bodies


@pytest.mark.parametrize("order", [*permutations(LABELS)])
@pytest.mark.parametrize("gap", [True, False])
def test_what_stands_above_a_title_in_each_block_is_of_that_title(order: tuple[str, ...], gap: bool) -> None:
    rows: list[list[Any]] = [[TITLE], []]
    for project in PROJECTS:
        rows += [[label, project[label]] for label in order]
        rows += [[]] if gap else []
    grid = sheet(*rows)
    imported = read(grid)
    assert [_told(one) for one in commitments_of(imported)] == [
        (project["Projet"], [str(project["Budget (DH)"])], [project["Responsable"]]) for project in PROJECTS
    ]
    assert accounted(imported, grid)


def test_what_stands_behind_the_last_title_stands_behind_each() -> None:
    grid = sheet(
        [TITLE], [],
        ["Responsable", "Service informatique"], ["Projet", "Portail des données"], ["Budget (DH)", 20000],
        ["Projet", "Budget ouvert"], ["Budget (DH)", 30000], ["Responsable", "Service financier"],
    )  # fmt: skip
    first, second = commitments_of(read(grid))
    assert _told(first) == ("Portail des données", ["20000"], ["Service informatique"])
    assert _told(second) == ("Budget ouvert", ["30000"], ["Service financier"])


def test_two_labels_in_a_row_with_few_rows_are_a_block() -> None:
    rows: list[list[Any]] = [[TITLE], []]
    for project in PROJECTS:
        rows += [["Projet", project["Projet"], "Budget", f"{project['Budget (DH)']} DH"]]
        rows += [["Responsable", project["Responsable"], "Échéance", "06/2026"], []]
    grid = sheet(*rows)
    imported = read(grid)
    found = commitments_of(imported)
    assert [_told(one)[0] for one in found] == [project["Projet"] for project in PROJECTS]
    assert [_told(one)[1] for one in found] == [["20000"], ["30000"], ["10000"]]
    assert {one["end"] for one in found} == {"2026-06"}
    assert accounted(imported, grid)


def test_a_label_at_the_end_of_a_row_with_nothing_behind_it_is_no_answer() -> None:
    rows: list[list[Any]] = [[TITLE], []]
    for project in PROJECTS:
        budget = project["Budget (DH)"] if project is not PROJECTS[2] else ""
        rows += [["Responsable", project["Responsable"], "Budget (DH)", budget], ["Projet", project["Projet"]]]
        rows += [["Statut", "En cours"], []]
    grid = sheet(*rows)
    imported = read(grid)
    assert [_told(one) for one in commitments_of(imported)] == [
        ("Portail des données", ["20000"], ["Service informatique"]),
        ("Budget ouvert", ["30000"], ["Service financier"]),
        ("Site web", [], ["Cellule communication"]),
    ]
    assert accounted(imported, grid)


def test_what_stands_above_all_blocks_and_is_asked_again_in_each_is_not_the_first_ones() -> None:
    rows: list[list[Any]] = [[TITLE], ["Budget total", "60 000 DH"], []]
    for project in PROJECTS:
        rows += [["Projet", project["Projet"]], ["Budget", f"{project['Budget (DH)']} DH"]]
        rows += [["Responsable", project["Responsable"]]]
    grid = sheet(*rows)
    imported = read(grid)
    assert [_told(one)[1] for one in commitments_of(imported)] == [["20000"], ["30000"], ["10000"]]
    assert "60 000 DH" in str(imported.document and imported.document.tree)
    assert accounted(imported, grid)


@pytest.mark.parametrize("word", ["Projet {} : {}", "Projet n° {} : {}", "Action {} : {}"])
def test_blocks_of_three_lines_with_numbers_in_their_titles_are_read(word: str) -> None:
    rows: list[list[Any]] = [[TITLE], []]
    for number, project in enumerate(PROJECTS, 1):
        rows += [[word.format(number, project["Projet"])], ["Budget (DH)", project["Budget (DH)"]]]
        rows += [["Responsable", project["Responsable"]], []]
    grid = sheet(*rows)
    imported = read(grid)
    found = commitments_of(imported)
    assert [_told(one) for one in found] == [
        (project["Projet"], [str(project["Budget (DH)"])], [project["Responsable"]]) for project in PROJECTS
    ]
    assert [one["number"] for one in found] == ["1", "2", "3"]
    assert accounted(imported, grid)


def test_the_number_in_the_label_of_a_title_is_the_projects() -> None:
    rows: list[list[Any]] = [[TITLE], []]
    for number, project in enumerate(PROJECTS, 1):
        rows += [["Budget (DH)", project["Budget (DH)"]], [f"Projet n° {number}", project["Projet"]]]
        rows += [["Responsable", project["Responsable"]], ["Statut", "En cours"]]
    grid = sheet(*rows)
    imported = read(grid)
    found = commitments_of(imported)
    assert [(one["number"], _told(one)[0]) for one in found] == [
        (str(number), project["Projet"]) for number, project in enumerate(PROJECTS, 1)
    ]
    assert accounted(imported, grid)
