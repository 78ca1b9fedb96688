"""Elements of WordprocessingML by their local names, so that strict and transitional files read alike."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

MAX_DEPTH = 200
"""How many elements deep a part may go; a table inside a table takes three."""


class BrokenXmlError(Exception):
    """A part that is no XML, or goes too deep.

    Attributes:
        code: code of the finding that says so.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class _DepthGuard(TreeBuilder):
    """Builds elements, and stops where they go too deep."""

    _depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise BrokenXmlError("source/too-deep")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)


def parse(data: bytes) -> Element:
    """Reads a part.

    Raises:
        BrokenXmlError: it is no XML, or goes deeper than `MAX_DEPTH`.
    """
    parser = XMLParser(target=_DepthGuard())
    try:
        parser.feed(data)
        root = parser.close()
    except (ParseError, ValueError, LookupError):
        raise BrokenXmlError("source/corrupt") from None
    if not isinstance(root, Element):
        raise BrokenXmlError("source/corrupt")
    return root


def name(element: Element) -> str:
    """Gives the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def find(element: Element, *path: str) -> Element | None:
    """Gives the first element at a path of names, each a child of the one before."""
    here: Element | None = element
    for step in path:
        here = next((child for child in here if name(child) == step), None) if here is not None else None
    return here


def children(element: Element, wanted: str) -> Iterator[Element]:
    """Gives the children of a name."""
    return (child for child in element if name(child) == wanted)


def attribute(element: Element | None, wanted: str) -> str | None:
    """Gives an attribute by its name without namespace; None where there is none."""
    if element is None:
        return None
    return next((value for key, value in element.items() if key.rpartition("}")[2] == wanted), None)


def value(element: Element, *path: str) -> str | None:
    """Gives the attribute `val` of the element at a path; None where there is none."""
    return attribute(find(element, *path), "val")


def is_on(element: Element | None) -> bool:
    """Tells whether a switch is there and not turned off (ECMA-376, ST_OnOff)."""
    return element is not None and (attribute(element, "val") or "true").lower() not in {"0", "false", "off", "none"}
