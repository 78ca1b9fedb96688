"""The body of a Word file, walked once: paragraphs and tables in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from opengov_local.account import Piece, Place
from opengov_local.formats.paper.content import BLANK_LINE
from opengov_local.formats.paper.direction import without_marks_of_forms
from opengov_local.formats.word.docx.blocks import Block, Cell, Content, Hanging, Paragraph, Table, is_blank
from opengov_local.formats.word.docx.numbering import Numbering
from opengov_local.formats.word.docx.runs import Words, words_of
from opengov_local.formats.word.docx.struck import leave_out, parted, stands_in
from opengov_local.formats.word.docx.styles import PLAIN, Style, numbering_of, outline_level
from opengov_local.formats.word.docx.xml import attribute, children, find, is_on, name, value

_MARKS = re.compile("[\u200e\u200f]")
_MARKS_AT_ENDS = re.compile(
    "^[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+$"
)
_UNFILLED = frozenset(["", "AUTO", "FFFFFF"])
_LEFT_ASIDE = frozenset(["sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "pPr", "sdtPr", "sdtEndPr", "del", "moveFrom"])


@dataclass(slots=True)
class Walk:
    """Walks through a part and makes its blocks.

    Attributes:
        content: where to note what is left aside.
        styles: styles of paragraphs by id.
        numbering: the lists, which are counted on the way.
        addresses: where links lead, by the id of their relation.
        own_form: whether the file is a form of our own, whose direction marks are no part of its words.
        parts_struck: whether words that are struck through are left out.
    """

    content: Content
    styles: dict[str, Style] = field(default_factory=dict)
    numbering: Numbering = field(default_factory=Numbering)
    addresses: dict[str, str] = field(default_factory=dict)
    own_form: bool = False
    parts_struck: bool = False
    _paragraphs: int = 0
    _tables: int = 0

    def blocks(self, parent: Element) -> Iterator[Block]:
        """Gives the paragraphs that are not blank, each with its place, and the tables."""
        for element in _members(parent, ("p", "tbl")):
            if name(element) == "tbl":
                yield self._table(element)
                continue
            self._paragraphs += 1
            number = self._paragraphs
            place = Place("paragraph", number)
            paragraph, boxes = self._paragraph(element, place)
            if paragraph is not None:
                yield replace(paragraph, piece=Piece(place, paragraph.text))
            for box in boxes:
                yield from self.blocks(box)

    def _paragraph(self, element: Element, place: Place) -> tuple[Paragraph | None, list[Element]]:
        properties = find(element, "pPr")
        named = value(properties, "pStyle") if properties is not None else None
        style = self.styles.get(named or "", PLAIN)
        listed = numbering_of(properties) or style.numbering
        listed = listed if listed and listed[0] not in ("", "0") else None
        words = words_of(element, self.addresses)
        self.content.deleted += words.deleted
        self.content.pictures += words.pictures
        if words.hidden and not is_blank(text := "".join(words.hidden).strip()):
            self.content.hidden.append(
                Hanging(Piece(Place("line", "hidden", len(self.content.hidden) + 1), text), f"hidden ({place})", place)
            )
        for link in words.links:
            if link.address.removeprefix("mailto:") == _MARKS.sub("", link.text).strip():
                continue  # the words say the address themselves
            at = Place("line", "links", len(self.content.addresses) + 1)
            self.content.addresses.append(Hanging(Piece(at, link.address), f"{link.text} ({place})", place))
        self.content.hung |= dict.fromkeys(words.notes, place)
        said, is_struck = self._standing(words, place)
        text = (without_marks_of_forms(said) if self.own_form else said).strip()
        number = self.numbering.next(listed) if listed else ""
        if is_blank(text) and not (self.own_form and text == BLANK_LINE):
            text, listed = number.strip(" .)-") if place.kind == "cell" else "", None  # a column that Word numbers
            if not text:
                return None, words.boxes
        if listed and number and self.numbering.is_worded(listed):
            text, number = f"{number} {text}", ""
        level = outline_level(properties) or style.level
        paragraph = Paragraph(
            text=text if self.own_form else _MARKS_AT_ENDS.sub("", text),
            style=style.name,
            level=level,
            list_level=_list_level(listed, style.name) if not (level and listed) else None,
            number=number,
            marked=bool(words.marked) and (style.marked or all(words.marked)),
            lead="" if all(words.marked) else "".join(words.parts[: words.lead]).strip(),
            links=tuple(words.links),
            struck=is_struck,
            ours=self.own_form,
        )
        return paragraph, words.boxes

    def _standing(self, words: Words, place: Place) -> tuple[str, bool]:
        """Gives the words of a paragraph without those struck through, or all of them where all are; and whether so."""
        if not (words.struck and self.parts_struck):
            return words.text, False
        stands, gone = parted(words.parts, frozenset(words.struck))
        if is_blank(stands):
            return words.text, not is_blank(gone)
        leave_out(self.content, gone, place)
        return stands, False

    def _table(self, element: Element) -> Table:
        self._tables += 1
        number = self._tables
        above: dict[int, int] = {}
        cells: list[list[Cell]] = []
        rows = list(_members(element, ("tr",)))
        self.content.deleted += sum(map(_is_deleted, rows))
        rows = [row for row in rows if not _is_deleted(row)]
        for row_number, row in enumerate(rows, start=1):
            cells.append([])
            column = 1 + _whole(find(row, "trPr", "gridBefore"))
            for each in _members(row, ("tc",)):
                properties = find(each, "tcPr")
                width = max(1, _whole(find(properties, "gridSpan"))) if properties is not None else 1
                cell = self._cell(each, Place("cell", number, row_number, column), width)
                cell = replace(cell, fill=_fill(properties)) if properties is not None else cell
                merge = find(properties, "vMerge") if properties is not None else None
                carried_on = merge is not None and attribute(merge, "val") in (None, "continue")
                if carried_on and column in above and not cell.text and not cell.tables:
                    at = above[column]
                    cells[at] = [_taller(known) if known.column == column else known for known in cells[at]]
                else:
                    cells[-1].append(cell)
                    above[column] = row_number - 1
                column += width
        width = max((cell.column + cell.width - 1 for row in cells for cell in row), default=0)
        return stands_in(Table(number, tuple(map(tuple, cells)), width), self.content)

    def _cell(self, element: Element, place: Place, width: int) -> Cell:
        paragraphs: list[Paragraph] = []
        tables: list[Table] = []
        waiting = list(_members(element, ("p", "tbl")))
        while waiting:
            member = waiting.pop(0)
            if name(member) == "tbl":
                tables.append(self._table(member))
                continue
            paragraph, boxes = self._paragraph(member, place)
            if paragraph is not None:
                paragraphs.append(paragraph)
            elif self.own_form and paragraphs:
                paragraphs.append(Paragraph(BLANK_LINE))  # a blank line that somebody typed
            waiting[:0] = [inside for box in boxes for inside in _members(box, ("p", "tbl"))]
        while paragraphs and paragraphs[-1].text == BLANK_LINE:
            paragraphs.pop()
        struck = bool(paragraphs) and all(paragraph.struck for paragraph in paragraphs)
        for gone in (each for each in paragraphs if each.struck and not struck):
            leave_out(self.content, gone.text, place)
        standing = tuple(each for each in paragraphs if struck or not each.struck)
        text = "\n".join("" if paragraph.text == BLANK_LINE else paragraph.text for paragraph in standing)
        return Cell(Piece(place, text), place.row, place.column, width, paragraphs=standing, tables=tuple(tables),
                    struck=struck)  # fmt: skip


def _fill(properties: Element) -> str:
    """Gives the colour that a cell is filled with; "" where that is white or none."""
    said = find(properties, "shd")
    colour = (attribute(said, "fill") or "").upper() if said is not None else ""
    return "" if colour in _UNFILLED else colour


def _members(parent: Element, wanted: tuple[str, ...]) -> Iterator[Element]:
    """Gives the nearest elements of some names below another, through content controls and tracked changes."""
    for child in parent:
        kind = name(child)
        if kind in wanted:
            yield child
        elif kind == "AlternateContent":
            chosen = next((each for each in child if name(each) in ("Choice", "Fallback")), None)
            if chosen is not None:
                yield from _members(chosen, wanted)
        elif kind == "sdt":
            properties = find(child, "sdtPr")
            if properties is None or not is_on(find(properties, "showingPlcHdr")):
                for content in children(child, "sdtContent"):
                    yield from _members(content, wanted)
        elif kind not in _LEFT_ASIDE:
            yield from _members(child, wanted)


def _taller(cell: Cell) -> Cell:
    return replace(cell, height=cell.height + 1)


def _is_deleted(row: Element) -> bool:
    return find(row, "trPr", "del") is not None


def _whole(element: Element | None) -> int:
    number = attribute(element, "val") or "0"
    return min(int(number), 1000) if number.isdecimal() and len(number) < 6 else 0


def _list_level(listed: tuple[str, int] | None, style: str) -> int | None:
    """Gives the depth in a list: what its numbering says or the name of its style, whichever is deeper."""
    depths = [depth for depth in (listed[1] if listed else None, _level_by_name(style)) if depth is not None]
    return max(depths, default=None)


def _level_by_name(style: str) -> int | None:
    """Gives the depth in a list that the name of a style tells: `list bullet 2` is 1."""
    if not style.startswith(("list bullet", "list number")):
        return None
    return int(style[-1]) - 1 if style[-1] in "23456789" else 0
