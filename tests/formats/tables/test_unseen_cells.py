"""Rows and columns that a workbook hides, and text that it strikes through: read, and said; made up."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font
from tests.formats.grids.workbooks import changed, ods
from tests.formats.tables.sheets import codes, read, sheet

from opengov_local.document import Import
from opengov_local.formats.books.ods_format import read as read_ods
from opengov_local.formats.books.xlsx_format import read as read_xlsx

_ROWS: list[list[Any]] = [
    ["N°", "Projet", "Budget (DH)", "Remarque"],
    [1, "Portail des données (exemple fictif)", 20000, ""],
    [2, "Budget ouvert", 30000, ""],
    [3, "Site web", 10000, ""],
]
_CODES = ("import/hidden-rows", "import/hidden-columns", "import/struck-through", "import/struck-left-out")


def _book(change: Any) -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    for values in _ROWS:
        page.append(values)
    change(page)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _found(made: Import) -> list[tuple[str, str, Any, str | None]]:
    return [(one.code, one.severity, one.params["places"], one.location.cell) for one in made.findings
            if one.code in _CODES]  # fmt: skip


def _titles(made: Import) -> list[str]:
    assert made.document is not None
    return [title for one in made.document.tree["plans"][0]["commitments"] for title in one["title"].values()]


def _hide(page: Any) -> None:
    page.row_dimensions[3].hidden = True
    page.row_dimensions[9].hidden = True
    for letter in "CDF":
        page.column_dimensions[letter].hidden = True


@pytest.mark.parametrize("rewritten", [False, True])
def test_hidden_rows_and_columns_are_read_and_said(rewritten: bool) -> None:
    data = _book(_hide)
    if rewritten:  # a comment is not plain, so the sheet is written anew
        data = changed(
            data, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<sheetData>", b"<!-- --><sheetData>")
        )
    made = read_xlsx(data, "plan.xlsx")
    assert _titles(made)[1:] == ["Budget ouvert", "Site web"]
    assert _found(made) == [
        ("import/hidden-rows", "info", ("3",), "A3"),
        ("import/hidden-columns", "info", ("C", "D"), "C1"),
    ]


def _struck(*cells: str) -> Import:
    def strike(page: Any) -> None:
        for cell in cells:
            page[cell].font = Font(strike=True)

    return read_xlsx(_book(strike), "plan.xlsx")


@pytest.mark.parametrize("cells", [("A3", "B3", "C3"), ("B3", "C3")])
def test_rows_that_are_struck_through_are_none(cells: tuple[str, ...]) -> None:
    """Whether the number in front of the title is struck through or not."""
    made = _struck(*cells)
    assert _titles(made)[1:] == ["Site web"]
    assert _found(made) == [("import/struck-left-out", "warning", ("A3", "B3", "C3"), "A3")]
    assert made.document is not None
    assert [(one["place"].partition("!")[2], one["text"]) for one in made.document.tree["x_unmapped"]] == [
        ("A3", "2"),
        ("B3", "Budget ouvert"),
        ("C3", "30000"),
    ]


def test_a_struck_title_beside_what_stands_is_read_and_a_struck_value_is_not() -> None:
    made = _struck("B3", "C4")
    assert _titles(made)[1:] == ["Budget ouvert", "Site web"]
    assert _found(made) == [
        ("import/struck-left-out", "warning", ("C4",), "C4"),
        ("import/struck-through", "warning", ("B3",), "B3"),
    ]


def test_a_sheet_that_hides_nothing_says_nothing() -> None:
    assert _found(read_xlsx(_book(lambda page: None), "plan.xlsx")) == []


def test_hidden_rows_and_columns_of_ods_are_said() -> None:
    def row(*texts: str, more: str = "") -> str:
        cells = "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in texts
        )
        return f"<table:table-row{more}>{cells}</table:table-row>"

    columns = '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>'
    rows = [
        row("Projet", "Responsable", "Statut"),
        row("Portail fictif", "DSI", "En cours"),
        row("Budget ouvert", "DAF", "En cours", more=' table:visibility="filter"'),
        row("Site web", "DSI", "En cours"),
    ]
    made = read_ods(ods(columns + "".join(rows)), "plan.ods")
    assert _titles(made) == ["Portail fictif", "Budget ouvert", "Site web"]
    assert _found(made) == [
        ("import/hidden-rows", "info", ("3",), "A3"),
        ("import/hidden-columns", "info", ("B",), "B1"),
    ]


def test_averages_that_were_never_calculated_name_no_project() -> None:
    data = _book(lambda page: page.append(["", "Moyenne", "=AVERAGE(C2:C4)"]))
    made = read_xlsx(data, "plan.xlsx")
    assert _titles(made)[1:] == ["Budget ouvert", "Site web"]
    assert "import/total-row" in codes(made)


@pytest.mark.parametrize("word", ["Ensemble", "Médiane", "Somme", "Taux moyen", "المعدل", "الوسيط", "Promedio"])
def test_what_a_row_without_a_number_sums_up_is_no_project(word: str) -> None:
    grid = sheet(*_ROWS, ["", word, ""], formulas_without_value=((4, 2),))
    made = read(grid)
    assert len(_titles(made)) == 3
    assert "import/total-row" in codes(made)


def test_a_title_that_begins_like_an_average_is_one() -> None:
    grid = sheet(*_ROWS, ["", "Ensemble sportif", ""], formulas_without_value=((4, 2),))
    assert _titles(read(grid))[3:] == ["Ensemble sportif"]


@pytest.mark.parametrize("rows", [[], [["", "", 20000, ""]], [[7, "", 20000, ""]]])
def test_a_table_that_gives_no_project_is_said_to(rows: list[list[Any]]) -> None:
    made = read(sheet(["Plan d'action communal (exemple fictif) 2026-2028"], [], _ROWS[0], *rows))
    (said,) = [one for one in made.findings if one.code == "import/no-projects"]
    assert (said.severity, said.location.cell) == ("warning", "A3")


def test_a_table_with_a_project_is_not() -> None:
    assert "import/no-projects" not in codes(read(sheet(*_ROWS)))


def test_indicators_of_the_whole_plan_are_no_missing_projects() -> None:
    made = read(sheet(["Plan d'action communal (exemple fictif) 2026-2028"], ["Indicateur", "Cible"], ["Visites", 20]))
    assert "import/no-projects" not in codes(made)
