"""Tables of projects with several activities: what is said of the whole project beside its first; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import commitments_of, read_paper

TITLE = "# Programme d’ouverture 2026-2027"
AXIS = "## Axe 1 : Transparence"
ROWS = [
    ["Portail", "Étude", "DSI", "Portail ouvert"], ["", "Site", "", ""],
    ["Forum", "Inviter", "DGS", "Forum tenu"], ["", "Tenir", "", ""],
]  # fmt: skip
HEADERS = [
    ["Projet", "Actions", "Responsable", "Livrable"],
    ["المشروع", "الأنشطة", "المسؤول", "المخرجات"],
    ["Project", "Activities", "Lead", "Deliverable"],
]


def _read(rows: list[list[str]]) -> list[dict[str, Any]]:
    return commitments_of(read_paper(TITLE, AXIS, rows))


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("blank", ["", "^"])
def test_what_stands_for_all_activities_is_of_the_project(header: list[str], blank: str) -> None:
    commitments = _read([header, *([cell or blank for cell in row] for row in ROWS)])
    results = [next(iter(one["expected_results"].values())) for one in commitments]
    assert results == ["Portail ouvert", "Forum tenu"]
    assert [len(one["leads"]) for one in commitments] == [1, 1]
    assert [len(one["milestones"]) for one in commitments] == [2, 2]
    assert not any({"deliverable", "leads"} & step.keys() for one in commitments for step in one["milestones"])


def test_what_differs_by_activity_is_theirs() -> None:
    rows = [[*row[:3], row[3] or f"Résultat {at}"] for at, row in enumerate(ROWS)]
    commitments = _read([HEADERS[0], *rows])
    assert all("deliverable" in step for one in commitments for step in one["milestones"])
    assert not any("expected_results" in one for one in commitments)
