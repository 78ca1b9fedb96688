"""A workbook filled in with a council's own words, digits and columns; all made up."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from tests.formats.workbook.workbooks import OPTIONS, PLAN, filled, imported, sheet_of, tree_of

from opengov_local.importing.words import fold

_ONE: dict[str, Any] = {**PLAN, "axes": [{"number": 1, "title@fr": "Un"}, {"number": "٢", "title@ar": "اثنان"}]}


@pytest.mark.parametrize(
    ("axes", "count"), [("١", 1), ("2", 1), ("1، 2", 2), ("1, ٢", 2), ("١؛٢", 2), ("Un، اثنان", 2)]
)
def test_references_in_the_digits_and_commas_of_arabic(axes: str, count: int) -> None:
    done = imported(filled({**_ONE, "commitments": [{"title@fr": "P", "axes": axes}]}))
    (commitment,) = tree_of(done)["plans"][0]["commitments"]
    assert len(commitment["axes"]) == count
    assert [finding.code for finding in done.findings if finding.severity != "info"] == []


@pytest.mark.parametrize("currency", ["درهم", "DH", "dirhams", "MAD"])
def test_words_for_currencies(currency: str) -> None:
    lines = [{"^Commitment": "P", "label@fr": "Études", "amount.value": "1500", "amount.currency": currency}]
    done = imported(filled({**PLAN, "commitments": [{"title@fr": "P"}], "budget": lines}))
    (line,) = tree_of(done)["plans"][0]["commitments"][0]["budget"]
    assert line["amount"] == {"value": "1500", "currency": "MAD"}


def _change(book: openpyxl.Workbook) -> None:
    sheet = sheet_of(book, "milestones")
    last = sheet.max_column + 1
    sheet.cell(2, last).value = "Nos remarques"
    sheet.cell(5, last).value = "Pluie"


def test_own_words_and_headings_count() -> None:
    rows: dict[str, Any] = {**PLAN, "milestones": [{"title@fr": "Étape", "status.code": "Zazou"}]}
    words = {("status", fold("Zazou")): "delayed", ("heading", fold("Nos remarques")): "additional_information"}
    done = imported(filled(rows, change=_change), replace(OPTIONS, words=words))
    (activity,) = tree_of(done)["plans"][0]["activities"]
    assert activity["status"] == {"code": "delayed", "original": "Zazou"}
    assert activity["additional_information"] == {"fr": "Pluie"}
    assert "x_unmapped" not in activity


def test_the_layout_is_explained() -> None:
    done = imported(filled({**PLAN, "milestones": [{"title@fr": "Étape"}]}, change=_change))
    steps = {(step.code, step.params.get("heading")) for step in done.layout}
    assert ("layout/column-unknown", "Nos remarques") in steps
    assert "layout/workbook-column" in {code for code, _ in steps}


def test_a_row_under_an_unknown_number_is_kept_and_says_so() -> None:
    done = imported(filled({**PLAN, "milestones": [{"^Commitment": "9", "title@fr": "Étape"}]}))
    assert [kept["text"] for kept in tree_of(done)["x_unmapped"]] == ["9", "Étape"]
    assert "import/holder-unknown" in {finding.code for finding in done.findings}
