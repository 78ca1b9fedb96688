"""Items of what a workshop brought: where each begins, and its number: "1-", "R2 :", "Recommandation 3 :", «أولا:»."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from opengov_local.formats.word.markers import read_marker
from opengov_local.formats.word.ordinals import after_adverb
from opengov_local.formats.word.passages import Line, Passage, bare, is_item, numbered

_LETTERS: Final = {
    "problem": ("P", "PB"),
    "solution": ("S",),
    "proposal": ("P", "PR"),
    "recommendation": ("R", "REC"),
    "question": ("Q",),
}
"""Letters before the number of a contribution of each kind, as in "R2"; others begin words, as in "CO2"."""
_CODE: Final = re.compile(r"(?P<letters>[A-Z]{1,3})[-.]?[0-9]{1,3}")


class Item(NamedTuple):
    """An item of what was brought.

    Attributes:
        number: the number typed before it; "" where there is none.
        passage: its words, without bullet and number.
    """

    number: str
    passage: Passage


def begins(line: Line, kind: str) -> bool:
    """Tells whether a line begins an item of a kind: by its style, a bullet, or a number of any sort."""
    return is_item(line) or bool(_parted(line.text, kind)[0])


def items(passage: Passage, kind: str) -> list[Item]:
    """Gives the items of a passage, deeper ones with the item above them; its lines where none is one.

    Args:
        passage: what was brought.
        kind: code of the list contribution_kind.
    """
    depths = [line.depth for line in passage.lines if begins(line, kind)]
    groups: list[list[Line]] = []
    numbers: list[str] = []
    for line in passage.lines:
        listed = begins(line, kind)
        deeper = bool(depths) and listed and line.depth > min(depths)
        if groups and (deeper or (depths and not listed)):
            groups[-1].append(Line(bare(line.text)))
        else:
            number, text = _parted(bare(line.text), kind) if listed else ("", line.text)
            numbers.append(number)
            groups.append([Line(text)])
    return [Item(number, passage.of(lines)) for number, lines in zip(numbers, groups, strict=True)]


def _parted(text: str, kind: str) -> tuple[str, str]:
    """Parts the number before an item from its words; a letter is none, and stays with them."""
    marker = read_marker(text, (kind,))
    if marker is not None and marker.number and marker.title:
        return marker.number, marker.title
    number, rest = after_adverb(text)
    if number:
        return number, rest
    number, rest = numbered(text)
    code = _CODE.fullmatch(number)
    if not number or number.isalpha() or (code is not None and code["letters"] not in _LETTERS.get(kind, ())):
        return "", text
    return number, rest
