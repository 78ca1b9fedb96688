"""The cells of a sheet's XML: found or made in their order."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from opengov_local.formats.workbook.notes.parts import Element

_CELL: Final = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
_AFTER_DRAWING: Final = frozenset(
    {"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"}
)
"""What stands behind `legacyDrawing` in a sheet (ECMA-376 part 1, 18.3.1.99)."""


def position(cell: str) -> tuple[int, int] | None:
    """Gives row and column of a cell from 1; None where the name is none."""
    found = _CELL.fullmatch(cell)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return (int(found[2]), column) if column <= 16384 and int(found[2]) <= 1048576 else None


class SheetCells:
    """The cells of one sheet."""

    def __init__(self, sheet: Element) -> None:
        """Starts with the cells there are.

        Args:
            sheet: root of the sheet part.
        """
        self._sheet = sheet
        self._space = etree.QName(sheet).namespace
        data = sheet.find(self._tag("sheetData"))
        if data is None:
            raise LookupError("sheetData")
        self._data = data
        self._rows = dict(_numbered(data))
        self._cells: dict[int, dict[int, Element]] = {}
        self._merged = [
            ends
            for merge in sheet.iterfind(f"{self._tag('mergeCells')}/{self._tag('mergeCell')}")
            if (ends := _ends(merge.get("ref", "")))
        ]

    def shown_at(self, name: str) -> str:
        """Gives the cell where programs show what stands at a cell: the first of its merged range, or itself."""
        row, column = position(name) or (0, 0)
        for first, (top, left), (bottom, right) in self._merged:
            if top <= row <= bottom and left <= column <= right:
                return first
        return name

    def cell(self, row: int, column: int, name: str) -> Element:
        """Gives the element of a cell; an empty one is made where there is none."""
        there = self._rows.get(row)
        if there is None:
            there = self._rows[row] = _put(
                self._data, etree.Element(self._tag("row"), {"r": str(row)}), self._rows, row
            )
        if row not in self._cells:
            self._cells[row] = dict(_numbered_cells(there))
        cells = self._cells[row]
        if column not in cells:
            cells[column] = _put(there, etree.Element(self._tag("c"), {"r": name}), cells, column)
        return cells[column]

    def link_drawing(self, relation: str, relation_space: str) -> None:
        """Names the drawing that holds the boxes of the notes."""
        made = etree.Element(self._tag("legacyDrawing"), {f"{{{relation_space}}}id": relation})
        behind = (child for child in self._sheet if etree.QName(child).localname in _AFTER_DRAWING)
        first = next(behind, None)
        if first is None:
            self._sheet.append(made)
        else:
            first.addprevious(made)

    def _tag(self, name: str) -> str:
        return f"{{{self._space}}}{name}"


def _ends(reference: str) -> tuple[str, tuple[int, int], tuple[int, int]] | None:
    """Gives the name and the place of the first cell of a range, and the place of its last."""
    first, _, last = reference.partition(":")
    start, end = position(first), position(last)
    return (first, start, end) if start and end else None


def _numbered(data: Element) -> list[tuple[int, Element]]:
    found, last = [], 0
    for row in data.iterchildren("{*}row"):
        given = row.get("r", "")
        last = int(given) if given.isdecimal() else last + 1
        found.append((last, row))
    return found


def _numbered_cells(row: Element) -> list[tuple[int, Element]]:
    found, last = [], 0
    for cell in row.iterchildren("{*}c"):
        where = position(cell.get("r", ""))
        last = where[1] if where else last + 1
        found.append((last, cell))
    return found


def _put(parent: Element, child: Element, known: dict[int, Element], number: int) -> Element:
    before = max((other for other in known if other < number), default=None)
    if before is None:
        parent.insert(0, child)
    else:
        known[before].addnext(child)
    return child
