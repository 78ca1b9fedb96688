"""Percentages as measures of indicators; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet

HEAD = ["N°", "Projet", "Indicateur", "Référence 2025", "Cible 2028"]
Measures = list[tuple[Any, Any, Any]]


def _measures(*rows: list[Any], head: list[str] = HEAD, **more: Any) -> Measures:
    grid = sheet(head, *([str(at), f"P {at}", f"Taux {at}", *row] for at, row in enumerate(rows)), **more)
    imported = read(grid)
    assert accounted(imported, grid)
    indicators = [one["indicators"][0] for one in commitments_of(imported)]
    return [(_said(one, "baseline"), _said(one, "target"), one.get("unit", {}).get("fr")) for one in indicators]


def _said(indicator: dict[str, Any], name: str) -> Any:
    measure = indicator.get(name, {})
    return measure.get("value") or (measure["text"]["fr"],) if measure else None


def test_percentages_are_values_whose_unit_that_is() -> None:
    assert _measures(["8 %", "25 %"], ["8 %", "25 %"], ["", "٩٠٪"], [12, 200]) == [
        ("8", "25", "%"),
        ("8", "25", "%"),
        (None, "90", "%"),
        ("12", "200", None),
    ]


def test_cells_shown_as_percentages_are_such() -> None:
    assert _measures([0.08, 0.25], percents=frozenset({(1, 3), (1, 4)})) == [("8", "25", "%")]


def test_bare_numbers_beside_percentages_are_not_taken_for_such() -> None:
    assert _measures([12, "25 %"], ["12 %", 25]) == [("12", ("25 %",), None), ("12", ("25",), "%")]


def test_other_units_stay_in_words() -> None:
    assert _measures(["12 agents", "30 agents"]) == [(("12 agents",), ("30 agents",), None)]


@pytest.mark.parametrize(("unit", "read_as"), [("%", "25"), ("pourcentage", "25"), ("agents", ("25 %",))])
def test_a_column_of_units_decides(unit: str, read_as: Any) -> None:
    head = [*HEAD[:3], "Unité", *HEAD[3:]]
    ((_, target, said),) = _measures([unit, "", "25 %"], head=head)
    assert (target, said) == (read_as, unit)


def test_a_measure_whose_comma_may_part_thousands_is_said() -> None:
    imported = read(sheet(["Projet", "Indicateur", "Cible"], ["Portail", "Visites", "2,500"]))
    assert [each.params["text"] for each in imported.findings if each.code == "import/number-ambiguous"] == ["2,500"]
