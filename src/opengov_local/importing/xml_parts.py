"""The head of an XML part, judged before any library reads it: no document type, no encoding but UTF-8 and UTF-16."""

from __future__ import annotations

import re
from typing import Final, Literal
from xml.parsers import expat

Trouble = Literal["doctype", "bad-part"]

_ENCODINGS: Final = frozenset({"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii"})
_MARKUP: Final = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\x00\s]*<")
_NAMES: Final = (".xml", ".rels", ".vml")
_OTHER_MARKUP: Final = (".svg", ".htm", ".html", ".xhtml", ".mht")  # pictures and pages, which no XML reader is given


class _SeenEnoughError(Exception):
    """The root element has begun: a document type can no longer come."""


class _Head:
    """Reads the head of a part up to its root element."""

    def __init__(self) -> None:
        self.trouble: Trouble | None = None
        self.parser = expat.ParserCreate()
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartDoctypeDeclHandler = self._document_type
        self.parser.StartElementHandler = self._root

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            self._stop("bad-part")

    def _document_type(self, *_: object) -> None:
        self._stop("doctype")

    def _root(self, *_: object) -> None:
        self._stop(None)

    def _stop(self, trouble: Trouble | None) -> None:
        self.trouble = trouble
        raise _SeenEnoughError


def is_xml(name: str, head: bytes) -> bool:
    """Tells whether a part of an archive is XML, by its name or its first bytes."""
    ending = name.lower()
    return ending.endswith(_NAMES) or (_MARKUP.match(head) is not None and not ending.endswith(_OTHER_MARKUP))


def judge_head(head: bytes) -> Trouble | None:
    """Judges the head of an XML part, as expat reads it, in whatever encoding.

    Args:
        head: its first bytes; the root element begins in them, or the part is refused.
    """
    reader = _Head()
    try:
        reader.parser.Parse(head, False)
    except _SeenEnoughError:
        return reader.trouble
    except (expat.ExpatError, ValueError, LookupError):
        return "bad-part"
    return "bad-part"
