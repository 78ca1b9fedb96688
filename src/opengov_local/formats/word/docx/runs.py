"""The words of a paragraph: runs, links, fields, content controls, tick boxes, tracked changes, text boxes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from opengov_local.formats.word.docx.blocks import Link
from opengov_local.formats.word.docx.styles import is_marked
from opengov_local.formats.word.docx.xml import attribute, children, find, is_on, name

_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_SKIPPED = frozenset(
    [
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "delInstrText",
        "delText",
        "annotationRef",
        "footnoteRef",
        "endnoteRef",
        "separator",
        "continuationSeparator",
        "pgNum",
        "rt",
    ]
)
NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote", "commentReference": "comment"}
"""The signs that hang a note on words, and what hangs there."""
_TAKEN_AWAY = frozenset({"del", "moveFrom"})
_PICTURES = frozenset({"drawing", "pict", "object"})
# Characters of the sign fonts that stand for tick boxes (code points of Wingdings and Wingdings 2).
_TICKS = {
    **dict.fromkeys(("6F", "70", "71", "72", "A8", "A3", "2A"), "☐"),
    **dict.fromkeys(("FD", "FE", "78", "54", "53", "52"), "☒"),
    **dict.fromkeys(("FC", "50"), "☑"),
}


_HYPERLINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')


@dataclass(slots=True)
class Words:
    """What the words of a paragraph are.

    Attributes:
        parts: its words, piece by piece.
        links: its links.
        marked: whether each run with words is bold or underlined.
        lead: how many of its parts, from the first on, are bold or underlined.
        boxes: the content of text boxes that hang on it.
        hidden: words that are formatted as hidden, which no reader sees.
        struck: indices of those of its words that are struck through.
        notes: kind and id of the notes and comments that hang on it.
        deleted: how many tracked changes take words away.
        pictures: how many pictures and other objects there are.
    """

    parts: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    marked: list[bool] = field(default_factory=list)
    lead: int = 0
    boxes: list[Element] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    struck: set[int] = field(default_factory=set)
    notes: list[tuple[str, str]] = field(default_factory=list)
    deleted: int = 0
    pictures: int = 0
    _fields: list[tuple[list[str], list[int]]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(self.parts)

    def field(self, turn: str | None) -> None:
        """Begins a field, its result, or ends it: the result of a link leads where its instruction says."""
        if turn == "begin":
            self._fields.append(([], []))
        elif turn == "separate" and self._fields:
            self._fields[-1][1].append(len(self.parts))
        elif turn == "end" and self._fields:
            instruction, starts = self._fields.pop()
            if starts:
                self.leads("".join(instruction), starts[-1])

    def instruct(self, text: str) -> None:
        """Takes a part of the instruction of a field."""
        if self._fields:
            self._fields[-1][0].append(text)

    def leads(self, instruction: str, start: int) -> None:
        """Makes a link of the words from a part on, if the instruction of their field is one."""
        found = _HYPERLINK.match(instruction)
        if found is not None:
            self.links.append(Link("".join(self.parts[start:]), found[1]))


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
        elif kind in NOTES:
            words.notes.append((NOTES[kind], attribute(child, "id") or ""))
        elif kind == "r":
            _run(child, words, addresses)
        elif kind == "hyperlink":
            _link(child, words, addresses)
        elif kind == "sdt":
            _control(child, words, addresses)
        elif not _sign(child, kind, words, addresses):
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


def _sign(element: Element, kind: str, words: Words, addresses: dict[str, str]) -> bool:
    """Reads an element that is words itself; tells whether it was one."""
    if kind == "t":
        words.parts.append(element.text or "")
    elif kind == "br":
        words.parts.append("\n" if attribute(element, "type") in (None, "textWrapping") else "")
    elif kind == "sym":
        words.parts.append(_symbol(element))
    elif kind == "fldChar":
        words.parts.append(_legacy_box(element))
        words.field(attribute(element, "fldCharType"))
    elif kind == "instrText":
        words.instruct(element.text or "")
    elif kind == "fldSimple":
        start = len(words.parts)
        _read(element, words, addresses)
        words.leads(attribute(element, "instr") or "", start)
    elif kind in _SIGNS:
        words.parts.append(_SIGNS[kind])
    else:
        return False
    return True


def _run(run: Element, words: Words, addresses: dict[str, str]) -> None:
    before = len(words.parts)
    _read(run, words, addresses)
    said = "".join(words.parts[before:])
    if said and is_on(find(run, "rPr", "vanish")):
        del words.parts[before:]
        words.hidden.append(said)
        return
    if said and (is_on(find(run, "rPr", "strike")) or is_on(find(run, "rPr", "dstrike"))):
        words.struck.update(range(before, len(words.parts)))
    if said.strip():
        words.marked.append(is_marked(find(run, "rPr")))
        if all(words.marked):
            words.lead = len(words.parts)


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
