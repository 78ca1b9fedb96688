"""The numbers that Word prints before paragraphs of lists and numbered headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from opengov_local.formats.word.docx.xml import attribute, children, find, value

_PLACE = re.compile("%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ONES = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LARGEST = 3999
_WORD = re.compile(r"\s*[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    Attributes:
        format: how its numbers are written, as Word names it: `decimal`, `upperRoman`, `bullet`, …
        pattern: the words around the numbers: `%1.%2.`.
        start: its first number.
    """

    format: str
    pattern: str
    start: int


@dataclass(slots=True)
class Numbering:
    """Counts the paragraphs of all lists of a file, in order."""

    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    shared: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def next(self, listed: tuple[str, int]) -> str:
        """Counts one more paragraph of a list, and gives the number before it: "" for bullets and unknown lists."""
        key, depth = listed
        levels = self.lists.get(key)
        if not levels or depth not in levels:
            return ""
        counts = self._counts.setdefault(self.shared[key], {})
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        if levels[depth].format in {"bullet", "none"}:
            return ""
        return _PLACE.sub(lambda place: _number(int(place[1]) - 1, levels, counts), levels[depth].pattern).strip()

    def is_worded(self, listed: tuple[str, int]) -> bool:
        """Tells whether the numbers of a list have a word before them, as "Axe 1 :", which readers take for text."""
        key, depth = listed
        level = self.lists.get(key, {}).get(depth)
        return level is not None and _WORD.match(level.pattern) is not None


def read_numbering(root: Element) -> Numbering:
    """Reads the lists of a file."""
    abstract = {attribute(each, "abstractNumId") or "": each for each in children(root, "abstractNum")}
    numbering = Numbering()
    for number in children(root, "num"):
        key, to = attribute(number, "numId") or "", value(number, "abstractNumId") or ""
        if to in abstract:
            restarts = find(number, "lvlOverride", "startOverride") is not None
            numbering.lists[key] = dict(_levels(abstract[to]))
            numbering.shared[key] = key if restarts else f"abstract {to}"
    return numbering


def _levels(element: Element) -> list[tuple[int, Level]]:
    found = []
    for level in children(element, "lvl"):
        depth, start = attribute(level, "ilvl") or "", value(level, "start") or "1"
        if depth.isdecimal():
            first = int(start) if start.isdecimal() and len(start) < 6 else 1
            found.append((int(depth), Level(value(level, "numFmt") or "decimal", value(level, "lvlText") or "", first)))
    return found


def _number(depth: int, levels: dict[int, Level], counts: dict[int, int]) -> str:
    level = levels.get(depth)
    if level is None:
        return ""
    count = counts.get(depth, level.start)
    letters = level.format.endswith("Letter")
    written = _letter(count) if letters else _roman(count) if level.format.endswith("Roman") else str(count)
    return written.upper() if level.format.startswith("upper") else written


def _letter(number: int) -> str:
    """Writes a number as Word does in letters: a to z, then aa, bb and so on."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= _LARGEST else str(number)


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST:
        return str(number)
    written = ""
    for worth, letters in (*_ROMAN, *_ROMAN_ONES):
        count, number = divmod(number, worth)
        written += letters * count
    return written
