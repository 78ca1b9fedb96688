"""Rates of several periods: the last is the present one, and those that may be of each period are said; all made up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet, shown

FALL, PARTS = "import/rates-fall", "import/rates-add-up"
QUARTERS = ["Projet", "Taux T1 2026", "Taux T2 2026", "Taux T3 2026"]


def _said(*rows: list[Any]) -> list[tuple[str, str, dict[str, Any]]]:
    found = [one for one in read(sheet(*rows)).findings if one.code in (FALL, PARTS)]
    return [(one.code, one.location.cell or "", dict(one.params)) for one in found]


@pytest.mark.parametrize(
    "rows",
    [
        [QUARTERS, ["Portail", "80%", "40%", "40%"], ["Forum", "20%", "50%", "30%"]],
        [["Projet", "Période", "Taux"], ["Portail", "T1 2026", "80%"], ["Forum", "T1 2026", "20%"],
         ["Portail", "T2 2026", "40%"], ["Forum", "T2 2026", "15%"]],
    ],
)  # fmt: skip
def test_rates_that_fall_are_said_and_the_last_is_the_present_one(rows: list[list[Any]]) -> None:
    ((code, cell, params),) = _said(*rows)
    assert (code, cell, params) == (FALL, "C2" if rows[0] is QUARTERS else "C4", {"count": 2, "before": 80, "now": 40})
    assert commitments_of(read(sheet(*rows)))[0]["progress"] == 40


def test_periods_are_put_in_order_before_their_rates_are_compared() -> None:
    assert not _said(["Projet", "Taux au 30/06/2026", "Taux au 31/12/2025"], ["Portail", "80%", "40%"])


def test_rates_that_add_up_are_said() -> None:
    rows = [QUARTERS, ["Portail", "25%", "25%", "50%"], ["Forum", "30%", "30%", "40%"]]
    assert _said(*rows) == [(PARTS, "D2", {"count": 2, "text": "25 + 25 + 50"})]


@pytest.mark.parametrize(
    "rows",
    [
        [["Portail", "0%", "0%", "100%"], ["Forum", "0%", "0%", "100%"]],
        [["Portail", "20%", "30%", "50%"], ["Forum", "20%", "40%", "60%"]],
        [["Portail", "20%", "40%", "40%"]],
    ],
)
def test_rates_that_grow_are_not(rows: list[list[Any]]) -> None:
    assert not _said(QUARTERS, *rows)


_JUNE, _SEPTEMBER = date(2026, 6, 1), date(2026, 9, 1)


@pytest.mark.parametrize("heading", ["Taux d'avancement", "نسبة الإنجاز"])
@pytest.mark.parametrize("below", [True, False])
def test_real_dates_head_the_rates_of_their_months(heading: str, below: bool) -> None:
    titles = ["الرقم", "المشروع"] if heading[0] == "ن" else ["N°", "Projet"]
    first = [[*titles, heading, ""], ["", "", _JUNE, _SEPTEMBER]] if below else [[*titles, _JUNE, _SEPTEMBER]]
    merges = ("C1:D1",) if below else ()
    grid = sheet(*first, [1, "A", "30 %", "60 %"], [2, "B", "10 %", "20 %"], merges=merges)
    imported = read(grid)
    assert accounted(imported, grid)
    assert [one["progress"] for one in commitments_of(imported)] == [60, 20]
    told = [(one["period"]["end"], one["progress"]) for one in shown(imported)["progress_updates"]]
    assert told == [("2026-06", 30), ("2026-09", 60), ("2026-06", 10), ("2026-09", 20)]
    said = [one.params["value"] for one in imported.findings if one.params.get("field") == "period"]
    assert said == ["2026-06", "2026-09"]


def test_real_dates_that_begin_no_month_head_their_days() -> None:
    imported = read(sheet(["N°", "Projet", date(2026, 6, 30), date(2026, 9, 30)], [1, "A", "30 %", "60 %"]))
    assert [one["date"] for one in shown(imported)["progress_updates"]] == ["2026-06-30", "2026-09-30"]


def test_dates_beside_labels_are_no_headings() -> None:
    grid = sheet(["Projet", "Portail"], ["Date de début", date(2026, 1, 1), "Date de fin", date(2026, 6, 1)])
    assert "progress_updates" not in shown(read(grid))
