"""Real workbooks: every value that an independent reader finds is found, at its place."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from opengov_local.formats.grids import Book, is_blank, read_book


@pytest.mark.filterwarnings("ignore::UserWarning")  # what openpyxl leaves out
def test_same_cells_as_openpyxl(corpus: Path) -> None:
    files = sorted(corpus.rglob("*.xlsx"))
    assert files
    for file in files:
        found = read_book(file.read_bytes(), file.name, "xlsx")
        assert isinstance(found, Book), (file.name, found)
        other = openpyxl.load_workbook(io.BytesIO(file.read_bytes()), data_only=True)
        assert [sheet.name for sheet in found.sheets] == [sheet.title for sheet in other.worksheets]
        for sheet, expected in zip(found.sheets, other.worksheets, strict=True):
            theirs = {
                (c.row, c.column)
                for row in expected.iter_rows()
                for c in row
                if not (c.value is None or is_blank(str(c.value)))
            }
            ours = {(row + 1, column + 1) for row, column, _ in sheet.cells()}
            assert ours == theirs, (file.name, sheet.name)


def test_ods(corpus: Path) -> None:
    file = next(corpus.rglob("*.ods"), None)
    if file is None:
        pytest.skip("no ODS file in the folder of real files")
    found = read_book(file.read_bytes(), file.name, "ods")
    assert isinstance(found, Book)
    assert all(list(sheet.cells()) for sheet in found.sheets)
