"""Tables of people in plans: their names are no titles; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, unmapped

_PLAN = ["= Action plan 2025-2027", "# Commitment 1: Portal", "Lead: IT unit", "# Commitment 2: Map", "Lead: IT unit"]


@pytest.mark.parametrize(
    ("below", "rows"),
    [
        ("# Steering group", [["Name", "Position"], ["Example One", "Mayor"], ["Example Two", "Clerk"]]),
        ("# Sign-off", [["Name", "Role", "Signature", "Date"], ["Example One", "Mayor", "", ""]]),
        ("# Contacts", [["Name", "Organisation", "Email"], ["Example One", "Council", "one@example.org"]]),
        ("# Members", [["No.", "Full name", "Affiliation"], ["1", "Example One", "Youth Club"]]),
    ],
)
def test_names_of_people_are_no_commitments(below: str, rows: list[list[str]]) -> None:
    made = read_paper(*_PLAN, below, rows)
    assert [each["title"]["en"] for each in commitments_of(made)] == ["Portal", "Map"]
    assert {text for row in rows[1:] for text in row if text} <= {*unmapped(made).values()}
    assert {"import/column-unmapped", "import/other-list-kept"} & {*codes_of(made)}


@pytest.mark.parametrize("heads", [["Name", "Lead"], ["Name", "Department", "Status"], ["Name", "Title", "Budget"]])
def test_names_of_projects_are_titles(heads: list[str]) -> None:
    rows = [heads, ["Open data", *["IT unit", "Completed"][: len(heads) - 1]]]
    made = read_paper("= Action plan 2025-2027", rows)
    assert [each["title"]["en"] for each in commitments_of(made)] == ["Open data"]
