"""Columns behind the last of several merged groups of headings belong to no group; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

GROUPS = ["Commitment", "", "Milestone 1", "", "Milestone 2", "", "", ""]
HEADER = ["Title", "Lead office", "Description", "Due", "Description", "Due"]
MERGES = ("A1:B1", "C1:D1", "E1:F1")


def _commitments(*rows: list[Any], behind: list[str], merges: tuple[str, ...] = MERGES) -> list[dict[str, Any]]:
    grid = sheet(GROUPS, [*HEADER, *behind], *rows, merges=merges)
    imported = read(grid)
    assert accounted(imported, grid)
    assert "import/column-unmapped" not in codes(imported)
    found: list[dict[str, Any]] = shown(imported)["plans"][0]["commitments"]
    return found


def test_columns_behind_the_groups_of_milestones_are_the_commitments() -> None:
    one, two = _commitments(
        ["Open budget", "Finance", "Publish", "2026-03-01", "Train", "2026-06-01", "Substantial", "On the way"],
        ["Open council", "Clerk", "Film", "2026-04-01", "", "", "Limited", "Late"],
        behind=["Overall completion", "Remarks"],
    )
    assert [one["additional_information"], two["additional_information"]] == [{"en": "On the way"}, {"en": "Late"}]
    assert [one["completion"]["code"], two["completion"]["code"]] == ["substantial", "limited"]
    assert not any({"additional_information", "status"} & step.keys() for step in one["milestones"] + two["milestones"])


@pytest.mark.parametrize("merges", [("C1:D1",), ("A1:B1", "C1:D1", "E1:H1")])
def test_columns_of_the_last_group_stay_with_its_milestone(merges: tuple[str, ...]) -> None:
    (one,) = _commitments(
        ["Open budget", "Finance", "Publish", "2026-03-01", "Train", "2026-06-01", "Completed", "On the way"],
        behind=["Status", "Remarks"],
        merges=merges,
    )
    assert one["milestones"][1]["status"]["code"] == "completed"


def test_overall_completion_is_a_state_or_a_share() -> None:
    header = ["Commitment", "Overall completion"]
    imported = read(sheet(header, ["Open budget", "Limited"], ["Open council", "Substantial"]))
    assert [one["status"]["code"] for one in shown(imported)["plans"][0]["commitments"]] == ["limited", "substantial"]
    imported = read(sheet(header, ["Open budget", "45%"], ["Open council", "60%"]))
    assert [one["progress"] for one in shown(imported)["plans"][0]["commitments"]] == [45, 60]
