"""Records of an XLS workbook ([MS-XLS]): what the spreadsheet engine does not tell of its cells."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from opengov_local.formats.grids.grid import Merge
from opengov_local.formats.grids.money_formats import money_words, times_words
from opengov_local.formats.grids.shown_formats import held_back, speaks
from opengov_local.formats.grids.xlsx_parts import BUILT_IN, LITERALS

ERRORS: Final = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_PERCENT_FORMATS: Final = frozenset({9, 10})
_BOF, _EOF, _SHEET, _FILE_PASS, _EPOCH = 0x0809, 0x000A, 0x0085, 0x002F, 0x0022
_STYLE, _FORMAT, _WINDOW, _MERGES = 0x00E0, 0x041E, 0x023E, 0x00E5
_ONE_CELL: Final = frozenset({0x0203, 0x0204, 0x0205, 0x00D6, 0x00FD, 0x027E, 0x0006, 0x0206, 0x0406, 0x0201})
_BLANKS: Final = frozenset({0x0201, 0x00BE})
_FORMULAS: Final = frozenset({0x0006, 0x0206, 0x0406})
_SEVERAL: Final = frozenset({0x00BD, 0x00BE})
_CONDITIONS: Final = 0x01B0
_ROW, _COLUMNS = 0x0208, 0x007D
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x20, 0x01
_ROW_LENGTH, _COLUMNS_LENGTH = 14, 10
_LAST_COLUMN: Final = 255
_WHITE: Final = frozenset({1, 9, 64, 65})
"""Numbers of white and of the colours of the window, in the palette that every workbook begins with."""


@dataclass
class BiffSheet:
    """What the records of a sheet say; rows and columns from 0."""

    name_hidden: bool = False
    worksheet: bool = True
    rows: int = 0
    columns: int = 0
    right_to_left: bool = False
    merges: list[Merge] = field(default_factory=list)
    errors: list[tuple[int, int, str]] = field(default_factory=list)
    percents: list[tuple[int, int]] = field(default_factory=list)
    money: dict[tuple[int, int], str] = field(default_factory=dict)
    styles: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)


@dataclass
class BiffBook:
    """What the records of a workbook say."""

    sheets: list[BiffSheet] = field(default_factory=list)
    encrypted: bool = False
    epoch1904: bool = False


def read_biff(stream: bytes) -> BiffBook:
    """Walks through the records of a workbook.

    Raises:
        ValueError: the records are broken.
    """
    book, styles, formats, shown, starts, codes = BiffBook(), [], {}, {}, [], {**BUILT_IN}
    try:
        for kind, body in _records(stream, 0):
            if kind == _FILE_PASS:
                book.encrypted = True
            elif kind == _EPOCH:
                book.epoch1904 = body[:2] == b"\1\0"
            elif kind == _SHEET:
                start, hidden, sort = struct.unpack_from("<IBB", body)
                starts.append(start)
                book.sheets.append(BiffSheet(bool(hidden & 3), sort == 0))
            elif kind == _FORMAT:
                text = body[5:].decode("utf-16-le" if body[4:5] == b"\1" else "latin-1", "replace")
                number = struct.unpack_from("<H", body)[0]
                formats[number] = "%" in LITERALS.sub("", text)
                shown[number] = money_words(text) or times_words(text)
                codes[number] = text
            elif kind == _STYLE:
                styles.append(struct.unpack_from("<2xH", body)[0])
        percent = frozenset(n for n, style in enumerate(styles) if formats.get(style, style in _PERCENT_FORMATS))
        money = {n: words for n, style in enumerate(styles) if (words := shown.get(style))}
        telling = {code for code in codes.values() if speaks(code) or held_back(code)}
        told = {n: code for n, style in enumerate(styles) if (code := codes.get(style)) in telling}
        if not book.encrypted:
            for start, sheet in zip(starts, book.sheets, strict=True):
                _read_sheet(_records(stream, start), sheet, percent, money, told)
    except struct.error:
        raise ValueError("broken record") from None
    return book


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Gives the records of one part, from its beginning to its end; parts within it (charts) are passed over."""
    depth = 0
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, start)
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, stream[start + 4 : start + 4 + length]
        start += 4 + length


