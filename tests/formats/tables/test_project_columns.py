"""Projects side by side, a column each, below headings that number them; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown


@pytest.mark.parametrize("first", ["", "Rubrique", "Champ"])
def test_labels_before_them_are_the_headings(first: str) -> None:
    rows = ["Titre", "Portail", "Forum"], ["Responsable", "DSI", "DGS"], ["Budget (MAD)", 5000, 7000]
    grid = sheet([first, "Engagement 1", "Engagement 2"], *rows)
    made = read(grid)
    found = [(one["number"], one["title"]["fr"], one["leads"][0]["name"]["fr"]) for one in commitments_of(made)]
    assert found == [("1", "Portail", "DSI"), ("2", "Forum", "DGS")]
    assert accounted(made, grid)


@pytest.mark.parametrize("labels", [[], [""]])
def test_without_labels_no_value_is_taken_for_a_project(labels: list[Any]) -> None:
    grid = sheet([*labels, "Engagement 1", "Engagement 2"], [*labels, "Portail", "Forum"], [*labels, "DSI", "DGS"])
    made = read(grid)
    assert "plans" not in shown(made)
    assert "import/sheet-unread" in codes(made)
    assert accounted(made, grid)


def test_steps_numbered_so_are_those_of_the_project_beside_them() -> None:
    made = read(sheet(["Projet", "Action 1", "Action 2"], ["Portail", "Étude", "Mise en ligne"]))
    (one,) = commitments_of(made)
    assert [step["title"]["fr"] for step in one["milestones"]] == ["Étude", "Mise en ligne"]
