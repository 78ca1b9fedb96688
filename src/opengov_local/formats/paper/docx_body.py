"""Paragraphs, runs, links and tables of the Word form, each written at its end in the order of the schema.

python-docx looks among all elements for the place of a new one, which a long document pays for with the square of
its length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, cast

from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from opengov_local.formats.paper.direction import Direction
from opengov_local.formats.paper.docx_direction import TIFINAGH_FONT, is_tifinagh

_W: Final = f"{{{nsmap['w']}}}"
_R: Final = f"{{{nsmap['r']}}}"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_MARGINS: Final = (("top", 40), ("left", 108), ("bottom", 0), ("right", 108))
"""Room inside the cells of a table, in twentieths of a point."""
_YEARS: Final = re.compile(r"(?<=[0-9]{4})(?<![A-Za-z0-9_/.-][0-9]{4})-(?=[0-9]{4}(?![A-Za-z0-9_/-]))")
"""The hyphen between two years, which stay on one line; not within an address or a number of a file."""
_KINDS: Final = 1_000
"""How many kinds of elements are kept at the most."""
_NARROW_MARGINS: Final = (("top", 40), ("left", 60), ("bottom", 20), ("right", 60))

Element = BaseOxmlElement


def child(parent: Element, tag: str, /, **attributes: object) -> Element:
    """Adds an element of WordprocessingML at the end of another, with attributes of WordprocessingML."""
    element: Element = etree.SubElement(parent, _W + tag, {_W + name: str(value) for name, value in attributes.items()})
    return element


def _alone(tag: str) -> Element:
    """Makes an element that stands nowhere."""
    return cast(Element, OxmlElement(f"w:{tag}"))


def _put(parent: Element, model: Element) -> Element:
    """Adds a copy of an element and all in it at the end of another: that takes a fifth of making it anew."""
    element = copy(model)
    parent.append(element)
    return element


class Alike:
    """Elements that were made, to be copied where others are alike, as many are in a long form."""

    def __init__(self) -> None:
        self._models: dict[Hashable, Element] = {}

    def put(self, parent: Element, make: Callable[[], Element], *what: Hashable) -> Element:
        """Adds an element, to which more may be added.

        Args:
            parent: where it is added at the end.
            make: adds it there, where none of its kind was made yet.
            what: all that it depends on.
        """
        if (model := self._models.get(what)) is not None:
            return _put(parent, model)
        made = make()
        if len(self._models) == _KINDS:
            self._models.clear()  # those that are many come again
        self._models[what] = copy(made)
        return made


@dataclass(frozen=True, slots=True)
class Stand:
    """How a paragraph stands on its page.

    Attributes:
        new_page: whether it begins a new page.
        keep_next: whether it stays on one page with what follows.
        centred: whether it stands in the middle.
        above: room above it, in twentieths of a point; 0 for that of its style.
        thin: whether it is a line without words that only parts what is above from what is below.
    """

    new_page: bool = False
    keep_next: bool = False
    centred: bool = False
    above: int = 0
    thin: bool = False


PLAIN: Final = Stand()


def paragraph(parent: Element, style: str, direction: Direction, stand: Stand = PLAIN) -> Element:
    """Adds a paragraph; without an alignment of its own it starts at its own side.

    `w:jc` stays away on purpose: in a paragraph from right to left Word reads "right" as the end, which is left.

    Args:
        parent: the body or a cell.
        style: id of its style.
        direction: its direction.
        stand: how it stands on its page.
    """
    return _put(parent, _paragraph(style, direction, stand))


@lru_cache(1 << 8)
def _paragraph(style: str, direction: Direction, stand: Stand) -> Element:
    element = _alone("p")
    properties = child(element, "pPr")
    child(properties, "pStyle", val=style)
    if stand.keep_next:
        child(properties, "keepNext")
    if stand.new_page:
        child(properties, "pageBreakBefore")
    child(properties, "bidi", val=int(direction == "rtl"))
    if stand.thin:
        child(properties, "spacing", before=0, after=0, line=160, lineRule="exact")
    elif stand.above:
        child(properties, "spacing", before=stand.above)
    if stand.centred:
        child(properties, "jc", val="center")
    return element


@dataclass(frozen=True, slots=True)
class Look:
    """How words look.

    Attributes:
        bold: whether they are bold.
        underlined: whether they are underlined.
        color: their colour, six hexadecimal digits; None for that of the style.
        half_points: their size; 0 for that of the style.
    """

    bold: bool = False
    underlined: bool = False
    color: str | None = None
    half_points: int = 0


USUAL: Final = Look()


def run(parent: Element, text: str, direction: Direction, language: str | None = None, look: Look = USUAL) -> None:
    """Adds a run to a paragraph or link.

    Args:
        parent: the paragraph or link.
        text: its words.
        direction: their direction.
        language: BCP 47 tag of their language, if any.
        look: how they look.
    """
    element = _put(parent, _run(direction, language, look, is_tifinagh(text)))
    words = element[-1]
    for number, part in enumerate(text.split("\t")):
        if number:
            child(element, "tab")
        for count, piece in enumerate(_YEARS.split(part) if "-" in part else (part,)):
            if count:
                child(element, "noBreakHyphen")
            if number or count:
                words = _put(element, words)
            words.text = piece


@lru_cache(1 << 8)
def _run(direction: Direction, language: str | None, look: Look, tifinagh: bool) -> Element:
    """Makes a run with no words yet."""
    element = _alone("r")
    properties = child(element, "rPr")
    if tifinagh:
        child(properties, "rFonts", ascii=TIFINAGH_FONT, hAnsi=TIFINAGH_FONT, eastAsia=TIFINAGH_FONT, cs=TIFINAGH_FONT)
    _look(properties, look)
    if direction == "rtl":
        child(properties, "rtl")
    if language:
        child(properties, "lang", **{"bidi" if direction == "rtl" else "val": language})
    child(element, "t").set(_SPACE, "preserve")
    return element


def _look(properties: Element, look: Look) -> None:
    if look.bold:
        child(properties, "b")
        child(properties, "bCs")
    if look.color:
        child(properties, "color", val=look.color)
    if look.half_points:
        child(properties, "sz", val=look.half_points)
        child(properties, "szCs", val=look.half_points)
    if look.underlined:
        child(properties, "u", val="single")


def link(parent: Element, *, anchor: str | None = None, relation: str | None = None) -> Element:
    """Adds a link to a paragraph: to a bookmark, or outside by the id of a relation."""
    if anchor is not None:
        return child(parent, "hyperlink", anchor=anchor)
    element = child(parent, "hyperlink")
    element.set(_R + "id", relation or "")
    return element


def bookmark(parent: Element, number: int, name: str) -> None:
    """Marks the place where a paragraph begins, for links."""
    child(parent, "bookmarkStart", id=number, name=name)
    child(parent, "bookmarkEnd", id=number)


def field(parent: Element, instruction: str, direction: Direction) -> None:
    """Adds a field to a paragraph, which the reader's program fills in; until then it shows nothing."""
    child(child(parent, "r"), "fldChar", fldCharType="begin", dirty="true")
    words = child(child(parent, "r"), "instrText")
    words.text = f" {instruction} "
    words.set(_SPACE, "preserve")
    child(child(parent, "r"), "fldChar", fldCharType="separate")
    run(parent, "", direction)
    child(child(parent, "r"), "fldChar", fldCharType="end")


