"""A saved web page as what Word files are made of: headings, paragraphs, lists, and tables with their cells."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Final

from opengov_local.account import Piece, Place
from opengov_local.formats.word.docx.blocks import Cell, Content, Hanging, Link, Paragraph, Table, is_blank
from opengov_local.formats.word.docx.layout_tables import layout_tables

_BLOCKS: Final = frozenset(
    """address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section select summary ul""".split()  # noqa: SIM905
)
_UNSEEN: Final = frozenset(("head", "script", "style", "template", "noscript", "svg", "iframe", "object"))
_FRAME: Final = frozenset(("nav", "footer", "aside", "form", "button", "select"))
_VOID: Final = frozenset(("br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))
_BOLD: Final = frozenset(("b", "strong", "u", "th"))
_STRUCK: Final = frozenset(("s", "strike", "del"))
_LISTS: Final = frozenset(("ul", "ol"))
_OF_TABLES: Final = frozenset(("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"))
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_DEEPEST: Final = 300
_DEEPEST_TABLES: Final = 20
_MOST_COLUMNS: Final = 100
_MOST_ROWS: Final = 1000
_SPACES = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r" ?\n ?")
# What html.parser needs quadratic time for is taken out first: comments, and signs that begin no whole tag.
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NO_TAG = re.compile(r"<(?!/?[a-z][^<>]*>|!doctype[^<>]*>)", re.IGNORECASE)


def content_of_page(text: str) -> Content:
    """Gives what a saved page holds; navigation, forms and the foot of the page stand beside the text."""
    tags = _NO_TAG.sub("&lt;", _COMMENT.sub("", text))
    page = _Page(layout_tables(tags))
    page.feed(tags)
    page.close()
    page.end()
    return page.content


@dataclass(slots=True)
class _Grid:
    """A table while it is read: its number, and where rows, columns and cells from above stand."""

    number: int
    rows: list[list[Cell]] = field(default_factory=list)
    below: dict[int, int] = field(default_factory=dict)
    spans: tuple[int, int] = (1, 1)
    open: bool = False
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def begin_row(self) -> None:
        self.end_cell()
        self.rows.append([])
        self.below = {column: rows - 1 for column, rows in self.below.items() if rows > 1}

    def begin_cell(self, width: int, height: int) -> None:
        self.end_cell()
        if not self.rows:
            self.begin_row()
        self.open, self.spans = True, (width, height)

    def end_cell(self) -> None:
        """Puts the cell that is open, on the first column that no cell from above covers."""
        if not self.open:
            return
        width, height = self.spans
        row = self.rows[-1]
        column = row[-1].column + row[-1].width if row else 1
        while column in self.below:
            column += 1
        self.below |= dict.fromkeys(range(column, column + width), height) if height > 1 else {}
        place = Place("cell", self.number, len(self.rows), column)
        words = "\n".join(each.text for each in self.paragraphs)
        struck = bool(self.paragraphs) and all(each.struck for each in self.paragraphs)
        row.append(Cell(Piece(place, words), len(self.rows), column, width, height, tuple(self.paragraphs),
                        tuple(self.tables), struck=struck))  # fmt: skip
        self.open, self.paragraphs, self.tables = False, [], []

    def table(self) -> Table:
        self.end_cell()
        width = max((cell.column + cell.width - 1 for row in self.rows for cell in row), default=0)
        return Table(self.number, tuple(map(tuple, self.rows)), width)


class _Page(HTMLParser):
    """Collects the blocks of a page."""

    def __init__(self, layout: Set[int]) -> None:
        super().__init__(convert_charrefs=True)
        self.content = Content()
        self._layout = layout
        self._of_layout: list[bool] = []
        self._open: list[str] = []
        self._words: list[tuple[str, bool, bool]] = []
        self._links: list[Link] = []
        self._address = ""
        self._grids: list[_Grid] = []
        self._paragraphs = self._tables = self._too_deep = self._seen = 0
        self._is_item = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = self._begun(tag)
        if tag in _BLOCKS or tag in ("table", "tr", "td", "th"):
            self._end_paragraph()
        said = dict(attrs)
        if tag == "br":
            self._words.append(("\n", False, False))
        elif tag == "li":
            self._is_item = True
        elif tag == "img":
            self.content.pictures += 1
        elif tag == "a":
            self._address = said.get("href") or ""
        elif tag == "table":
            self._begin_table()
        elif tag == "tr" and self._grids:
            self._grids[-1].begin_row()
        elif tag in ("td", "th") and self._grids:
            self._grids[-1].begin_cell(
                _span(said.get("colspan"), _MOST_COLUMNS), _span(said.get("rowspan"), _MOST_ROWS)
            )
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        ended, tag = tag, self._meant(tag)
        if ended == "table" and self._of_layout:
            self._of_layout.pop()
        if tag in _BLOCKS or tag in ("table", "tr", "td", "th"):
            self._end_paragraph()
        if tag in ("td", "th") and self._grids:
            self._grids[-1].end_cell()
        elif tag == "table" and self._too_deep:
            self._too_deep -= 1
        elif tag == "table" and self._grids:
            self._end_table()
        elif tag == "a":
            self._address = ""
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not _UNSEEN.isdisjoint(self._open):
            return
        words = _SPACES.sub(" ", data if "pre" in self._open else data.replace("\n", " "))
        self._words.append((words, not _BOLD.isdisjoint(self._open), not _STRUCK.isdisjoint(self._open)))
        if self._address.startswith(("http:", "https:", "mailto:")) and words.strip():
            self._links.append(Link(words.strip(), self._address))

    def _begun(self, tag: str) -> str:
        """Gives the tag that begins, and notes whether tags below it are those of a table that lays out the page."""
        if tag == "table":
            self._seen += 1
            self._of_layout.append(self._seen in self._layout)
        return self._meant(tag)

    def _meant(self, tag: str) -> str:
        """Gives the tag; of a table that lays out the page, that of a mere block."""
        return "div" if tag in _OF_TABLES and self._of_layout[-1:] == [True] else tag

    def end(self) -> None:
        """Ends what the page left open."""
        self._end_paragraph()
        while self._grids:
            self._end_table()

    def _begin_table(self) -> None:
        """Begins a table; rows of one that lies too deep are read as those of the table around it."""
        if len(self._grids) >= _DEEPEST_TABLES:
            self._too_deep += 1
            return
        self._tables += 1
        self._grids.append(_Grid(self._tables))

    def _end_table(self) -> None:
        table = self._grids.pop().table()
        if self._grids and self._grids[-1].open:
            self._grids[-1].tables.append(table)
        elif table.rows:
            self.content.blocks.append(table)

    def _end_paragraph(self) -> None:
        words, links, is_item = self._words, self._links, self._is_item
        text = _LINE_ENDS.sub("\n", _SPACES.sub(" ", "".join(each for each, _, _ in words))).strip()
        self._words, self._links = [], []
        if is_blank(text):
            return
        self._is_item = False
        said = [each for each in words if each[0].strip()]
        plain = next((at for at, (_, bold, _) in enumerate(said) if not bold), len(said))
        paragraph = Paragraph(
            text=text,
            level=max((_HEADINGS[tag] for tag in self._open if tag in _HEADINGS), default=0),
            list_level=max(0, sum(tag in _LISTS for tag in self._open) - 1) if is_item else None,
            marked=plain == len(said),
            lead="" if plain == len(said) else "".join(each for each, _, _ in said[:plain]).strip(),
            links=tuple(links),
            struck=all(struck for _, _, struck in said),
        )
        self._put(paragraph)

    def _put(self, paragraph: Paragraph) -> None:
        if self._grids and self._grids[-1].open:
            self._grids[-1].paragraphs.append(paragraph)
            at = Place("cell", self._grids[-1].number, max(1, len(self._grids[-1].rows)), 1)
        elif not _FRAME.isdisjoint(self._open):
            at = Place("line", "page", len(self.content.margins) + 1)
            self.content.margins.append(Piece(at, paragraph.text))
        else:
            self._paragraphs += 1
            at = Place("paragraph", self._paragraphs)
            self.content.blocks.append(replace(paragraph, piece=Piece(at, paragraph.text)))
        for link in paragraph.links:
            if link.address.removeprefix("mailto:") != link.text:
                of_link = Place("line", "links", len(self.content.addresses) + 1)
                self.content.addresses.append(Hanging(Piece(of_link, link.address), f"{link.text} ({at})", at))


def _span(said: str | None, most: int) -> int:
    """Gives how many columns or rows a cell lies on, at most so many."""
    return max(1, min(int(said), most)) if said and said.isascii() and said.isdecimal() and len(said) < 6 else 1
