"""Draws a paper as a Word file: headings, two-column tables of question and answer, right to left for Arabic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from opengov_local.formats.paper.columns import Columns
from opengov_local.formats.paper.content import (
    BLANK_LINE,
    Contents,
    Grid,
    Line,
    Lines,
    Paper,
    Part,
    Phrase,
    Prose,
    Row,
    Sheet,
    Signatures,
    runs_of,
)
from opengov_local.formats.paper.direction import Direction, direction, open_marks, own_direction, with_own_marks
from opengov_local.formats.paper.docx_body import (
    PLAIN,
    Alike,
    Element,
    Look,
    Stand,
    bookmark,
    cell,
    field,
    link,
    paragraph,
    row,
    run,
    table,
)
from opengov_local.formats.paper.docx_fitting import (
    form_height,
    grid_height,
    has_words_above,
    height_to_sign,
    is_signed,
    kept_with_next,
    label_width,
    may_break,
    part_height,
    sheet_height,
    tie_of_end,
)
from opengov_local.formats.paper.docx_frame import (
    BANNER_COLOR,
    GAP_COLOR,
    GRID_HEAD_STYLE,
    GRID_STYLE,
    HEAD_COLOR,
    QUIET_COLOR,
    SMALL_LISTS,
    blank,
    to_bytes,
)
from opengov_local.formats.paper.docx_sections import Sections
from opengov_local.formats.paper.stretches import marked_runs
from opengov_local.formats.paper.word_styles import COVER_STYLE

_LINK_COLOR: Final = "0B4F8A"
_ISOLATED: Final = re.compile("\u2068([^\u2066-\u2069]*)\u2069")
"""What messages keep apart by signs that older programs do not know; LibreOffice draws words over each other there."""
_TINTS: Final = {"form": "EEF2F7", "recalled": "F5F3EE", "own": "F5F3EE"}
_RULES: Final = {"form": "9AA8BA", "recalled": "B5B0A3", "own": "B5B0A3"}
_STYLES: Final = {"plain": "Normal", "item": "List Bullet", "below": "List Continue"}
_SMALL_STYLES: Final = {
    place: GRID_STYLE if place == "plain" else SMALL_LISTS[style] for place, style in _STYLES.items()
}
_ABOVE_TITLE: Final = 3402
_ABOVE_ABOUT: Final = 3969
"""Room above the words of a cover and the notices on it, in twentieths of a point: 60 and 70 mm."""
_ABOVE_SHEET: Final = 680
"""Room above a sheet that stands below another on its page, in twentieths of a point: 12 mm."""
_SMALL_PRINT: Final = 15
"""Size of what stands for reference only, in half points."""
_KEPT_WHOLE: Final = 26
"""A sheet of no more lines that stands below another moves to the next page as a whole."""


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
        last = self._body[-1]  # the properties of the page, which stand after everything else
        self._body.remove(last)
        self._sections = Sections(self._body, last)
        self._columns = Columns(paper)
        self._bookmarks = 0
        self._together = False
        self._label_width = 0
        self._alike = Alike()
        self._relations: dict[str, str] = {}
        self._style_ids = {style.name: style.style_id for style in self._document.styles}

    def draw(self) -> bytes:
        """Draws everything and gives the bytes of the file."""
        last = 0 if self._paper.sheets[0].layout == "cover" else len(self._paper.sheets) - 1
        for number, sheet in enumerate(self._paper.sheets):
            same, ends = self._sections.turn(sheet.layout), number == last
            self._sheet(sheet, new_page=same and sheet.new_page, below=same and not sheet.new_page, ends=ends)
            if ends:
                self._about()
        self._sections.close()
        return to_bytes(self._document)

    def _about(self) -> None:
        """Adds what to know about the document, on its cover, else at its end, beside the words below each page."""
        cover = self._paper.sheets[0].layout == "cover"
        self._own(self._body, "Heading 2", self._paper.about_title, stand=Stand(above=_ABOVE_ABOUT if cover else 0))
        for fault in self._paper.faults:
            self._own(self._body, SMALL_LISTS["List Bullet"], fault.title, stand=Stand(keep_next=True))
            for item in fault.items:
                self._own(self._body, SMALL_LISTS["List Continue"], f"– {item}", stand=Stand(keep_next=True))
        notices = self._paper.notices or (self._paper.footer,)
        for number, notice in enumerate(notices, start=1):
            self._own(self._body, SMALL_LISTS["List Bullet"], notice, stand=Stand(keep_next=number < len(notices)))

    def _sheet(self, sheet: Sheet, *, new_page: bool, below: bool, ends: bool) -> None:
        cover = sheet.layout == "cover"
        if cover:
            self._own(self._body, "Normal", "", stand=Stand(new_page=new_page, above=_ABOVE_TITLE))
            if sheet.subtitle.phrases:
                self._line(self._body, COVER_STYLE, sheet.subtitle, centred=True)
        stand = Stand(new_page and not cover, keep_next=True, centred=cover, above=_ABOVE_SHEET if below else 0)
        self._own(self._body, "Subtitle", sheet.kind, stand=stand)
        self._line(self._body, "Title" if cover else "Heading 1", sheet.title, place=sheet.anchor, centred=cover)
        with self._kept(bool(sheet.parts)):
            if sheet.subtitle.phrases and not cover:
                self._line(self._body, "Subtitle", sheet.subtitle)
            for line in sheet.lines:
                self._line(self._body, "Normal", line, centred=cover)
            if (banner := self._paper.banner) and sheet is self._paper.sheets[0]:  # every page says it at its head
                self._own(self._body, "Normal", banner, color=BANNER_COLOR, bold=True, stand=Stand(centred=cover))
        rows = [block for part in sheet.parts for block in part.blocks if isinstance(block, Row)]
        self._label_width = label_width(rows, self._sections.width)
        whole = below and sheet_height(sheet, self._label_width, self._sections.width) <= _KEPT_WHOLE
        tie = tie_of_end([part_height(part, self._label_width, self._sections.width) for part in sheet.parts])
        for number, part in enumerate(sheet.parts, start=1):
            tied = tie if number == len(sheet.parts) - 1 else "rows" if ends and number == len(sheet.parts) else ""
            with self._kept((whole and number < len(sheet.parts)) or tied == "whole"):
                self._part(part, tied=bool(tied) or any(map(is_signed, sheet.parts[number : number + 1])))

    def _part(self, part: Part, *, tied: bool) -> None:
        """Adds a part; the last row of one that is tied stays on one page with the signatures or few lines below."""
        color = None if part.weight == "form" else QUIET_COLOR
        heading = part.heading or Line((Phrase(part.title),))
        self._line(self._body, f"Heading {part.level}", heading, color=color, place=part.anchor)
        runs, above = runs_of(part.blocks), self._together
        for number, blocks in enumerate(runs, start=1):
            last = number == len(runs)
            self._together = above or (part.together and not last)
            if number > 1 and not has_words_above(blocks[0]):
                stand = Stand(keep_next=True, thin=True)
                self._own(self._body, "Normal", "", stand=stand)  # two tables without words between them would be one
            for block in blocks[:1]:
                if isinstance(block, Row):
                    self._form(part, [each for each in blocks if isinstance(each, Row)], tied=tied and last)
                elif isinstance(block, Grid):
                    self._grid(part, block, tied=tied and last)
                elif isinstance(block, Prose):
                    self._answer(self._body, block.lines)
                elif isinstance(block, Contents):
                    self._contents(block)
                else:
                    self._signatures(part, block, tied=tied and last)
        self._together = above

    def _contents(self, contents: Contents) -> None:
        """Adds a table of contents: links, with the numbers of pages as fields that the reader's program fills in."""
        for entry in contents.entries:
            way = direction(entry.line.language, entry.line.text) if entry.line.language else self._way
            there = paragraph(self._body, self._style_ids[f"toc {entry.level}"], way)
            leads = link(there, anchor=entry.anchor)
            for phrase in entry.line.phrases:
                self._phrase(leads, phrase, way, None)
            run(leads, "\t", way)
            field(leads, rf"PAGEREF {entry.anchor} \h", way)

    def _signatures(self, part: Part, signatures: Signatures, *, tied: bool) -> None:
        """Adds boxes for signatures on one page, two side by side; one that is left has the whole width."""
        count = len(signatures.boxes)
        columns = min(2, count)
        widths = [self._sections.width // columns] * columns
        there = table(self._body, widths, self._way, _RULES[part.weight])
        for number, box in enumerate(signatures.boxes):
            first, last = not number % columns, number + 1 == count
            if first:
                height = height_to_sign(signatures.boxes[number : number + columns])
                line = row(there, whole=not tied, height=height)
            inside = cell(line, widths if first and last else widths[:1])
            with self._kept(tied or number // columns < (count - 1) // columns):
                self._own(inside, "Normal", box.title, bold=True)
                if box.whose.phrases:
                    self._line(inside, "Normal", box.whose)
                for blank_space in box.blanks:
                    self._own(inside, "Normal", blank_space)

    def _form(self, part: Part, rows: Sequence[Row], *, tied: bool) -> None:
        width = self._sections.width
        widths = (self._label_width, width - self._label_width)
        there = table(self._body, widths, self._way, _RULES[part.weight])
        heights = [form_height(each, self._label_width, width) for each in rows]
        for each, lines, kept in zip(rows, heights, kept_with_next(heights), strict=True):
            with self._kept(kept or (tied and each is rows[-1])):
                # LibreOffice keeps a table of one row with what follows only where the row may break
                line = row(there, whole=not may_break(lines) and not (self._together and len(rows) == 1))
                if each.label is not None:
                    label = self._label(part, line, widths[:1], each.label)
                    if each.note:
                        self._own(label, "Normal", each.note, color=QUIET_COLOR)
                self._cell(line, widths[each.label is not None :], each.lines, quiet=not each.stated, small=False)

    def _grid(self, part: Part, grid: Grid, *, tied: bool) -> None:
        if grid.label:
            self._own(self._body, "Caption", grid.label, stand=Stand(keep_next=True))
        widths = self._columns.widths(grid, self._sections.width)
        there = table(self._body, widths, self._way, _RULES[part.weight], narrow=True)
        with self._kept(True):
            head = row(there, head=True)
            for number, title in enumerate(grid.head):
                self._label(part, head, widths[number : number + 1], title, small=True)
        heights = [grid_height(cells, widths) for cells in grid.rows]
        for cells, lines, kept in zip(grid.rows, heights, kept_with_next(heights), strict=True):
            with self._kept(kept or (tied and cells is grid.rows[-1])):
                line = row(there, whole=not may_break(lines))
                for number, each in enumerate(cells):
                    end = number + 1 if number + 1 < len(cells) else len(widths)
                    self._cell(line, widths[number:end], each, quiet=False, small=True)

    @contextmanager
    def _kept(self, together: bool) -> Iterator[None]:
        """Keeps what is added on one page with what follows it, where that is wanted; it may be so already."""
        before, self._together = self._together, self._together or together
        yield
        self._together = before

    def _label(self, part: Part, line: Element, widths: Sequence[int], text: str, *, small: bool = False) -> Element:
        def made() -> Element:
            there = cell(line, widths, _TINTS[part.weight])
            color = HEAD_COLOR if part.weight == "form" else None
            self._own(there, GRID_HEAD_STYLE if small else "Normal", text, color=color, bold=True)
            return there

        return self._alike.put(line, made, sum(widths), part.weight, text, small, self._together)

    def _cell(self, line: Element, widths: Sequence[int], lines: Lines, *, quiet: bool, small: bool) -> None:
        def made() -> Element:
            there = cell(line, widths)
            self._answer(there, lines, quiet=quiet, small=small)
            return there

        self._alike.put(line, made, sum(widths), len(widths), lines, quiet, small, self._together)

    def _answer(self, there: Element, lines: Lines, *, quiet: bool = False, small: bool = False) -> None:
        for line in lines:
            style = _SMALL_STYLES[line.place] if small else _STYLES[line.place]
            self._line(there, style, line, color=QUIET_COLOR if quiet else None)

    def _own(
        self,
        parent: Element,
        style: str,
        text: str,
        *,
        color: str | None = None,
        bold: bool = False,
        stand: Stand = PLAIN,
    ) -> None:
        """Adds a paragraph of the form's own words; what in them stands between isolates has runs of its own."""
        stand = replace(stand, keep_next=stand.keep_next or self._together)
        there = paragraph(parent, self._style_ids[style], self._way, stand)
        for number, words in enumerate(_ISOLATED.split(text)):
            runs, after = [(words, self._way)], ""
            if number % 2:
                runs, after = marked_runs(words, own_direction(words, self._way), self._way)
            for each, way in (*runs, (after, self._way)):
                if each:
                    run(there, each, way, self._paper.language if way == self._way else None, Look(bold, color=color))

    def _line(
        self,
        parent: Element,
        style: str,
        line: Line,
        *,
        color: str | None = None,
        place: str = "",
        centred: bool = False,
    ) -> None:
        """Adds a line as a paragraph; `place` is the name of a bookmark to be set there."""
        way = direction(line.language, line.text) if line.language else self._way
        stand = Stand(keep_next=self._together, centred=centred, thin=line.text == BLANK_LINE)
        there = paragraph(parent, self._style_ids[style], way, stand)
        if place:
            self._bookmarks += 1
            bookmark(there, self._bookmarks, place)
        for phrase in line.phrases:
            self._phrase(there, phrase, way, color)
            if phrase.mark:
                run(there, f" [{phrase.mark}]", self._way, self._paper.language, Look(color=QUIET_COLOR))

    def _phrase(self, parent: Element, phrase: Phrase, around: Direction, color: str | None) -> None:
        """Adds a phrase: in its direction and language, and as a link where it leads somewhere."""
        inner = direction(phrase.language, phrase.text) if phrase.language else own_direction(phrase.text, around)
        language = phrase.language if phrase.data else self._paper.language
        size = _SMALL_PRINT if phrase.small else 0
        if phrase.href:
            there = self._link(parent, phrase.href)
            look = Look(underlined=True, color=_LINK_COLOR, half_points=size)
        else:
            there = parent
            tint = GAP_COLOR if phrase.gap else QUIET_COLOR if phrase.small else color
            look = Look(phrase.gap, color=tint, half_points=size)
        runs, after = marked_runs(with_own_marks(phrase.text) + open_marks(phrase.text), inner, around)
        for words, way in runs:
            run(there, words, way, language if way == inner else None, look)
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
