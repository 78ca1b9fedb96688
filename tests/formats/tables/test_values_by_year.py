"""Values of indicators by year: where they start, what was measured, what is yet to come; made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet


def _indicator(*rows: list[Any], merges: tuple[str, ...] = ()) -> tuple[dict[str, Any], list[str]]:
    grid = sheet(*rows, merges=merges)
    imported = read(grid)
    assert accounted(imported, grid)
    return commitments_of(imported)[0]["indicators"][0], codes(imported)


@pytest.mark.parametrize(
    "headings",
    [
        ("Valeur 2024", "Cible 2027"),
        ("Situation 2024", "Cible 2027"),
        ("Situation en 2024", "Objectif 2027"),
        ("Value (2024)", "Target (2027)"),
        ("الوضعية 2024", "الهدف 2027"),
    ],
)
def test_the_only_value_of_a_year_before_the_target_is_where_things_start(
    headings: tuple[str, str],
) -> None:
    one, found = _indicator(["Projet", "Indicateur", *headings], ["Portail", "Visites", 10, 100])
    assert one["baseline"] == {"value": "10", "date": "2024"}
    assert one["target"] == {"value": "100", "date": "2027"}
    assert "values" not in one
    assert "import/heading-uncertain" in found


@pytest.mark.parametrize(
    "headings", [("Valeur atteinte 2024", "Cible 2027"), ("Réalisé 2024", "Cible 2027"), ("Valeur 2025", "Cible 2025")]
)
def test_what_was_reached_is_a_value(headings: tuple[str, str]) -> None:
    one, _ = _indicator(["Projet", "Indicateur", *headings], ["Portail", "Visites", 10, 100])
    assert [value["value"] for value in one["values"]] == ["10"]
    assert "baseline" not in one


@pytest.mark.parametrize("group", ["Valeurs", "القيم", "Values"])
def test_years_below_values_are_values_but_for_those_to_come(group: str) -> None:
    rows = (["Projet", "Indicateur", group, "", ""], ["", "", 2024, 2025, 2027], ["Portail", "Visites", 10, 20, 100])
    one, found = _indicator(*rows, merges=("A1:A2", "B1:B2", "C1:E1"))
    assert one["values"] == [{"value": "10", "date": "2024"}, {"value": "20", "date": "2025"}]
    assert "import/planned-kept" in found


@pytest.mark.parametrize("heading", ["Valeurs", "Values", "Valores", "القيم"])
@pytest.mark.parametrize("measured", ["Indicateur", "Responsable"])
def test_values_in_words_or_without_an_indicator_are_kept_and_said(heading: str, measured: str) -> None:
    plan = sheet(["Projet", measured, heading], ["Portail", "Visites", "Transparence"], ["Forum", "Votants", "Équité"])
    imported = read(plan)
    assert [one.location.cell for one in imported.findings if one.code == "import/column-unmapped"] == ["C1"]
    for one in commitments_of(imported):
        assert [kept["label"] for kept in one["x_unmapped"]] == [heading]
        assert not any("values" in each for each in one.get("indicators", ()))


def test_values_in_figures_beside_an_indicator_are_its_values() -> None:
    one, _ = _indicator(["Projet", "Indicateur", "Valeurs"], ["Portail", "Visites", 10])
    assert [value["value"] for value in one["values"]] == ["10"]


@pytest.mark.parametrize(("before", "aim"), [("Situation 2024", "Cible 2027"), ("القيمة سنة 2024", "الهدف 2027")])
def test_the_only_value_before_the_target_is_where_all_starts(before: str, aim: str) -> None:
    made, said = _indicator(["Projet", "Indicateur", before, aim], ["Portail", "Visites par mois", 10, 100])
    assert (made["baseline"], made["target"]) == ({"value": "10", "date": "2024"}, {"value": "100", "date": "2027"})
    assert "values" not in made
    assert "import/heading-uncertain" in said
