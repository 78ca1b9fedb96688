"""The OGP Local form as a Word file: headings, two-column tables of question and answer, right to left for Arabic."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from opengov_local.formats.ogp_local.direction import direction, first_strong, open_marks
from opengov_local.formats.ogp_local.docx_direction import set_paragraph, set_run, set_table
from opengov_local.formats.ogp_local.docx_frame import (
    BANNER_COLOR,
    GRID_STYLE,
    HEAD_COLOR,
    QUIET_COLOR,
    blank,
    to_bytes,
)
from opengov_local.formats.ogp_local.form import Grid, Line, Lines, Paper, Part, Phrase, Row, Sheet
from opengov_local.formats.ogp_local.paper import compose
from opengov_local.formats.written import Written
from opengov_local.model.package import Package

_WIDTH: Final = 174  # millimetres between the margins
_LABEL_WIDTH: Final = 57
_LINK_COLOR: Final = "0B4F8A"
_TINTS: Final = {"form": "EEF2F7", "recalled": "F5F3EE", "own": "F5F3EE"}
_RULES: Final = {"form": "9AA8BA", "recalled": "B5B0A3", "own": "B5B0A3"}
_STYLES: Final = {"plain": "Normal", "item": "List Bullet", "below": "List Continue"}
_KEEPS_ITS_END: Final = {"rtl": "\u200e", "ltr": "\u200f"}
"""Direction of the paragraph → the mark after words of the other direction, so that their full stop stays theirs."""
_KEPT_WHOLE: Final = 1200
"""A row of more letters may break over pages, for it could be longer than one."""


def write(package: Package, *, language: str = "fr", with_contacts: bool = False, plan: str | None = None) -> Written:
    """Writes the forms of a package as a Word file (Office Open XML); the same package gives the same bytes.

    Args:
        package: the package.
        language: language of the form: en, fr or ar.
        with_contacts: whether private persons and contact details are written too.
        plan: id of the one plan that is wanted; None for all.

    Returns:
        The file, and what was left out, replaced or shown in another language.

    Raises:
        TargetError: the form is not there in this language, or the package has no such plan.
    """
    paper, findings = compose(package, language=language, with_contacts=with_contacts, plan=plan)
    return Written(_Draftsman(paper).draw(), findings)


class _Draftsman:
    """Draws one paper as a Word file."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._way = direction(paper.language)
        self._document: Document = blank(paper)
        self._bookmarks = 0
        self._style_ids = {style.name: style.style_id for style in self._document.styles}

    def draw(self) -> bytes:
        """Draws everything and gives the bytes of the file."""
        for number, sheet in enumerate(self._paper.sheets):
            self._sheet(sheet, new_page=number > 0)
        self._own("Heading 2", self._paper.about_title)
        for notice in (*self._paper.notices, self._paper.footer):
            self._own("List Bullet", notice)
        return to_bytes(self._document)

    def _sheet(self, sheet: Sheet, *, new_page: bool) -> None:
        first = self._own("Subtitle", sheet.kind)
        first.paragraph_format.page_break_before = new_page
        title = self._document.add_paragraph(style="Heading 1")
        self._bookmark(title, sheet.anchor)
        self._fill(title, sheet.title)
        if sheet.subtitle.phrases:
            self._fill(self._document.add_paragraph(style="Subtitle"), sheet.subtitle)
        if self._paper.banner:
            self._own("Normal", self._paper.banner, color=BANNER_COLOR, bold=True)
        for part in sheet.parts:
            self._part(part)

    def _part(self, part: Part) -> None:
        color = None if part.weight == "form" else QUIET_COLOR
        self._own(f"Heading {part.level}", part.title, color=color)
        rows = [block for block in part.blocks if isinstance(block, Row)]
        if rows:
            self._form(part, rows)
        for block in part.blocks:
            if isinstance(block, Grid):
                self._grid(part, block)

    def _form(self, part: Part, rows: Sequence[Row]) -> None:
        table = self._table(part, len(rows), (_LABEL_WIDTH, _WIDTH - _LABEL_WIDTH))
        for row, line in zip(rows, table.rows, strict=True):
            label, answer = line.cells
            self._label(part, label, row.label)
            if row.note:
                note = label.add_paragraph()
                self._run(note, Phrase(row.note), color=QUIET_COLOR)
                set_paragraph(note, self._way)
            self._answer(answer, row.lines, quiet=not row.stated)
            _keep(line, row.lines)

    def _grid(self, part: Part, grid: Grid) -> None:
        if grid.label:
            self._own("Caption", grid.label).paragraph_format.keep_with_next = True
        widths = [_WIDTH * weight / sum(grid.weights) for weight in grid.weights]
        table = self._table(part, len(grid.rows) + 1, widths)
        head, *body = table.rows
        for title, cell in zip(grid.head, head.cells, strict=True):
            self._label(part, cell, title, small=True)
        head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for lines, row in zip(grid.rows, body, strict=True):
            for cell_lines, cell in zip(lines, row.cells, strict=True):
                self._answer(cell, cell_lines, small=True)
            _keep(row, tuple(line for cell_lines in lines for line in cell_lines))

    def _table(self, part: Part, rows: int, widths: Sequence[float]) -> Table:
        table: Table = self._document.add_table(rows, len(widths))
        table.autofit = False
        set_table(table, self._way)
        _borders(table, _RULES[part.weight])
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Mm(width)
        return table

    def _label(self, part: Part, cell: _Cell, text: str, *, small: bool = False) -> None:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", _TINTS[part.weight])):
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)
        paragraph = cell.paragraphs[0]
        if small:
            self._style(paragraph, GRID_STYLE)
        self._run(paragraph, Phrase(text), color=HEAD_COLOR if part.weight == "form" else None, bold=True)
        set_paragraph(paragraph, self._way)

    def _answer(self, cell: _Cell, lines: Lines, *, quiet: bool = False, small: bool = False) -> None:
        for number, line in enumerate(lines):
            paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
            plain = small and line.place == "plain"
            self._style(paragraph, GRID_STYLE if plain else _STYLES[line.place])
            self._fill(paragraph, line, color=QUIET_COLOR if quiet else None)

    def _own(self, style: str, text: str, *, color: str | None = None, bold: bool = False) -> Paragraph:
        """Adds a paragraph of the form's own words."""
        paragraph = self._document.add_paragraph(style=style)
        self._run(paragraph, Phrase(text), color=color, bold=bold)
        set_paragraph(paragraph, self._way)
        return paragraph

    def _style(self, paragraph: Paragraph, name: str) -> None:
        """Sets a style by its id: `paragraph.style` searches all styles each time, which is most of the work."""
        paragraph._p.style = self._style_ids[name]

    def _fill(self, paragraph: Paragraph, line: Line, color: str | None = None) -> None:
        way = direction(line.language, line.text) if line.language else self._way
        set_paragraph(paragraph, way)
        for phrase in line.phrases:
            self._run(paragraph, phrase, color=color)
            if phrase.language and direction(phrase.language, phrase.text) != way:
                self._run(paragraph, Phrase(_KEEPS_ITS_END[way], data=True))
            if phrase.mark:
                self._run(paragraph, Phrase(f" [{phrase.mark}]"), color=QUIET_COLOR)

    def _run(self, paragraph: Paragraph, phrase: Phrase, *, color: str | None = None, bold: bool = False) -> None:
        """Adds the run of a phrase: in its direction and language, and as a link where it leads somewhere."""
        run = paragraph.add_run(phrase.text + open_marks(phrase.text))
        if bold:
            run.bold = True
            run.font.cs_bold = True
        if phrase.href:
            color = _LINK_COLOR
            run.font.underline = True
        if color:
            run.font.color.rgb = RGBColor.from_string(color)
        if phrase.language:
            way = direction(phrase.language, phrase.text)
        else:
            way = first_strong(phrase.text) if phrase.data else self._way
        set_run(run, way, phrase.language if phrase.data else self._paper.language)
        if phrase.href:
            link = self._link(phrase.href)
            link.append(run._r)
            paragraph._p.append(link)

    def _link(self, href: str) -> BaseOxmlElement:
        link: BaseOxmlElement = OxmlElement("w:hyperlink")
        if href.startswith("#"):
            link.set(qn("w:anchor"), href[1:])
        else:
            link.set(qn("r:id"), self._document.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        return link

    def _bookmark(self, paragraph: Paragraph, name: str) -> None:
        self._bookmarks += 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = OxmlElement(tag)
            mark.set(qn("w:id"), str(self._bookmarks))
            if tag == "w:bookmarkStart":
                mark.set(qn("w:name"), name)
            paragraph._p.append(mark)


def _keep(row: _Row, lines: Lines) -> None:
    """Keeps a row on one page, unless it may be longer than that."""
    if sum(len(line.text) for line in lines) <= _KEPT_WHOLE:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _borders(table: Table, color: str) -> None:
    """Draws the lines of a table and gives its cells some room."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", color)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties = table._tbl.tblPr
    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), "108")
    indent.set(qn("w:type"), "dxa")
    properties.insert_element_before(indent, "w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    margins = OxmlElement("w:tblCellMar")
    for side, twips in (("top", "60"), ("left", "108"), ("bottom", "40"), ("right", "108")):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), twips)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.insert_element_before(margins, "w:tblLook")
