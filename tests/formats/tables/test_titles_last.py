"""Tables that name the projects of their activities in the last column: "Action | Échéance | Projet"; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet

ROWS = [
    ["A1.1", "Choisir un prestataire", "Service informatique", "31/03/2026", "Portail communal"],
    ["A1.2", "Mettre en ligne", "Service informatique", "31/08/2026", "Portail communal"],
    ["A2.1", "Inviter les associations", "Cabinet", "31/05/2026", "Forum annuel"],
    ["A2.2", "Tenir le forum", "Cabinet", "30/06/2026", "Forum annuel"],
]
READ = [("Portail communal", ["Choisir un prestataire", "Mettre en ligne"]),
        ("Forum annuel", ["Inviter les associations", "Tenir le forum"])]  # fmt: skip


def _told(commitments: list[dict[str, Any]]) -> list[tuple[str, list[str]]]:
    return [
        (next(iter(one["title"].values())), [next(iter(step["title"].values())) for step in one["milestones"]])
        for one in commitments
    ]


@pytest.mark.parametrize(
    "header",
    [
        ["Code", "Action", "Responsable", "Date de fin", "Projet"],
        ["Code", "Action", "Responsable", "Date de fin", "Engagement"],
        ["Code", "Action", "Responsible", "End date", "Commitment"],
    ],
)
def test_projects_in_the_last_column_have_the_actions_of_their_rows(header: list[str]) -> None:
    grid = sheet(header, *ROWS)
    imported = read(grid)
    found = commitments_of(imported)
    assert _told(found) == READ
    assert [step["due"] for one in found for step in one["milestones"]][:2] == ["2026-03-31", "2026-08-31"]
    assert [step["number"] for one in found for step in one["milestones"]] == ["A1.1", "A1.2", "A2.1", "A2.2"]
    assert not any("end" in one or "leads" in one for one in found)
    assert accounted(imported, grid)


def test_rows_in_the_order_of_their_days_do_not_part_the_projects() -> None:
    rows = [ROWS[0], ROWS[2], ROWS[3], ROWS[1]]
    found = commitments_of(read(sheet(["Code", "Action", "Responsable", "Date de fin", "Projet"], *rows)))
    assert _told(found) == READ


def test_actions_of_several_projects_stay_above_them() -> None:
    rows = [["Dématérialiser", "Portail communal"], ["Dématérialiser", "Guichet"], ["Écouter", "Forum annuel"]]
    found = commitments_of(read(sheet(["Action", "Projet"], *rows)))
    assert _told(found) == [("Dématérialiser", ["Portail communal", "Guichet"]), ("Écouter", ["Forum annuel"])]
