"""Sections of a Word file: sheets that stand upright, that lie on their side, and covers."""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from docx.oxml.ns import qn

from opengov_local.formats.paper.content import Layout
from opengov_local.formats.paper.docx_body import Element, child

TALL_WIDTH: Final = 9865
"""Between the margins of an upright sheet, in twentieths of a point: 174 mm."""
WIDE_WIDTH: Final = 14797
"""Between the margins of a sheet that lies on its side: 261 mm."""


class Sections:
    """Ends a section wherever the next sheet lies otherwise than the one before it.

    Args:
        body: the body of the document, without the properties of its page.
        properties: those properties, of an upright page.
    """

    def __init__(self, body: Element, properties: Element) -> None:
        self._body = body
        self._properties = properties
        self._layout: Layout | None = None

    @property
    def width(self) -> int:
        """The width between the margins of the open section, in twentieths of a point."""
        return WIDE_WIDTH if self._layout == "wide" else TALL_WIDTH

    def turn(self, layout: Layout) -> bool:
        """Begins a sheet; tells whether it must begin a new page by itself, being no new section."""
        before, self._layout = self._layout, layout
        if before is None:
            return False
        if before == layout:
            return True
        properties = child(child(self._body, "p"), "pPr")
        child(properties, "spacing", before=0, after=0, line=20, lineRule="exact")
        child(child(properties, "rPr"), "sz", val=2)
        properties.append(self._of(before))
        return False

    def close(self) -> None:
        """Ends the last section."""
        self._body.append(self._of(self._layout or "tall"))

    def _of(self, layout: Layout) -> Element:
        """Gives the properties of a section."""
        properties: Element = deepcopy(self._properties)
        for apart in self._properties.xpath("w:titlePg"):  # the first page of a further section is as all others
            self._properties.remove(apart)
        if layout == "wide":
            size = properties.xpath("w:pgSz")[0]
            width, height = size.get(qn("w:w")), size.get(qn("w:h"))
            for name, value in (("w", height), ("h", width), ("orient", "landscape")):
                size.set(qn(f"w:{name}"), value)
        return properties
