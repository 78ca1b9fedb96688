"""Tables that say their headings again, as at the top of each page; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet

HEADER = ["N°", "Projet / activité", "Responsable", "Échéance"]
ROWS: list[list[Any]] = [
    ["1", "Portail communal", "Service informatique", ""],
    ["1.1", "Choisir un prestataire", "Service informatique", "31/03/2026"],
    ["1.2", "Mettre en ligne", "Service informatique", "31/08/2026"],
    ["2", "Forum annuel", "Cabinet", ""],
    ["2.1", "Inviter les associations", "Cabinet", "31/05/2026"],
    ["2.2", "Tenir le forum", "Cabinet", "30/06/2026"],
]


@pytest.mark.parametrize("again", [(3,), (2, 4), (5,)])
def test_headings_again_change_no_level(again: tuple[int, ...]) -> None:
    rows: list[list[Any]] = []
    for at, row in enumerate(ROWS):
        rows += [HEADER, row] if at in again else [row]
    grid = sheet(HEADER, *rows)
    imported = read(grid)
    found = commitments_of(imported)
    assert [(one["number"], [step["number"] for step in one["milestones"]]) for one in found] == [
        ("1", ["1.1", "1.2"]),
        ("2", ["2.1", "2.2"]),
    ]
    assert [step["due"] for one in found for step in one["milestones"]][2:] == ["2026-05-31", "2026-06-30"]
    assert not {"import/level-unsure", "import/levels-unclear", "import/row-without-title"} & {*codes(imported)}
    assert accounted(imported, grid)


def test_letters_of_activities_go_on_below_headings_again() -> None:
    header = ["N°", "Projet", "Activités", "Échéance"]
    rows = [["1", "Portail", "a) Étude", "2026"], ["", "", "b) Mise en ligne", "2027"], header,
            ["2", "Forum", "a) Réunir", "2026"], ["", "", "b) Publier", "2027"]]  # fmt: skip
    found = commitments_of(read(sheet(header, *rows)))
    steps = [(step["number"], *step["title"].values()) for one in found for step in one["milestones"]]
    assert steps == [("a", "Étude"), ("b", "Mise en ligne"), ("a", "Réunir"), ("b", "Publier")]
