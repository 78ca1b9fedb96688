"""Formats of numbers that show a unit of money, '#,##0 "DH"', and the words of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final
from xml.etree import ElementTree as ET

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
_THOUSAND: Final = 3
"""Zeros that each comma behind the number hides."""


@lru_cache(maxsize=1 << 10)
def money_words(code: str) -> str:
    """Gives the unit of money that a format shows beside numbers: "DH", "KDH", "€"; "" where it shows none.

    Args:
        code: the format. Where it hides thousands ('#,##0, "KDH"'), the unit is that of the number that it shows of.
    """
    said, hidden = [], 0
    for part in _PART.finditer(code):
        if part["end"]:
            break
        if part["share"]:
            return ""
        said.append(next((text for name in ("sign", "text", "letter", "bare") if (text := part[name])), ""))
        hidden += _THOUSAND * len(part["scale"] or "")
        if part["text"] is not None or part["sign"] is not None:
            said.append(" ")
    words = " ".join("".join(said).split())
    return _unit(words, hidden)


def shown_unit(text: str) -> str:
    """Gives the currency that a number is shown with, where it is shown in whole units: "12 000 DH"."""
    return "" if text[-1:].isdigit() and text[:1].isdigit() else _currency_of(_NUMERAL.sub(" ", text).strip())


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
    return reading.currency if reading.value == "1" + "0" * hidden else ""


def money_cells(container: Container, part: str, styles: ET.Element | None) -> Mapping[tuple[int, int], str]:
    """Gives the cells of a sheet of XLSX that are shown with a unit of money, by row and column, and its words.

    Args:
        container: the file.
        part: name of the part with the sheet.
        styles: XML of the styles.
    """
    shown = {style: words for style, code in number_formats(styles) if (words := money_words(code))}
    if not shown:
        return {}
    xml = container.read(part)
    styled = ((cell, int(cell[3])) for cell in _STYLED.finditer(xml))
    return {cell_position(cell[1], cell[2]): shown[style] for cell, style in styled if style in shown}
