"""A sheet of XLSX, written anew: every cell names its place, rows without cells are left out, all XML is plain."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import escape

from opengov_local.account import column_name
from opengov_local.formats.grids.grid import MOST_CELLS, TooManyCellsError
from opengov_local.formats.grids.references import LAST_COLUMN, LAST_ROW, cell_position

_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_TYPES: Final = frozenset({"s", "n", "b", "str", "e", "d", "inlineStr"})
_MOST_TEXT: Final = 2**27


class _Cell(NamedTuple):
    row: int
    column: int
    order: int
    style: str
    kind: str
    value: str | None
    formula: bool
    hidden: bool


class _Reader:
    """Collects the cells that hold a value or a formula."""

    def __init__(self) -> None:
        self.cells: list[_Cell] = []
        self.merges: list[str] = []
        self.columns: list[str] = []
        self.head: list[str] = []
        self.row = self.column = -1
        self.path: list[str] = []
        self.attributes: dict[str, str] = {}
        self.value: list[str] | None = None
        self.formula = self.hidden = False
        self.size = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        if not self.path and name != "worksheet":
            raise ValueError(name)
        self.path.append(name)
        match name:
            case "row":
                self.row = _row(attributes.get("r"), self.row + 1)
                self.column, self.hidden = -1, attributes.get("hidden") in {"1", "true"}
            case "c":
                self.attributes, self.value, self.formula = attributes, None, False
                self.row, self.column = _position(attributes.get("r"), self.row, self.column + 1)
            case "f" if self.path[-2:-1] == ["c"]:
                self.formula = True
            case "v" | "is" if self.path[-2:-1] == ["c"]:
                self.value = self.value or []
            case "col" if attributes.get("hidden") in {"1", "true"}:
                first, last = (attributes.get(end, "").replace('"', "") for end in ("min", "max"))
                self.columns.append(f'<col min="{escape(first)}" max="{escape(last)}" hidden="1"/>')
            case "mergeCell":
                self.merges.append(attributes.get("ref", ""))
            case "sheetView" if attributes.get("rightToLeft") in {"1", "true"}:
                self.head.append('<sheetViews><sheetView rightToLeft="1" workbookViewId="0"/></sheetViews>')

    def text(self, text: str) -> None:
        in_text = self.path[-1:] == ["v"] or (self.path[-1:] == ["t"] and "is" in self.path and "rPh" not in self.path)
        if self.value is not None and in_text:
            self.size += len(text)
            self.value.append(text)

    def end(self, tag: str) -> None:
        self.path.pop()
        if tag.rpartition(" ")[2] != "c":
            return
        if self.value is not None or self.formula:
            kind = self.attributes.get("t", "n")
            value = None if self.value is None else "".join(self.value)
            style = self.attributes.get("s", "0")
            at = (self.row, self.column, len(self.cells))
            cell = _Cell(*at, style, kind, value, self.formula, self.hidden)
            self.cells.append(cell)
        self.value = None
        if len(self.cells) > MOST_CELLS or self.size > _MOST_TEXT:
            raise TooManyCellsError(self.row + 1, self.column + 1)


def rewritten(xml: bytes) -> tuple[bytes, tuple[int, ...]]:
    """Writes a sheet anew.

    Returns:
        The XML, and for each of its rows the row it had, from 0.

    Raises:
        TooManyCellsError: it has more cells than are read.
        ValueError: it is no XML, or a cell names a place that no sheet has.
    """
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from None
    rows = tuple(sorted({cell.row for cell in reader.cells}))
    width = max((cell.column + 1 for cell in reader.cells), default=0)
    if len(rows) * width > MOST_CELLS:
        raise TooManyCellsError(len(rows), width)
    numbers = {row: number for number, row in enumerate(rows, 1)}
    body = "".join(_written(cell, numbers[cell.row]) for cell in sorted(reader.cells))
    merges = "".join(f'<mergeCell ref="{escape(ref)}"/>' for ref in reader.merges if '"' not in ref)
    head = "".join(reader.head) + (f"<cols>{''.join(reader.columns)}</cols>" if reader.columns else "")
    text = f"<worksheet{_NAMESPACE}>{head}<sheetData>{body}</sheetData><mergeCells>{merges}</mergeCells></worksheet>"
    return text.encode("utf-8", "replace"), rows


_NAMESPACE: Final = ' xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def _written(cell: _Cell, row: int) -> str:
    """Writes one cell; each stands in a row of its own tag, which the engine takes together by number."""
    name = f"{column_name(cell.column + 1)}{row}"
    kind = cell.kind if cell.kind in _TYPES else "str"
    style = cell.style if cell.style.isascii() and cell.style.isdigit() else "0"
    text = escape(cell.value or "", {"\r": "&#13;"})
    if kind == "inlineStr":
        content = f'<is><t xml:space="preserve">{text}</t></is>'
    else:
        content = "" if cell.value is None else f"<v>{text}</v>"
    formula = "<f/>" if cell.formula else ""
    hidden = ' hidden="1"' if cell.hidden else ""
    return f'<row r="{row}"{hidden}><c r="{name}" s="{style}" t="{kind}">{formula}{content}</c></row>'


def _row(number: str | None, following: int) -> int:
    if number is None:
        return following
    if not (len(number) < 8 and number.isascii() and number.isdigit() and 0 < int(number) <= LAST_ROW + 1):
        raise ValueError(number)
    return int(number) - 1


def _position(reference: str | None, row: int, following: int) -> tuple[int, int]:
    if reference is None:
        place = (max(row, 0), following)
    else:
        found = _REFERENCE.fullmatch(reference)
        if found is None:
            raise ValueError(reference)
        place = cell_position(found[1].encode(), found[2].encode())
    if place[0] > LAST_ROW or place[1] > LAST_COLUMN:
        raise ValueError(reference)
    return place
