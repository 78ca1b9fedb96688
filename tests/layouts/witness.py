"""What stands in a file, told by readers that know nothing of ours, to hold the account of an import against."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.oxml.ns import qn
from docx.table import Table
from openpyxl.utils import get_column_letter

from opengov_local.account import Account
from opengov_local.document import Import
from opengov_local.formats.grids import Book, is_blank, read_book, read_csv
from opengov_local.importing.containers import DEFAULT_CONTAINER_LIMITS

_UNSEEN = ("head", "script", "style")


def unaccounted(file: Path, account: Account) -> list[str]:
    """Gives the places of cells, paragraphs and lines that stand in a file and not in its account."""
    places = {str(entry.piece.place) for entry in account.entries}
    is_document = file.suffix == ".html" and any(entry.piece.place.kind != "line" for entry in account.entries)
    standing = _parts_of_page(file) if is_document else _READERS.get(file.suffix, _cells)(file)
    return sorted(set(standing) - places)


def _cells_of_workbook(file: Path) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(file, data_only=True).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if not (cell.value is None or is_blank(str(cell.value))):
                    yield f"{sheet.title}!{cell.coordinate}"


def _cells(file: Path) -> Iterator[str]:
    """Gives the cells of a file for which our own reader of cells is the only witness at hand."""
    data, ending = file.read_bytes(), file.suffix
    if ending in (".ods", ".xls"):
        book = read_book(data, file.name, "ods" if ending == ".ods" else "xls")
    else:
        book = read_csv(data, file.name, DEFAULT_CONTAINER_LIMITS)
    assert isinstance(book, Book), book
    return (str(sheet.place(row, column)) for sheet in book.sheets for row, column, _ in sheet.cells())


def _places_of_paper(file: Path) -> Iterator[str]:
    paper = docx.Document(str(file))
    for number, paragraph in enumerate(paper.paragraphs, 1):
        if not is_blank(paragraph.text):
            yield f"paragraph {number}"
    for number, found in enumerate(paper.element.body.iter(qn("w:tbl")), 1):
        for row, line in enumerate(Table(found, paper).rows, 1):
            for cell in line._tr.tc_lst:
                words = "".join(text.text or "" for child in cell.p_lst for text in child.iter(qn("w:t")))
                if not is_blank(words):
                    yield f"table {number}!{get_column_letter(cell.grid_offset + 1)}{row}"


class _Page(HTMLParser):
    """Collects the lines of a page on which texts are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: set[int] = set()
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._unseen += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN

    def handle_data(self, data: str) -> None:
        if not self._unseen and not is_blank(data):
            self.lines.add(self.getpos()[0])


def _lines_of_page(file: Path) -> Iterator[str]:
    page = _Page()
    page.feed(file.read_text(encoding="utf-8"))
    return (f"line {line}" for line in page.lines)


class _Parts(HTMLParser):
    """Collects the paragraphs and cells of a page of another site, which is read as a document."""

    def __init__(self) -> None:
        super().__init__()
        self.places: list[str] = []
        self._paragraphs = self._table = self._row = self._column = 0
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._table, self._row = (self._table + 1, 0) if tag == "table" else (self._table, self._row)
        self._row, self._column = (self._row + 1, 0) if tag == "tr" else (self._row, self._column)
        self._column += tag in ("td", "th")
        if tag in ("h1", "h2", "h3", "p", "li", "td", "th"):
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = "" if tag == self._inside else self._inside

    def handle_data(self, data: str) -> None:
        if is_blank(data) or not self._inside:
            return
        if self._inside in ("td", "th"):
            self.places.append(f"table {self._table}!{get_column_letter(self._column)}{self._row}")
        elif self._inside != "said":
            self._paragraphs += 1
            self.places.append(f"paragraph {self._paragraphs}")
            self._inside = "said"


def _parts_of_page(file: Path) -> Iterator[str]:
    page = _Parts()
    page.feed(file.read_text(encoding="utf-8"))
    return iter(page.places)


def _lines(file: Path) -> Iterator[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return (f"line {number}" for number, line in enumerate(lines, 1) if not is_blank(line))


_READERS = {
    ".xlsx": _cells_of_workbook,
    ".docx": _places_of_paper,
    ".html": _lines_of_page,
    ".txt": _lines,
}


_OF_SHEETS = frozenset({"import/sheet-unread", "import/hidden-sheet", "import/cover-kept", "import/pieces-kept",
                        "import/kept-above"})  # fmt: skip
"""Codes that say of many cells of a sheet, at one of them, that they were kept."""


def untold(imported: Import) -> list[str]:
    """Gives the cells of sheets that are kept though no finding names their column, themselves, their row or sheet."""
    assert imported.account
    assert imported.document
    labels = dict(_labels(imported.document.tree))
    rows = {(f.location.sheet, (f.location.cell or "").lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) for f in imported.findings}
    sheets = {finding.location.sheet for finding in imported.findings if finding.code in _OF_SHEETS}
    said = [str(text) for f in imported.findings for text in f.params.values()]
    return [
        f"{place}: {entry.piece.text}"
        for entry in imported.account.entries
        if entry.fate == "unmapped" and (place := entry.piece.place).kind == "cell" and not isinstance(place.part, int)
        if (place.part, str(place.row)) not in rows and place.part not in sheets
        if not any(text == labels.get(str(place)) or entry.piece.text.strip() in text for text in said)
    ]


def _labels(value: Any) -> Iterator[tuple[str, str]]:
    """Gives the headings under which cells were kept, by their places."""
    if isinstance(value, dict):
        yield from ((one["place"], one["label"]) for one in value.get("x_unmapped", ()) if "label" in one)
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _labels(inner)
