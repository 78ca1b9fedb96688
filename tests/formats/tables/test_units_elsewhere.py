"""Units of money that no heading names: formats of numbers, columns beside, notes in other sheets; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.tables.sheets import accounted, codes, commitments_of, read, sheet

from opengov_local.formats.grids.grid import Grid

HEADER = ["Projet", "Responsable", "Budget"]
ROWS: list[list[Any]] = [["Portail", "DSI", 50000], ["Forum", "DG", 20000]]


def _plan(**more: Any) -> Grid:
    return sheet(HEADER, *ROWS, **more)


def _notes(text: str) -> Grid:
    return sheet(["Remarques"], [text], name="Remarques")


def _amounts(*sheets: Grid) -> list[Any]:
    lines = [one["budget"][0] for one in commitments_of(read(*sheets))]
    return [(one["amount"]["value"], one["amount"]["currency"]) if "amount" in one else None for one in lines]


def test_a_format_of_numbers_names_the_currency() -> None:
    grid = _plan(money=lambda: {(1, 2): "€", (2, 2): "€"})
    assert _amounts(grid) == [("50000", "EUR"), ("20000", "EUR")]
    assert codes(read(grid)).count("import/unit-from-elsewhere") == 1
    assert accounted(read(grid), grid)


@pytest.mark.parametrize(
    ("note", "first"),
    [
        ("Montants en DH", ("50000", "MAD")),
        ("المبالغ بالدرهم", ("50000", "MAD")),
        ("Données provisoires. Les montants sont en milliers de dirhams.", ("50000000", "MAD")),
        ("Amounts in euros", ("50000", "EUR")),
        ("Tous les montants sont indiqués en dirhams (DH)", ("50000", "MAD")),
    ],
)
def test_a_note_in_a_sheet_without_table_names_the_unit(note: str, first: tuple[str, str]) -> None:
    assert _amounts(_plan(), _notes(note))[0] == first
    found = next(one for one in read(_plan(), _notes(note)).findings if one.code == "import/unit-from-elsewhere")
    assert found.params["origin"] == "Remarques!A2"


def test_a_column_of_money_beside_names_the_currency() -> None:
    grid = sheet([*HEADER, "Part de la commune"], ["Portail", "DSI", 50000, "20 000 DH"],
                 ["Forum", "DG", 20000, "5 000 DH"])  # fmt: skip
    assert _amounts(grid) == [("50000", "MAD"), ("20000", "MAD")]
    assert codes(read(grid)).count("import/unit-from-elsewhere") == 1


def test_thousands_of_a_column_beside_are_not_those_of_larger_amounts() -> None:
    grid = sheet([*HEADER, "Part de la commune (KDH)"], ["Portail", "DSI", 50000, 20], ["Forum", "DG", 20000, 5])
    assert _amounts(grid) == [None, None]


@pytest.mark.parametrize(
    "sheets",
    [
        (_plan(money=lambda: {(1, 2): "DH", (2, 2): "€"}),),
        (_plan(money=lambda: {(1, 2): "€", (2, 2): "€"}), _notes("Montants en DH")),
        (_plan(money=lambda: {(1, 2): "DH", (2, 2): "DH"}), _notes("Montants en milliers de DH")),
        (_plan(), sheet(["Montants en DH"], ["Montants en euros"], name="Remarques")),
    ],
)
def test_units_that_differ_are_said_and_none_is_taken(sheets: tuple[Grid, ...]) -> None:
    assert _amounts(*sheets) == [None, None]
    assert "import/units-differ" in codes(read(*sheets))
    assert "import/unit-from-elsewhere" not in codes(read(*sheets))


@pytest.mark.parametrize("beside", ["20 000 €", "20 000 DH"])
def test_a_column_beside_does_not_overrule_the_country(beside: str) -> None:
    grid = sheet(["Commune", "Bouskoura"], [""], [*HEADER, "Part de la région"], ["Portail", "DSI", 50000, beside],
                 ["Forum", "DG", 20000, beside])  # fmt: skip
    assert _amounts(grid)[0] == (None if "€" in beside else ("50000", "MAD"))
    assert ("import/units-differ" in codes(read(grid))) == ("€" in beside)


def test_what_a_cell_or_heading_says_itself_stands() -> None:
    notes = _notes("Montants en milliers de DH")
    grid = sheet(HEADER, ["Portail", "DSI", "50 000 €"], ["Forum", "DG", 20])
    assert _amounts(grid, notes)[0] == ("50000", "EUR")
    headed = sheet([*HEADER[:2], "Budget (€)"], *ROWS)
    assert _amounts(headed, notes) == [("50000", "EUR"), ("20000", "EUR")]
    assert "import/unit-from-elsewhere" not in codes(read(headed, notes))


@pytest.mark.parametrize(
    ("headings", "cells", "severity"),
    [
        (["Projet", "Budget (KDH)", "Budget 2026"], ["Portail", 500, 200], "warning"),
        (["Projet", "Coût total (KDH)", "Part commune"], ["Portail", 500, 200], "info"),
        (["Projet", "Coût total (KDH)", "Part commune"], ["Portail", 500, "200 DH"], None),
    ],
)
def test_a_unit_that_another_heading_gives_is_said(headings: list[str], cells: list[Any], severity: str | None) -> None:
    found = [one for one in read(sheet(headings, cells)).findings if one.code == "import/unit-from-elsewhere"]
    assert [(one.severity, one.location.cell, one.params["origin"]) for one in found] == (
        [(severity, "C1", "Plan!B1")] if severity else []
    )


def test_thousands_in_a_heading_that_is_not_understood_may_be_those_of_bare_sums() -> None:
    grid = sheet(["Commune de Tiznit"], ["Projet", "Machin (MDH)", "Part commune"], ["Portail", "1,5", "1"])
    imported = read(grid)
    (line,) = commitments_of(imported)[0]["budget"]
    assert "amount" not in line
    assert "import/units-differ" in codes(imported)


@pytest.mark.parametrize("heading", ["الكلفة بمليون درهم", "الكلفة بالمليون درهم", "الكلفة (مليون درهم)"])
def test_millions_in_an_arabic_heading(heading: str) -> None:
    grid = sheet(["جماعة تافراوت"], ["المشروع", heading, "مساهمة الجماعة"], ["تهيئة", "1,5", "1"])
    assert [line["amount"]["value"] for line in commitments_of(read(grid))[0]["budget"]] == ["1500000", "1000000"]


def test_thousands_of_what_is_smaller_and_not_understood_are_not_those_of_sums() -> None:
    grid = sheet(["Commune de Tiznit"], ["Projet", "Budget", "PIB communal (milliers DH)"], ["Portail", 1000, 12])
    assert _amounts(grid) == [("1000", "MAD")]
    assert "import/units-differ" not in codes(read(grid))
