"""Milestones in running text whose dates stand below or behind each title; all made up."""

from __future__ import annotations

from typing import Any

import pytest

from opengov_local.account import Piece, Place
from opengov_local.formats.ogp_pages.narrative import put_narrative
from opengov_local.formats.ogp_pages.page_format import read
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
        ["Publish (January 2019 – March 2019)", "Review (January 2020 – June 2020)"],
        ["1", "Publish", "January 2019", "March 2019", "2", "Review", "January 2020", "June 2020"],
        [
            "Start Date:",
            "1. Publish",
            "Deliverable: A",
            "Jan 2019 – Mar 2019",
            "Review",
            "Deliverable: B",
            "Jan 2020 – Jun 2020",
        ],
        ["1 | Publish | January 2019 | March 2019", "2 | Review | January 2020 | June 2020"],
        ["Start Date: End Date:", "1. Publish January 2019 March 2019", "2. Review January 2020 June 2020"],
        ["Start Date: End Date:", "1. Publish January 2019 March 2019 2. Review January 2020 June 2020"],
        ["Start Date: End Date:", "• Publish January 2019 March 2019 • Review January 2020 June 2020"],
        ["1", "Publish", "Start: Jan 2019", "End: Mar 2019", "2", "Review", "Start: Jan 2020", "End: Jun 2020"],
    ],
)
def test_dates_below_and_behind_titles_are_read(lines: list[str]) -> None:
    read = [(each["title"]["en"], each["start"], each["due"]) for each in _milestones(*lines)]
    assert read == [("Publish", "2019-01", "2019-03"), ("Review", "2020-01", "2020-06")]


@pytest.mark.parametrize(
    "lines",
    [
        ["Publish", "January 2019", "Review"],
        ["Publish in March 2019 and in May 2020 for all"],
        ["Abc", "Def"],
        ["1. Publish January 2019 March 2019 2. Keep 3. Review January 2020 June 2020"],
        ["• Publish • Keep January 2019 March 2019 • Review January 2020 June 2020"],
        ["Publish January 2019 March 2019 Review January 2020 June 2020"],
        ["1", "2", "Publish", "Start: Jan 2019"],
    ],
)
def test_what_is_not_sure_is_no_milestone(lines: list[str]) -> None:
    assert _milestones(*lines) == []


def test_a_number_on_a_line_of_its_own_is_that_of_the_title_below() -> None:
    read = _milestones("1", "Publish", "Status: Not started", "End: Mar 2019", "2)", "2 reviews", "End: May 2019")
    assert [(each["number"], each["title"]["en"], each["due"]) for each in read] == [
        ("1", "Publish", "2019-03"),
        ("2", "2 reviews", "2019-05"),
    ]


@pytest.mark.parametrize("head", ["", "No.\tMilestone\tStart\tEnd\n"])
def test_rows_that_were_copied_from_a_table_have_tabs_between_their_cells(head: str) -> None:
    text = "Bylaws (MU0001)\nDescription\nProblem\nPaper.\nAction\nPublish.\nMilestones\n"
    made = read(f"{text}{head}1\tPublish\tOct 2025\tDec 2025\n2\tReview\tJan 2026\tJun 2026".encode())
    assert made.document is not None
    (commitment,) = made.document.tree["plans"][0]["commitments"]
    assert [(each["number"], each["title"]["en"], each["due"]) for each in commitment["milestones"]] == [
        ("1", "Publish", "2025-12"),
        ("2", "Review", "2026-06"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("1", "Abc", "Statut : Non démarré", "Début : août 2025", "Fin : octobre 2025"),
        ("Jalon 1 : Abc", "Statut : Non démarré", "Début : août 2025", "Fin : octobre 2025"),
        ("Hito 1", "Abc", "Estado: No iniciado", "Inicio: ago 2025", "Fin: oct 2025"),
        ("Milestone 1: Abc", "Status: Not started", "Start: Aug 2025", "Due: Oct 2025"),
        ("Milestone 1", "Abc", "Aug 2025", "Oct 2025"),
    ],
)
def test_labels_in_other_languages_and_the_word_before_the_number(lines: tuple[str, ...]) -> None:
    (one,) = _milestones(*lines)
    assert (one["number"], one["title"]["en"], one["start"], one["due"]) == ("1", "Abc", "2025-08", "2025-10")
    assert one.get("status", {"code": "not_started"})["code"] == "not_started"


@pytest.mark.parametrize(
    ("dates", "begins"),
    [
        (("7/1/2025 | 9/30/2025", "10/1/2025 | 6/30/2026"), ["2025-07-01", "2025-10-01"]),
        (("7/1/2025 | 30/9/2025", "10/1/2025 | 30/6/2026"), ["2025-01-07", "2025-01-10"]),
        (("7/1/2025 | 9/30/2025", "10/1/2025 | 30/6/2026"), [None, None]),
    ],
)
def test_one_date_proves_the_order_of_day_and_month_for_all(dates: tuple[str, str], begins: list[str | None]) -> None:
    rows = [f"{at} | Publish | {both}" for at, both in enumerate(dates, start=1)]
    found = _milestones("No. | Milestone | Start date | End date", *rows)
    assert [one.get("start") for one in found] == begins


@pytest.mark.parametrize(
    "lines",
    [
        ["1. Draft the plan - June 2025; 2. Open it - December 2025"],
        ["1) Draft the plan (June 2025) 2) Open it (December 2025)."],
        ["1. Draft the plan – June 2025", "2. Open it – December 2025"],
    ],
)
def test_numbered_one_after_another_with_one_date_each(lines: list[str]) -> None:
    found = _milestones(*lines)
    assert [(one["number"], one["title"]["en"], one["due"]) for one in found] == [
        ("1", "Draft the plan", "2025-06"),
        ("2", "Open it", "2025-12"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "1. Draft the plan - June 2025; 3. Open it - December 2025",
        "1. Draft the plan; 2. Open it - December 2025",
        "1. Draft the plan of June 2025 2. Open it of December 2025",
        "Steps: 1. Draft the plan - June 2025; 2. Open it - December 2025",
        "1. Draft the plan - June 2025 and later; 2. Open it - December 2025",
    ],
)
def test_what_is_not_surely_parted_is_kept(line: str) -> None:
    assert _milestones(line) == []
