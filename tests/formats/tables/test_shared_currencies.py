"""Dinars, pesos and francs of several countries, in tables of one of them; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import commitments_of, read, sheet


def _amounts(country: str, heading: str, *cells: Any) -> list[tuple[str | None, str | None]]:
    rows = [[str(at), f"Projet {at}", cell] for at, cell in enumerate(cells, 1)]
    grid = sheet([country], ["Plan d'action 2026"], ["N°", "Projet", heading], *rows)
    lines = [one["budget"][0].get("amount", {}) for one in commitments_of(read(grid))]
    return [(line.get("value"), line.get("currency")) for line in lines]


@pytest.mark.parametrize(
    ("country", "heading", "currency"),
    [
        ("الجمهورية التونسية", "الكلفة (بالدينار)", "TND"),
        ("République tunisienne", "Budget (dinars)", "TND"),
        ("République du Sénégal", "Budget (F CFA)", "XOF"),
        ("República de Chile", "Presupuesto en pesos chilenos", "CLP"),
        ("República de Chile", "Presupuesto (pesos)", "CLP"),
        ("República oriental del Uruguay", "Presupuesto en pesos", "UYU"),
        ("Republic of Kenya", "Budget in shillings", "KES"),
    ],
)
def test_the_country_tells_which(country: str, heading: str, currency: str) -> None:
    assert _amounts(country, heading, 4500, "15 000") == [("4500", currency), ("15000", currency)]


def test_sums_without_a_word_for_money_stay_without_currency() -> None:
    assert _amounts("République tunisienne", "Budget", "4500 dinars", 1500) == [("4500", "TND"), (None, None)]
    assert _amounts("République française", "Budget (dinars)", 4500) == [(None, None)]


@pytest.mark.parametrize(
    ("title", "heading", "currency"),
    [
        ("Plan d'action de la commune de Fictive, Tunisie 2024-2026", "Budget (dinars)", "TND"),
        ("خطة العمل لبلدية وهمية - تونس", "الكلفة (دينار)", "TND"),
        ("Plan de acción de gobierno abierto - Municipio de Ficticia, Chile", "Presupuesto (pesos)", "CLP"),
        ("Plan d'action de la commune de Fictive en Côte d'Ivoire", "Coût (francs)", "XOF"),
        ("Commune de Fictive - Mauritanie", "Budget (UM)", "MRU"),
    ],
)
def test_a_country_in_a_title_tells_which(title: str, heading: str, currency: str) -> None:
    rows: list[list[Any]] = [["N°", "Projet", heading], [1, "Portail", 4500], [2, "Forum", "15 000"]]
    lines = [one["budget"][0].get("amount", {}) for one in commitments_of(read(sheet([title], *rows)))]
    assert lines == [{"value": "4500", "currency": currency}, {"value": "15000", "currency": currency}]


def test_two_countries_in_a_title_tell_nothing() -> None:
    rows: list[list[Any]] = [["N°", "Projet", "Budget (dinars)"], [1, "Portail", 4500]]
    (one,) = commitments_of(read(sheet(["Plan de coopération X (Tunisie) - Algérie"], *rows)))
    assert "amount" not in one["budget"][0]


@pytest.mark.parametrize(("code", "cell"), [("USD", "$95,500"), ("CAD", "95 500 $"), ("COP", "95.500 pesos")])
def test_the_column_of_currencies_tells_which(code: str, cell: str) -> None:
    grid = sheet(["No.", "Project", "Budget", "Currency"], [1, "Portal", cell, code])
    (line,) = commitments_of(read(grid))[0]["budget"]
    assert line["amount"] == {"value": "95500", "currency": code}


def test_the_word_for_a_country_tells_which_pesos_thousands_are_of() -> None:
    for heading in ("Presupuesto (miles de pesos chilenos)", "Presupuesto en miles de pesos chilenos"):
        assert _amounts("República de Chile", heading, 4500) == [("4500000", "CLP")]
