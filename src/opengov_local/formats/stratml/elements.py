"""XML as elements with their lines: no document type, no depth without end, no namespace taken too seriously."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from opengov_local.account import Piece, Place
from opengov_local.finding import Finding, Location

_DEEPEST = 100
_LIMIT = 64 * 2**20
_WHITE = re.compile("[ \t\r\n]+")
_SPOKEN = re.compile('language="([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)"')
_TECHNICAL = ("xmlns", "http://www.w3.org/2001/XMLSchema-instance ", "http://www.w3.org/XML/1998/namespace ")


def one_line(text: str) -> str:
    """Gives a text with one space for any white space that XML knows: other blanks, as before a colon, are words."""
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    line = " ".join(part for part in _WHITE.split(text) if part)
    return line if line.strip() else ""


@dataclass
class Element:
    """An element of an XML document.

    Attributes:
        name: its name, without namespace.
        path: names of the elements it lies in and its own, parted by slashes.
        line: line on which it begins, from 1.
        column: column, from 1.
        attributes: what its attributes say, by name without namespace.
        children: the elements in it.
        language: language that it, or one around it, is said to be in (xml:lang).
        words: the words directly in it, as they came.
        counts: how many elements of each name are in it.
    """

    name: str
    path: str
    line: int
    column: int
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    language: str | None = None
    words: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The words directly in it, as one line."""
        return one_line("".join(self.words))

    @property
    def piece(self) -> Piece | None:
        """The words as a piece; None where there are none."""
        return Piece(Place("line", self.path, self.line, self.column), self.text) if self.text else None

    def attribute_pieces(self) -> dict[str, Piece]:
        """Gives the attributes that are not blank as pieces, by name."""
        return {
            name: Piece(Place("line", f"{self.path}/@{name}", self.line, self.column), value.strip())
            for name, value in self.attributes.items()
            if value.strip()
        }

    def all(self, name: str) -> list[Element]:
        """Gives the children of a name."""
        return [child for child in self.children if child.name == name]

    def first(self, name: str) -> Element | None:
        """Gives the first child of a name that says something; the first of them at all, where none does."""
        found = self.all(name)
        return next((child for child in found if child.text), found[0] if found else None)

    def walk(self) -> Iterator[Element]:
        """Gives the element and all in it, in the order of the document."""
        waiting = [self]
        while waiting:
            here = waiting.pop()
            yield here
            waiting += reversed(here.children)


class _RefusedError(Exception):
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_xml(data: bytes, source: str | None) -> Element | Finding:
    """Reads XML; refuses a document type, and what is not well-formed or nested beyond 100 levels."""
    if len(data) > _LIMIT:
        return Finding("source/too-large", "error", Location("", source), {"size": len(data), "limit": _LIMIT})
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except _RefusedError as refused:
        line = reader.parser.CurrentLineNumber
        return Finding(refused.code, "error", Location("", source, line), {"part": source or ""})
    except (expat.ExpatError, ValueError, LookupError):
        line = max(reader.parser.ErrorLineNumber, 1)
        return Finding("source/bad-xml", "error", Location("", source, line), {"line": line})
    return reader.root or Finding("source/bad-xml", "error", Location("", source, 1), {"line": 1})


class _Reader:
    """Builds the elements while expat reads."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self.open: list[Element] = []
        self.language: str | None = None
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._document_type
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.ProcessingInstructionHandler = self._instruction

    def _document_type(self, *_: object) -> None:
        raise _RefusedError("source/doctype")

    def _instruction(self, target: str, said: str) -> None:
        """Takes in the language that our own writer says the document is in."""
        if target == "opengov-local" and not self.open and (spoken := _SPOKEN.fullmatch(said)):
            self.language = spoken[1]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= _DEEPEST:
            raise _RefusedError("source/too-deep")
        above = self.open[-1] if self.open else None
        local = name.rpartition(" ")[2]
        number = 1
        if above:
            number = above.counts[local] = above.counts.get(local, 0) + 1
        path = f"{above.path if above else ''}/{local}" + (f"[{number}]" if number > 1 else "")
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        spoken = attributes.get(f"{_TECHNICAL[2]}lang") or (above.language if above else self.language)
        said = {key.rpartition(" ")[2]: value for key, value in attributes.items() if not key.startswith(_TECHNICAL)}
        element = Element(local, path, line, column, said, language=spoken)
        if above:
            above.children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _end(self, _name: str) -> None:
        self.open.pop()

    def _text(self, text: str) -> None:
        self.open[-1].words.append(text)
