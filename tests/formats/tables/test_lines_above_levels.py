"""A line with a label above a table whose rows name their levels: it makes no form of the table; all made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet

_ENGLISH = [
    ["Level", "No.", "Title", "Lead", "Status"],
    ["Theme", "A", "Contracts", "", ""],
    ["Commitment", "A1", "Publish", "ICT", "Delayed"],
    ["Milestone", "A1.1", "Policy", "ICT", "Completed"],
    ["Milestone", "A1.2", "Portal", "ICT", "Delayed"],
    ["Milestone", "A1.3", "Training", "HR", "Delayed"],
]
_FRENCH = [
    ["Niveau", "N°", "Intitulé", "Pilote", "État"],
    ["Axe", "A", "Contrats", "", ""],
    ["Projet", "A1", "Publier", "DSI", "En cours"],
    ["Activité", "A1.1", "Politique", "DSI", "Réalisé"],
    ["Activité", "A1.2", "Portail", "DSI", "En cours"],
    ["Activité", "A1.3", "Formation", "DRH", "En cours"],
]


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("Last updated: 14 October 2026", _ENGLISH),
        ("Lead agency: ICT", _ENGLISH),
        ("Mise à jour : 14/10/2026", _FRENCH),
    ],
)
def test_the_table_keeps_its_levels(line: str, rows: list[list[str]]) -> None:
    grid = sheet([line], *rows)
    made = read(grid)
    assert accounted(made, grid)
    (one,) = commitments_of(made)
    assert (one["number"], [step["number"] for step in one["milestones"]]) == ("A1", ["A1.1", "A1.2", "A1.3"])
