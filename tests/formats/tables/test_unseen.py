"""Tables as councils lay them out, made up and with what they say written by hand: read from true workbooks."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.formats.tables.sheets import shown
from xlsxwriter import Workbook

import opengov_local as ogl
from opengov_local.formats.grids import Book, read_book

CASES = sorted((Path(__file__).parent / "unseen").glob("*.json"))


def workbook(sheets: list[dict[str, Any]]) -> bytes:
    """Writes the sheets of a case as a workbook; a text such as `2025-06-12 [date]` is a true date."""
    made = io.BytesIO()
    with Workbook(made, {"default_date_format": "dd/mm/yyyy"}) as book:
        percent = book.add_format({"num_format": "0%"})
        for sheet in sheets:
            page = book.add_worksheet(sheet["name"])
            for merge in sheet.get("merges", ()):
                page.merge_range(merge, "")
            for row, values in enumerate(sheet["rows"]):
                for column, value in enumerate(values):
                    if isinstance(value, str) and value.endswith(" [date]"):
                        page.write_datetime(row, column, date.fromisoformat(value.partition(" ")[0]))
                    elif isinstance(value, float):
                        page.write_number(row, column, value, percent)
                    elif value != "":
                        page.write(row, column, value)
    return made.getvalue()


def plain(value: Any, language: str) -> Any:
    """Gives a tree as cases write it: texts in the language of the case without it, what was kept as its text."""
    if isinstance(value, list):
        return [plain(one, language) for one in value]
    if not isinstance(value, dict):
        return value
    if set(value) in ({language}, {"und"}):
        return next(iter(value.values()))
    return {
        name: [kept["text"] for kept in child] if name == "x_unmapped" else plain(child, language)
        for name, child in value.items()
        if name != "default_language"
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_table_is_read_as_a_person_reads_it(path: Path, tmp_path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    data = workbook(case["sheets"])
    (file := tmp_path / "unseen.xlsx").write_bytes(data)
    imported = ogl.read(file, options=ogl.import_options(id_prefix="org.example"))
    assert plain(shown(imported), case["language"]) == case["expected"]
    book = read_book(data, "unseen.xlsx", "xlsx")
    assert isinstance(book, Book)
    assert imported.account
    known = {str(entry.piece.place) for entry in imported.account.entries}
    assert {str(grid.place(row, column)) for grid in book.sheets for row, column, _ in grid.cells()} <= known
    assert ogl.validate(imported).valid
