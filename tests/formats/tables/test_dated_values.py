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
