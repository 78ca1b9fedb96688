"""Numbers and sums whose formats show them otherwise than they are held, read from true workbooks; all made up."""

from __future__ import annotations

import io
from typing import Any

import pytest
from tests.formats.tables.sheets import codes, commitments_of, read, sheet
from tests.formats.tracker.test_tracker import BASE, tree_of
from xlsxwriter import Workbook

import opengov_local as ogl
from opengov_local.formats.books.xlsx_format import read as read_xlsx
from opengov_local.formats.grids import Book, read_book
from opengov_local.formats.tracker.updates_format import read as read_updates
from opengov_local.importing.options import ImportOptions

Cell = tuple[Any, str]
_SAID = frozenset(
    f"import/{name}"
    for name in ("units-differ", "unit-of-cells", "thousands-not-shown", "thousands-in-doubt", "thousands-shown")
)


def _workbook(rows: list[list[Any]]) -> bytes:
    """Writes a workbook; a cell with a format is a pair."""
    made = io.BytesIO()
    with Workbook(made) as book:
        page = book.add_worksheet("Plan")
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                value, code = cell if isinstance(cell, tuple) else (cell, "General")
                page.write(at, column, value, book.add_format({"num_format": code}))
    return made.getvalue()


def _amounts(heading: str, *cells: Any, above: str = "", notes: str = "") -> tuple[list[str | None], list[str]]:
    """Gives the amounts that are read below a heading, None for one that stays a text; and the codes about units."""
    rows = [[above], ["N°", "Projet", heading], *([at, f"Projet {at}", cell] for at, cell in enumerate(cells, 1))]
    book = read_book(_workbook(rows), "plan.xlsx", "xlsx")
    assert isinstance(book, Book)
    imported = read(*book.sheets, *([sheet(["Remarques"], [notes], name="Remarques")] if notes else []))
    lines = [one["budget"][0] for one in commitments_of(imported)]
    said = [code for code in codes(imported) if code in _SAID]
    return [f"{one['amount']['value']} {one['amount']['currency']}" if "amount" in one else None for one in lines], said


@pytest.mark.parametrize(
    ("heading", "cells", "amounts", "said"),
    [
        ("Budget (KDH)", [(150000, "#,##0,"), (220500, "#,##0,")], ["150000 MAD", "220500 MAD"], ["shown"]),
        ("Budget (KDH)", [(150000, "#,##0,"), (0, "#,##0,")], ["150000 MAD", "0 MAD"], ["shown"]),
        ("Budget (MDH)", [(500000, "0.00,,"), (2750000, "0.00,,")], ["500000 MAD", "2750000 MAD"], ["shown"]),
        ("Budget (KDH)", [(150000, "#,##0,"), 150, "2 000 DH"], ["150000 MAD", "150000 MAD", "2000 MAD"], ["shown"]),
        ("Budget (KDH)", [(150, "#,##0,"), (2500, "#,##0,"), 30], [None, None, "30000 MAD"], ["in-doubt"]),
        ("الكلفة (ألف درهم)", [(150000, "#,##0,")], ["150000 MAD"], ["shown"]),
        ("Budget (KDH)", [(150, '#,##0" KDH"')], ["150000 MAD"], []),
        ("Budget (KDH)", [(150000, '#,##0," KDH"')], ["150000 MAD"], []),
        ("Budget", [(150000, '#,##0," KDH"')], ["150000 MAD"], []),
    ],
)
def test_sums_are_what_they_show_in_the_unit_of_their_heading_which_is_said(
    heading: str, cells: list[Any], amounts: list[str | None], said: list[str]
) -> None:
    assert _amounts(heading, *cells) == (amounts, [f"import/thousands-{one}" for one in said])


def test_cells_that_all_show_units_under_a_heading_without_one_are_read_in_their_own() -> None:
    cells = [(150, '#,##0" KDH"'), (2.5, '0.0" MDH"'), (300000, '#,##0 "DH"')]
    amounts = ["150000 MAD", "2500000 MAD", "300000 MAD"]
    assert _amounts("Budget", *cells) == (amounts, ["import/unit-of-cells"])
    assert _amounts("Budget", *cells, (7, "0"))[1] == ["import/units-differ"]


def test_thousands_above_a_table_whose_heading_names_a_currency_contradict_it() -> None:
    grid = sheet(["Montants en milliers de dirhams"], ["N°", "Projet", "Budget (DH)"], [1, "Portail", 150])
    imported = read(grid)
    assert commitments_of(imported)[0]["budget"] == [{"text": {"fr": "150"}}]
    assert "import/unit-contradicted" in codes(imported)
    assert "import/unit-of-table" not in codes(imported)


