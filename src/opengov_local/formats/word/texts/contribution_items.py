"""Items of what a workshop brought: where each begins, and its number: "1-", "R2 :", "Recommandation 3 :", «أولا:»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from string import ascii_lowercase
from typing import Final, NamedTuple

from opengov_local.formats.word.texts.passages import Line, Passage, bare, is_item, numbered
from opengov_local.formats.wording.words.markers import read_marker
from opengov_local.formats.wording.words.ordinals import after_adverb

_LETTERS: Final = {
    "problem": ("P", "PB"),
    "solution": ("S",),
    "proposal": ("P", "PR"),
    "recommendation": ("R", "REC"),
    "question": ("Q",),
}
"""Letters before the number of a contribution of each kind, as in "R2"; others begin words, as in "CO2"."""
_DOTTED: Final = re.compile(r"\s*(?P<letter>[A-Za-z])\.\s*(?=[^\W\d_])")
_CODE: Final = re.compile(r"(?P<letters>[A-Z]{1,3})[-.]?[0-9]{1,3}")


class Item(NamedTuple):
    """An item of what was brought.

    Attributes:
        number: the number typed before it; "" where there is none.
        passage: its words, without bullet and number.
    """

    number: str
    passage: Passage


def counts_by_letters(lines: Iterable[Line]) -> bool:
    """Tells whether lines are counted "A.", "B.", "C."; one letter with a point alone may be of a name."""
    letters = "".join(found["letter"] for line in lines if (found := _DOTTED.match(line.text)))
    return len(letters) > 1 and letters.lower() == ascii_lowercase[: len(letters)]


def begins(line: Line, kind: str, *, lettered: bool = False) -> bool:
    """Tells whether a line begins an item of a kind: by its style, a bullet, or a number of any sort."""
    return is_item(line) or bool(_parted(line.text, kind, lettered=lettered)[0])


def items(passage: Passage, kind: str, *, lettered: bool = False) -> list[Item]:
    """Gives the items of a passage, deeper ones with the item above them; its lines where none is one.

    Args:
        passage: what was brought.
        kind: code of the list contribution_kind.
        lettered: whether the list that it is a part of counts "A.", "B.", "C.".
    """
    lettered = lettered or counts_by_letters(passage.lines)
    depths = [line.depth for line in passage.lines if begins(line, kind, lettered=lettered)]
    groups: list[list[Line]] = []
    numbers: list[str] = []
    for line in passage.lines:
        listed = begins(line, kind, lettered=lettered)
        deeper = bool(depths) and listed and line.depth > min(depths)
        if groups and (deeper or (depths and not listed)):
            groups[-1].append(Line(bare(line.text)))
        else:
            number, text = _parted(bare(line.text), kind, lettered=lettered) if listed else ("", line.text)
            numbers.append(number)
            groups.append([Line(text)])
    return [Item(number, passage.of(lines)) for number, lines in zip(numbers, groups, strict=True)]


def _parted(text: str, kind: str, *, lettered: bool) -> tuple[str, str]:
    """Parts the number or letter before an item from its words."""
    marker = read_marker(text, (kind,))
    if marker is not None and marker.number and marker.title:
        return marker.number, marker.title
    number, rest = after_adverb(text)
    if number:
        return number, rest
    dotted = _DOTTED.match(text) if lettered else None
    number, rest = (dotted["letter"], text[dotted.end() :]) if dotted else numbered(text)
    code = _CODE.fullmatch(number)
    if not number or (code is not None and code["letters"] not in _LETTERS.get(kind, ())):
        return "", text
    return number, rest


def with_deeper(passages: Sequence[Passage]) -> list[list[Passage]]:
    """Puts deeper items of a list together with the item above them."""
    depths = [passage.lines[0].depth for passage in passages if passage.lines[0].item]
    groups: list[list[Passage]] = []
    for passage in passages:
        first = passage.lines[0]
        if groups and first.item and first.depth > min(depths):
            groups[-1].append(passage)
        else:
            groups.append([passage])
    return groups
