"""ODS: every value as it stands; what stands beside the cells is not taken for them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.grids.workbooks import CONTENT, changed, ods

from opengov_local.finding import Finding
from opengov_local.formats.grids import Book, Merge, read_book


def book(data: bytes) -> Book:
    found = read_book(data, "plan.ods", "ods")
    assert isinstance(found, Book), found
    return found


def row(cells: str) -> str:
    return f"<table:table-row>{cells}</table:table-row>"


def typed(kind: str, value: str, text: str = "x", more: str = "") -> str:
    name = {"date": "date-value", "time": "time-value", "boolean": "boolean-value", "string": "string-value"}
    attributes = f'office:value-type="{kind}" office:{name.get(kind, "value")}="{value}"{more}'
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


TEXT = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        (typed("float", "5"), 5),
        (typed("float", "9007199254740993"), 9007199254740993),
        (typed("currency", "5.5"), 5.5),
        (typed("float", "soon", "soon"), "soon"),
        (typed("date", "2024-03-01"), datetime.date(2024, 3, 1)),
        (typed("date", "2024-03-01T10:00:00"), datetime.datetime.fromisoformat("2024-03-01T10:00")),
        (typed("date", "soon", "soon"), "soon"),
        (typed("time", "PT10H30M00S"), datetime.time(10, 30)),
        (typed("time", "PT36H"), datetime.timedelta(hours=36)),
        (typed("boolean", "true"), True),
        (TEXT.format('a<text:s text:c="3"/>b<text:line-break/>c<text:tab/>d  e</text:p><text:p>f'), "a   b\nc\td e\nf"),
        ("<table:table-cell><text:p>no type</text:p></table:table-cell>", "no type"),
    ],
)
def test_values(cells: str, value: object) -> None:
    found = book(ods(row(cells)))
    assert found.sheets[0].rows == [[value]]
    assert type(found.sheets[0].rows[0][0]) is type(value)
    assert not found.findings


def test_percentages_errors_merges() -> None:
    error = typed("string", "", "#N/A", ' calcext:value-type="error" table:formula="of:=NA()"')
    merged = typed("float", "1", more=' table:number-columns-spanned="2" table:number-rows-spanned="3"')
    found = book(ods(row(typed("percentage", "0.4") + error + merged + '<table:table-cell table:formula="of:=A1"/>')))
    grid = found.sheets[0]
    assert grid.rows == [[0.4, "#N/A", 1]]
    assert grid.percents == {(0, 0)}
    assert grid.errors == ((0, 1, "#N/A"),)
    assert grid.merges == (Merge(0, 2, 2, 3),)
    assert grid.formulas_without_value == ((0, 3),)
    assert [finding.code for finding in found.findings] == ["import/error-cell", "import/formula-without-value"]


def test_repeats() -> None:
    def repeated(rows: int, cells: str) -> str:
        return f'<table:table-row table:number-rows-repeated="{rows}">{cells}</table:table-row>'

    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    twice = typed("percentage", "1", more=' table:number-columns-repeated="2"')
    grid = book(ods(repeated(3, blank) + repeated(2, twice) + repeated(1_048_570, blank))).sheets[0]
    assert list(grid.cells()) == [(3, 0, 1), (3, 1, 1), (4, 0, 1), (4, 1, 1)]
    assert len(grid.rows) == 5
    assert grid.percents == {(3, 0), (3, 1), (4, 0), (4, 1)}


@pytest.mark.parametrize(
    ("rows", "columns", "code"),
    [
        ("1000000", "1000", "source/too-many-cells"),
        ("1", "999999999", "source/bad-part"),
        ("2000000", "1", "source/bad-part"),
        ("many", "1", "source/bad-part"),
    ],
)
def test_repeats_without_measure_are_refused(rows: str, columns: str, code: str) -> None:
    cells = typed("float", "1", more=f' table:number-columns-repeated="{columns}"')
    found = read_book(
        ods(f'<table:table-row table:number-rows-repeated="{rows}">{cells}</table:table-row>'), None, "ods"
    )
    assert isinstance(found, Finding)
    assert found.code == code


def test_words_beside_the_cells() -> None:
    note = "<office:annotation><text:p>note</text:p></office:annotation>"
    box = "<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>"
    changes = f"<table:tracked-changes><table:deletion>{TEXT.format('old')}</table:deletion></table:tracked-changes>"
    found = book(ods(row(TEXT.format("new").replace("<text:p>", note + box + "<text:p>")), beside=changes))
    assert found.sheets[0].rows == [["new"]]
    assert {one.code: one.params["names"] for one in found.findings} == {
        "import/comments-not-read": ("note",),
        "import/text-boxes-not-read": ("box",),
    }


def test_words_that_no_cell_says_are_told_with_their_findings() -> None:
    by = "<dc:creator>Nadia</dc:creator><dc:date>2026-01-01T00:00:00</dc:date>"
    note = f"<office:annotation>{by}<text:p>Attendre</text:p><text:p>le vote</text:p></office:annotation>"
    drawn = "<draw:custom-shape><text:p>Version de travail</text:p></draw:custom-shape>"
    shapes = f"<table:shapes>{drawn}<draw:frame><draw:image/></draw:frame></table:shapes>"
    prompt = "<table:help-message><text:p>En dirhams</text:p></table:help-message>"
    asked = f"<table:content-validation>{prompt}</table:content-validation>"
    asks = f"<table:content-validations>{asked}</table:content-validations>"
    cells = row(TEXT.format("Portail").replace("<text:p>", note + "<text:p>"))
    meta = b'<m xmlns:dc="d"><dc:title>portail</dc:title><dc:subject>Provisoire</dc:subject></m>'
    found = book(changed(ods(shapes + cells, beside=asks), "meta.xml", lambda _: meta))
    assert found.sheets[0].rows == [["Portail"]]
    assert {one.code: one.params["names"] for one in found.findings} == {
        "import/comments-not-read": ("Attendre le vote",),
        "import/text-boxes-not-read": ("Version de travail",),
        "import/prompts-not-read": ("En dirhams",),
        "import/properties-not-read": ("Provisoire",),
    }


def test_hidden_and_right_to_left() -> None:
    look = '<style:table-properties table:display="false" style:writing-mode="rl-tb"/>'
    data = ods(
        row(TEXT.format("a")),
        styles=f'<style:style style:name="t1">{look}</style:style>',
        table=' table:style-name="t1"',
    )
    grid = book(data).sheets[0]
    assert grid.hidden
    assert grid.right_to_left


@given(st.binary(max_size=200))
def test_random_content_never_raises(noise: bytes) -> None:
    data = changed(ods(row(TEXT.format("a"))), CONTENT, lambda xml: xml[:900] + noise + xml[900:])
    found = read_book(data, None, "ods")
    assert isinstance(found, Book) or found.code.startswith("source/")