def test_the_unit_above_a_table_is_that_of_what_is_shown() -> None:
    assert _amounts("Budget", (150000, "#,##0,"), above="Montants en milliers de DH")[0] == ["150000 MAD"]


@pytest.mark.parametrize(
    ("heading", "cell", "amount", "said"),
    [
        ("Budget (KDH)", (150000, '#,##0" DH"'), "150000 MAD", "import/unit-of-cells"),
        ("Budget (DH)", (150, '#,##0" K"'), "150000 MAD", "import/unit-of-cells"),
        ("Budget (DH)", (2.5, '0.0" M"'), "2500000 MAD", "import/unit-of-cells"),
        ("Budget (DH)", (4, '0" mille"'), "4000 MAD", "import/unit-of-cells"),
        ("Budget (MDH)", (150, '#,##0" KDH"'), "150000 MAD", "import/unit-of-cells"),
        ("Budget (MDH)", (150000, '#,##0,"KDH"'), "150000 MAD", "import/unit-of-cells"),
        ("Budget (DH)", (150, '#,##0" €"'), "150 EUR", "import/unit-of-cells"),
        ("Budget (DH)", (150000, "#,##0,"), "150000 MAD", "import/thousands-not-shown"),
        ("Budget (MDH)", (1500000, "#,##0,"), None, "import/thousands-in-doubt"),
        ("Budget (KDH)", (150000, '#,##0," DH"'), None, "import/thousands-in-doubt"),
    ],
)
def test_cells_that_show_another_unit_than_their_heading_are_said(
    heading: str, cell: Cell, amount: str | None, said: str
) -> None:
    assert _amounts(heading, cell) == ([amount], [said])


@pytest.mark.parametrize(
    ("notes", "cells", "amounts", "said"),
    [
        ("Montants en milliers de DH", [(150000, "#,##0,")], ["150000 MAD"], ["import/thousands-shown"]),
        ("Montants en milliers de DH", [(150000, "#,##0,"), 150], [None, None], ["import/thousands-in-doubt"]),
        ("Montants en millions de DH", [(150000, "#,##0,")], [None], ["import/thousands-in-doubt"]),
        ("Montants en DH", [(150000, "#,##0,")], ["150000 MAD"], ["import/thousands-not-shown"]),
    ],
)
def test_a_unit_noted_elsewhere_is_not_taken_twice(
    notes: str, cells: list[Any], amounts: list[str | None], said: list[str]
) -> None:
    assert _amounts("Budget", *cells, notes=notes) == (amounts, said)


def test_numbers_of_objects_are_what_they_show() -> None:
    rows: list[list[Any]] = [
        ["N°", "Projet", "Budget (DH)"],
        [(1.1, "0.0"), "Portail", (1.1, "0.00")],
        [(1.1, "0.00"), "Forum", 5],
        [(2, "0.00"), "Guide", 5],
    ]
    imported = read_xlsx(_workbook(rows), "plan.xlsx")
    found = commitments_of(imported)
    assert [one["number"] for one in found] == ["1.1", "1.10", "2"]
    assert found[0]["budget"][0]["amount"]["value"] == "1.1"
    assert "integrity/duplicate-number" not in [one.code for one in ogl.validate(imported).findings]


def test_zeros_before_numbers_are_those_of_numbers_of_objects_alone() -> None:
    rows: list[list[Any]] = [
        ["N°", "Projet", "Budget (DH)", "Taux d'avancement (%)", "Indicateur", "Valeur cible"],
        [(1, "00"), "Portail", (5, "000"), (5, "000"), "Comptes ouverts", (90, "000")],
        [(10, "00"), "Forum", (120000, "000"), (50, "000"), "Réunions", (7, "000")],
    ]
    imported = read_xlsx(_workbook(rows), "plan.xlsx")
    found = commitments_of(imported)
    assert [one["number"] for one in found] == ["01", "10"]
    assert [one["budget"][0]["amount"]["value"] for one in found] == ["5", "120000"]
    assert [one["progress"] for one in found] == [5, 50]
    assert [one["indicators"][0]["target"]["value"] for one in found] == ["90", "7"]
    assert "import/amount-in-words" not in codes(imported)


def test_updates_go_to_the_number_that_is_shown() -> None:
    base = {**BASE, "plans": [{**BASE["plans"][0]}]}
    rows: list[list[Any]] = [
        ["Période", "N°", "Taux d'avancement (%)", "Réalisations"],
        ["S1 2026", (1.1, "0.00"), 20, "Abc."],
    ]
    done = read_updates(_workbook(rows), "updates.xlsx", options=ImportOptions(base=base, id_prefix="test.made-up"))
    assert not tree_of(done).get("progress_updates")  # there is a 1.1, and no 1.10
    assert "import/target-unknown" in codes(done)
