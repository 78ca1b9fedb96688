"""Values of indicators in rows of their own, with when they were reached beside them; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet

_ROWS = [
    ("a", ["P1", "Portail", "Jeux"], 15),
    ("a", ["P1", "Portail", "Vues"], 7),
    ("a", ["P2", "Forum", "Membres"], 2),
    ("b", ["P1", "Portail", "Jeux"], 15),
    ("b", ["P1", "Portail", "Vues"], 300),
    ("b", ["P2", "Forum", "Membres"], 4),
]


def _values(commitments: list[dict[str, Any]]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (next(iter(one["name"].values())), [(value["value"], value["date"]) for value in one["values"]])
        for commitment in commitments
        for one in commitment["indicators"]
    ]


@pytest.mark.parametrize(
    ("heads", "first", "last", "dates"),
    [
        (("Trimestre", "Indicateur", "Valeur"), "T1 2026", "T2 2026", ("2026-Q1", "2026-Q2")),
        (("Date", "Indicator", "Value"), "2026-03-31", "2026-06-30", ("2026-03-31", "2026-06-30")),
        (("الشهر", "المؤشر", "القيمة"), "مارس 2026", "يونيو 2026", ("2026-03", "2026-06")),
        (("Année", "Indicateur", "Valeur atteinte"), 2025, 2026, ("2025", "2026")),
    ],
)
@pytest.mark.parametrize("by_project", [False, True])
def test_each_row_is_a_value_at_its_time(
    heads: tuple[str, str, str], first: Any, last: Any, dates: tuple[str, str], by_project: bool
) -> None:
    time, indicator, value = heads
    said = sorted(_ROWS, key=lambda row: (row[1], row[0])) if by_project else _ROWS
    rows = [[{"a": first, "b": last}[when], *names, number] for when, names, number in said]
    table = sheet([time, "Code projet", "Projet", indicator, value], *rows)
    imported = read(table)
    assert sorted(_values(commitments_of(imported))) == [
        ("Jeux", [("15", dates[0]), ("15", dates[1])]),
        ("Membres", [("2", dates[0]), ("4", dates[1])]),
        ("Vues", [("7", dates[0]), ("300", dates[1])]),
    ]
    assert not {"import/column-unmapped", "import/conflict"} & set(codes(imported))
    assert accounted(imported, table)


def test_a_date_beside_indicators_with_one_value_each_is_not_taken_for_its_time() -> None:
    table = sheet(
        ["Projet", "Indicateur", "Valeur atteinte", "Échéance"],
        ["Portail", "Jeux", 15, "31/03/2026"],
        ["Forum", "Membres", 2, "30/06/2026"],
    )
    assert [one["end"] for one in commitments_of(read(table))] == ["2026-03-31", "2026-06-30"]


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (("Baseline (year)", "Target (year)"), ("12 (2023)", "60 (2027)")),
        (("Référence", "Cible"), ("12 (2023)", "60 (2027)")),
        (("Année de référence / valeur", "Cible (année / valeur)"), ("2023 / 12", "2027 / 60")),
        (("Valeur de référence", "Valeur cible"), ("2023 : 12", "2027 : 60")),
        (("سنة الأساس / القيمة", "القيمة المستهدفة"), ("٢٠٢٣ / ١٢", "60 (سنة 2027)")),
    ],
)
def test_years_in_cells_of_measures_are_their_dates(heads: tuple[str, str], cells: tuple[str, str]) -> None:
    rows = [["Portail", "Jeux", *cells], ["Forum", "Membres", *cells]]
    commitments = commitments_of(read(sheet(["Projet", "Indicateur", *heads], *rows)))
    for (one,) in (commitment["indicators"] for commitment in commitments):
        assert (one["baseline"], one["target"]) == (
            {"value": "12", "date": "2023"}, {"value": "60", "date": "2027"},
        )  # fmt: skip


@pytest.mark.parametrize("cell", ["2026/60", "2026-2027", "12 (estimé)", "2026"])
def test_other_cells_of_measures_say_no_year(cell: str) -> None:
    (one,) = commitments_of(read(sheet(["Projet", "Indicateur", "Cible"], ["Portail", "Jeux", cell])))
    assert "date" not in one["indicators"][0]["target"]


def test_a_reference_behind_an_indicator_among_words_is_no_number_of_a_project() -> None:
    rows = [["Portail", "Jeux", "12 jeux (2023)", 60], ["Forum", "Membres", "env. 20", 30]]
    commitments = commitments_of(read(sheet(["Projet", "Indicateur", "Référence", "Cible"], *rows)))
    assert all("number" not in one and "baseline" in one["indicators"][0] for one in commitments)
