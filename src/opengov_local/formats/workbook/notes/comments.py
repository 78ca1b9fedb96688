"""The notes of one sheet: their texts, and the drawing with their boxes (VML, which every program reads)."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import quoteattr

from lxml import etree

from opengov_local.formats.workbook.notes.parts import Element, Parts
from opengov_local.importing.language import ARABIC_LETTER

_AUTHOR: Final = "opengov_local"
_LONGEST: Final = 32000
_BAD: Final = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FIRST_DRAWING: Final = 900
_TYPE: Final = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_DRAWING: Final = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{data}"/>'
    "</o:shapelayout>{type}</xml>"
)
_BOX: Final = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{number}" type="#_x0000_t202" style={style} '
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style={inner}><div style={align}></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 15, {top}, 2, {right}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)


class Comments:
    """The notes of one sheet."""

    def __init__(self, parts: Parts, sheet: str, number: int, space: str) -> None:
        """Reads those that are there.

        Args:
            parts: the parts of the file.
            sheet: name of the sheet's part.
            number: number of the sheet in this run, for the names of new parts.
            space: namespace of the sheet.
        """
        self._parts = parts
        self._sheet = sheet
        self._number = number
        self._space = space
        self._boxes: list[str] = []
        self.part = next((part for kind, part in parts.relations(sheet).values() if kind == "comments"), None)
        self._root = parts.edited(self.part) if self.part and self.part in parts else self._new()
        self._author = self._add_author()
        self._list = self._child(self._root, "commentList")
        self._known = {comment.get("ref"): comment for comment in self._list}

    def add(self, cell: str, row: int, column: int, text: str) -> None:
        """Adds a note to a cell, or to the note it has.

        Args:
            cell: name of the cell.
            row: its row, from 0.
            column: its column, from 0.
            text: what the note says.
        """
        clean = _BAD.sub("\ufffd", text)[:_LONGEST]
        known = self._known.get(cell)
        if known is not None:
            self._run(self._child(known, "text"), f"\n{clean}")
            return
        made = etree.SubElement(self._list, self._tag("comment"), {"ref": cell, "authorId": str(self._author)})
        self._run(etree.SubElement(made, self._tag("text")), clean)
        self._known[cell] = made
        self._boxes.append(self._box(row, column, clean))

    def draw(self, drawing: str | None) -> str | None:
        """Writes the boxes into the sheet's drawing, or a new one.

        Args:
            drawing: name of the drawing the sheet has.

        Returns:
            Name of the new drawing; None where there was one or no box is needed.
        """
        if not self._boxes:
            return None
        name = drawing or f"xl/drawings/vmlDrawingNote{self._number}.vml"
        made = _DRAWING.format(data=_FIRST_DRAWING + self._number, type=_TYPE)
        text = self._parts.read(name).decode("utf-8", "surrogateescape") if drawing else made
        boxes = "".join([*([] if "_x0000_t202" in text else [_with_spaces(_TYPE)]), *self._boxes])
        head, end, tail = text.rpartition("</xml>")
        self._parts.put(name, f"{head}{boxes}{end}{tail}".encode("utf-8", "surrogateescape"))
        return None if drawing else name

    def _box(self, row: int, column: int, text: str) -> str:
        lines = sum(1 + len(line) // 42 for line in text.split("\n"))
        arabic = bool(ARABIC_LETTER.search(text))
        return _BOX.format(
            number=(_FIRST_DRAWING + self._number) * 1024 + len(self._boxes) + 1,
            style=quoteattr("position:absolute;width:260pt;height:80pt;z-index:1;visibility:hidden"),
            inner=quoteattr("mso-direction-alt:auto" + (";direction:RTL" if arabic else "")),
            align=quoteattr("text-align:right;direction:rtl" if arabic else "text-align:left"),
            left=column + 1,
            right=column + 5,
            top=max(0, row - 1),
            bottom=max(0, row - 1) + min(30, lines + 2),
            row=row,
            column=column,
        )

    def _new(self) -> Element:
        root = etree.Element(self._tag("comments"), nsmap={None: self._space})
        etree.SubElement(root, self._tag("authors"))
        etree.SubElement(root, self._tag("commentList"))
        return root

    def new_root(self) -> Element:
        """Gives the root of the texts, to be written where the sheet had none."""
        return self._root

    def _add_author(self) -> int:
        authors = self._child(self._root, "authors")
        made = etree.SubElement(authors, self._tag("author"))
        made.text = _AUTHOR
        return len(authors) - 1

    def _run(self, text: Element, words: str) -> None:
        plain = text.find(self._tag("t"))
        if plain is not None and len(text) == 1:  # a text without runs becomes one
            run = etree.SubElement(text, self._tag("r"))
            run.append(plain)
        made = etree.SubElement(etree.SubElement(text, self._tag("r")), self._tag("t"))
        made.text = words
        made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def _child(self, parent: Element, name: str) -> Element:
        found = parent.find(self._tag(name))
        return etree.SubElement(parent, self._tag(name)) if found is None else found

    def _tag(self, name: str) -> str:
        return f"{{{self._space}}}{name}"


def _with_spaces(shape_type: str) -> str:
    return shape_type.replace(
        "<v:shapetype ",
        '<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ',
    )
