"""XLSX: every value as it stands, every doubt said, however the XML is written."""

from __future__ import annotations

import datetime
import io
import tracemalloc
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.grids.workbooks import SHEET, cell, changed, xlsx

from opengov_local.finding import Finding
from opengov_local.formats.grids import Book, Grid, Merge, is_blank, read_book
from opengov_local.formats.grids.xlsx_sheet import sheet_text
from opengov_local.importing.containers import Container, check_container

ONE = '<row r="1"><c r="A1"><v>5</v></c></row>'


def book(data: bytes) -> Book:
    found = read_book(data, "plan.xlsx", "xlsx")
    assert isinstance(found, Book), found
    return found


def sheet(data: bytes) -> Grid:
    return book(data).sheets[0]


def codes(found: Book | Finding) -> list[str]:
    return [found.code] if isinstance(found, Finding) else [finding.code for finding in found.findings]


@pytest.mark.parametrize(
    ("content", "attributes", "value"),
    [
        ("<v>5</v>", {}, 5),
        ("<v>5.5</v>", {}, 5.5),
        ("<v>-0.1</v>", {}, -0.1),
        ("<v>1</v>", {"t": "b"}, True),
        ("<v>45000</v>", {"s": "2"}, datetime.date(2023, 3, 15)),
        ("<v>45000.5</v>", {"s": "2"}, datetime.datetime.fromisoformat("2023-03-15T12:00")),
        ("<v>0.5</v>", {"s": "5"}, datetime.time(12)),
        ("<v>0</v>", {"s": "5"}, datetime.time(0)),
        ("<v>2024-03-01</v>", {"t": "d"}, datetime.date(2024, 3, 1)),
        ("<v>007</v>", {"t": "str"}, "007"),
        ("<is><r><t>ri</t></r><r><t>ch</t></r></is>", {"t": "inlineStr"}, "rich"),
        ("<f>B1</f><v>3</v>", {}, 3),
    ],
)
def test_values(content: str, attributes: dict[str, str], value: object) -> None:
    found = book(cell(content, **attributes))
    assert found.sheets[0].rows == [[value]]
    assert type(found.sheets[0].rows[0][0]) is type(value)
    assert not found.findings


def test_strings_are_shared_without_phonetic_readings() -> None:
    strings = "<si><t>a_x000D_b</t></si><si><t>日本</t><rPh><t>にほん</t></rPh></si>"
    rows = '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>'
    assert sheet(xlsx(rows, strings=strings)).rows == [["日本", "a\rb"]]


@pytest.mark.parametrize(
    ("content", "attributes", "value", "code"),
    [
        ("<v>#N/A</v>", {"t": "e"}, "#N/A", "import/error-cell"),
        ("<v>#SPILL!</v>", {"t": "e"}, "#SPILL!", "import/error-cell"),
        ("<f>A9/0</f><v>#DIV/0!</v>", {"t": "e"}, "#DIV/0!", "import/error-cell"),
        ("<v>9007199254740993</v>", {}, 9007199254740993, "import/long-number"),
        ("<v>1e999</v>", {}, "1e999", "import/long-number"),
        ("<v>59</v>", {"s": "2"}, datetime.date(1900, 2, 28), "import/doubtful-date"),
        ("<v>60</v>", {"s": "2"}, 60, "import/doubtful-date"),
        ("<v>-5</v>", {"s": "2"}, -5, "import/doubtful-date"),
    ],
)
def test_doubtful_values(content: str, attributes: dict[str, str], value: object, code: str) -> None:
    found = book(cell(content, **attributes))
    assert found.sheets[0].rows == [[value]]
    assert [(finding.code, finding.location.cell) for finding in found.findings] == [(code, "A1")]


@pytest.mark.parametrize(
    ("content", "attributes"), [("<f>B1</f>", {}), ("<f>B1</f><v/>", {}), ("<f>B1</f>", {"t": "str"})]
)
def test_formula_without_value(content: str, attributes: dict[str, str]) -> None:
    found = book(cell(content, **attributes))
    assert found.sheets[0].formulas_without_value == ((0, 0),)
    assert codes(found) == ["import/formula-without-value"]


def test_formula_that_gives_an_empty_text_has_a_value() -> None:
    assert not book(cell("<f>B1</f><v></v>", t="str")).findings


