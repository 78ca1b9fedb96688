"""Fonts of XLSX: cells in italics near the top of a sheet, as help below a header often is; styles struck through."""

from __future__ import annotations

import re
from typing import Final
from xml.etree import ElementTree as ET

from opengov_local.formats.grids.references import cell_position
from opengov_local.formats.grids.xlsx_parts import whole
from opengov_local.importing.containers import Container

_STYLED: Final = re.compile(rb'<c r="([A-Z]{1,3})([1-9]\d{0,6})"[^>]*?\ss="(\d{1,6})"')
_SEARCHED: Final = 1 << 18
"""Bytes of a sheet that are looked at."""


def italic_cells(container: Container, part: str, styles: ET.Element | None) -> frozenset[tuple[int, int]]:
    """Gives the cells in italics among the first of a sheet, by row and column, blank or not.

    Args:
        container: the file.
        part: name of the part with the sheet.
        styles: XML of the styles.
    """
    slanted = _by_style(styles, "i")
    if not slanted:
        return frozenset()
    text = b""
    for piece in container.stream(part):
        text += piece
        if len(text) >= _SEARCHED:
            break
    return frozenset(cell_position(cell[1], cell[2]) for cell in _STYLED.finditer(text) if int(cell[3]) in slanted)


def struck_styles(styles: ET.Element | None) -> frozenset[int]:
    """Gives the numbers of the cell styles (`s="…"`) whose text is struck through."""
    return _by_style(styles, "strike")


def _by_style(styles: ET.Element | None, mark: str) -> frozenset[int]:
    if styles is None:
        return frozenset()
    fonts = [_is_marked(font, mark) for font in styles.iterfind("{*}fonts/{*}font")]
    numbers = [whole(style.get("fontId")) for style in styles.iterfind("{*}cellXfs/{*}xf")]
    return frozenset(at for at, font in enumerate(numbers) if font < len(fonts) and fonts[font])


def _is_marked(font: ET.Element, mark: str) -> bool:
    said = font.find(f"{{*}}{mark}")
    return said is not None and said.get("val", "1") not in ("0", "false")
