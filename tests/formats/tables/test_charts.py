"""Charts of times: a column for each quarter, month or year, with crosses on the rows of projects and activities."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown

from opengov_local.document import Import
from opengov_local.formats.grids.grid import Grid

QUARTERS = ["T1 2026", "T2 2026", "T3 2026", "T4 2026", "T1 2027"]
DOUBT = "import/crosses-in-first-row"


def _commitments(imported: Import) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = shown(imported)["plans"][0]["commitments"]
    return found


def _read(grid: Grid) -> Import:
    imported = read(grid)
    assert accounted(imported, grid)
    return imported


def _times(one: dict[str, Any]) -> list[tuple[str | None, str | None]]:
    return [(step.get("start"), step.get("due")) for step in one["milestones"]]


@pytest.mark.parametrize("merges", [("A2:A4",), ()])
def test_each_activity_has_the_crosses_of_its_row(merges: tuple[str, ...]) -> None:
    imported = _read(
        sheet(
            ["Projet", "Activité", *QUARTERS],
            ["Portail", "Étude", "X", "X", "", "", ""],
            ["", "Achat", "", "", "■", "", ""],
            ["", "Mise en ligne", "", "", "", "x", "x"],
            merges=merges,
        )
    )
    (portal,) = _commitments(imported)
    assert _times(portal) == [("2026-Q1", "2026-Q2"), ("2026-Q3", "2026-Q3"), ("2026-Q4", "2027-Q1")]
    assert not {"start", "end"} & portal.keys()
    assert DOUBT not in codes(imported)


def test_crosses_beside_the_first_activity_alone_are_its_own_and_said() -> None:
    imported = _read(
        sheet(
            ["Projet", "Activité", *QUARTERS],
            ["Portail", "Étude", "X", "X", "", "", ""],
            ["", "Achat", "", "", "", "", ""],
            ["Forum", "Réunir", "", "", "X", "", ""],
            ["", "Inviter", "", "", "", "", ""],
            merges=("A2:A3", "A4:A5"),
        )
    )
    assert [_times(one)[0] for one in _commitments(imported)] == [("2026-Q1", "2026-Q2"), ("2026-Q3", "2026-Q3")]
    assert not any({"start", "end"} & one.keys() for one in _commitments(imported))
    assert codes(imported).count(DOUBT) == 2


def test_crosses_of_the_row_of_a_project_and_merged_ones_are_the_projects() -> None:
    own_row = _read(
        sheet(
            ["Projet", "Activité", *QUARTERS],
            ["Portail", "", "X", "X", "X", "", ""],
            ["", "Étude", "X", "", "", "", ""],
            ["", "Achat", "", "X", "", "", ""],
        )
    )
    (portal,) = _commitments(own_row)
    assert (portal["start"], portal["end"]) == ("2026-Q1", "2026-Q3")
    assert _times(portal) == [("2026-Q1", "2026-Q1"), ("2026-Q2", "2026-Q2")]
    merged = _read(
        sheet(
            ["Projet", "Activité", *QUARTERS],
            ["Portail", "Étude", "X", "X", "", "", ""],
            ["", "Achat", "", "", "", "", ""],
            merges=("A2:A3", "C2:C3", "D2:D3"),
        )
    )
    (portal,) = _commitments(merged)
    assert (portal["start"], portal["end"]) == ("2026-Q1", "2026-Q2")
    assert DOUBT not in codes(own_row) + codes(merged)


def test_a_gap_between_crosses_is_kept_in_words_and_said() -> None:
    imported = _read(
        sheet(
            ["Projet", "Activité", *QUARTERS],
            ["Portail", "Étude", "X", "", "X", "", ""],
            ["", "Achat", "", "", "", "X", "X"],
        )
    )
    study, purchase = _commitments(imported)[0]["milestones"]
    assert (study["start"], study["due"], study["schedule"]) == ("2026-Q1", "2026-Q3", {"fr": "T1 2026, T3 2026"})
    assert "schedule" not in purchase
    assert codes(imported).count("import/crosses-with-gap") == 1


@pytest.mark.parametrize(
    ("header", "below", "expected"),
    [
        (["المشروع", "النشاط", "2026", "", "2027", ""], ["", "", "الفصل 1", "الفصل 2", "الفصل 1", "الفصل 2"],
         [("2026-Q1", "2026-Q2"), ("2027-Q1", "2027-Q1")]),
        (["Project", "Activity", "2026", "", "2027", ""], ["", "", "H1", "H2", "H1", "H2"],
         [("2026-H1", "2026-H2"), ("2027-H1", "2027-H1")]),
    ],
)  # fmt: skip
def test_periods_below_years(header: list[str], below: list[str], expected: list[tuple[str, str]]) -> None:
    rows = [["بوابة", "دراسة", "×", "×", "", ""], ["", "اقتناء", "", "", "×", ""]]
    assert _times(_commitments(_read(sheet(header, below, *rows)))[0]) == expected


def test_a_chart_without_a_cross_is_said() -> None:
    header = ["Projet", "Activité", *QUARTERS]
    blank = [""] * len(QUARTERS)
    imported = _read(sheet(header, ["Portail", "Étude", *blank], ["Forum", "Réunir", *blank]))
    assert codes(imported).count("import/periods-empty") == 1
    assert all(_times(one) == [(None, None)] for one in _commitments(imported))
