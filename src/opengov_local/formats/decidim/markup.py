"""The rich text of descriptions: HTML as plain text, and plain text as HTML."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import Final, NamedTuple

from opengov_local.formats.decidim.tables import rows

_TAGS: Final = {row["tag"]: row for row in rows("tags")}
_BLOCKS: Final = frozenset(tag for tag, row in _TAGS.items() if row["kind"] == "block")
_CARRYING: Final = frozenset(tag for tag, row in _TAGS.items() if row["carries"])
_EMBEDDED: Final = ("img", "iframe", "video", "audio", "embed", "source", "object")
_TAG: Final = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?=[\s/>])|<!--")
_BLANK: Final = re.compile(r"[ \t\r\n\f]+")
_LINES: Final = re.compile(r"[ \t\r\f]*\n[ \t\r\f]*")
_GAPS: Final = re.compile(r"\n{3,}")
_PARAGRAPHS: Final = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)+")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


class Plain(NamedTuple):
    """Rich text as plain text.

    Attributes:
        text: the text; items begin with a dash or number, addresses of links stand in brackets behind their words.
        carried: names of the tags, in alphabetical order, that said more than plain text can hold.
    """

    text: str
    carried: tuple[str, ...] = ()


def to_plain(source: str) -> Plain:
    """Gives HTML as plain text; what has no known tag is text already, but for its character references."""
    if not any(found[1] is None or found[1].lower() in _TAGS for found in _TAG.finditer(source)):
        return Plain(html.unescape(source))
    reader = _Reader()
    reader.feed(source)
    reader.close()
    text = _GAPS.sub("\n\n", _LINES.sub("\n", "".join(reader.parts)))
    return Plain(text.strip(" \t\r\n\f"), tuple(sorted(reader.carried)))


def to_markup(text: str) -> str:
    """Gives plain text as HTML: paragraphs where lines are left blank, else line breaks."""
    if "\n" not in text and "\r" not in text:
        return f"<p>{_escaped(text)}</p>" if text.strip(" \t\f") else ""
    paragraphs = [part for part in _PARAGRAPHS.split(text) if part.strip(" \t\r\n\f")]
    broken = ("<br>".join(map(_escaped, _LINE_END.split(part.strip("\r\n")))) for part in paragraphs)
    return "".join(f"<p>{part}</p>" for part in broken)


def _escaped(text: str) -> str:
    asks = "&" in text or "<" in text or ">" in text or '"' in text or "'" in text
    return html.escape(text) if asks else text


class _Reader(HTMLParser):
    """Collects the text of HTML, line by line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.carried: set[str] = set()
        self._lists: list[int | None] = []
        self._links: list[tuple[str, int]] = []
        self._silent = 0
        self._kept = 0
        self._item_end = -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in _TAGS:
            self.parts.append(self.get_starttag_text() or "")
            return
        self.carried |= {tag} & _CARRYING
        self._open(tag)
        if tag == "a":
            self._links.append((given.get("href") or "", len(self.parts)))
        elif tag in ("script", "style"):
            self._silent += 1
        elif tag in _EMBEDDED:
            named = [given.get("alt") or "", given.get("src") or given.get("data") or ""]
            self.parts.append(_with_address(named[0], named[1]))

    def _open(self, tag: str) -> None:
        """Begins the lines that a tag begins."""
        if tag in ("ul", "ol"):
            self.parts.append("\n\n" if not self._lists else "\n")
            self._lists.append(0 if tag == "ol" else None)
        elif tag in _BLOCKS:
            if len(self.parts) != self._item_end:
                self.parts.append("\n\n" if not self._lists else "\n")
            self._kept += tag == "pre"
        elif tag in ("br", "tr"):
            self.parts.append("\n")
        elif tag == "li":
            self.parts.append("\n")
            self.parts.append(self._item())
            self._item_end = len(self.parts)
        elif tag in ("td", "th") and self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append(" | ")

    def _item(self) -> str:
        """Gives what stands before an item of a list."""
        if self._lists and (number := self._lists[-1]) is not None:
            self._lists[-1] = number + 1
            return f"{number + 1}. "
        return "- "

    def handle_endtag(self, tag: str) -> None:
        if tag not in _TAGS:
            self.parts.append(f"</{tag}>")
        elif tag in ("ul", "ol"):
            if self._lists:
                self._lists.pop()
            self.parts.append("\n\n" if not self._lists else "\n")
        elif tag in _BLOCKS and tag != "hr":
            self._kept = max(0, self._kept - (tag == "pre"))
            self.parts.append("\n\n" if not self._lists else "")
        elif tag in ("script", "style"):
            self._silent = max(0, self._silent - 1)
        elif tag == "a" and self._links:
            address, start = self._links.pop()
            said = "".join(self.parts[start:]).strip()
            if address and said != address:
                self.parts.append(f" ({address})" if said else address)

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if not self._kept:
            data = _BLANK.sub(" ", data)
            if not self.parts or self.parts[-1].endswith(("\n", " ")):
                data = data.lstrip(" ")
        if data:
            self.parts.append(data)

    def handle_comment(self, data: str) -> None:
        if data.strip():
            self.carried.add("comment")

    def handle_decl(self, decl: str) -> None:
        self.parts.append(f"<!{decl}>")


def _with_address(words: str, address: str) -> str:
    return f"{words} ({address})" if words and address else words or address
