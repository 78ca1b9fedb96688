"""Milestones in running text whose dates stand below or behind each title; all made up."""

from __future__ import annotations

from typing import Any

import pytest

from opengov_local.account import Piece, Place
from opengov_local.formats.ogp_pages.narrative import put_narrative
from opengov_local.importing.draft import Draft
from opengov_local.importing.options import ImportOptions

_HEAD = "Milestone Activity with a verifiable deliverable"


def _milestones(*lines: str) -> list[dict[str, Any]]:
    draft = Draft("made-up", "made-up", b"", ImportOptions(id_prefix="test.made-up"))
    pieces = [Piece(Place("line", None, at), text) for at, text in enumerate((_HEAD, *lines), start=1)]
    commitment = draft.add(draft.add(draft.root, "plans", pieces[0]), "commitments", pieces[0])
    put_narrative(draft, commitment, pieces, "en")
    found: list[dict[str, Any]] = commitment.data.get("milestones", [])
    return found


@pytest.mark.parametrize(
    "lines",
    [
        ["Start Date", "End Date", "Publish", "January 2019", "March 2019", "Review", "January 2020", "June 2020"],
        ["Publish", "January 2019 March 2019", "Review", "January 2020", "June 2020"],
        ["1. Publish January 2019 March 2019", "2. Review January 2020 June 2020"],
    ],
)
def test_dates_below_and_behind_titles_are_read(lines: list[str]) -> None:
    read = [(each["title"]["en"], each["start"], each["due"]) for each in _milestones(*lines)]
    assert read == [("Publish", "2019-01", "2019-03"), ("Review", "2020-01", "2020-06")]


@pytest.mark.parametrize(
    "lines", [["Publish", "January 2019", "Review"], ["Publish in March 2019 and in May 2020 for all"], ["Abc", "Def"]]
)
def test_what_is_not_sure_is_no_milestone(lines: list[str]) -> None:
    assert _milestones(*lines) == []
