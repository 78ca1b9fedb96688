"""Cells of XLSX that are filled with a colour; asked for where a table says something by colours alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree as ET

from opengov_local.formats.grids.references import cell_position
from opengov_local.formats.grids.xlsx_parts import whole
from opengov_local.importing.containers import Container

_STYLED: Final = re.compile(rb'<c r="([A-Z]{1,3})([1-9]\d{0,6})"[^>]*?\ss="(\d{1,6})"')
_WHITE: Final = frozenset({"FFFFFFFF", "00FFFFFF", "indexed 9", "indexed 65", "theme 0"})


def coloured_cells(container: Container, part: str, styles: ET.Element | None) -> dict[tuple[int, int], str]:
    """Gives the colour of every cell of a sheet that is filled with one, blank or not; white counts as none.

    Args:
        container: the file.
        part: name of the part with the sheet.
        styles: XML of the styles.

    Returns:
        By row and column, words that are the same for the same colour: "FF92D050", "theme 6 0.4".
    """
    fills = _by_style(styles)
    found = _STYLED.finditer(container.read(part)) if fills else ()
    return {cell_position(cell[1], cell[2]): colour for cell in found if (colour := fills.get(int(cell[3])))}


def has_conditions(container: Container, part: str) -> bool:
    """Tells whether a sheet has formats on conditions, which colour cells or mark them otherwise."""
    return container.holds(part, b"conditionalFormatting")


def _by_style(styles: ET.Element | None) -> Mapping[int, str]:
    if styles is None:
        return {}
    colours = [_colour(fill) for fill in styles.iterfind("{*}fills/{*}fill")]
    numbers = [whole(style.get("fillId")) for style in styles.iterfind("{*}cellXfs/{*}xf")]
    return {at: colours[fill] for at, fill in enumerate(numbers) if fill < len(colours) and colours[fill]}


def _colour(fill: ET.Element) -> str:
    pattern = fill.find("{*}patternFill")
    said = pattern.find("{*}fgColor") if pattern is not None and pattern.get("patternType") == "solid" else None
    if said is None:
        return ""
    words = said.get("rgb", "").upper() or " ".join(
        f"{name} {said.get(name)}" for name in ("theme", "indexed") if said.get(name) is not None
    )
    tinted = f"{words} {said.get('tint')}" if words and said.get("tint") else words
    return "" if tinted in _WHITE else tinted
