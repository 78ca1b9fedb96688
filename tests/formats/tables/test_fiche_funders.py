"""Funders and what they pay in rows of a fiche below a heading for each; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import codes, commitments_of, read, sheet, shown


def _paid(commitment: dict[str, Any]) -> list[tuple[str, str]]:
    return [(next(iter(one["funder"]["name"].values())), one["amount"]["value"]) for one in commitment["budget"]]


@pytest.mark.parametrize(
    ("head", "funders"),
    [
        (["Source de financement", "Montant (DH)"], ["Commune", "Budget de la région", "INDH"]),
        (["مصدر التمويل", "المبلغ (بالدرهم)"], ["الجماعة", "مجلس الجهة", "المبادرة الوطنية"]),
    ],
)
def test_each_row_is_a_funder_and_its_sum(head: list[str], funders: list[str]) -> None:
    rows = [[funder, amount] for funder, amount in zip(funders, (30000, 30000, 10000), strict=True)]
    imported = read(
        sheet(
            ["Intitulé du projet", "Portail"], ["Responsable", "DSI"], head, *rows, ["Total", 70000],
            ["Échéance", "juin 2026"],
        )
    )  # fmt: skip
    (only,) = commitments_of(imported)
    assert _paid(only) == [(funders[0], "30000"), (funders[1], "30000"), (funders[2], "10000")]
    assert only["end"] == "2026-06"
    assert "import/territory-unknown" not in codes(imported)
    assert [kept["text"] for kept in shown(imported)["x_unmapped"]] == ["Total", "70000"]


@pytest.mark.parametrize(
    ("title", "lead", "cost", "first"),
    [
        ("Intitulé du projet", "Responsable", "Coût (KDH)", 60),
        ("Commitment title", "Lead", "Cost (KDH)", 60),
        ("عنوان المشروع", "المسؤول", "الكلفة بالدرهم", 60000),
    ],
)
def test_years_above_sums_are_no_sums(title: str, lead: str, cost: str, first: int) -> None:
    rows: list[list[Any]] = [
        [title, "Portail"],
        [lead, "DSI"],
        [cost, 2026, 2027, 2028, "Total"],
        ["", first, first, "-", 2 * first],
    ]
    (only,) = commitments_of(read(sheet(["Programme d'ouverture 2026-2028"], [], *rows)))
    paid = [(one.get("year"), one["amount"]["value"]) for one in only["budget"]]
    assert paid == [(2026, "60000"), (2027, "60000")]
