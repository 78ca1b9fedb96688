"""What the XML of a sheet says and the spreadsheet engine does not: errors, formulas, styles, what is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from opengov_local.formats.grids.references import cell_position, column_number

Cells = Iterator[tuple[int, int]]

_CELL: Final = rb'<c r="([A-Z]+)(\d+)"'
_ERROR: Final = re.compile(_CELL + rb"""[^>]*?\st="e"[^>]*>""")
_ERROR_TYPE: Final = re.compile(rb"""(<c r="[^"]*"[^>]*?\st=)"e"(?=[\s>])""")
_FORMULA: Final = re.compile(rb"<f[\s/>]")
_NO_VALUE: Final = re.compile(_CELL + rb"([^>]*)>\s*<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)\s*(?:(<v\s*/>|<v></v>)\s*)?</c>")
_RAW: Final = re.compile(_CELL + rb"[^>]*>(?:<f(?:\s[^>]*)?(?:/>|>[^<]*</f>))?\s*<v[^>]*>([^<]*)</v>")
_ROW: Final = re.compile(rb"<row\s[^>]*>")
_ROW_NUMBER: Final = re.compile(rb'\sr="([1-9]\d{0,6})"')
_COLUMN: Final = re.compile(rb"<col\s[^>]*>")
_FIRST: Final = re.compile(rb'\smin="([1-9]\d{0,4})"')
_LAST: Final = re.compile(rb'\smax="([1-9]\d{0,4})"')
_HIDDEN: Final = re.compile(rb'\shidden="(?:1|true)"')


def may_hold(xml: bytes, letter: bytes) -> bool:
    """Tells quickly whether a letter stands in the rows of a sheet: of tags and attributes that few files have."""
    first = max(xml.find(b"<sheetData"), 0)
    return xml.find(letter, first + len("<sheetData"), max(xml.rfind(b"</sheetData"), 0) or len(xml)) >= 0


def errors(xml: bytes) -> Cells:
    """Gives the cells that show an error."""
    return (cell_position(found[1], found[2]) for found in _ERROR.finditer(xml))


def errors_as_text(xml: bytes) -> bytes:
    """Gives the XML with errors as text: the engine would make nothing of them."""
    return _ERROR_TYPE.sub(rb'\1"str"', xml)


def has_formulas(xml: bytes) -> bool:
    """Tells whether there are formulas."""
    return may_hold(xml, b"f") and _FORMULA.search(xml) is not None


def formulas_without_value(xml: bytes) -> Cells:
    """Gives the cells whose formula was never calculated; an empty text (`t="str"`, `<v></v>`) is a value."""
    for found in _NO_VALUE.finditer(xml):
        if not (found[4] and b't="str"' in found[3]):
            yield cell_position(found[1], found[2])


def styled(xml: bytes, styles: Iterable[int]) -> list[tuple[int, int]]:
    """Gives the cells of given styles, whether they hold a value or not."""
    found = []
    for style in styles:
        before = xml.split(b' s="%d"' % style)
        for text in before[:-1]:
            name, _, others = text[text.rfind(b'<c r="') + 6 :].partition(b'"')
            letters = name.rstrip(b"0123456789")
            if letters.isalpha() and b">" not in others:
                found.append((int(name[len(letters) :]) - 1, column_number(letters)))
    return found


def hidden_rows(xml: bytes) -> list[int]:
    """Gives the rows that are not shown, from 0: hidden by hand or by a filter."""
    if not may_hold(xml, b"h") or xml.find(b'hidden="', max(xml.find(b"<sheetData"), 0)) < 0:
        return []
    tags = (found[0] for found in _ROW.finditer(xml) if _HIDDEN.search(found[0]))
    return [int(number[1]) - 1 for tag in tags if (number := _ROW_NUMBER.search(tag))]


def hidden_columns(xml: bytes, width: int) -> list[int]:
    """Gives the columns that are not shown, from 0, among the first so many."""
    found: list[int] = []
    for column in _COLUMN.finditer(xml, 0, max(xml.find(b"<sheetData"), 0)):
        first, last = _FIRST.search(column[0]), _LAST.search(column[0])
        if first and last and _HIDDEN.search(column[0]):
            found += range(int(first[1]) - 1, min(int(last[1]), width))
    return found


def raw_values(xml: bytes) -> dict[tuple[int, int], str]:
    """Gives the values of cells as the XML writes them; of a cell that stands twice, the last."""
    return {cell_position(m[1], m[2]): m[3].decode("utf-8", "replace").strip() for m in _RAW.finditer(xml)}


def count_values(xml: bytes) -> int:
    """Counts the values that the XML holds."""
    return xml.count(b"</v>") + (xml.count(b"</is>") if may_hold(xml, b"i") else 0)


def repeated(xml: bytes) -> Cells:
    """Gives the cells that stand more than once."""
    seen: set[tuple[bytes, bytes]] = set()
    for found in re.finditer(_CELL + rb"[^/>]*>", xml):
        key = (found[1], found[2])
        if key in seen:
            yield cell_position(*key)
        seen.add(key)