def test_percentages_are_told_by_their_number_format() -> None:
    cells = "".join(f'<c r="{name}1" s="{style}"><v>0.4</v></c>' for name, style in zip("ABCDE", "01234", strict=True))
    rows = f'<row r="1" s="1">{cells}</row><row r="2" s="3" customFormat="1"><c r="A2"><v>1</v></c></row>'
    assert sheet(xlsx(rows)).percents == {(0, 1), (0, 3)}


def test_dates_of_1904() -> None:
    data = xlsx('<row r="1"><c r="A1" s="2"><v>43000</v></c></row>', workbook='<workbookPr date1904="1"/>')
    assert book(data).epoch1904
    assert sheet(data).rows == [[datetime.date(2021, 9, 23)]]


def test_position_merges_direction() -> None:
    tail = '<mergeCells count="1"><mergeCell ref="A1:B3"/></mergeCells>'
    view = '<sheetViews><sheetView rightToLeft="1" workbookViewId="0"/></sheetViews>'
    grid = sheet(xlsx('<row r="3"><c r="C3"><v>1</v></c></row>', head=view, tail=tail))
    assert list(grid.cells()) == [(2, 2, 1)]
    assert grid.value(0, 0) is None
    assert grid.value(9, 9) is None
    assert str(grid.place(2, 2)) == "Plan!C3"
    assert grid.merges == (Merge(0, 0, 2, 1),)
    assert grid.right_to_left


def test_hidden_sheet() -> None:
    data = changed(xlsx(ONE), "xl/workbook.xml", lambda xml: xml.replace(b"<sheet ", b'<sheet state="veryHidden" '))
    assert sheet(data).hidden
    assert not sheet(xlsx(ONE)).hidden


def test_repeated_cell_is_told() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'
    assert codes(book(xlsx(rows))) == ["import/repeated-cell"]


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: ('<?xml version="1.0" encoding="UTF-16"?>' + xml.decode()).encode("utf-16"),
        lambda xml: xml.replace(b"<", b"<x:").replace(b"<x:/", b"</x:").replace(b"xmlns=", b"xmlns:x="),
        lambda xml: xml.replace(b"<v>5", b"<v><![CDATA[5]]>"),
        lambda xml: xml.replace(b"<v>5", b"<v><!-- hidden -->5"),
        lambda xml: xml.replace(b'"', b"'"),
        lambda xml: xml.replace(b' r="A1"', b"").replace(b' r="1"', b""),
        lambda xml: xml.replace(b"<c ", b"<c\n"),
        lambda xml: xml.replace(b' r="A1"', b' t="unknown" r="A1"'),
    ],
    ids=["utf-16", "prefix", "cdata", "comment", "single-quotes", "no-references", "line-break", "unknown-type"],
)
def test_unusual_xml_is_read_alike(change: Any) -> None:
    assert str(sheet(changed(xlsx(ONE), SHEET, change)).rows) in {"[[5]]", "[['5']]"}


def test_cells_far_apart() -> None:
    rows = '<row r="1"><c r="A1"><v>5</v></c></row><row r="1048576"><c r="L1048576" s="1"><v>6</v></c></row>'
    grid = sheet(xlsx(rows))
    assert list(grid.cells()) == [(0, 0, 5), (1048575, 11, 6)]
    assert grid.percents == {(1048575, 11)}


def test_too_many_cells_are_refused() -> None:
    cells = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 300))
    rows = f'{cells}<row r="300"><c r="XFD300"><v>1</v></c></row>'
    assert codes(read_book(xlsx(rows), None, "xlsx")) == ["source/too-many-cells"]


def test_reference_beyond_any_sheet_is_refused() -> None:
    found = read_book(xlsx('<row r="1"><c r="ZZZZZZ1"><v>5</v></c></row>'), None, "xlsx")
    assert codes(found) == ["source/bad-part"]


def test_part_that_is_no_sheet_is_refused() -> None:
    found = read_book(changed(xlsx(ONE), SHEET, lambda _: b"<other/>"), None, "xlsx")
    assert codes(found) == ["source/bad-part"]


def test_part_that_is_broken_behind_its_cells_is_refused() -> None:
    found = read_book(xlsx('<row r="1"><c r="A1"><v>1</v></c></row>', tail="</extLst>"), None, "xlsx")
    assert codes(found) == ["source/bad-part"]


def test_formatted_blank_cells_do_not_count() -> None:
    rows = "".join(f'<row r="{row}" s="1"><c r="A{row}" s="1"/></row>' for row in range(2, 400_000))
    grid = sheet(xlsx(ONE + rows))
    assert grid.rows == [[5]]


def test_string_that_does_not_exist() -> None:
    assert codes(read_book(cell("<v>9</v>", t="s"), None, "xlsx")) == ["source/unreadable"]


