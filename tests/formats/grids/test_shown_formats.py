"""Formats of dates and numbers by which cells show less or more than they hold, in XLSX, XLS and ODS."""

from __future__ import annotations

import datetime
import io
import struct
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.formats.grids.records import number, record, xls
from tests.formats.grids.workbooks import ods
from xlsxwriter import Workbook

from opengov_local.formats.grids import Book, read_book
from opengov_local.formats.grids.money_formats import shown_unit
from opengov_local.formats.grids.shown_formats import date_length

FIRST, LAST, DAY = datetime.date(2025, 12, 1), datetime.date(2025, 12, 31), datetime.date(2025, 12, 25)
SHOWN: list[tuple[Any, str, Any]] = [
    (FIRST, "mmm-yy", "2025-12"),
    (LAST, "[$-40C]mmmm yyyy", "2025-12"),
    (FIRST, "mm/yyyy", "2025-12"),
    (FIRST, "[$-1801]mmmm yyyy", "2025-12"),
    (FIRST, "yyyy", "2025"),
    (DAY, "d-mmm", DAY),
    (DAY, "dd/mm/yyyy", DAY),
    (1, '"P"00', "P01"),
    (5, '0" jours"', 5),
    (12, '#,##0" DH"', 12),
    (1.5, '"P"00', 1.5),
]
"""What cells hold, their format, and what is read."""


def _workbook(cells: list[tuple[Any, str, Any]]) -> bytes:
    made = io.BytesIO()
    with Workbook(made) as book:
        page = book.add_worksheet("Plan")
        for row, (value, code, _) in enumerate(cells):
            write = page.write_datetime if isinstance(value, datetime.date) else page.write_number
            write(row, 0, value, book.add_format({"num_format": code}))
    return made.getvalue()


def _book(data: bytes, kind: str) -> Book:
    book = read_book(data, f"plan.{kind}", kind)  # type: ignore[arg-type]
    assert isinstance(book, Book), book
    return book


@pytest.mark.parametrize(
    ("code", "length"),
    [
        ("mmm-yy", 7),
        ("[$-40C]mmm\\-yy;@", 7),
        ('mmmm" de "yyyy', 7),
        ("[$-2010000]yyyy/mm", 7),
        ("yy", 4),
        ("dd/mm/yyyy", 0),
        ("d-mmm", 0),
        ("mm:ss", 0),
        ('"T"q yyyy', 0),
        ("[$-1170000]B2mmmm yyyy", 0),
        ("[$-2060401]mmmm yyyy", 0),
        ("General", 0),
        ("0.00", 0),
    ],
)
def test_how_much_of_a_date_a_format_shows(code: str, length: int) -> None:
    assert date_length(code) == length


def test_cells_of_xlsx_are_what_they_show() -> None:
    book = _book(_workbook(SHOWN), "xlsx")
    assert [row[0] for row in book.sheets[0].rows] == [read for _, _, read in SHOWN]
    found = [(one.code, one.severity, one.params["cells"], one.params["dates"]) for one in book.findings]
    assert found == [
        ("import/day-not-shown", "info", ("A1", "A3", "A4"), ("2025-12-01", "2025-12-01", "2025-12-01")),
        ("import/day-not-shown", "warning", ("A2", "A5"), ("2025-12-31", "2025-12-01")),
    ]


def test_a_year_that_is_not_shown_is_said() -> None:
    book = _book(_workbook([(FIRST, "mmmm", ""), (DAY, "[$-40C]mmm;@", ""), (FIRST, "mmm-yy", "")]), "xlsx")
    assert [row[0] for row in book.sheets[0].rows] == ["2025-12"] * 3
    found = [(one.code, one.severity, one.params["cells"]) for one in book.findings]
    assert found == [("import/day-not-shown", "info", ("A3",)), ("import/year-not-shown", "warning", ("A1", "A2"))]


