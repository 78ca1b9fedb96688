"""Columns below one heading of money: what is planned, spent and left, and what it is spent on; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, read, sheet, shown


def _read(group: str, below: list[str]) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[str]]:
    """Gives the budget lines and the kept cells of the first project, and the codes of what is said."""
    width = len(below)
    made = sheet(
        ["Projet", "Responsable", "Échéance", group, *[""] * (width - 1)],
        ["", "", "", *below],
        ["Portail", "DSI", "2026", *["50 000 DH", "48 200 DH", "96 %"][:width]],
        ["Forum", "DGS", "2027", *["10 000 DH", "8 000 DH", "80 %"][:width]],
        merges=("A1:A2", "B1:B2", "C1:C2", f"D1:{'DEF'[width - 1]}1"),
    )
    imported = read(made)
    assert accounted(imported, made)
    (plan,) = shown(imported)["plans"]
    first = plan["commitments"][0]
    return first.get("budget", []), first.get("x_unmapped", []), codes(imported)


@pytest.mark.parametrize(
    ("group", "planned", "spent"),
    [
        ("Budget", "Prévu", "Engagé"),
        ("Budget (DH)", "Prévisionnel", "Réel"),
        ("Coût", "Estimé", "Dépensé"),
        ("Crédits", "Ouverts", "Mandatés"),
        ("Financement", "Budget prévu", "Montant engagé"),
        ("Budget", "Alloué", "Reste à payer"),
        ("Budget", "Planned", "Spent"),
        ("Presupuesto", "Aprobado", "Ejecutado"),
        ("الميزانية", "المبرمجة", "المصروفة"),
        ("الكلفة (بالدرهم)", "التقديرية", "الفعلية"),
    ],
)
def test_what_was_spent_is_no_budget_and_no_funder(group: str, planned: str, spent: str) -> None:
    budget, kept, said = _read(group, [planned, spent, "%"])
    assert budget == [{"amount": {"value": "50000", "currency": "MAD"}}]
    assert [one["text"] for one in kept] == ["48 200 DH", "96 %"]
    assert said.count("import/column-unmapped") == 2


def test_what_money_is_spent_on_is_its_label() -> None:
    budget, kept, said = _read("Budget", ["Investissement", "Fonctionnement"])
    assert [list(line["label"].values()) for line in budget] == [["Budget Investissement"], ["Budget Fonctionnement"]]
    assert [line["amount"]["value"] for line in budget] == ["50000", "48200"]
    assert not kept
    assert "import/heading-uncertain" not in said


def test_a_name_that_may_be_a_funders_is_said() -> None:
    budget, _, said = _read("Budget", ["Programme Delta", "Commune"])
    assert [list(line["funder"]["name"].values()) for line in budget] == [["Programme Delta"], ["Commune"]]
    assert said.count("import/heading-uncertain") == 1


@pytest.mark.parametrize(
    ("above", "more", "doubts"),
    [("Budget par année", (), 0), ("(en DH)", (), 0), ("Liste", (), 2), ("Liste", ("3000",), 0)],
)
def test_years_over_sums_are_sure_where_a_line_or_their_sum_says_so(
    above: str, more: tuple[str, ...], doubts: int
) -> None:
    head = ["Projet", "2026", "2027", *(["Budget (DH)"] if more else [])]
    grid = sheet([above], head, ["Portail", "1000", "2000", *more], ["Forum", "2000", "1000", *more])
    assert codes(read(grid)).count("import/heading-uncertain") == doubts
