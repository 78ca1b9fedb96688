"""Draws a paper as a Word file: headings, two-column tables of question and answer, right to left for Arabic."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from opengov_local.formats.paper.content import Grid, Line, Lines, Paper, Part, Phrase, Row, Sheet
from opengov_local.formats.paper.direction import Direction, direction, marked_off, open_marks, own_direction
from opengov_local.formats.paper.docx_body import Element, bookmark, cell, link, paragraph, row, run, table
from opengov_local.formats.paper.docx_frame import (
    BANNER_COLOR,
    GAP_COLOR,
    GRID_HEAD_STYLE,
    GRID_STYLE,
    HEAD_COLOR,
    QUIET_COLOR,
    blank,
    to_bytes,
)

_WIDTH: Final = 9865  # between the margins, in twentieths of a point: 174 mm
_LABEL_WIDTH: Final = 3232
_LINK_COLOR: Final = "0B4F8A"
_TINTS: Final = {"form": "EEF2F7", "recalled": "F5F3EE", "own": "F5F3EE"}
_RULES: Final = {"form": "9AA8BA", "recalled": "B5B0A3", "own": "B5B0A3"}
_STYLES: Final = {"plain": "Normal", "item": "List Bullet", "below": "List Continue"}
_KEPT_WHOLE: Final = 1200
"""A row of more letters may break over pages, for it could be longer than one."""


def draw(paper: Paper) -> bytes:
    """Draws a paper as a Word file (Office Open XML); the same paper gives the same bytes."""
    return _Draftsman(paper).draw()


class _Draftsman:
    """Draws one paper as a Word file."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._way = direction(paper.language)
        self._document: Document = blank(paper)
        self._body: Element = self._document.element.body
        self._bookmarks = 0
        self._relations: dict[str, str] = {}
        self._style_ids = {style.name: style.style_id for style in self._document.styles}

    def draw(self) -> bytes:
        """Draws everything and gives the bytes of the file."""
        last = self._body[-1]  # the properties of the page, which stand after everything else
        self._body.remove(last)
        for number, sheet in enumerate(self._paper.sheets):
            self._sheet(sheet, new_page=number > 0)
        self._own(self._body, "Heading 2", self._paper.about_title)
        for notice in (*self._paper.notices, self._paper.footer):
            self._own(self._body, "List Bullet", notice)
        self._body.append(last)
        return to_bytes(self._document)

    def _sheet(self, sheet: Sheet, *, new_page: bool) -> None:
        self._own(self._body, "Subtitle", sheet.kind, new_page=new_page)
        self._bookmarks += 1
        self._line(self._body, "Heading 1", sheet.title, place=sheet.anchor)
        if sheet.subtitle.phrases:
            self._line(self._body, "Subtitle", sheet.subtitle)
        if self._paper.banner:
            self._own(self._body, "Normal", self._paper.banner, color=BANNER_COLOR, bold=True)
        for part in sheet.parts:
            self._part(part)

    def _part(self, part: Part) -> None:
        self._own(self._body, f"Heading {part.level}", part.title, color=None if part.weight == "form" else QUIET_COLOR)
        rows = [block for block in part.blocks if isinstance(block, Row)]
        if rows:
            self._form(part, rows)
        for block in part.blocks:
            if isinstance(block, Grid):
                self._grid(part, block)

    def _form(self, part: Part, rows: Sequence[Row]) -> None:
        widths = (_LABEL_WIDTH, _WIDTH - _LABEL_WIDTH)
        there = table(self._body, widths, self._way, _RULES[part.weight])
        for each in rows:
            line = row(there, whole=_letters(each.lines) <= _KEPT_WHOLE)
            if each.label is not None:
                label = self._label(part, line, widths[:1], each.label)
                if each.note:
                    self._own(label, "Normal", each.note, color=QUIET_COLOR)
            answer = cell(line, widths if each.label is None else widths[1:])
            self._answer(answer, each.lines, quiet=not each.stated)

    def _grid(self, part: Part, grid: Grid) -> None:
        if grid.label:
            self._own(self._body, "Caption", grid.label, keep_next=True)
        widths = [_WIDTH * weight // sum(grid.weights) for weight in grid.weights]
        there = table(self._body, widths, self._way, _RULES[part.weight], narrow=True)
        head = row(there, head=True)
        for number, title in enumerate(grid.head):
            self._label(part, head, widths[number : number + 1], title, small=True)
        for cells in grid.rows:
            line = row(there, whole=sum(map(_letters, cells)) <= _KEPT_WHOLE)
            for number, lines in enumerate(cells):
                end = number + 1 if number + 1 < len(cells) else len(widths)
                self._answer(cell(line, widths[number:end]), lines, small=True)

    def _label(self, part: Part, line: Element, widths: Sequence[int], text: str, *, small: bool = False) -> Element:
        there = cell(line, widths, _TINTS[part.weight])
        color = HEAD_COLOR if part.weight == "form" else None
        self._own(there, GRID_HEAD_STYLE if small else "Normal", text, color=color, bold=True)
        return there

    def _answer(self, there: Element, lines: Lines, *, quiet: bool = False, small: bool = False) -> None:
        for line in lines:
            style = GRID_STYLE if small and line.place == "plain" else _STYLES[line.place]
            self._line(there, style, line, color=QUIET_COLOR if quiet else None)

    def _own(
        self,
        parent: Element,
        style: str,
        text: str,
        *,
        color: str | None = None,
        bold: bool = False,
        new_page: bool = False,
        keep_next: bool = False,
    ) -> None:
        """Adds a paragraph of the form's own words."""
        there = paragraph(parent, self._style_ids[style], self._way, new_page=new_page, keep_next=keep_next)
        run(there, text, self._way, self._paper.language, color=color, bold=bold)

    def _line(
        self, parent: Element, style: str, line: Line, *, color: str | None = None, place: str | None = None
    ) -> None:
        """Adds a line as a paragraph; `place` is the name of a bookmark to be set there."""
        way = direction(line.language, line.text) if line.language else self._way
        there = paragraph(parent, self._style_ids[style], way)
        if place:
            bookmark(there, self._bookmarks, place)
        for phrase in line.phrases:
            self._phrase(there, phrase, way, color)
            if phrase.mark:
                run(there, f" [{phrase.mark}]", self._way, self._paper.language, color=QUIET_COLOR)

    def _phrase(self, parent: Element, phrase: Phrase, around: Direction, color: str | None) -> None:
        """Adds a phrase: in its direction and language, and as a link where it leads somewhere."""
        inner = direction(phrase.language, phrase.text) if phrase.language else own_direction(phrase.text, around)
        words, after = marked_off(phrase.text + open_marks(phrase.text), inner, around)
        language = phrase.language if phrase.data else self._paper.language
        if phrase.href:
            run(self._link(parent, phrase.href), words, inner, language, underlined=True, color=_LINK_COLOR)
        else:
            run(parent, words, inner, language, color=GAP_COLOR if phrase.gap else color, bold=phrase.gap)
        if after:
            run(parent, after, around)

    def _link(self, parent: Element, href: str) -> Element:
        if href.startswith("#"):
            return link(parent, anchor=href[1:])
        relation = self._relations.get(href)
        if relation is None:
            relation = self._relations[href] = f"rIdLink{len(self._relations) + 1}"
            self._document.part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, href, relation, is_external=True)
        return link(parent, relation=relation)


def _letters(lines: Lines) -> int:
    return sum(len(line.text) for line in lines)
