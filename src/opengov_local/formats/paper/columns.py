"""How wide the columns of tables are: as their words need it, alike in all tables with the same heads.

A column is never narrower than its longest word, so that no word is cut, and never wider than its longest line; what is
left goes to the columns that have most to say. Letters are counted, for nothing here knows fonts. A table with blank
cells is filled in by hand: its columns are as wide as the form says, where no word asks for more.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from opengov_local.formats.paper.content import Grid, Lines, Paper, Phrase, Place

_DASHES: Final = re.compile("[/–—-](?![0-9])")
"""Where lines are parted beside blanks; `112/2025` is one word."""
_LETTER: Final = 94
"""Width of a letter in a cell, on average, in twentieths of a point."""
_WORD_LETTER: Final = 112
"""The same within a word, of which all letters may be wide."""
_CAPITAL: Final = 1.2
"""How many letters one of a code in capitals is as wide as."""
_CODE: Final = 12
"""A column with a longer word has room for codes."""
_INSET: Final = 150
_ITEM: Final = 320
"""Room that the sign of a list takes."""
_WIDEST_WORD: Final = 0.3
"""What of the table a single word may ask for: an address is broken rather."""
_SHORT: Final = 24
"""A line of so few letters, such as a date or a sum, is parted once at most."""
_STEPS: Final = 24
_LEVELLING: Final = 0.375
"""Power of the mean square: with 0.5 all cells of a row would be as high, and dates would stand in three lines."""


@dataclass(frozen=True, slots=True)
class _Need:
    """What a column asks for, in letters.

    Attributes:
        word: its longest word.
        line: its longest line.
        half: the longer of the two lines that its longest short line is parted in, such as that of a date.
        mean: the mean of the squares of the letters of its cells, so that long cells count for more than short ones.
        items: whether some of its cells are lists.
    """

    word: int
    line: int
    half: int
    mean: float
    items: bool


class Columns:
    """The columns of all tables of a paper, measured when one with their heads is drawn.

    Args:
        paper: the paper.
    """

    def __init__(self, paper: Paper) -> None:
        self._rows: defaultdict[tuple[str, ...], list[tuple[Lines, ...]]] = defaultdict(list)
        for sheet in paper.sheets:
            for part in sheet.parts:
                for block in part.blocks:
                    if isinstance(block, Grid):
                        self._rows[block.head] += block.rows
        self._measured: dict[tuple[str, ...], tuple[list[_Need], bool]] = {}
        self._widths: dict[tuple[tuple[str, ...], tuple[int, ...], int], list[int]] = {}

    def widths(self, grid: Grid, width: int) -> list[int]:
        """Gives the widths of the columns of a table.

        Args:
            grid: a table of the paper.
            width: what all its columns have together, in twentieths of a point.
        """
        key = grid.head, grid.weights, width
        if key not in self._widths:
            if grid.head not in self._measured:
                self._measured[grid.head] = _measured(grid.head, self._rows[grid.head])
            needs, by_hand = self._measured[grid.head]
            self._widths[key] = weighted(needs, grid.weights, width) if by_hand else fitted(needs, width)
        return self._widths[key]


def _measured(head: Sequence[str], rows: Sequence[tuple[Lines, ...]]) -> tuple[list[_Need], bool]:
    """Gives what the columns of tables ask for, and whether some cells are blank, to be filled in by hand."""
    count = len(head)
    whole = [row for row in rows if len(row) == count]
    columns: list[list[Lines]] = [*map(list, zip(*whole, strict=True))] or [[] for _ in head]
    for row in rows:
        if len(row) != count:  # its last cell lies on several columns
            for column, cell in zip(columns, row[:-1], strict=False):
                column.append(cell)
    needs = [_need(title, column) for title, column in zip(head, columns, strict=True)]
    return [need for need, _ in needs], any(blank for _, blank in needs)


def _need(title: str, cells: Sequence[Lines]) -> tuple[_Need, bool]:
    """Gives what a column asks for, and whether some of its cells are blank."""
    texts, places, squares, blank = {title}, set[Place](), 0, False
    for lines, times in Counter(cells).items():
        letters, said = 0, ""
        for line in lines:
            phrases = line.phrases
            said = phrases[0].text if len(phrases) == 1 and not phrases[0].mark else _said(phrases)
            texts.add(said)
            places.add(line.place)
            letters += len(said)
        squares += letters * letters * times
        if not blank and (not said or said.isspace()):
            blank = not any(line.text.strip() for line in lines)
    longest, items = max(map(len, texts)), not places <= {"plain"}
    mean = squares / max(1, len(cells))
    return _Need(_longest_word(texts), longest, _halves(texts, longest), mean, items), blank


def _longest_word(texts: Iterable[str]) -> int:
    """Gives the letters of the longest word of some texts; those of a code in capitals (`MADRA0003`) count for more."""
    words = _DASHES.sub(" ", _spaced("\n".join(texts))).split(" ")
    longest = max(map(len, words))
    if longest > _CODE:
        return longest
    return max([longest, *(ceil(len(word) * _CAPITAL) for word in words if len(word) > 3 and word.isupper())])


def _halves(texts: Iterable[str], longest: int) -> int:
    """Gives the longer of the two lines that the longest short text is parted in.

    Args:
        texts: some texts, of which the short ones are looked at.
        longest: the letters of the longest of them.
    """
    half = _SHORT // 2 if longest > _SHORT else 0
    for text in texts:
        if half < len(text) <= _SHORT:  # no part of a shorter text is longer
            half = max(half, _half(_spaced(text)))
    return half


def fitted(needs: Sequence[_Need], width: int) -> list[int]:
    """Shares a width among columns that ask for something."""
    least, most = [], []
    for need in needs:
        room = _INSET + _ITEM * need.items
        two_lines = (need.half + 1) * _LETTER  # of a date, which reads badly in three or four
        least.append(max(_word(need, width), min(two_lines + room, _WIDEST_WORD * width)))
        most.append(max(least[-1], need.line * _LETTER + room))
    if sum(least) >= width or sum(most) <= width:
        given = least if sum(least) >= width else most
        return _whole([width * each / sum(given) for each in given], width)
    masses = [need.mean**_LEVELLING for need in needs]
    low, high = 0.0, float(width)
    shares = least
    for _ in range(_STEPS):
        level = (low + high) / 2
        shares = [min(max(level * mass, small), large) for mass, small, large in zip(masses, least, most, strict=True)]
        low, high = (low, level) if sum(shares) > width else (level, high)
    return _whole([width * each / sum(shares) for each in shares], width)


def weighted(needs: Sequence[_Need], weights: Sequence[float], width: int) -> list[int]:
    """Shares a width among columns by their weights; one whose longest word needs more has that."""
    words = [_word(need, width) for need in needs]
    fixed: dict[int, float] = {}
    while len(fixed) < len(needs):
        rest = (width - sum(fixed.values())) / sum(weight for at, weight in enumerate(weights) if at not in fixed)
        tight = {at: words[at] for at, weight in enumerate(weights) if at not in fixed and weight * rest < words[at]}
        if not tight:
            return _whole([fixed.get(at, weight * rest) for at, weight in enumerate(weights)], width)
        fixed |= tight
    return _whole([width * each / sum(words) for each in words], width)


def _word(need: _Need, width: int) -> float:
    """Gives what the longest word of a column asks for."""
    return min(need.word * _WORD_LETTER + _INSET + _ITEM * need.items, _WIDEST_WORD * width)


def _half(text: str) -> int:
    """Gives the length of the longer of two lines that a text is parted in, where that is least: next to its middle."""
    letters, middle = len(text), (len(text) + 1) // 2
    before, behind = text.rfind(" ", 0, middle), text.find(" ", middle)
    return min(letters - 1 - before, behind if behind >= 0 else letters)


def _spaced(text: str) -> str:
    """Puts a space for each blank."""
    return text.replace("\n", " ").replace("\t", " ")


def _whole(shares: Sequence[float], width: int) -> list[int]:
    """Rounds shares so that together they are the width."""
    widths = [int(each) for each in shares]
    widths[widths.index(max(widths))] += width - sum(widths)
    return widths


def _said(phrases: Iterable[Phrase]) -> str:
    """Gives the words of a line with the marks of their languages."""
    return "".join([f"{phrase.text} [{phrase.mark}]" if phrase.mark else phrase.text for phrase in phrases])