@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_so_are_those_that_libreoffice_writes(kind: str, require_tool: Callable[[str], str], tmp_path: Path) -> None:
    held = [(1.1, "0.00", 1.1), (150000, "#,##0,", 150000), (1500000, "0.00,,", 1500000), (1500, "#,##0.000", 1500),
            (150000, '#,##0,"KDH"', 150000), (150000, '#,##0,"DH"', 150000), (7, "000", 7),
            (120, "00", 120)]  # fmt: skip
    (tmp_path / "plan.xlsx").write_bytes(_workbook([*SHOWN, *held]))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [require_tool("soffice"), home, "--headless", "--convert-to", kind, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "plan.xlsx")], check=True, capture_output=True, timeout=180)
    for read in (kind, "xlsx"):
        grid = _book((tmp_path / f"plan.{read}").read_bytes(), read).sheets[0]
        assert [row[0] for row in grid.rows] == [value for _, _, value in (*SHOWN, *held)]
        first = len(SHOWN)
        shown = {cell[0] - first: text.replace(" ", "") for cell, text in grid.shown().items()}
        assert shown == {0: "1.10", 1: "150", 2: "1.5", 4: "150KDH", 5: "150DH", 6: "007"}
        assert {cell: unit for cell, unit in grid.money().items() if cell[0] >= first} == {(first + 4, 0): "MAD"}


def test_records_of_xls_and_their_built_in_format() -> None:
    code = b"#,##0,"
    form = record(0x041E, struct.pack("<HHB", 200, len(code), 0) + code)
    styles = b"".join(record(0x00E0, struct.pack("<HH16x", 0, found)) for found in (17, 200))
    book = _book(xls(number(0, 0, 46001, 0) + number(0, 1, 5000, 1), before=form + styles), "xls")
    assert book.sheets[0].rows == [["2025-12", 5000]]
    assert book.sheets[0].shown() == {(0, 1): "5"}
    assert [(one.code, one.severity) for one in book.findings] == [("import/day-not-shown", "warning")]


@pytest.mark.parametrize(
    ("text", "day", "read"),
    [
        ("décembre 2025", FIRST, "2025-12"),
        ("ديسمبر 2025", FIRST, "2025-12"),
        ("déc.-25", FIRST, "2025-12"),
        ("12/25", FIRST, "2025-12"),
        ("25-déc.", DAY, DAY),
        ("déc. 25", DAY, DAY),
        ("12/25", DAY, DAY),
        ("T4 2025", FIRST, FIRST),
        ("", FIRST, FIRST),
    ],
)
def test_texts_of_dates_in_ods(text: str, day: datetime.date, read: Any) -> None:
    cell = f"<table:table-cell office:value-type='date' office:date-value='{day}'><text:p>{text}</text:p>"
    book = _book(ods(f"<table:table-row>{cell}</table:table-cell></table:table-row>"), "ods")
    assert book.sheets[0].rows == [[read]]
    assert [one.code for one in book.findings] == ([] if read is day else ["import/day-not-shown"])


@pytest.mark.parametrize(
    ("text", "read", "said"),
    [("décembre", "2025-12", ["import/year-not-shown"]), ("déc.", "2025-12", ["import/year-not-shown"]),
     ("دجنبر", "2025-12", ["import/year-not-shown"]), ("jeudi", DAY, []), ("janvier", DAY, [])],
)  # fmt: skip
def test_months_that_ods_shows_without_a_year(text: str, read: Any, said: list[str]) -> None:
    cell = f"<table:table-cell office:value-type='date' office:date-value='{DAY}'><text:p>{text}</text:p>"
    book = _book(ods(f"<table:table-row>{cell}</table:table-cell></table:table-row>"), "ods")
    assert book.sheets[0].rows == [[read]]
    assert [one.code for one in book.findings] == said


@pytest.mark.parametrize(("text", "unit"), [("150 KDH", "MAD"), ("150 DH", "MAD"), ("15 KDH", ""), ("150 jours", "")])
def test_thousands_that_are_named_are_no_other_unit(text: str, unit: str) -> None:
    assert shown_unit(text, 150000) == unit
