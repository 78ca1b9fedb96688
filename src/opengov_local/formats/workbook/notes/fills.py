"""Fill colours for cells: the style a cell has, with another background."""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from lxml import etree

from opengov_local.finding import Severity
from opengov_local.formats.workbook.notes.parts import Element

COLORS: Final[dict[Severity, str]] = {"error": "FFFFC7CE", "warning": "FFFFEB9C", "info": "FFDDEBF7"}
"""Severity to colour of the background, as ARGB."""


class Fills:
    """The styles of one workbook, with those that are added."""

    def __init__(self, styles: Element) -> None:
        """Starts with the styles there are.

        Args:
            styles: root of the styles part.
        """
        self._space = etree.QName(styles).namespace
        self._fills = self._child(styles, "fills")
        self._styles = self._child(styles, "cellXfs")
        self._made: dict[tuple[int, Severity], int] = {}
        self._numbers: dict[Severity, int] = {}

    def styled(self, style: int, severity: Severity) -> int:
        """Gives the number of a style that is like another, with the background of a severity."""
        if (style, severity) not in self._made:
            source = self._styles[style] if style < len(self._styles) else None
            made = deepcopy(source) if source is not None else etree.Element(self._tag("xf"), {"numFmtId": "0"})
            made.set("fillId", str(self._fill(severity)))
            made.set("applyFill", "1")
            self._made[style, severity] = self._append(self._styles, made)
        return self._made[style, severity]

    def _fill(self, severity: Severity) -> int:
        if severity not in self._numbers:
            fill = etree.Element(self._tag("fill"))
            pattern = etree.SubElement(fill, self._tag("patternFill"), {"patternType": "solid"})
            etree.SubElement(pattern, self._tag("fgColor"), {"rgb": COLORS[severity]})
            etree.SubElement(pattern, self._tag("bgColor"), {"indexed": "64"})
            self._numbers[severity] = self._append(self._fills, fill)
        return self._numbers[severity]

    @staticmethod
    def _append(parent: Element, child: Element) -> int:
        parent.append(child)
        parent.set("count", str(len(parent)))
        return len(parent) - 1

    def _child(self, parent: Element, name: str) -> Element:
        found = parent.find(self._tag(name))
        if found is None:
            raise LookupError(name)
        return found

    def _tag(self, name: str) -> str:
        return f"{{{self._space}}}{name}"
