"""Direction in Word files: styles, and what stands on every page, from right to left, with complex-script fonts."""

from __future__ import annotations

from typing import Final

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from opengov_local.formats.paper.direction import Direction

# Found on the desks of councils; a reader without them takes others that hold the same letters.
LATIN_FONT: Final = "Calibri"
ARABIC_FONT: Final = "Arial"
TIFINAGH_FONT: Final = "Ebrima"
_TIFINAGH: Final = frozenset(map(chr, range(0x2D30, 0x2D80)))

# Order of the children that stand here, as the schema of WordprocessingML wants it (ECMA-376, EG_RPrBase).
_RUN_ORDER: Final = (
    "w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:spacing", "w:kern", "w:sz", "w:szCs",
    "w:u", "w:rtl", "w:cs", "w:lang",
)  # fmt: skip


def is_tifinagh(text: str) -> bool:
    """Tells whether a text has a letter of Tifinagh, which the fonts of the styles lack."""
    return not (text.isascii() or _TIFINAGH.isdisjoint(text))


def set_paragraph(paragraph: Paragraph, direction: Direction) -> None:
    """Sets the direction of a paragraph; without an alignment of its own it then starts at its own side.

    `w:jc` stays away on purpose: in a paragraph from right to left Word reads "right" as the end, which is left.
    """
    properties = paragraph._p.get_or_add_pPr()
    for old in properties.findall(qn("w:bidi")):
        properties.remove(old)
    mark = OxmlElement("w:bidi")
    mark.set(qn("w:val"), "1" if direction == "rtl" else "0")
    properties.insert_element_before(
        mark, "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",  # type: ignore[arg-type]
        "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:outlineLvl", "w:rPr", "w:sectPr",
    )  # fmt: skip


def set_run(run: Run, direction: Direction, language: str) -> None:
    """Sets direction and language of a run."""
    properties = run._r.get_or_add_rPr()
    if direction == "rtl":
        _put(properties, "w:rtl")
    _put(properties, "w:lang", **{"w:bidi" if direction == "rtl" else "w:val": language})
    _sort(properties)


def set_style(
    style: ParagraphStyle, points: float, *, bold: bool = False, italic: bool = False, color: str = "1B1B1B"
) -> None:
    """Sets font, size, weight and colour of a style, for Latin and for complex scripts alike."""
    font = style.font
    font.size, font.bold, font.italic, font.color.rgb = Pt(points), bold, italic, RGBColor.from_string(color)
    properties = style.element.get_or_add_rPr()
    _fonts(properties, LATIN_FONT, ARABIC_FONT)
    for spacing in properties.findall(qn("w:spacing")):
        properties.remove(spacing)  # letters of Arabic words must not stand apart
    _put(properties, "w:szCs", **{"w:val": str(round(points * 2))})
    _put(properties, "w:bCs", **{"w:val": "1" if bold else "0"})
    _put(properties, "w:iCs", **{"w:val": "0"})  # Arabic has no italics
    _sort(properties)


def set_style_language(style: ParagraphStyle, latin: str, complex_script: str) -> None:
    """Sets the languages that a style is spelled in."""
    properties = style.element.get_or_add_rPr()
    _put(properties, "w:lang", **{"w:val": latin, "w:bidi": complex_script})
    _sort(properties)


def _fonts(properties: BaseOxmlElement, latin: str, complex_script: str) -> None:
    names = {"w:ascii": latin, "w:hAnsi": latin, "w:eastAsia": latin, "w:cs": complex_script}
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    _put(properties, "w:rFonts", **names)


def _put(properties: BaseOxmlElement, tag: str, **attributes: str) -> None:
    for old in properties.findall(qn(tag)):
        properties.remove(old)
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(name), value)
    properties.append(element)  # type: ignore[arg-type]


def _sort(properties: BaseOxmlElement) -> None:
    """Puts the children into the order of the schema; any other stays first."""
    order = {qn(tag): number for number, tag in enumerate(_RUN_ORDER)}
    properties[:] = sorted(properties, key=lambda child: order.get(child.tag, -1))  # type: ignore[arg-type]
