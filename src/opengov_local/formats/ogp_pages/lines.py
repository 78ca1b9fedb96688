"""Lines of a page: pasted text and saved HTML alike, each with its number and without bullets and marks."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from typing import NamedTuple

from opengov_local.account import Piece, Place

_BULLET = re.compile(r"^\s*(?:[•●▪‣◦·*–—-]|\d{1,2}[.)])\s+(?=\S)")
_LIST_SIGN = re.compile(r"^\s*[•●▪‣◦·*–—-]\s+(?=\S)")
_MARKS = re.compile(r"^\s*(?:#{1,6}\s+|>\s+)|(?:\*\*|__)(?=\S)|(?<=\S)(?:\*\*|__)")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]")
_DEEPEST = 300
_PAIR = 2
# What html.parser needs quadratic time for is taken out first: comments, and signs that begin no whole tag.
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NO_TAG = re.compile(r"<(?!/?[a-z][^<>]*>|!doctype[^<>]*>)", re.IGNORECASE)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|main|article|section)\b", re.IGNORECASE)


class Line(NamedTuple):
    """A line of a page.

    Attributes:
        piece: the line as it stands there.
        text: its words, without bullet and marks of Markdown.
        bullet: whether it is an item of a list.
        page: whether it belongs to the frame of the site: navigation, footer.
    """

    piece: Piece
    text: str
    bullet: bool = False
    page: bool = False


def lines_of(text: str) -> list[Line]:
    """Gives the lines of a text or HTML page that a reader would see."""
    if is_html(text):
        return _html_lines(text)
    return [line for number, raw in enumerate(re.split(r"\r\n|[\n\r\v\f\x85\u2028\u2029]", text), start=1)
            if (line := _line(number, raw))]  # fmt: skip


def is_html(text: str) -> bool:
    """Tells whether a text is a saved page, and none that was pasted."""
    return _HTML.search(text[:20_000]) is not None


def _line(number: int, raw: str, *, bullet: bool = False, page: bool = False) -> Line | None:
    seen = " ".join(_with_bars(_INVISIBLE.sub("", raw).replace("\0", " ")).split())
    words = _MARKS.sub("", seen).strip()
    if not any(character.isalnum() for character in words):
        return Line(Piece(Place("line", None, number), seen), "", page=True) if seen else None
    is_item = bullet or bool(_BULLET.match(words))
    return Line(Piece(Place("line", None, number), seen), _LIST_SIGN.sub("", words), is_item, page)


def _with_bars(raw: str) -> str:
    """Parts three cells or more with bars, as rows of a table that were copied from a page have tabs between them."""
    cells = raw.strip().split("\t")
    return " | ".join(cells) if len(cells) > _PAIR else raw


_BLOCKS = frozenset(
    """address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section select summary table tbody tfoot thead
    title tr ul""".split()  # noqa: SIM905 - names of elements, read as words
)
_UNSEEN = frozenset(("script", "style", "template", "noscript", "svg", "iframe", "object", "head"))
_FRAME = frozenset(("nav", "footer", "aside", "form", "button", "select"))
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
                   "wbr"))  # fmt: skip


class _Page(HTMLParser):
    """Collects the lines of an HTML page: one for each block, the cells of a table row parted by bars."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.open: list[str] = []
        self._words: list[str] = []
        self._number = 0
        self._bullet = False
        self._cells = 0
        self._on_line: Counter[int] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end_line()
        if tag == "li":
            self._bullet = True
        if tag == "tr":
            self._cells = 0
        elif tag in ("td", "th"):
            self._cells += 1
            if self._cells > 1:
                self._words.append(" | ")
        if tag not in _VOID and len(self.open) < _DEEPEST:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_line()
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not _UNSEEN.isdisjoint(self.open):
            return
        if not self._words:
            self._number = self.getpos()[0]
        self._words.append(data)

    def end_line(self) -> None:
        page = not _FRAME.isdisjoint(self.open)
        text = "".join(self._words)
        if text.strip() and (line := _line(self._number, text, bullet=self._bullet, page=page)):
            self._on_line[self._number] += 1  # many blocks may stand on one line of the file
            place = line.piece.place._replace(column=self._on_line[self._number])
            self.lines.append(line._replace(piece=line.piece._replace(place=place)))
        self._words, self._bullet = [], False


def _html_lines(text: str) -> list[Line]:
    reader = _Page()
    tidy = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    reader.feed(_NO_TAG.sub("&lt;", tidy))
    reader.close()
    reader.end_line()
    return reader.lines
