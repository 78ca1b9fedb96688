"""Synthetic workbooks for the tests of grids, written part by part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"
CONTENT = "content.xml"

# Cell styles: 0 general, 1 percentage, 2 date, 3 own percentage, 4 a percent sign between quotation marks, 5 time.
_STYLES = (
    f'<styleSheet {_MAIN}><numFmts><numFmt numFmtId="166" formatCode="0.0 %"/>'
    '<numFmt numFmtId="167" formatCode="0 &quot;%&quot;"/></numFmts><cellXfs>'
    '<xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="166"/><xf numFmtId="167"/>'
    '<xf numFmtId="20"/></cellXfs></styleSheet>'
)


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """Packs parts into a ZIP archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return made.getvalue()


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Packs an archive anew with one part changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {entry: packed.read(entry) for entry in packed.namelist()}
    return archive(parts | {name: change(parts.get(name, b""))})


def xlsx(rows: str, *, strings: str = "", head: str = "", tail: str = "", workbook: str = "") -> bytes:
    """Makes an XLSX file of one sheet.

    Args:
        rows: XML within `sheetData`.
        strings: XML within `sst`.
        head: XML before `sheetData`.
        tail: XML behind it.
        workbook: XML before the list of sheets.
    """
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(
            [("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
        )
    )
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_OFFICE}">{workbook}'
            '<sheets><sheet name="Plan" sheetId="1" r:id="r0"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>',
            "xl/styles.xml": _STYLES,
            "xl/sharedStrings.xml": f"<sst {_MAIN}>{strings}</sst>",
            SHEET: f"<worksheet {_MAIN}>{head}<sheetData>{rows}</sheetData>{tail}</worksheet>",
        }
    )


def cell(content: str, **attributes: str) -> bytes:
    """Makes an XLSX file of one row with one cell, A1."""
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return xlsx(f'<row r="1"><c r="A1"{more}>{content}</c></row>')


def ods(rows: str, *, styles: str = "", table: str = "", beside: str = "") -> bytes:
    """Makes an ODS file of one sheet; `rows` is XML within `table:table`, `beside` stands before it."""
    spaces = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    }
    names = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in spaces.items())
    content = (
        f"<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f'<office:spreadsheet>{beside}<table:table table:name="Plan"{table}>{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", CONTENT: content})
