"""Tables below that of the projects in one sheet, which name these by their numbers; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet

_PROJECTS: list[list[Any]] = [["N°", "Projet", "Responsable"], [1, "Portail", "DSI"], [2, "Forum", "SG"]]


def _projects(*below: list[Any]) -> list[dict[str, Any]]:
    blank: list[Any] = []
    grid = sheet(*_PROJECTS, blank, *below)
    imported = read(grid)
    assert accounted(imported, grid)
    return commitments_of(imported)


@pytest.mark.parametrize("title", [[], [["Tableau 2 : Budget"]]])
def test_sums_below_numbers_are_those_of_the_projects(title: list[list[Any]]) -> None:
    rows: list[list[Any]] = [
        ["N° projet", "Année", "Montant (DH)"],
        [1, 2025, 10000],
        [1, 2026, 20000],
        [2, 2025, 5000],
    ]
    portal, forum = _projects(*title, *rows)
    assert [(line["year"], line["amount"]["value"]) for line in portal["budget"]] == [(2025, "10000"), (2026, "20000")]
    assert [(line["year"], line["amount"]["value"]) for line in forum["budget"]] == [(2025, "5000")]


def test_several_tables_below_say_more_of_the_projects() -> None:
    portal, forum = _projects(
        ["N°", "Début", "Fin", "Statut"],
        [1, "01/2025", "06/2025", "Réalisé"], [2, "02/2025", "12/2025", "En cours"], [],
        ["Code projet", "Partenaires", "Rôle"], [1, "Université fictive", "Appui"],
    )  # fmt: skip
    assert [(one["start"], one["end"], one["status"]["code"]) for one in (portal, forum)] == [
        ("2025-01", "2025-06", "completed"),
        ("2025-02", "2025-12", "in_progress"),
    ]
    assert portal["supporting"] == [{"name": {"fr": "Université fictive"}}]


def test_further_projects_below_a_blank_row_stay_projects() -> None:
    assert len(_projects([3, "Radio", "Cabinet"], [4, "Jardin", "DSI"])) == 4
