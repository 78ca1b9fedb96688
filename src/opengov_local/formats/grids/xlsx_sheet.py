"""One sheet of XLSX as the spreadsheet engine can be trusted with it: plain, dense, without blank cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from opengov_local.formats.grids.grid import MOST_CELLS
from opengov_local.formats.grids.references import column_number
from opengov_local.formats.grids.xlsx_marks import may_hold
from opengov_local.formats.grids.xlsx_plain import rewritten
from opengov_local.importing.containers import Container

_LARGE: Final = 16 * 2**20
_DENSEST: Final = MOST_CELLS
# Anything but a cell of A1 to Z99999 that names its place first.
_ODD: Final = re.compile(rb'<c(?! r="[A-Z][1-9][0-9]{0,4}+"[ />])[\s/>]')
_CELL: Final = re.compile(rb'<c r="([A-Z]{1,3})([1-9]\d{0,6})"[ />]')
_CELL_START: Final = re.compile(rb"<c[\s/>]")
_ROOT: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>)?\s*<(\w+)[\s/>]")
_UTF8: Final = re.compile(rb"""encoding\s*=\s*["']utf-8["']""", re.IGNORECASE)
_MERGE: Final = re.compile(rb'<mergeCell [^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_UNUSUAL: Final = (
    ((b"!",), re.compile(rb"<!")),
    ((b"?",), re.compile(rb"<\?")),
    ((b"'", b"='"), re.compile(rb"<[a-z]+\s[^<>]*='")),
)
"""What makes XML unusual, and what it holds then, which is found quickly."""
_BLANK: Final = re.compile(rb'<c r="[^">]*"(?: s="\d*")?\s*(?:/>|></c>)')
_EMPTY_ROW: Final = re.compile(rb'<row r="[^">]*"[^>]*(?:/>|></row>)')
_UNPLACED: Final = re.compile(rb'<\w+:|<row(?! r=")|<c[\s/>](?<! )|<c (?!r=")|<!')


@dataclass(frozen=True)
class SheetText:
    """The XML of a sheet, fit for the engine.

    Attributes:
        xml: the XML; positions stand first in each cell.
        rows: for each row of the XML the row it has in the file, both from 0; None where they are the same.
    """

    xml: bytes
    rows: tuple[int, ...] | None = None

    @cached_property
    def holds_errors(self) -> bool:
        """Whether cells show an error."""
        return may_hold(self.xml, b"e") and b't="e"' in self.xml


def sheet_text(container: Container, part: str, *, rewrite: bool = False) -> SheetText:
    """Reads a sheet; rewrites it where it is written in a way that the engine reads wrongly or not at all.

    Args:
        container: the file.
        part: name of the part.
        rewrite: whether to rewrite it in any case.

    Raises:
        TooManyCellsError: it has more cells than are read.
        ValueError: it is no XML.
        KeyError: there is no such part.
    """
    xml = _slim(container, part) if container.size(part) > _LARGE else container.read(part)
    if not rewrite and is_plain(xml, b"worksheet") and _is_dense(xml):
        return SheetText(xml)
    return SheetText(*rewritten(xml))


def _slim(container: Container, part: str) -> bytes:
    """Reads a large sheet without its blank cells and rows, so that formatted emptiness costs no memory."""
    kept: list[bytes] = []
    rest = b""
    for piece in container.stream(part):
        text = rest + piece
        end = text.rfind(b"<row ")
        text, rest = (text[:end], text[end:]) if end > 0 else (b"", text)
        if _UNPLACED.search(text):
            return container.read(part)
        kept.append(_EMPTY_ROW.sub(b"", _BLANK.sub(b"", text)))
    return b"".join([*kept, rest])


def is_plain(xml: bytes, root: bytes) -> bool:
    """Tells whether XML is of the usual kind.

    It is UTF-8, its root has this name and no prefix, and it is without comments, CDATA, processing instructions and
    attributes in single quotation marks.
    """
    head = _ROOT.match(xml)
    if head is None or head[1] != root or (b"encoding" in head[0] and not _UTF8.search(head[0])):
        return False
    rest = head.end()
    return not any(
        all(xml.find(sign, rest) >= 0 for sign in signs) and pattern.search(xml, rest) for signs, pattern in _UNUSUAL
    )


def _is_dense(xml: bytes) -> bool:
    """Tells whether every cell names its place, and the range up to the last one is not too large for the engine."""
    if not _ODD.search(xml):
        return True
    cells = _CELL.findall(xml)
    if len(cells) != len(_CELL_START.findall(xml)):
        return False
    last_row = max(int(digits) for _, digits in cells)
    last_column = max(map(column_number, {letters for letters, _ in cells}))
    return last_row * (last_column + 1) <= _DENSEST


def merged_ranges(xml: bytes) -> Iterator[tuple[bytes, ...]]:
    """Gives letters and digits of the first and the last cell of every merged range."""
    for found in _MERGE.finditer(xml, max(xml.rfind(b"</sheetData>"), 0)):
        yield found.groups()
