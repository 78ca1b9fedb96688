"""Cells of plain sheets of XLSX, read without the engine: all of a sheet must prove to be known, or it reads it.

Such are sheets of texts and numbers, as most tables are. What is found is found by one pattern for whole rows, which
must cover each byte of them; texts come from shared strings without marks of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain, count, pairwise
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET
from xml.sax.saxutils import unescape

from opengov_local.account import column_name
from opengov_local.formats.grids.engine import EXACT, Typed
from opengov_local.formats.grids.grid import MOST_CELLS, Value
from opengov_local.formats.grids.references import column_number
from opengov_local.formats.grids.xlsx_parts import styles_of_days, styles_of_numbers

Texts = Mapping[bytes, str | None]
"""The shared strings by their numbers; nothing by b""."""


class Looks(NamedTuple):
    """What cell styles show, each as cells name it.

    Attributes:
        numbers: those under which a number is surely no day and no time; b"" is none.
        days: those under which it is surely a day, counted from the end of 1899.
    """

    numbers: frozenset[bytes]
    days: frozenset[bytes]


_EMPTY: Final = b"<sheetData/>"
_END: Final = b"</si>"
_RUN: Final = rb"<r>(?:<rPr>(?:<[^<>/][^<>]*+>)*+</rPr>)?+<t>[^<]*+</t></r>"
_RUNS: Final = re.compile(rb"(?:<si>(?:<t>[^<]*+</t>|(?:%s)++)</si>)++" % _RUN)
_BETWEEN_RUNS: Final = re.compile(
    rb"(?<=<si>)<r>(?:<rPr>(?:<[^<>]*+>)*?</rPr>)?(?=<t>)|</t></r><r>(?:<rPr>(?:<[^<>]*+>)*?</rPr>)?<t>|</r>(?=</si>)"
)
_DAY_0: Final = date(1899, 12, 30)
_FIRST, _LAST = 61, 2_958_465
"""1 March 1900, before which days are in doubt, and 31 December 9999."""
_OPEN: Final = b"<sheetData>"
_CLOSE: Final = b"</sheetData>"
_END_OF_ROW: Final = b"</row>"
_REFERENCE: Final = re.compile(rb'<c r="([A-Z]{1,2})[1-9]')
_NUMBER: Final = re.compile(rb"-?[0-9]{1,15}(?:\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?")
_SEARCHED: Final = 2**16
"""Bytes in which the last column is looked for, and that are tried first."""
_WIDEST: Final = 60
_SAID_OTHERWISE: Final = (b"\r", b"_x", b"&#")
"""What stands in strings that the engine may change."""
_UNKNOWN: Final = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)")
_NAMED: Final = {"&quot;": '"', "&apos;": "'"}


def plain_texts(xml: bytes) -> Texts | None:
    """Gives shared strings; None where one has more than texts, each in one look or another.

    Args:
        xml: their part, of the usual kind; see `is_plain`.
    """
    first, last = xml.find(b"<si>"), xml.rfind(_END)
    if first < 0 or last < first:
        return None if b"<si" in xml else {b"": None}
    body = xml[first : last + len(_END)].replace(b'<t xml:space="preserve">', b"<t>")
    if any(sign in body for sign in _SAID_OTHERWISE) or _UNKNOWN.search(body):
        return None
    if b"<r>" in body and _RUNS.fullmatch(body) is not None:
        body = _BETWEEN_RUNS.sub(b"", body)
    texts = _parted(body)
    if texts is None or "" in texts:
        return None  # the engine counts cells with nothing in them
    known: dict[str, str] = {}  # equal texts become one, as of the engine's
    found = dict[bytes, str | None](zip(map(b"%d".__mod__, count()), map(known.setdefault, texts, texts), strict=False))
    found[b""] = None
    return found


def _parted(body: bytes) -> list[str] | None:
    """Gives the texts of strings, each of which must be one; else None."""
    start, end, between = b"<si><t>", b"</t></si>", b"</t></si><si><t>"
    many = body.count(between) + 1
    if not (body.startswith(start) and body.endswith(end)) or body.count(b"<") != 4 * many:
        return None
    try:
        texts = body[len(start) : -len(end)].decode().split(between.decode())
    except UnicodeDecodeError:
        return None
    return [unescape(text, _NAMED) for text in texts] if b"&" in body else texts


def looks_of(styles: ET.Element | None, *, epoch1904: bool) -> Looks:
    """Gives what the cell styles show.

    Args:
        styles: the number formats.
        epoch1904: whether days count from 1904.
    """
    numbers, days = styles_of_numbers(styles), () if epoch1904 else styles_of_days(styles)
    return Looks(frozenset({b"", *(b"%d" % style for style in numbers)}), frozenset(b"%d" % style for style in days))


def plain_cells(xml: bytes, texts: Texts, looks: Looks) -> Typed | None:
    """Gives the values of a sheet, from A1 to the last; None where it is not of this kind.

    Args:
        xml: the sheet, of the usual kind; see `is_plain`.
        texts: the shared strings.
        looks: what the cell styles show.
    """
    first, last = xml.find(_OPEN), xml.rfind(_CLOSE)
    if first < 0 and _EMPTY in xml:
        return Typed()
    if first < 0 or last < 0 or b"<sheetData" in xml[last:] or b"<sheetData" in xml[:first]:
        return None
    first += len(_OPEN)
    letters = {*_REFERENCE.findall(xml, first, min(last, first + _SEARCHED))}
    width = max(map(column_number, letters), default=0) + 1
    if width > _WIDEST:
        return None
    row = _row(width, styled=xml.find(b' s="', first, last) >= 0)
    some = xml.rfind(_END_OF_ROW, first, first + _SEARCHED) + len(_END_OF_ROW)
    if first < some < last and _read(row.findall(xml, first, some), width, some - first, texts, looks) is None:
        return None  # the rest need not be looked at
    return _read(row.findall(xml, first, last), width, last - first, texts, looks)


def _read(rows: Sequence[tuple[bytes, ...]], width: int, size: int, texts: Texts, looks: Looks) -> Typed | None:
    """Reads rows of so many cells as they were found; None where they are less than so many bytes, or in doubt."""
    if not rows:
        return None
    told, many = list(chain.from_iterable(rows)), len(rows[0])
    lines, numbers, *groups = (told[at::many] for at in range(many))  # of each cell two, or three
    if sum(map(len, lines)) != size or int(numbers[-1]) * width > MOST_CELLS:
        return None
    unstyled = [b""] * len(rows)
    columns: list[list[Value]] = []
    for of_text, *style, said in zip(*(iter(groups),) * (len(groups) // width), strict=True):
        column = _values(of_text, style[0] if style else unstyled, said, texts, looks)
        if column is None:
            return None
        columns.append(column)
    while columns and not any(value is not None for value in columns[-1]):
        columns.pop()
    made = _placed(list(map(int, numbers)), list(map(list, zip(*columns, strict=True))))
    if made is not None and len(made.rows) == len(rows) == int(numbers[-1]):
        made.columns = columns
    return made


@lru_cache(maxsize=1 << 7)
def _row(width: int, *, styled: bool) -> re.Pattern[bytes]:
    """Gives the pattern of a row: the whole, its number, and of each cell the number of its text, or its own one.

    Where cells are styled, the style of a number stands before it.
    """
    any_style, style = (rb'(?: s="[0-9]++")?', rb'(?: s="([0-9]++)")?') if styled else (b"", b"")
    cells = b"".join(
        rb'(?:<c r="%s\2"(?:%s t="s"><v>([0-9]++)</v></c>|%s(?: t="n")?><v>([^<]++)</v></c>|%s/>))?+'
        % (column_name(at).encode(), any_style, b"%s", any_style)
        for at in range(1, width + 1)
    )
    cells = cells.replace(b"%s", style)
    return re.compile(rb'(<row r="([1-9][0-9]*+)"(?: [^<>/]*+)?(?:/>|>' + cells + b"</row>))")


def _values(
    of_text: Sequence[bytes], style: Sequence[bytes], said: Sequence[bytes], texts: Texts, looks: Looks
) -> list[Value] | None:
    """Gives the values of a column, of which each cell has the number of a text, or is a number; None where unsure."""
    try:
        column: list[Value] = list(map(texts.__getitem__, of_text))
    except KeyError:
        return None
    if said.count(b"") == len(said):
        return column
    known: dict[tuple[bytes, bytes], Value] = {}
    for shown, text in {*zip(style, said, strict=True)}:
        value = _value(text, looks, shown) if text else None
        if text and value is None:
            return None
        known[shown, text] = value
    cells = map(known.__getitem__, zip(style, said, strict=True))
    return [value if text is None else text for value, text in zip(cells, column, strict=True)]


def _value(text: bytes, looks: Looks, style: bytes) -> Value:
    """Gives the value of a number as it is shown; None where the engine must say it."""
    number = float(text) if _NUMBER.fullmatch(text) else EXACT
    if style in looks.days:
        return _DAY_0 + timedelta(int(number)) if number.is_integer() and _FIRST <= number <= _LAST else None
    if style not in looks.numbers or not -EXACT < number < EXACT:
        return None
    return int(number) if number.is_integer() else number


def _placed(numbers: list[int], rows: list[list[Value]]) -> Typed | None:
    """Puts rows where they stand in the file; None where they do not stand below each other."""
    if any(below <= above for above, below in pairwise(numbers)):
        return None
    while rows and not any(value is not None for value in rows[-1]):
        rows.pop()
    if not rows or numbers[len(rows) - 1] == len(rows):
        return Typed(rows)
    placed: list[list[Value]] = [[None] * len(rows[0]) for _ in range(numbers[len(rows) - 1])]
    for number, row in zip(numbers, rows, strict=False):
        placed[number - 1] = row
    return Typed(placed)
