"""Cells of updates that are merged over several rows, and rows that say no time; all made up."""

from __future__ import annotations

import copy
import io
from typing import Any

import pytest
from openpyxl import Workbook
from tests.formats.tracker.test_tracker import BASE, options

from opengov_local.document import Import
from opengov_local.formats.tracker import updates_format


def _read(rows: list[list[Any]], *merges: str) -> Import:
    book = Workbook()
    page = book.create_sheet("Suivi", 0)
    for row in rows:
        page.append(row)
    for merge in merges:
        page.merge_cells(merge)
    stream = io.BytesIO()
    book.save(stream)
    return updates_format.read(stream.getvalue(), "made-up.xlsx", options=options(copy.deepcopy(BASE)))


def _updates(made: Import) -> list[dict[str, Any]]:
    assert made.document is not None
    updates: list[dict[str, Any]] = made.document.tree["progress_updates"]
    return updates


@pytest.mark.parametrize(
    ("heading", "said", "field"),
    [("Date du point", "30/06/2025", "date"), ("Période", "2025-Q1", "period"), ("تاريخ التتبع", "30/06/2025", "date")],
)
def test_a_time_that_is_merged_over_rows_is_that_of_each(heading: str, said: str, field: str) -> None:
    rows: list[list[Any]] = [
        [heading, "Engagement", "Statut", "Taux"],
        [said, "1", "En cours", "40 %"],
        [None, "2", "En cours", "5 %"],
    ]
    made = _read(rows, "A2:A3")
    updates = _updates(made)
    assert [update["progress"] for update in updates] == [40, 5]
    assert updates[0][field] == updates[1][field]
    (filled,) = [finding for finding in made.findings if finding.code == "import/filled-down"]
    assert filled.params["count"] == 1


def test_an_object_that_is_merged_over_rows_is_that_of_each() -> None:
    rows: list[list[Any]] = [
        ["Période", "Engagement", "Statut"],
        ["2025-Q1", "1", "En cours"],
        ["2025-Q2", None, "Achevé"],
    ]
    made = _read(rows, "B2:B3")
    assert [update["status"]["code"] for update in _updates(made)] == ["in_progress", "completed"]
    assert len({update["target"] for update in _updates(made)}) == 1


def test_a_blank_time_is_said() -> None:
    rows: list[list[Any]] = [["Période", "Engagement", "Statut"], ["2025-Q1", "1", "En cours"], [None, "2", "En cours"]]
    made = _read(rows)
    assert ["period" in update for update in _updates(made)] == [True, False]
    (said,) = [finding for finding in made.findings if finding.code == "import/report-without-date"]
    assert (said.severity, said.location.cell) == ("warning", "B3")


def test_a_heading_of_times_over_states_heads_states() -> None:
    rows: list[list[Any]] = [
        ["Code projet", "Situation", "Taux", "Ce qui a été fait"],
        ["1", "En cours", "40 %", "Essai"],
    ]
    (update,) = _updates(_read(rows))
    assert (update["status"]["code"], update["progress"], "date" in update) == ("in_progress", 40, False)
