"""Notes on the cells of any workbook: they are there, and nothing else is changed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from xlsxwriter import Workbook

from opengov_local.formats.grids import Book, read_book
from opengov_local.formats.workbook.notes import Note, annotate
from opengov_local.formats.workbook.notes.fills import COLORS

_ARABIC = "تاريخ غير مقروء & <خطأ>"


def _made() -> bytes:
    """Gives a synthetic workbook with what programs like to lose: rich text, drop-downs, a picture-like drawing."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    sheet, other = book.add_worksheet("Feuille"), book.add_worksheet("قائمة")
    bold = book.add_format({"bold": True, "bg_color": "#00FF00"})
    sheet.write_rich_string("A1", "un ", bold, "gras", " fin")
    sheet.write("C3", 12.5, bold)
    sheet.merge_range("A5:C5", "fusion", bold)
    sheet.data_validation("A2", {"validate": "list", "source": "='قائمة'!$A$1:$A$3"})
    sheet.conditional_format("A1:C9", {"type": "cell", "criteria": ">", "value": 3, "format": bold})
    sheet.insert_chart("H2", _chart(book))
    other.right_to_left()
    other.hide()
    other.write_column("A1", ["أ", "ب", "ج"])
    book.close()
    return out.getvalue()


def _chart(book: Workbook) -> object:
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Feuille!$C$3:$C$3"})
    return chart


_MADE = _made()


def _parts(data: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def _cells(data: bytes) -> list[object]:
    book = read_book(data, None, "xlsx")
    assert isinstance(book, Book)
    return [(grid.name, grid.rows, grid.merges, grid.hidden, grid.right_to_left) for grid in book.sheets]


def test_notes_and_colours_are_written() -> None:
    notes = {("Feuille", "C3"): Note(_ARABIC, "error"), ("Feuille", "Z99"): Note("Vide", "info")}
    done = annotate(_made(), notes)
    assert done.findings == ()
    sheet = openpyxl.load_workbook(io.BytesIO(done.data), rich_text=True)["Feuille"]
    assert sheet["C3"].comment.text == _ARABIC
    assert sheet["C3"].fill.fgColor.rgb == COLORS["error"]
    assert sheet["C3"].font.b
    assert sheet["Z99"].comment.text == "Vide"
    assert sheet["Z99"].fill.fgColor.rgb == COLORS["info"]


def test_nothing_else_changes() -> None:
    before = _made()
    after = annotate(before, {("Feuille", "B2"): Note("Note")}).data
    assert _cells(after) == _cells(before)
    old, new = _parts(before), _parts(after)
    sheet = {"xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels"}
    touched = {*sheet, "xl/styles.xml", "[Content_Types].xml"}
    assert {name for name in old if old[name] != new[name]} == touched
    for word in (b"<dataValidation ", b"<mergeCell ", b"<conditionalFormatting ", b"<drawing "):
        assert new["xl/worksheets/sheet1.xml"].count(word) == old["xl/worksheets/sheet1.xml"].count(word) == 1


def test_a_note_that_is_there_keeps_its_words() -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    first = book.worksheets[0]
    first["B2"].comment = Comment("Déjà là", "Conseil")
    first["B3"].comment = Comment("Autre", "Conseil")
    book.save(out)
    notes = {("Sheet", "B2"): Note("Ajout"), ("Sheet", "C1"): Note("Neuf")}
    done = annotate(out.getvalue(), notes)
    again = annotate(done.data, {("Sheet", "D1"): Note("Encore")})
    sheet = openpyxl.load_workbook(io.BytesIO(again.data)).worksheets[0]
    texts = {cell: sheet[cell].comment.text for cell in ("B2", "B3", "C1", "D1")}
    assert texts == {"B2": "Déjà là\nAjout", "B3": "Autre", "C1": "Neuf", "D1": "Encore"}


def test_cells_under_a_merged_one_speak_through_it() -> None:
    notes = {("Feuille", "B5"): Note("Conseil", "info"), ("Feuille", "C5"): Note("Faute", "error")}
    done = annotate(_made(), notes)
    assert done.findings == ()
    sheet = openpyxl.load_workbook(io.BytesIO(done.data))["Feuille"]
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment] == ["A5"]
    assert sheet["A5"].comment.text == "Faute\n\nConseil"
    assert sheet["A5"].fill.fgColor.rgb == COLORS["error"]


def test_what_cannot_be_written_is_said() -> None:
    places = [("Nulle part", "A1"), ("Feuille", "A0"), ("Feuille", "XFE1")]
    done = annotate(_made(), dict.fromkeys(places, Note("x")))
    assert {finding.code for finding in done.findings} == {"annotate/no-such-cell"}
    assert len(done.findings) == 3


@pytest.mark.parametrize("data", [b"", b"PK", b"<html>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)])
def test_what_is_no_workbook_comes_back_as_it_is(data: bytes) -> None:
    done = annotate(data, {("Feuille", "A1"): Note("x")})
    assert done.data == data
    assert [finding.code.partition("/")[0] for finding in done.findings] == ["source"]


@settings(max_examples=20)
@example({"B5": "fusion"})
@given(st.dictionaries(st.from_regex("[A-Z]{1,2}[1-9][0-9]?", fullmatch=True), st.text(max_size=40), max_size=8))
def test_any_cells_and_any_words(texts: dict[str, str]) -> None:
    done = annotate(_MADE, {("Feuille", cell): Note(text) for cell, text in texts.items()})
    assert done.findings == ()
    sheet = openpyxl.load_workbook(io.BytesIO(done.data))["Feuille"]
    shown = {"A5" if cell in {"B5", "C5"} else cell for cell in texts}
    assert {cell for row in sheet.iter_rows() for cell in _noted(row)} == shown


def _noted(row: Iterable[Any]) -> list[str]:
    return [cell.coordinate for cell in row if cell.comment]


def test_real_workbooks_keep_all_they_hold(corpus: Path) -> None:
    files = sorted(corpus.rglob("*.xlsx"))
    assert files
    names = ("<dataValidation ", "x14:dataValidation ", "<mergeCell ", "<conditionalFormatting", "<tablePart ")
    words = [name.encode() for name in (*names, "<drawing ", "<sheetView ")]
    for file in files:
        before = file.read_bytes()
        book = read_book(before, None, "xlsx")
        if not isinstance(book, Book):
            continue
        done = annotate(before, {(grid.name, "B4"): Note(_ARABIC) for grid in book.sheets})
        assert [finding.code for finding in done.findings] == []
        assert _cells(done.data) == _cells(before)
        old, new = _parts(before), _parts(done.data)
        assert {name for name in old if not name.endswith("/")} <= set(new)
        for word in words:
            assert sum(part.count(word) for part in new.values()) == sum(part.count(word) for part in old.values())