def _read_sheet(
    records: Iterator[tuple[int, bytes]],
    sheet: BiffSheet,
    percent: frozenset[int],
    money: Mapping[int, str],
    told: Mapping[int, str],
) -> None:
    for kind, body in records:
        if kind not in _ONE_CELL | _SEVERAL:
            _read_look(kind, body, sheet)
            continue
        row, cells = _styles(kind, body)
        if cells:
            sheet.rows = max(sheet.rows, row + 1)
            sheet.columns = max(sheet.columns, cells[-1][0] + 1)
        if kind not in _BLANKS:
            sheet.percents += [(row, column) for column, style in cells if style in percent]
            if money:
                sheet.money.update({(row, column): money[style] for column, style in cells if style in money})
            for column, style in cells if told else ():
                if style in told:
                    sheet.styles.setdefault(told[style], []).append((row, column))
            error = _error(kind, body)
            if error:
                sheet.errors.append((row, cells[0][0], error))


def coloured_cells(stream: bytes, sheet: int) -> dict[tuple[int, int], str]:
    """Gives the colour of every cell of a sheet that is filled with one, blank or not; white counts as none.

    Args:
        stream: the records of the workbook.
        sheet: number of the sheet, from 0.

    Returns:
        By row and column, the number of the colour in the palette ([MS-XLS] 2.5.20, 2.4.353).
    """
    starts = [struct.unpack_from("<I", body)[0] for kind, body in _records(stream, 0) if kind == _SHEET]
    fills = [_fill(body) for kind, body in _records(stream, 0) if kind == _STYLE]
    return {
        (row, column): fills[style]
        for kind, body in _records(stream, starts[sheet])
        for row, cells in [_styles(kind, body)]
        for column, style in cells
        if style < len(fills) and fills[style]
    }


def has_conditions(stream: bytes, sheet: int) -> bool:
    """Tells whether a sheet has formats on conditions."""
    starts = [struct.unpack_from("<I", body)[0] for kind, body in _records(stream, 0) if kind == _SHEET]
    return any(kind == _CONDITIONS for kind, _ in _records(stream, starts[sheet]))


def _fill(style: bytes) -> str:
    """Gives the colour of a style whose cells are filled without a pattern."""
    if len(style) < 20 or style[17] >> 2 != 1:
        return ""
    colour = style[18] & 0x7F
    return "" if colour in _WHITE else f"indexed {colour}"


def _styles(kind: int, body: bytes) -> tuple[int, list[tuple[int, int]]]:
    """Gives the row of a record of cells, and the style of each by its column; none of another record."""
    if kind in _ONE_CELL:
        row, column, style = struct.unpack_from("<HHH", body)
        return row, [(column, style)]
    if kind not in _SEVERAL:
        return 0, []
    row, column = struct.unpack_from("<HH", body)
    step = 6 if kind == 0x00BD else 2
    styles = (struct.unpack_from("<H", body, at)[0] for at in range(4, len(body) - 2 - step + 1, step))
    return row, list(enumerate(styles, column))


def _error(kind: int, body: bytes) -> str | None:
    """Gives the error that a cell shows: directly, or as the result of its formula."""
    code = None
    if kind == 0x0205 and body[7:8] == b"\1":
        code = body[6]
    elif kind in _FORMULAS and body[12:14] == b"\xff\xff" and body[6:7] == b"\2":
        code = body[8]
    return None if code is None else ERRORS.get(code, "#N/A")


def _read_look(kind: int, body: bytes, sheet: BiffSheet) -> None:
    if kind == _WINDOW:
        sheet.right_to_left = bool(struct.unpack_from("<H", body)[0] & 0x40)
    elif kind == _MERGES:
        for at in range(2, len(body) - 7, 8):
            first, last, left, right = struct.unpack_from("<HHHH", body, at)
            sheet.merges.append(Merge(first, left, last, right))
    elif kind == _ROW and len(body) >= _ROW_LENGTH:
        row, flags = struct.unpack_from("<H10xH", body)
        sheet.hidden_rows += [row] if flags & _ROW_HIDDEN else []
    elif kind == _COLUMNS and len(body) >= _COLUMNS_LENGTH:
        first, last, flags = struct.unpack_from("<HH4xH", body)
        if flags & _COLUMN_HIDDEN:
            sheet.hidden_columns += range(first, min(last, _LAST_COLUMN) + 1)