def table(parent: Element, widths: Sequence[int], direction: Direction, color: str, *, narrow: bool = False) -> Element:
    """Adds a table with lines, without rows; its columns run in a direction.

    Args:
        parent: the body.
        widths: widths of the columns, in twentieths of a point.
        direction: from which side the columns are counted.
        color: colour of the lines, six hexadecimal digits.
        narrow: whether words come nearer to the lines.
    """
    return _put(parent, _table(tuple(widths), direction, color, narrow))


@lru_cache(1 << 6)
def _table(widths: tuple[int, ...], direction: Direction, color: str, narrow: bool) -> Element:
    margins = _NARROW_MARGINS if narrow else _MARGINS
    element = _alone("tbl")
    properties = child(element, "tblPr")
    if direction == "rtl":
        child(properties, "bidiVisual")
    child(properties, "tblW", type="dxa", w=sum(widths))
    child(properties, "tblInd", w=dict(margins)["left"], type="dxa")
    borders = child(properties, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        child(borders, side, val="single", sz=6, space=0, color=color)
    child(properties, "tblLayout", type="fixed")
    room = child(properties, "tblCellMar")
    for side, twips in margins:
        child(room, side, w=twips, type="dxa")
    grid = child(element, "tblGrid")
    for width in widths:
        child(grid, "gridCol", w=width)
    return element


def row(parent: Element, *, head: bool = False, whole: bool = False, height: int = 0) -> Element:
    """Adds a row to a table: `head` comes again on each page, `whole` stays on one, `height` is its least, in twips."""
    return _put(parent, _row(head, whole, height))


@lru_cache(1 << 6)
def _row(head: bool, whole: bool, height: int) -> Element:
    element = _alone("tr")
    properties = child(element, "trPr")
    if whole:
        child(properties, "cantSplit")
    if height:
        child(properties, "trHeight", val=height, hRule="atLeast")
    if head:
        child(properties, "tblHeader")
    return element


def cell(parent: Element, widths: Sequence[int], fill: str | None = None) -> Element:
    """Adds a cell to a row; it must be given a paragraph.

    Args:
        parent: the row.
        widths: widths of the columns it lies on, in twentieths of a point.
        fill: colour of its ground, six hexadecimal digits.
    """
    return _put(parent, _cell(sum(widths), len(widths), fill))


@lru_cache(1 << 8)
def _cell(width: int, columns: int, fill: str | None) -> Element:
    element = _alone("tc")
    properties = child(element, "tcPr")
    child(properties, "tcW", type="dxa", w=width)
    if columns > 1:
        child(properties, "gridSpan", val=columns)
    if fill:
        child(properties, "shd", val="clear", color="auto", fill=fill)
    return element
