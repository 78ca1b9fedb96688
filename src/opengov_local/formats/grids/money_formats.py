"""Formats of numbers that show a unit of money, '#,##0 "DH"', and the words of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final
from xml.etree import ElementTree as ET

from opengov_local.formats.grids.grid import Value
from opengov_local.formats.grids.references import cell_position
from opengov_local.formats.grids.xlsx_parts import number_formats
from opengov_local.importing.containers import Container
from opengov_local.importing.words import read_amount

_PART: Final = re.compile(
    r"""\[\$(?P<sign>[^\]-]*)[^\]]*\] | "(?P<text>[^"]*)" | \\(?P<letter>.) | (?P<bare>[€£$])
      | (?P<scale>(?<=[0\#?]),+(?![,0\#?])) | (?P<end>;) | (?P<share>%) | _. | \*. | \[[^\]]*\] | .""",
    re.VERBOSE | re.DOTALL,
)
_STYLED: Final = re.compile(rb'<c r="([A-Z]{1,3})([1-9]\d{0,6})"[^>]*?\ss="(\d{1,6})"')
_NUMERAL: Final = re.compile(r"[\d.,'\u00a0\u202f\s+-]+")
_BEGUN: Final = re.compile(r"[#0?]")
_ONE: Final = "1"
_THOUSAND: Final = 3
"""Zeros that each comma behind the number hides."""


@lru_cache(maxsize=1 << 10)
def money_words(code: str) -> str:
    """Gives the unit of money that a format shows beside numbers: "DH", "KDH", "€"; "" where it shows none.

    Args:
        code: the format. Where it hides thousands ('#,##0, "KDH"'), the unit is that of the number that it shows of.
    """
    return _unit(*parts) if (parts := _parts(code)) else ""


@lru_cache(maxsize=1 << 10)
def times_words(code: str) -> str:
    """Gives the words for thousands or millions that a format shows behind numbers, without a currency: "K"; or ""."""
    parts = _parts(code) if _BEGUN.match(code) else None
    return parts[0] if parts and not parts[1] and _is_times(parts[0]) else ""


def hidden_zeros(code: str) -> int:
    """Gives how many zeros of a number a format does not show: 3 by '#,##0,'."""
    return parts[1] if (parts := _parts(code)) else 0


def words_beside(code: str) -> str:
    """Gives the words that a format shows beside numbers."""
    return parts[0] if (parts := _parts(code)) else ""


@lru_cache(maxsize=1 << 10)
def _parts(code: str) -> tuple[str, int] | None:
    """Gives the words of a format and the zeros that it hides; None where it shows shares."""
    said, hidden = [], 0
    for part in _PART.finditer(code):
        if part["end"]:
            break
        if part["share"]:
            return None
        said.append(next((text for name in ("sign", "text", "letter", "bare") if (text := part[name])), ""))
        hidden += _THOUSAND * len(part["scale"] or "")
        if part["text"] is not None or part["sign"] is not None:
            said.append(" ")
    return " ".join("".join(said).split()), hidden


def shown_unit(text: str, value: Value = None) -> str:
    """Gives the currency that a number is shown with, where it is shown in whole units: "12 000 DH".

    Args:
        text: what the cell shows.
        value: its number; one that is shown in thousands that are named, "12 KDH" of 12000, has a currency, too.
    """
    if text[-1:].isdigit() and text[:1].isdigit():
        return ""
    words = _NUMERAL.sub(" ", text).strip()
    if currency := _currency_of(words):
        return currency
    reading = read_amount(text) if words and value else None
    is_same = reading is not None and reading.value is not None and Decimal(reading.value) == Decimal(str(value))
    return (reading.currency or "") if reading is not None and is_same else ""


def shown_times(text: str, value: Value) -> str:
    """Gives the words for thousands or millions, without a currency, behind a number shown as it is: "150 K" of 150."""
    words = _NUMERAL.sub(" ", text).strip() if text[:1].isdigit() else ""
    number = read_amount(text.removesuffix(words)) if _is_times(words) else None
    is_same = number is not None and number.value is not None and Decimal(number.value) == Decimal(str(value))
    return words if is_same else ""


def _is_times(words: str) -> bool:
    reading = read_amount(f"1 {words}") if words else None
    return reading is not None and reading.value not in (None, _ONE) and reading.currency is None


@lru_cache(maxsize=1 << 10)
def _currency_of(words: str) -> str:
    reading = read_amount(f"1 {words}") if words else None
    return reading.currency if reading is not None and reading.value == "1" and reading.currency else ""


def _unit(words: str, hidden: int) -> str:
    reading = read_amount(f"1 {words}") if words else None
    if reading is None or reading.currency is None or reading.value is None:
        return ""
    if not hidden:
        return words
    return reading.currency if reading.value == _ONE + "0" * hidden else ""


def money_cells(container: Container, part: str, styles: ET.Element | None) -> Mapping[tuple[int, int], str]:
    """Gives the cells of a sheet of XLSX that are shown with a unit of money, or of thousands, by row and column.

    Args:
        container: the file.
        part: name of the part with the sheet.
        styles: XML of the styles.
    """
    said = ((n, money_words(code) or times_words(code)) for n, code in number_formats(styles))
    return styled_cells(container, part, {n: words for n, words in said if words})


def styled_cells(container: Container, part: str, said: Mapping[int, str]) -> Mapping[tuple[int, int], str]:
    """Gives the cells of a sheet of XLSX that have some styles, by row and column, with what is said of their style."""
    if not said:
        return {}
    styled = ((cell, int(cell[3])) for cell in _STYLED.finditer(container.read(part)))
    return {cell_position(cell[1], cell[2]): said[style] for cell, style in styled if style in said}
