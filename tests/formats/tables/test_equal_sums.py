"""Equal sums of one project: each is one, unless its row repeats what another says; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import commitments_of, read, sheet


def _paid(commitment: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (next(iter(line.get("funder", {}).get("name", {"": ""}).values())), line.get("amount", {}).get("value", ""))
        for line in commitment["budget"]
    ]


@pytest.mark.parametrize("again", ["", "Portail"])
def test_two_funders_may_pay_as_much(again: str) -> None:
    table = sheet(
        ["Projet", "Financeur", "Coût (DH)"],
        ["Portail", "Commune", 30000],
        [again, "INDH", 30000],
        ["Forum", "Commune", 10],
        ["", "INDH", 20],
    )
    first, second = commitments_of(read(table))
    assert _paid(first) == [("Commune", "30000"), ("INDH", "30000")]
    assert _paid(second) == [("Commune", "10"), ("INDH", "20")]


@pytest.mark.parametrize("merges", [(), ("A2:A3",)])
def test_a_row_of_its_own_costs_may_cost_as_much(merges: tuple[str, ...]) -> None:
    table = sheet(
        ["Projet", "Lieu", "Coût (DH)"],
        ["Portail", "Centre", 200],
        ["", "Douar", 200],
        ["Forum", "Centre", 70],
        merges=merges,
    )
    assert _paid(commitments_of(read(table))[0]) == [("", "200"), ("", "200")]


def test_sums_beside_their_funders_may_be_equal() -> None:
    rows: list[list[Any]] = [
        ["Projet", "Portail"],
        ["Source de financement", "Commune", "Province", "INDH"],
        ["Montant (DH)", 60000, 30000, 30000],
    ]
    (only,) = commitments_of(read(sheet(*rows)))
    assert _paid(only) == [("Commune", "60000"), ("Province", "30000"), ("INDH", "30000")]


def test_a_sum_on_each_row_of_a_project_that_is_named_again_is_one() -> None:
    table = sheet(
        ["N°", "Projet", "Partenaire", "Coût (DH)"],
        ["1", "Portail", "Association A", 30000],
        ["1", "Portail", "Association B", 30000],
        ["2", "Forum", "Association A", 10],
    )
    assert _paid(commitments_of(read(table))[0]) == [("", "30000")]
