"""What formats show of dates and numbers: a month or year alone, codes ("P01" of 1), zeros beside numbers."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final
from xml.etree import ElementTree as ET

from opengov_local.formats.grids.doubts import Unshown, unshown
from opengov_local.formats.grids.grid import Grid, Value
from opengov_local.formats.grids.money_formats import hidden_zeros, money_words, styled_cells, words_beside
from opengov_local.formats.grids.xlsx_parts import LITERALS, number_formats
from opengov_local.importing.containers import Container

Position = tuple[int, int]

_CALENDAR: Final = re.compile(r"\[\$-([0-9A-F]{6,8})\]", re.IGNORECASE)
_GREGORIAN: Final = frozenset({0, 1, 2, 9, 10, 11, 12})
"""Numbers of calendars whose months are those of the stored day ([MS-OE376] 2.1.737)."""
_MONTH, _YEAR = len("2025-12"), len("2025")
_BRACKETS: Final = re.compile(r"\[[^\]]*\]|_.|\*.")
_CODE: Final = re.compile(r"""((?:"[^"]*"|\\.|[-+/() ])*)(0+)(?:\.(0+))?((?:"[^"]*"|\\.|[-/() ])*)""")
_PADDED: Final = re.compile(r"00+|0\.(0+)")
"""Zeros before a number, or behind it: only where the number is a code do they say something."""


@lru_cache(maxsize=1 << 10)
def date_length(code: str) -> int:
    """Gives how much of 2025-12-31 is read by what a format of dates shows: 7 of a month, with the year or without it.

    4 of a year; 0 of a day or anything else.
    """
    calendar = _CALENDAR.search(code.partition(";")[0])
    letters = _date_letters(code)
    if (calendar and int(calendar[1], 16) >> 16 & 0xFF not in _GREGORIAN) or not letters or letters - {"m", "y"}:
        return 0
    return _MONTH if "m" in letters else _YEAR


def _date_letters(code: str) -> set[str]:
    return {letter for letter in LITERALS.sub("", code.partition(";")[0]).lower() if letter.isalnum()}


@lru_cache(maxsize=1 << 10)
def _code(code: str) -> tuple[str, int, int, str] | None:
    """Gives the words before, the digits, the decimals and the words behind that a format of codes shows."""
    found = _CODE.fullmatch(_BRACKETS.sub("", code.partition(";")[0]))
    if found is None or money_words(code):
        return None
    before, after = (re.sub(r'"([^"]*)"|\\(.)', r"\1\2", part) for part in found.group(1, 4))
    is_named = any(map(str.isalpha, before)) and "%" not in after
    return (before, len(found[2]), len(found[3] or ""), after) if is_named else None


def speaks(code: str) -> bool:
    """Tells whether cells of a format show less or more than their value, whatever they are about."""
    return bool(date_length(code)) or _code(code) is not None


def held_back(code: str) -> bool:
    """Tells whether a format hides thousands, named or not, or shows zeros before or behind a number."""
    return _PADDED.fullmatch(_numeral(code)) is not None or hidden_zeros(code) > 0


def _numeral(code: str) -> str:
    return _BRACKETS.sub("", code.partition(";")[0]).strip()


def set_shown(rows: list[list[Value]], cells: Iterable[Position], code: str) -> Iterator[Unshown]:
    """Makes the values of cells what their format shows.

    Args:
        rows: the cells of the sheet, which are changed.
        cells: those of the format.
        code: the format.

    Yields:
        The cells whose day is not shown.
    """
    length, is_yearless = date_length(code), "y" not in _date_letters(code)
    for row, column in cells:
        value = rows[row][column] if _lies_in(rows, (row, column)) else None
        if length and isinstance(value, datetime.date):
            rows[row][column] = shown = value.isoformat()[:length]
            yield unshown((row, column), value, shown, yearless=is_yearless)
        elif not length and isinstance(value, int | float) and not isinstance(value, bool):
            rows[row][column] = _as_code(code, value)


def _as_code(code: str, value: float) -> Value:
    form = _code(code)
    if form is None or value < 0:
        return value
    before, digits, decimals, after = form
    text = f"{value:.{decimals}f}"
    if Decimal(text) != Decimal(str(value)):
        return value
    whole, point, rest = text.partition(".")
    return f"{before}{whole.zfill(digits)}{point}{rest}{after}".strip()


def _shown(code: str, value: Value) -> str:
    """Gives what a number is shown as by a format that holds back: "150" of 150000, "1.10" of 1.1, "007" of 7; else "".

    A number less its thousands is given in full, "1.5". What stands beside it is given with it.
    """
    if not isinstance(value, int | float) or isinstance(value, bool) or not value:
        return ""
    if zeros := hidden_zeros(code):
        return f"{plain(Decimal(str(value)) / 10**zeros)} {words_beside(code)}".strip()
    found = _PADDED.fullmatch(numeral := _numeral(code))
    if found and not found[1]:
        text = str(int(value)).zfill(len(numeral)) if value > 0 and value == int(value) else ""
        return text if text.startswith("0") else ""
    text = f"{value:.{len(found[1])}f}" if found and isinstance(value, float) else ""
    return text if text.endswith("0") and Decimal(text) == Decimal(str(value)) else ""


def shown_cells(container: Container, part: str, styles: ET.Element | None, grid: Grid) -> Mapping[Position, str]:
    """Gives what cells of a sheet of XLSX show by formats that hold back, by row and column.

    Args:
        container: the file.
        part: name of the part with the sheet.
        styles: XML of the styles.
        grid: the cells of the sheet.
    """
    codes = styled_cells(container, part, {n: code for n, code in number_formats(styles) if held_back(code)})
    return {cell: text for cell, code in codes.items() if (text := _shown(code, grid.value(*cell)))}


def shown_numbers(rows: list[list[Value]], cells: Iterable[Position], code: str) -> dict[Position, str]:
    """Gives what the cells of a format that holds back show."""
    held = ((cell, rows[cell[0]][cell[1]]) for cell in cells if _lies_in(rows, cell))
    return {cell: text for cell, value in held if (text := _shown(code, value))}


def _lies_in(rows: list[list[Value]], cell: Position) -> bool:
    return cell[0] < len(rows) and cell[1] < len(rows[cell[0]])


def plain(number: Decimal) -> str:
    """Writes a number without exponent and without zeros behind."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
