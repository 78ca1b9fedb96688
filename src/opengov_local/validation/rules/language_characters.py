"""Family language, characters: what nobody typed on purpose, and what the next program will show wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from opengov_local.model import Package
from opengov_local.model.walk import Node
from opengov_local.normalization.characters import FORMS, INVISIBLE
from opengov_local.validation.rules.register import Context, Hit, rule
from opengov_local.validation.texts import ODD, Doubtful, doubtful, some_are_doubtful

_UNICODE = "Unicode Standard"
_BIDI = "Unicode Standard Annex 9 and Unicode Technical Report 36"

_CONTROLS = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u206a-\u206f\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_MARKUP = re.compile(
    r"</?(?:p|br|div|span|strong|em|ul|ol|li|a|b|i|u|h[1-6]|table|tr|td|img)\b[^<>]*>"
    r"|&(?:nbsp|amp|lt|gt|quot|apos|laquo|raquo|rsquo|[aeiou](?:acute|grave|circ|uml)|ccedil|#[0-9]{1,6}|#x[0-9a-f]{1,6});",
    re.IGNORECASE,
)
_MISREAD = re.compile(
    "Ã[\u00a0-\u00bf]|â€[\u0080-\u00bf™œ˜š›žƒ„…†‡•–—“”‘’‚¦¢]?"
    "|(?:[ØÙÛ][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]){2}|Â[\u00a0°»«§]"
)

_LOST = re.compile(r"[?]{2,}(?:[ \u00a0]+[?]{2,})+|^(?=.*[?]{4})[^\w]+$")
"""Question marks that stand for the letters of several words, or for all of a text."""


def _own_texts(context: Context) -> list[Doubtful]:
    """Gives the odd texts that are the package's own; the words of a source stay as the source has them."""
    return [one for one in context.once(doubtful) if one.path[0] != "sources" and ODD.search(one.text)]


def _names(found: str) -> str:
    return f"U+{ord(found):04X}"


def _matches(context: Context, pattern: re.Pattern[str]) -> Iterator[tuple[Hit, str]]:
    """Gives a hit for each text in which a pattern is found, with the first thing found."""
    for one in context.once(_own_texts):
        if found := pattern.search(one.text):
            yield Hit(one.path, {}), found[0]


def _characters(context: Context, pattern: re.Pattern[str]) -> Iterator[Hit]:
    for hit, found in _matches(context, pattern):
        yield hit._replace(params={"character": _names(found)})


@rule("language/control-character", "warning", source=_UNICODE, evidence="verified", when=some_are_doubtful)
def control_character(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """A control character, which no text needs; tabs and ends of lines are none."""
    yield from _characters(context, _CONTROLS)


@rule("language/invisible-character", "info", source=_UNICODE, evidence="verified", when=some_are_doubtful)
def invisible_character(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """A character without a picture inside a word: searching and comparing do not find the word any more."""
    yield from _characters(context, INVISIBLE)


@rule("language/private-character", "warning", source=_UNICODE, evidence="verified", when=some_are_doubtful)
def private_character(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """A character of a font's own, such as the bullets of word processors: other fonts show a box."""
    yield from _characters(context, _PRIVATE)


@rule("language/replacement-character", "warning", source=_UNICODE, evidence="verified", when=some_are_doubtful)
def replacement_character(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """A replacement character, or question marks in place of words: letters were lost when the text was converted."""
    for one in context.once(_own_texts):
        if "\ufffd" in one.text or _LOST.search(one.text):
            yield Hit(one.path, {"text": one.text})


@rule(
    "language/misread-encoding",
    "warning",
    source="UTF-8 that was read as Windows-1252",
    evidence="verified",
    when=some_are_doubtful,
)
def misread_encoding(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """Letters that stand for others, as in `rÃ©gion`: the text was read in the wrong encoding."""
    for hit, found in _matches(context, _MISREAD):
        yield hit._replace(params={"found": found})


@rule("language/presentation-forms", "info", source=_UNICODE, evidence="verified", when=some_are_doubtful)
def presentation_forms(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """Arabic in presentation forms, as copied from a PDF file: it looks right and is not found."""
    yield from _characters(context, FORMS)


@rule("language/markup", "warning", source="shared data model: plain text, no markup meant", when=some_are_doubtful)
def markup(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """Marks of a web page in a text: readers would see them."""
    for hit, found in _matches(context, _MARKUP):
        yield hit._replace(params={"found": found})


_OPENS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_OVERRIDES = frozenset("\u202d\u202e")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def _wrong_direction(text: str) -> str | None:
    """Finds the first direction control that turns letters around, or is without its partner in its paragraph."""
    for paragraph in re.split("[\n\r\u2029]", text):
        open_marks: list[str] = []
        for mark in _DIRECTIONS.findall(paragraph):
            if mark in _OVERRIDES:
                return str(mark)
            if mark in _OPENS:
                open_marks.append(mark)
            elif open_marks and _OPENS[open_marks[-1]] == mark:
                open_marks.pop()
            else:
                return str(mark)
        if open_marks:
            return open_marks[0]
    return None


@rule("language/direction-controls", "warning", source=_BIDI, evidence="verified", when=some_are_doubtful)
def direction_controls(value: Package, node: Node, context: Context) -> Iterator[Hit]:
    """A direction control that overrides the order of letters, or has no partner: other text is shown turned around."""
    for one in context.once(_own_texts):
        if _DIRECTIONS.search(one.text) and (found := _wrong_direction(one.text)):
            yield Hit(one.path, {"character": _names(found)})
