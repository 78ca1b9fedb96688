"""The words of a paragraph: runs, links, fields, content controls, tick boxes, tracked changes, text boxes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from opengov_local.formats.word.blocks import Link
from opengov_local.formats.word.styles import is_marked
from opengov_local.formats.word.xml import attribute, children, find, is_on, name

_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_SKIPPED = frozenset(
    [
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "instrText",
        "delInstrText",
        "delText",
        "footnoteReference",
        "endnoteReference",
        "commentReference",
        "annotationRef",
        "footnoteRef",
        "endnoteRef",
        "separator",
        "continuationSeparator",
        "pgNum",
        "rt",
    ]
)
_TAKEN_AWAY = frozenset({"del", "moveFrom"})
_PICTURES = frozenset({"drawing", "pict", "object"})
# Characters of the sign fonts that stand for tick boxes (code points of Wingdings and Wingdings 2).
_TICKS = {
    **dict.fromkeys(("6F", "70", "71", "72", "A8", "A3", "2A"), "☐"),
    **dict.fromkeys(("FD", "FE", "78", "54", "53", "52"), "☒"),
    **dict.fromkeys(("FC", "50"), "☑"),
}


@dataclass(slots=True)
class Words:
    """What the words of a paragraph are.

    Attributes:
        parts: its words, piece by piece.
        links: its links.
        marked: whether each run with words is bold or underlined.
        boxes: the content of text boxes that hang on it.
        deleted: how many tracked changes take words away.
        pictures: how many pictures and other objects there are.
    """

    parts: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    marked: list[bool] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    deleted: int = 0
    pictures: int = 0

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(self.parts)


def words_of(paragraph: Element, addresses: dict[str, str]) -> Words:
    """Reads the words of a paragraph.

    Args:
        paragraph: the paragraph.
        addresses: where the links of its part lead, by the id of their relation.
    """
    words = Words()
    _read(paragraph, words, addresses)
    return words


def _read(element: Element, words: Words, addresses: dict[str, str]) -> None:
    for child in element:
        kind = name(child)
        if kind in _SKIPPED:
            continue
        if kind in _TAKEN_AWAY:
            words.deleted += 1
        elif kind == "r":
            _run(child, words, addresses)
        elif kind == "hyperlink":
            _link(child, words, addresses)
        elif kind == "sdt":
            _control(child, words, addresses)
        elif not _sign(child, kind, words):
            _inside(child, kind, words, addresses)


def _inside(element: Element, kind: str, words: Words, addresses: dict[str, str]) -> None:
    if kind == "AlternateContent":
        choice = find(element, "Choice")
        other = find(element, "Fallback")
        best = choice if choice is not None and (other is None or _has_box(choice) or not _has_box(other)) else other
        if best is not None:
            _read(best, words, addresses)
    elif kind in _PICTURES:
        boxes = [box for box in element.iter() if name(box) == "txbxContent"]
        words.boxes += boxes
        words.pictures += not boxes
    else:
        _read(element, words, addresses)


def _has_box(element: Element) -> bool:
    return any(name(each) == "txbxContent" for each in element.iter())


def _sign(element: Element, kind: str, words: Words) -> bool:
    """Reads an element that is words itself; tells whether it was one."""
    if kind == "t":
        words.parts.append(element.text or "")
    elif kind == "br":
        words.parts.append("\n" if attribute(element, "type") in (None, "textWrapping") else "")
    elif kind == "sym":
        words.parts.append(_symbol(element))
    elif kind == "fldChar":
        words.parts.append(_legacy_box(element))
    elif kind in _SIGNS:
        words.parts.append(_SIGNS[kind])
    else:
        return False
    return True


def _run(run: Element, words: Words, addresses: dict[str, str]) -> None:
    before = len(words.parts)
    _read(run, words, addresses)
    if "".join(words.parts[before:]).strip():
        words.marked.append(is_marked(find(run, "rPr")))


def _link(link: Element, words: Words, addresses: dict[str, str]) -> None:
    before = len(words.parts)
    _read(link, words, addresses)
    address = addresses.get(attribute(link, "id") or "", "")
    if address:
        words.links.append(Link("".join(words.parts[before:]), address))


def _control(control: Element, words: Words, addresses: dict[str, str]) -> None:
    """Reads a content control; one that nobody filled in shows words of its own, which are no data."""
    properties = find(control, "sdtPr")
    if properties is not None and is_on(find(properties, "showingPlcHdr")):
        return
    for content in children(control, "sdtContent"):
        _read(content, words, addresses)


def _symbol(element: Element) -> str:
    code = (attribute(element, "char") or "").upper()
    if not re.fullmatch("[0-9A-F]{2,5}", code):
        return ""
    ours = code[-2:] in _TICKS and code.startswith("F0") and "wingdings" in (attribute(element, "font") or "").lower()
    point = int(code, 16)
    return _TICKS[code[-2:]] if ours else "" if 0xD800 <= point < 0xF900 else chr(point)


def _legacy_box(element: Element) -> str:
    """Reads the tick box of a form field."""
    box = find(element, "ffData", "checkBox")
    if box is None:
        return ""
    state = find(box, "checked")
    return "☒" if is_on(state if state is not None else find(box, "default")) else "☐"
