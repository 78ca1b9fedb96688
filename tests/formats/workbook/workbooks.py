"""Workbooks filled in as a council would: values put under keys of the template, by sheet."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from opengov_local.document import Import
from opengov_local.finding import Finding
from opengov_local.formats.workbook.layout import MARKER
from opengov_local.formats.workbook.xlsx_format import read, template
from opengov_local.importing.options import ImportOptions

OPTIONS = ImportOptions(id_prefix="org.example.fictive")
Rows = Mapping[str, Sequence[Mapping[str, Any]]]
PLAN: Rows = {"plan": [{"title@fr": "Programme fictif", "framework": "remacto", "period.start": "2026"}]}


def sheet_of(book: openpyxl.Workbook, key: str) -> Worksheet:
    """Gives the sheet of a kind."""
    return next(sheet for sheet in book.worksheets if sheet["A1"].value == MARKER + key)


def cell_of(sheet: Worksheet, key: str, number: int = 0) -> tuple[int, int]:
    """Gives row and column of the entry of a key, for the object of that number."""
    form = sheet["A3"].value != "help"
    keys = [sheet.cell(n, 1).value if form else sheet.cell(1, n).value for n in range(1, 200)]
    at = keys.index(key) + 1
    return (at, 5 + number) if form else (5 + number, at)


def cells_of(data: bytes, key: str) -> list[list[str]]:
    """Gives the texts of the sheet of a kind, row by row; "" for a cell without one."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [["" if value is None else str(value) for value in row] for row in sheet_of(book, key).values]


def filled(
    rows: Rows, language: str = "fr", *, change: Callable[[openpyxl.Workbook], None] | None = None, **options: Any
) -> bytes:
    """Gives the template with entries."""
    book = openpyxl.load_workbook(io.BytesIO(template(language, **options)))
    for key, entries in rows.items():
        sheet = sheet_of(book, key)
        for number, entry in enumerate(entries):
            for name, value in entry.items():
                row, column = cell_of(sheet, name, number)
                sheet.cell(row, column).value = value
    if change:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def imported(data: bytes, options: ImportOptions | None = OPTIONS) -> Import:
    """Reads a workbook; there is an account of it."""
    done = read(data, "classeur.xlsx", options=options)
    assert done.account is not None
    return done


def tree_of(done: Import) -> dict[str, Any]:
    """Gives what was read, without where it was read."""
    assert done.document is not None
    return {name: value for name, value in done.document.tree.items() if name != "sources"}


def codes_at(findings: Sequence[Finding]) -> set[tuple[str, str | None]]:
    """Gives code and cell of findings."""
    return {(finding.code, finding.location.cell) for finding in findings}
