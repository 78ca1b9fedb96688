"""Charts of times: a column for each quarter, month or year, with crosses on the rows of projects and activities."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet, shown

from opengov_local.document import Import
from opengov_local.formats.grids.grid import Grid

QUARTERS = ["T1 2026", "T2 2026", "T3 2026", "T4 2026", "T1 2027"]
DOUBT = "import/crosses-in-first-row"


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
    (portal,) = commitments_of(imported)
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
    assert [_times(one)[0] for one in commitments_of(imported)] == [("2026-Q1", "2026-Q2"), ("2026-Q3", "2026-Q3")]
    assert not any({"start", "end"} & one.keys() for one in commitments_of(imported))
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
    (portal,) = commitments_of(own_row)
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
    (portal,) = commitments_of(merged)
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
    study, purchase = commitments_of(imported)[0]["milestones"]
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
    assert _times(commitments_of(_read(sheet(header, below, *rows)))[0]) == expected


def test_a_chart_without_a_cross_is_said() -> None:
    header = ["Projet", "Activité", *QUARTERS]
    blank = [""] * len(QUARTERS)
    imported = _read(sheet(header, ["Portail", "Étude", *blank], ["Forum", "Réunir", *blank]))
    assert codes(imported).count("import/periods-empty") == 1
    assert all(_times(one) == [(None, None)] for one in commitments_of(imported))


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (QUARTERS[:4], [[1, 1.0, "", ""], ["", "", 1, 1]]),
        (QUARTERS[:4], [[1, 1, 0, 0], [0, 0, "1", 1]]),
        (QUARTERS[:4], [["●", "✓", "", ""], ["", "", "■", "ok"]]),
        (QUARTERS[:4], [["1", "1", "", ""], ["", "", "1", "1"]]),
        (
            ["الفصل الأول 2026", "الفصل الثاني 2026", "الفصل الثالث 2026", "الفصل الرابع 2026"],
            [[1, 1, "", ""], ["", "", 1, 1]],
        ),
    ],
)
def test_signs_and_ones_are_crosses(head: list[str], rows: list[list[Any]]) -> None:
    imported = _read(sheet(["Projet", *head], ["Portail", *rows[0]], ["Forum", *rows[1]]))
    assert [(one["start"], one["end"]) for one in commitments_of(imported)] == [
        ("2026-Q1", "2026-Q2"),
        ("2026-Q3", "2026-Q4"),
    ]
    assert not {"progress_updates", "x_unmapped"} & shown(imported).keys()


def test_ones_below_years_are_no_amounts() -> None:
    imported = _read(sheet(["Projet", "Activité", "2025", "2026"], ["Portail", "Étude", 1, 1], ["", "Achat", "", 1]))
    assert _times(commitments_of(imported)[0]) == [("2025", "2026"), ("2026", "2026")]
    amounts = _read(sheet(["Projet", "Activité", "2025", "2026"], ["Portail", "Étude", 1, 20], ["", "Achat", "", 1]))
    assert all("budget" in step for step in commitments_of(amounts)[0]["milestones"])


def test_a_one_beside_other_rates_is_no_cross() -> None:
    imported = _read(sheet(["Projet", "Taux T1 2026", "Taux T2 2026"], ["Portail", "1", 0.5], ["Forum", "", 0.75]))
    assert all(not {"start", "end"} & one.keys() for one in commitments_of(imported))
    assert [one.get("progress") for one in shown(imported)["progress_updates"]] == [None, 50, 75]
