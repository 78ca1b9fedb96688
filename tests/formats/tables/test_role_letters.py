"""Tables of roles by letters below the names of bodies: R, A, C and I; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet


@pytest.mark.parametrize("bodies", [["DSI", "Cabinet", "Finances"], ["Service informatique", "Associations", "Région"]])
def test_projects_are_read_and_letters_are_no_bodies(bodies: list[str]) -> None:
    grid = sheet(["N°", "Projet", *bodies], [1, "Portail", "R", "A", "I"], [2, "Forum", "C", "R/A", "C"])
    made = read(grid)
    found = commitments_of(made)
    assert [one["title"]["fr"] for one in found] == ["Portail", "Forum"]
    assert not any(one.keys() & {"leads", "supporting", "beneficiaries"} for one in found)
    assert codes(made).count("import/column-unmapped") == len(bodies)
    assert accounted(made, grid)


def test_names_stay_names() -> None:
    (one,) = commitments_of(read(sheet(["N°", "Projet", "Associations"], [1, "Portail", "AVIC"])))
    assert one["supporting"][0]["name"] == {"fr": "AVIC"}


def test_activities_named_by_a_letter_are_activities() -> None:
    (one,) = commitments_of(read(sheet(["Projet", "Activité", "Responsable"], ["P", "A", "DSI"])))
    assert one["milestones"][0]["title"] == {"fr": "A"}
