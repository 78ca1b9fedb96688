"""Formats of numbers that show a unit of money: XLSX, XLS and ODS tell which cells have them."""

from __future__ import annotations

import io
import struct

import pytest
from tests.formats.grids.records import number, record, xls
from tests.formats.grids.workbooks import ods
from xlsxwriter import Workbook

from opengov_local.formats.grids import Book, read_book
from opengov_local.formats.grids.money_formats import money_words, shown_unit


def _money(data: bytes, kind: str) -> dict[tuple[int, int], str]:
    book = read_book(data, f"plan.{kind}", kind)  # type: ignore[arg-type]
    assert isinstance(book, Book), book
    return dict(book.sheets[0].money())


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ('#,##0 "DH"', "DH"),
        ("[$€-40C] #,##0.00", "€"),
        (r"#,##0\ [$MAD]", "MAD"),
        (r"#,##0\ \D\H", "DH"),
        ('#,##0 "DH";[Red]-#,##0 "EUR"', "DH"),
        ('_-* #,##0.00\\ "€"_-', "€"),
        ('#,##0 "KDH"', "KDH"),
        ('#,##0, "KDH"', "MAD"),
        ('#,##0,, "KDH"', ""),
        ('#,##0 "jours"', ""),
        ("[$$-409]#,##0", ""),
        ('0" %"', ""),
        ("General", ""),
        ("dd/mm/yyyy", ""),
    ],
)
def test_the_unit_is_what_stands_beside_the_number(code: str, words: str) -> None:
    assert money_words(code) == words


@pytest.mark.parametrize(
    ("text", "unit"), [("12 000 DH", "MAD"), ("-5,50 €", "EUR"), ("12000", ""), ("12 KDH", ""), ("12 jours", "")]
)
def test_shown_numbers_name_their_currency(text: str, unit: str) -> None:
    assert shown_unit(text) == unit


@pytest.mark.parametrize(
    ("value", "shown", "words"),
    [
        ("150", "150 K", "K"),
        ("2.5", "2,5 M", "M"),
        ("4", "4 mille", "mille"),
        ("150000", "150 K", ""),
        ("4", "4 ha", ""),
    ],
)
def test_ods_cells_shown_with_a_word_for_thousands_say_it(value: str, shown: str, words: str) -> None:
    value_of = f'office:value-type="float" office:value="{value}"'
    cell = f"<table:table-cell {value_of}><text:p>{shown}</text:p></table:table-cell>"
    told = _money(ods(f"<table:table-row>{cell}</table:table-row>"), "ods")
    assert told == ({(0, 0): words} if words else {})


def test_xlsx() -> None:
    made = io.BytesIO()
    with Workbook(made) as book:
        page = book.add_worksheet("Plan")
        page.write_number(0, 0, 5, book.add_format({"num_format": '#,##0 "DH"'}))
        page.write_number(1, 1, 5, book.add_format({"num_format": "[$€-40C] #,##0"}))
        page.write_number(2, 1, 5, book.add_format({"num_format": "0%"}))
    assert _money(made.getvalue(), "xlsx") == {(0, 0): "DH", (1, 1): "€"}


def test_xls() -> None:
    code = '#,##0 "DH"'.encode("latin-1")
    form = record(0x041E, struct.pack("<HHB", 200, len(code), 0) + code)
    style = record(0x00E0, struct.pack("<HH16x", 0, 200))
    assert _money(xls(number(0, 0, 5) + number(0, 1, 5, 1), before=form + style), "xls") == {(0, 0): "DH"}


def test_ods() -> None:
    cell = "<table:table-cell office:value-type='{}' office:value='5'{}><text:p>{}</text:p></table:table-cell>"
    named = " office:currency='MAD'"
    cells = cell.format("currency", named, "5") + cell.format("float", "", "5 €") + cell.format("float", "", "5")
    assert _money(ods(f"<table:table-row>{cells}</table:table-row>"), "ods") == {(0, 0): "MAD", (0, 1): "EUR"}
