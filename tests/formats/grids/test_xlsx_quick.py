"""Sheets of XLSX read without the engine: the same as what the engine gives, and nothing that is in doubt."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.grids.workbooks import xlsx

from opengov_local.finding import Finding
from opengov_local.formats.grids import read_book
from opengov_local.formats.grids import xlsx as reading
from opengov_local.formats.grids.engine import Typed
from opengov_local.formats.grids.grid import Grid, Value
from opengov_local.formats.grids.xlsx_quick import plain_cells

Patch = pytest.MonkeyPatch
TEXTS = "<si><t>un</t></si><si><t>d&amp;eux</t></si>"
ROW = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'


def both(data: bytes, patch: Patch) -> tuple[str, str, bool]:
    """Gives what a file becomes the quick way and by the engine, and whether all sheets went that way."""
    went: list[bool] = []

    def noted(*told: Any) -> Typed | None:
        found = plain_cells(*told)
        went.append(found is not None)
        return found

    found = []
    ways: tuple[Callable[..., Typed | None], ...] = (noted, lambda *_: None)
    for way in ways:
        patch.setattr(reading, "plain_cells", way)
        book = read_book(data, "plan.xlsx", "xlsx")
        found.append(repr(book if isinstance(book, Finding) else [(*book.findings, s, s.unseen) for s in book.sheets]))
    return found[0], found[1], bool(went) and all(went)


@pytest.mark.parametrize(
    ("rows", "strings", "values"),
    [
        (ROW, TEXTS, [["un", "d&eux"]]),
        ('<row r="1"><c r="A1"><v>5</v></c><c r="B1" t="n"><v>-0.5</v></c></row>', "", [[5, -0.5]]),
        ('<row r="2" spans="1:2"><c r="B2" t="s"><v>0</v></c></row>', TEXTS, [[None, None], [None, "un"]]),
        ('<row r="1"/><row r="2"><c r="A2" s="1"/><c r="B2" s="1"><v>1E2</v></c></row>', "", [[None] * 2, [None, 100]]),
        (f'{ROW}<row r="4"><c r="A4" s="3"/><c r="D4" s="1"/></row>', TEXTS, [["un", "d&eux"]]),
        ('<row r="1"><c r="A1" s="2"><v>45000</v></c></row>', "", [[datetime.date(2023, 3, 15)]]),
        (ROW, "<si><r><rPr><b/></rPr><t>u</t></r><r><t>n</t></r></si><si><t>x</t></si>", [["un", "x"]]),
        ('<row r="1"><c r="A1" s="9"/></row>', "", []),
    ],
)
def test_texts_numbers_and_days_are_read_without_the_engine(
    rows: str, strings: str, values: list[list[object]], monkeypatch: Patch
) -> None:
    data = xlsx(rows, strings=strings)
    quick, engine, went = both(data, monkeypatch)
    assert went
    assert quick == engine
    monkeypatch.setattr(reading, "plain_cells", plain_cells)
    book = read_book(data, "plan.xlsx", "xlsx")
    assert not isinstance(book, Finding)
    assert book.sheets[0].rows == values
    assert not book.findings


@pytest.mark.parametrize(
    ("rows", "strings"),
    [
        ('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>', ""),
        ('<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>', ""),
        ('<row r="1"><c r="A1" t="b"><v>1</v></c></row>', ""),
        ('<row r="1"><c r="A1" t="str"><v>un</v></c></row>', ""),
        ('<row r="1"><c r="A1" t="inlineStr"><is><t>un</t></is></c></row>', ""),
        ('<row r="1"><c r="A1" s="2"><v>45000.5</v></c></row>', ""),
        ('<row r="1"><c r="A1" s="2"><v>59</v></c></row>', ""),
        ('<row r="1"><c r="A1" s="5"><v>0.5</v></c></row>', ""),
        ('<row r="1"><c r="A1" s="99"><v>5</v></c></row>', ""),
        ('<row r="1"><c r="A1"><v>1234567890123456</v></c></row>', ""),
        ('<row r="1"><c r="A1"><v>cinq</v></c></row>', ""),
        ('<row r="1"><c r="A1" t="s"><v>7</v></c></row>', TEXTS),
        ('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>', ""),
        ('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>', ""),
        ('<row r="1"><c><v>1</v></c></row>', ""),
        ('<row r="1"><c r="A2"><v>1</v></c></row>', ""),
        ('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>', ""),
        ('<row r="1"><c r="A1"><v>1</v></c></row> <row r="2"><c r="A2"><v>2</v></c></row>', ""),
        (ROW, "<si><t>un</t></si><si><t/></si>"),
        (ROW, "<si><t>un</t></si><si><t>a_x0041_</t></si>"),
        (ROW, "<si><t>un</t></si><si><t>a&#10;b</t></si>"),
        (ROW, "<si><t>un</t><rPh><t>uno</t></rPh></si><si><t>deux</t></si>"),
        (ROW, "<si><t>un</t></si> <si><t>deux</t></si>"),
    ],
)
def test_what_is_in_doubt_is_left_to_the_engine(rows: str, strings: str, monkeypatch: Patch) -> None:
    quick, engine, went = both(xlsx(rows, strings=strings), monkeypatch)
    assert not went
    assert quick == engine


def test_days_counted_from_1904_are_left_to_the_engine(monkeypatch: Patch) -> None:
    rows = '<row r="1"><c r="A1" s="2"><v>45000</v></c></row>'
    quick, engine, went = both(xlsx(rows, workbook='<workbookPr date1904="1"/>'), monkeypatch)
    assert not went
    assert quick == engine


def test_columns_told_beside_rows_are_those_of_these_rows_alone() -> None:
    rows: list[list[Value]] = [["un", 1], ["deux", 2]]
    columns: list[list[Value]] = [["un", "deux"], [1, 2]]
    grid = Grid("Plan", rows, told=(rows, columns))
    assert grid.column(1) is columns[1]
    assert replace(grid, rows=[["trois", 3]]).column(1) == [3]


VALUE = st.one_of(
    st.none(),
    st.integers(-(10**16), 10**16),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text("aé&<>\"'_x0 \n\tجم", max_size=4),
    st.dates(datetime.date(1900, 3, 1)),
    st.datetimes(datetime.datetime(1900, 3, 1), datetime.datetime(2100, 1, 1)),  # noqa: DTZ001 - cells have no zone
    st.booleans(),
)
FORMATS = ("General", "0%", "#,##0.00", '#,##0 "DH"', "dd/mm/yyyy", "[$-40C]d mmmm yyyy;@", "hh:mm", "[h]:mm", "@")


@given(
    rows=st.lists(st.lists(st.tuples(VALUE, st.sampled_from((None, *FORMATS))), max_size=4), max_size=6),
    plain=st.booleans(),
    corner=st.tuples(st.integers(0, 2), st.integers(0, 2)),
)
def test_the_quick_way_gives_what_the_engine_gives(
    rows: list[list[tuple[Any, str | None]]], plain: bool, corner: tuple[int, int]
) -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False}) as book:
        sheet, formats = book.add_worksheet(), {name: book.add_format({"num_format": name}) for name in FORMATS}
        for row, cells in enumerate(rows, corner[0]):
            for column, (value, name) in enumerate(cells, corner[1]):
                if not (plain and isinstance(value, bool | datetime.date | float)):
                    sheet.write(row, column, value, *([formats[name]] if name and not plain else []))
    with pytest.MonkeyPatch.context() as patch:
        quick, engine, _ = both(made.getvalue(), patch)
    assert quick == engine