def test_words_beside_the_cells_are_told() -> None:
    data = changed(xlsx(ONE), "xl/comments1.xml", lambda _: b"<comments/>")
    data = changed(data, "xl/drawings/drawing1.xml", lambda _: b'<d xmlns:a="x"><a:t>Read me</a:t></d>')
    assert codes(book(data)) == ["import/comments-not-read", "import/text-boxes-not-read"]


def test_words_that_stand_in_no_cell_are_told_with_their_findings() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as written:
        page = written.add_worksheet()
        page.write_string(0, 0, "Portail", written.add_format({"num_format": '@" (provisoire)"'}))
        page.write_url(1, 0, "https://example.org/annexe", string="Annexe")
        page.write_url(2, 0, "https://example.org/vu")
        page.write_comment(0, 0, "Attendre le vote")
        page.write_comment(1, 0, "À revoir")
        page.insert_textbox(4, 4, "Version de travail")
        page.set_header("&L&8Document provisoire&RPage &P")
        page.set_footer("&C&P / &N")
        page.data_validation("B1", {"validate": "any", "input_title": "Coût", "input_message": "En dirhams"})
        written.set_properties({"title": "portail", "subject": "Provisoire", "keywords": "2026", "comments": "À voter"})
    told = {one.code: one.params for one in book(made.getvalue()).findings}
    assert {code: params["names"] for code, params in told.items()} == {
        "import/comments-not-read": ("Attendre le vote", "À revoir"),
        "import/text-boxes-not-read": ("Version de travail",),
        "import/page-words-not-read": ("Document provisoire Page",),
        "import/prompts-not-read": ("Coût", "En dirhams"),
        "import/properties-not-read": ("Provisoire", "2026", "À voter"),
        "import/links-not-read": ("https://example.org/annexe",),
        "import/format-words-not-read": ("(provisoire)",),
    }
    assert told["import/comments-not-read"]["count"] == 2


def test_values_that_wait_to_be_calculated_are_told() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as written:
        written.add_worksheet().write_formula(0, 0, "=1+1")
    assert codes(book(made.getvalue())) == ["import/formulas-not-calculated"]


VALUES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).filter(lambda t: not is_blank(t)),
    st.integers(-(10**14), 10**14),
    st.booleans(),
    st.dates(datetime.date(1900, 3, 1), datetime.date(2100, 1, 1)),
)


@given(st.lists(st.lists(st.none() | VALUES, max_size=4), max_size=4))
def test_round_trip(rows: list[list[Any]]) -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as written:
        plan = written.add_worksheet()
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    plan.write_string(number, column, value)
                elif value is not None:
                    plan.write(number, column, value)
    expected = [(number, column, v) for number, row in enumerate(rows) for column, v in enumerate(row) if v is not None]
    assert list(sheet(made.getvalue()).cells()) == expected


@given(st.binary(max_size=300))
def test_random_sheet_never_raises(noise: bytes) -> None:
    found = read_book(changed(xlsx(ONE), SHEET, lambda xml: xml[:120] + noise + xml[120:]), None, "xlsx")
    assert isinstance(found, Book) or found.code.startswith("source/")


@given(st.binary(max_size=300), st.sampled_from(["xlsx", "xls", "ods"]))
def test_random_bytes_never_raise(noise: bytes, kind: Any) -> None:
    found = read_book(noise, None, kind)
    assert isinstance(found, Finding)
    assert found.code.startswith("source/")


def test_many_formatted_blank_rows_cost_little_memory() -> None:
    blank = "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in range(2, 500_000))
    data = xlsx(f'<row r="1"><c r="A1"><v>1</v></c></row>{blank}')
    container = check_container(data, None, wanted="xlsx")
    assert isinstance(container, Container)
    tracemalloc.start()
    text = sheet_text(container, SHEET)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 2**24
    assert text.xml.count(b"<row") < 3


def test_words_beside_the_cells_are_told_without_contact_details() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as written:
        page = written.add_worksheet()
        page.write_comment(0, 0, "Appeler M. Alami au 0661123456")
        page.insert_textbox(4, 4, "alami@gmail.com")
        page.write_url(2, 0, "mailto:alami@gmail.com", string="Annexe")
        written.set_properties({"subject": "Voir alami@gmail.com"})
    found = book(made.getvalue()).findings
    assert len(found) == 4
    assert not [one for one in found if "0661123456" in str(one.params) or "gmail" in str(one.params)]
