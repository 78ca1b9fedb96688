"""Cells filled with a colour in ODS and XLS, blank ones among them; asked for after the cells were read."""

from __future__ import annotations

import struct
from collections.abc import Mapping

from tests.formats.grids.records import number, record, xls
from tests.formats.grids.workbooks import CONTENT, changed, ods

from opengov_local.formats.grids import Book, read_book
from opengov_local.formats.grids.grid import Grid

STYLES = """
<style:style style:name="green" style:family="table-cell">PROPERTIES back="#92D050"/></style:style>
<style:style style:name="bold" style:family="table-cell" style:parent-style-name="green"/>
<style:style style:name="plain" style:family="table-cell">PROPERTIES back="transparent"/></style:style>
<style:style style:name="white" style:family="table-cell">PROPERTIES back="#FFFFFF"/></style:style>
"""
STYLES = STYLES.replace("PROPERTIES", "<style:table-cell-properties").replace(
    "back=", 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" fo:background-color='
)


def _grid(data: bytes, kind: str) -> Grid:
    book = read_book(data, f"plan.{kind}", "ods" if kind == "ods" else "xls")
    assert isinstance(book, Book)
    return book.sheets[0]


def _colours(data: bytes, kind: str) -> Mapping[tuple[int, int], str]:
    grid = _grid(data, kind)
    assert grid.coloured is not None
    return grid.coloured()


def _cell(text: str = "", style: str = "", repeats: int = 1) -> str:
    named = f' table:style-name="{style}"' if style else ""
    said = f' office:value-type="string"><text:p>{text}</text:p></table:table-cell>' if text else "/>"
    return f'<table:table-cell{named} table:number-columns-repeated="{repeats}"{said}'


def _row(*cells: str, style: str = "", repeats: int = 1) -> str:
    named = f' table:default-cell-style-name="{style}"' if style else ""
    return f'<table:table-row{named} table:number-rows-repeated="{repeats}">{"".join(cells)}</table:table-row>'


def test_ods_colours_of_cells_rows_columns_and_styles_made_from_others() -> None:
    columns = '<table:table-column table:default-cell-style-name="bold" table:number-columns-repeated="1"/>'
    columns += '<table:table-column table:number-columns-repeated="16383"/>'
    rows = [
        _row(_cell("a", "plain"), _cell("b", "bold"), _cell("c", "white")),
        _row(_cell(), _cell("d"), _cell(repeats=16382)),
        _row(_cell("e"), _cell("f"), style="green", repeats=2),
        _row(_cell(repeats=16384), repeats=1_048_570),
    ]
    data = ods(columns + "".join(rows), styles=STYLES)
    green = "#92d050"
    assert _colours(data, "ods") == {
        (0, 1): green,
        (1, 0): green,
        **dict.fromkeys([(2, 0), (2, 1), (3, 0), (3, 1)], green),
    }


def test_ods_colours_are_those_of_the_sheet_itself() -> None:
    inner = "<table:shapes><table:table><table:table-row><table:table-cell table:style-name='green'/></table:table-row>"
    inner += "</table:table></table:shapes>"
    assert _colours(ods(inner + _row(_cell("a"), _cell("b", "green")), styles=STYLES), "ods") == {(0, 1): "#92d050"}


def test_ods_with_broken_content_has_the_colours_before() -> None:
    data = ods(_row(_cell("a", "green")), styles=STYLES)
    grid = _grid(data, "ods")
    assert grid.coloured is not None
    assert grid.coloured() == {(0, 0): "#92d050"}
    assert not grid.recoloured()
    told = changed(
        data, CONTENT, lambda xml: xml.replace(b"</table:table>", b"<calcext:conditional-formats/></table:table>")
    )
    assert _grid(told, "ods").recoloured()


def _style(fore: int, pattern: int = 1) -> bytes:
    return record(0x00E0, struct.pack("<14xIHxx", pattern << 26, fore)[:20].ljust(20, b"\0"))


def test_xls_colours_of_numbers_and_blanks() -> None:
    styles = _style(50) + _style(9) + _style(50, pattern=0)  # before the two of every such file
    blanks = record(0x00BE, struct.pack("<HHHHHH", 1, 0, 0, 1, 0, 2)) + record(0x0201, struct.pack("<HHH", 2, 1, 0))
    several = record(0x00BD, struct.pack("<HHHIHIH", 3, 0, 0, 2, 1, 2, 1))
    data = xls(number(0, 0, 5, 0) + number(0, 1, 5, 1) + blanks + several, before=styles)
    assert set(_colours(data, "xls")) == {(0, 0), (1, 0), (1, 2), (2, 1), (3, 0)}
    assert set(_colours(data, "xls").values()) == {"indexed 50"}
    assert not _grid(data, "xls").recoloured()
    assert _grid(xls(number(0, 0, 5) + record(0x01B0, bytes(14))), "xls").recoloured()
