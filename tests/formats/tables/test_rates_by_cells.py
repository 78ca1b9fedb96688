"""Words for what was done above percentages alone: how far a project is, and no report on it; made up."""

from __future__ import annotations

import pytest
from tests.formats.tables.sheets import read, sheet, shown


@pytest.mark.parametrize("heading", ["Progress so far", "% done so far", "Progress to date"])
def test_percentages_are_how_far_projects_are(heading: str) -> None:
    rows = [["1", "Open register", "Treasury", "80%", "Ongoing"], ["2", "Open budget", "Finance", "40%", "Ongoing"]]
    package = shown(read(sheet(["No", "Commitment", "Lead agency", heading, "Status"], *rows)))
    assert [each["progress"] for each in package["plans"][0]["commitments"]] == [80, 40]
    assert "progress_updates" not in package


def test_words_stay_what_was_done() -> None:
    rows = [["1", "Open register", "80% of the rooms"], ["2", "Open budget", "Published"]]
    package = shown(read(sheet(["No", "Commitment", "Progress so far"], *rows)))
    assert [each["text"]["en"] for each in package["progress_updates"]] == ["80% of the rooms", "Published"]
