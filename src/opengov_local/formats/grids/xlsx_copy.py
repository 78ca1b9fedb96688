"""A copy of an XLSX file for the spreadsheet engine: its cells, strings and number formats, each written plainly."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Final
from xml.etree import ElementTree as ET
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from opengov_local.formats.grids.xlsx_parts import PartError, Workbook
from opengov_local.formats.grids.xlsx_sheet import is_plain
from opengov_local.importing.containers import Container

_MAIN: Final = ' xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS: Final = ' xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_OTHERS: Final = (("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml"))
_LARGEST: Final = 64 * 2**20


def copy_for_engine(container: Container, workbook: Workbook, sheets: Sequence[bytes], *, rewrite: bool) -> io.BytesIO:
    """Makes the copy: the sheets in the order of the workbook, not packed.

    Args:
        container: the file.
        workbook: what it says of itself.
        sheets: XML of each sheet.
        rewrite: whether to write the shared strings anew in any case.

    Raises:
        PartError: the shared strings are broken.
    """
    numbers = range(1, len(sheets) + 1)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as copy:
        copy.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")]))
        copy.writestr("xl/workbook.xml", _workbook(numbers, epoch1904=workbook.epoch1904))
        copy.writestr("xl/_rels/workbook.xml.rels", _relations([*_OTHERS, *_sheets(numbers)]))
        copy.writestr("xl/styles.xml", _styles(workbook.styles))
        copy.writestr("xl/sharedStrings.xml", _strings(container, workbook.strings, rewrite=rewrite))
        for number, xml in zip(numbers, sheets, strict=True):
            with copy.open(f"xl/worksheets/sheet{number}.xml", "w") as sheet:
                for piece in _without_search(xml):
                    sheet.write(piece)
    made.seek(0)
    return made


def _without_search(xml: bytes) -> Sequence[bytes | memoryview]:
    """Gives the XML of a sheet in pieces, with an empty list of merged ranges before its cells.

    The engine goes through the whole sheet once more for such a list, up to the first: here it ends at once. Where what
    stands around the cells is no XML, the engine has to see it, and finds the sheet as it is.
    """
    start, end = xml.find(b"<sheetData>"), xml.rfind(b"</sheetData>")
    around = expat.ParserCreate()
    try:
        around.Parse(xml[:start] + b"<sheetData>" + xml[end:], True)
    except expat.ExpatError:
        return (xml,)
    return xml[:start], b"<mergeCells></mergeCells>", memoryview(xml)[start:]


def _workbook(numbers: Iterable[int], *, epoch1904: bool) -> str:
    entries = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="rId{n + len(_OTHERS)}"/>' for n in numbers)
    properties = '<workbookPr date1904="1"/>' if epoch1904 else ""
    return f'<workbook{_MAIN} xmlns:r="{_OFFICE}">{properties}<sheets>{entries}</sheets></workbook>'


def _sheets(numbers: Iterable[int]) -> list[tuple[str, str]]:
    return [("worksheet", f"worksheets/sheet{number}.xml") for number in numbers]


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    """Writes relations, of kind and target, numbered from 1."""
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f"<Relationships{_RELATIONS}>{entries}</Relationships>"


def _styles(styles: ET.Element | None) -> str:
    """Writes the number formats and the cell styles that use them, and no other part of the look."""
    if styles is None:
        return f"<styleSheet{_MAIN}/>"
    formats = "".join(
        f"<numFmt numFmtId={quoteattr(found.get('numFmtId', ''))} formatCode={quoteattr(found.get('formatCode', ''))}/>"
        for found in styles.iterfind("{*}numFmts/{*}numFmt")
    )
    cells = "".join(
        f"<xf numFmtId={quoteattr(found.get('numFmtId', '0'))}/>" for found in styles.iterfind("{*}cellXfs/{*}xf")
    )
    return f"<styleSheet{_MAIN}><numFmts>{formats}</numFmts><cellXfs>{cells}</cellXfs></styleSheet>"


def _strings(container: Container, part: str | None, *, rewrite: bool) -> bytes:
    if part is None or part not in container.names():
        return f"<sst{_MAIN}/>".encode()
    xml = container.read(part)
    if not rewrite and is_plain(xml, b"sst"):
        return xml
    if len(xml) > _LARGEST:
        raise PartError(part)
    try:
        root = ET.fromstring(xml)  # document types were refused before
    except (ET.ParseError, ValueError, LookupError):
        raise PartError(part) from None
    items = "".join(f'<si><t xml:space="preserve">{_text(item)}</t></si>' for item in root.iterfind("{*}si"))
    return f"<sst{_MAIN}>{items}</sst>".encode()


def _text(item: ET.Element) -> str:
    runs = (*item.iterfind("{*}t"), *item.iterfind("{*}r/{*}t"))
    return escape("".join(run.text or "" for run in runs), {"\r": "&#13;"})
