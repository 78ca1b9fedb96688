"""Headings that are parts of a measure above them, or name the year of one: values and their dates; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, commitments_of, read, sheet

from opengov_local.formats.grids.grid import Grid


def _measures(grid: Grid) -> list[tuple[Any, ...]]:
    imported = read(grid)
    assert accounted(imported, grid)
    found = [one["indicators"][0] for one in commitments_of(imported)]
    assert not any("x_unmapped" in one for one in found)
    return [
        (each["baseline"]["value"], each["baseline"]["date"], each["target"]["value"], each["target"]["date"])
        for each in found
    ]


@pytest.mark.parametrize(
    ("base", "target", "value", "year"),
    [
        ("Référence", "Cible", "Valeur", "Année"), ("Valeur de référence", "Valeur cible", "Valeur", "Année"),
        ("Línea base", "Meta", "Valor", "Año"), ("Baseline", "Target", "Value", "Year"),
        ("القيمة المرجعية", "القيمة المستهدفة", "القيمة", "السنة"),
    ],
)  # fmt: skip
def test_value_and_year_below_a_measure(base: str, target: str, value: str, year: str) -> None:
    grid = sheet(
        ["Projet", "Indicateur", base, "", target, ""], ["", "", value, year, value, year],
        ["Portail", "Visites", 5, 2023, 50, 2026], ["Forum", "Participants", 10, 2022, 40, 2027],
        merges=("A1:A2", "B1:B2", "C1:D1", "E1:F1"),
    )  # fmt: skip
    assert _measures(grid) == [("5", "2023", "50", "2026"), ("10", "2022", "40", "2027")]


@pytest.mark.parametrize(
    ("base", "of_base", "target", "of_target"),
    [
        ("Valeur de référence", "Année de la valeur de référence", "Valeur cible", "Année de la valeur cible"),
        ("Línea base", "Año línea base", "Meta", "Año de la meta"),
        ("القيمة المرجعية", "سنة القيمة المرجعية", "القيمة المستهدفة", "سنة القيمة المستهدفة"),
    ],
)
def test_a_heading_that_names_the_year_of_a_measure(base: str, of_base: str, target: str, of_target: str) -> None:
    grid = sheet(["Projet", "Indicateur", base, of_base, target, of_target], ["Portail", "Visites", 5, 2023, 50, 2026])
    assert _measures(grid) == [("5", "2023", "50", "2026")]
