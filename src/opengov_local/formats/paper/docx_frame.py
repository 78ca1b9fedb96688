"""The frame of the Word form: page, styles, header and footer, properties, and bytes that are always the same."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from functools import cache
from typing import Final

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.section import _Footer
from docx.shared import Mm, Pt, Twips
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from opengov_local.formats.paper.content import Paper
from opengov_local.formats.paper.direction import Direction, direction
from opengov_local.formats.paper.docx_direction import set_paragraph, set_run, set_style, set_style_language
from opengov_local.formats.paper.docx_sections import TALL_WIDTH
from opengov_local.formats.paper.docx_template import empty
from opengov_local.formats.paper.word_styles import COVER_STYLE

HEAD_COLOR: Final = "17365D"
QUIET_COLOR: Final = "555555"
BANNER_COLOR: Final = "8A1C1C"
GAP_COLOR: Final = "8A1C1C"
GRID_STYLE: Final = "Body Text 3"
"""The style of the cells of tables with several columns."""
GRID_HEAD_STYLE: Final = "Body Text 2"
"""The style of the titles of their columns, which are narrow."""
_PROPERTY_LENGTH: Final = 255
"""What a property may hold at most (python-docx refuses more); the whole title stands in the document."""
_ZIP_TIME: Final = (1980, 1, 1, 0, 0, 0)
_LATIN_LANGUAGE: Final = {"en": "en-GB", "fr": "fr-FR", "ar": "fr-FR"}
_ARABIC_LANGUAGE: Final = "ar-MA"
SMALL_LISTS: Final = {"List Bullet": "List Bullet Small", "List Continue": "List Continue Small"}
"""Styles of lists, and the styles of the same in the cells of tables with several columns."""
_CONTENTS: Final = ("toc 1", "toc 2", "toc 3")
"""The styles of the lines of the table of contents, as Word names them."""
_INDENT: Final = Mm(6)
_LIST_INDENTS: Final = {"List Bullet": (Mm(6), Mm(4.5)), "List Continue": (Mm(6), Mm(0))}
"""Style → how far its words stand from the edge, and how far before them its bullet: never on the line of a cell."""
_SMALL_INDENT: Final[dict[Direction, Mm]] = {"ltr": Mm(4), "rtl": Mm(5.5)}
"""The same in narrow cells; from right to left LibreOffice draws a bullet nearer to the edge than its place is."""
_SMALL_HANGING: Final = Mm(3.5)
_LINE_SPACING: Final = 1.05
_BELOW_HEADER: Final = Pt(6)
"""Parts a header that takes two lines from the text, which then begins right below it."""
# Style → points, bold, italic, colour, space before and after in points.
_STYLES: Final[dict[str, tuple[float, bool, bool, str, float, float]]] = {
    "Normal": (10, False, False, "1B1B1B", 0, 3),
    "Heading 1": (17, True, False, HEAD_COLOR, 0, 3),
    "Heading 2": (12.5, True, False, HEAD_COLOR, 8, 3),
    "Heading 3": (11.5, True, False, HEAD_COLOR, 10, 4),
    COVER_STYLE: (16, True, False, QUIET_COLOR, 0, 10),
    "Title": (26, True, False, HEAD_COLOR, 18, 12),
    "Subtitle": (10.5, False, False, QUIET_COLOR, 0, 5),
    "Body Text 2": (8, False, False, HEAD_COLOR, 0, 2),
    "Body Text 3": (9, False, False, "1B1B1B", 0, 1),
    "Caption": (10, True, False, HEAD_COLOR, 10, 4),
    "List Bullet": (10, False, False, "1B1B1B", 0, 2),
    "List Continue": (10, False, False, "1B1B1B", 0, 2),
    "Header": (9, True, False, BANNER_COLOR, 0, 0),
    "Footer": (8, False, False, "444444", 0, 0),
}


def blank(paper: Paper) -> Document:
    """Makes a document with page, styles, header, footer and properties, and nothing in it yet."""
    document = docx.Document(io.BytesIO(_styled(paper.language)))
    _page(document, paper, direction(paper.language))
    _properties(document, paper)
    return document


@cache
def _styled(language: str) -> bytes:
    """Makes the empty document of a language with its styles, which is the same for every paper."""
    document = empty()
    way = direction(language)
    for name, (points, bold, italic, color, before, after) in _STYLES.items():
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        set_style(style, points, bold=bold, italic=italic, color=color)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        if name == GRID_HEAD_STYLE:
            style.paragraph_format.line_spacing = 1.0  # its own is double
        for border in style.element.iter(qn("w:pBdr")):
            border.getparent().remove(border)
        if name in _LIST_INDENTS:
            left, hanging = _LIST_INDENTS[name]
            style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = left, -hanging
        if name == "Normal":
            style.paragraph_format.line_spacing = _LINE_SPACING
            set_style_language(style, _LATIN_LANGUAGE[language], _ARABIC_LANGUAGE)
    for large, small in SMALL_LISTS.items():
        _small_list(document, large, small, way)
    for level, name in enumerate(_CONTENTS):
        _contents_style(document, name, level)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _small_list(document: Document, large: str, small: str, way: Direction) -> None:
    """Makes a style for lists in narrow cells: smaller, and nearer to the edge."""
    style = document.styles.add_style(small, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles[large]
    set_style(style, _STYLES[GRID_STYLE][0])
    form = style.paragraph_format
    form.left_indent, form.space_after = _SMALL_INDENT[way], Pt(2)
    if large == "List Bullet":
        form.first_line_indent = -_SMALL_HANGING


def _contents_style(document: Document, name: str, level: int) -> None:
    """Makes a style for lines of the table of contents: dots lead to the number of the page."""
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    style.base_style = document.styles["Normal"]
    set_style(style, 10, bold=level == 0)
    form = style.paragraph_format
    form.left_indent, form.space_before, form.space_after = _INDENT * level, Pt(4 - 2 * bool(level)), Pt(2)
    form.tab_stops.add_tab_stop(Twips(TALL_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _page(document: Document, paper: Paper, way: Direction) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(18), Mm(16)
    section.header_distance = section.footer_distance = Mm(9)
    if way == "rtl":
        section._sectPr.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid")  # type: ignore[arg-type]
    header = section.header.paragraphs[0]
    _words(header, paper.banner or "", paper.language, way)
    header.paragraph_format.space_after = _BELOW_HEADER
    _footer(section.footer, paper, way)
    if paper.banner:  # the first page says it below its title
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].paragraph_format.space_after = _BELOW_HEADER
        _footer(section.first_page_footer, paper, way)


def _footer(footer: _Footer, paper: Paper, way: Direction) -> None:
    """Writes what each page says at its foot, and its number."""
    _words(footer.paragraphs[0], paper.footer, paper.language, way)
    numbers, rest = footer.add_paragraph(style="Footer"), paper.page
    for place, instruction in (("{page}", "PAGE"), ("{pages}", "NUMPAGES")):
        before, rest = rest.split(place)
        _words(numbers, before, paper.language, way)
        _field(numbers, instruction)
    _words(numbers, rest, paper.language, way)


def _words(paragraph: Paragraph, text: str, language: str, way: Direction) -> None:
    set_paragraph(paragraph, way)
    if text:
        set_run(paragraph.add_run(text), way, language)


def _field(paragraph: Paragraph, instruction: str) -> None:
    """Adds a field that the reader's program fills in, such as the number of the page."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = paragraph.add_run("1")
    field.append(run._r)
    paragraph._p.append(field)  # type: ignore[arg-type]


def _properties(document: Document, paper: Paper) -> None:
    """Sets title, language and dates; the dates are those of the data, for the same data gives the same bytes."""
    core = document.core_properties
    core.title, core.language = paper.title[:_PROPERTY_LENGTH], paper.language
    core.author, core.comments, core.keywords = "opengov_local", paper.footer, paper.subject
    moment = datetime.fromisoformat(paper.published) if paper.published else None
    element = core._element
    for tag in ("dcterms:created", "dcterms:modified"):
        for old in element.findall(qn(tag)):
            element.remove(old)
    if moment is not None:
        core.created = core.modified = moment


def to_bytes(document: Document) -> bytes:
    """Gives the file; its inner files bear no clock time."""
    raw, fixed = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return fixed.getvalue()
