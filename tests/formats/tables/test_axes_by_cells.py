"""Columns whose cells or neighbours tell that they name axes, or that they name none; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet, shown

from opengov_local.formats.grids.grid import Grid


def _tied(grid: Grid) -> list[tuple[Any, ...]]:
    """Gives of each commitment the titles of its axes, its number and its title."""
    assert accounted(read(grid), grid)
    return [
        (one.get("axes"), one.get("number"), next(iter(one["title"].values())), "milestones" in one)
        for one in commitments_of(read(grid))
    ]


def test_operational_objectives_beside_general_ones_are_objectives() -> None:
    grid = sheet(["Objectif général", "Objectif spécifique", "Objectif opérationnel", "Action", "Responsable"],
                 ["Ouvrir", "Publier", "Mettre en ligne", "Portail", "DSI"],
                 ["Ouvrir", "Former", "Former 20 agents", "Cours", "DRH"])  # fmt: skip
    assert "axes" not in shown(read(grid))["plans"][0]
    assert [one["objectives"]["fr"] for one in commitments_of(read(grid))] == [
        "Ouvrir\nPublier\nMettre en ligne",
        "Ouvrir\nFormer\nFormer 20 agents",
    ]


def test_operational_objectives_below_an_axis_are_axes() -> None:
    grid = sheet(["Axe", "Objectif opérationnel", "Action", "Responsable"], ["Ouvrir", "Publier", "Portail", "DSI"],
                 ["Ouvrir", "Former", "Cours", "DRH"])  # fmt: skip
    assert [one["axes"] for one in commitments_of(read(grid))] == [["Publier"], ["Former"]]


def test_a_worksite_above_numbered_actions_is_their_axis() -> None:
    grid = sheet(["Chantier", "N°", "Action", "Responsable"], ["Transparence", "1.1", "Portail", "DSI"],
                 ["", "1.2", "Budget", "DAF"], ["Participation", "2.1", "Forum", "DG"])  # fmt: skip
    assert _tied(grid) == [
        (["Transparence"], "1.1", "Portail", False),
        (["Transparence"], "1.2", "Budget", False),
        (["Participation"], "2.1", "Forum", False),
    ]


def test_a_worksite_with_a_number_of_its_own_is_a_project() -> None:
    grid = sheet(["N°", "Chantier", "Action", "Responsable"], [1, "Transparence", "Portail", "DSI"],
                 ["", "", "Budget", "DAF"], [2, "Participation", "Forum", "DG"])  # fmt: skip
    assert [one[1:] for one in _tied(grid)] == [("1", "Transparence", True), ("2", "Participation", True)]


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [
        ("Priorité", "Priorité 1 : Transparence", "Priorité 2 : Participation"),
        ("Priority", "Priority 1: Transparence", "Priority 2: Participation"),
        ("Prioridad", "Prioridad 1: Transparence", "Prioridad 2: Participation"),
        ("الأولوية", "الأولوية 1: Transparence", "الأولوية 2: Participation"),
    ],
)
def test_priorities_with_number_and_title_are_axes(heading: str, first: str, second: str) -> None:
    grid = sheet([heading, "Projet", "Responsable"], [first, "Portail", "DSI"], [second, "Forum", "DG"])
    assert [one[0] for one in _tied(grid)] == [["Transparence"], ["Participation"]]


@pytest.mark.parametrize("cells", [("Haute", "Basse"), ("1", "2"), ("Priorité 1", "Priorité 2"), ("P1", "P2")])
def test_other_priorities_are_priorities(cells: tuple[str, str]) -> None:
    grid = sheet(["Priorité", "Projet", "Responsable"], [cells[0], "Portail", "DSI"], [cells[1], "Forum", "DG"])
    assert [next(iter(one["priority"].values())) for one in commitments_of(read(grid))] == [*cells]
