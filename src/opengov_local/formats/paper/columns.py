"""How wide the columns of tables are: as their words need it, alike in all tables with the same heads.

A column is never narrower than its longest word, so that no word is cut, and never wider than its longest line; what is
left goes to the columns that have most to say. Letters are counted, for nothing here knows fonts. A table with blank
cells is filled in by hand: its columns are as wide as the form says, where no word asks for more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from opengov_local.formats.paper.content import Grid, Line, Lines, Paper

_BREAKS: Final = re.compile(r"[ \t\n]|[/–—-](?![0-9])")
"""Where lines are parted; `112/2025` is one word."""
_BLANKS: Final = re.compile("[ \\t\\n]")
_LETTER: Final = 94
"""Width of a letter in a cell, on average, in twentieths of a point."""
_WORD_LETTER: Final = 112
"""The same within a word, of which all letters may be wide."""
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


@dataclass(slots=True)
class _Need:
    """What a column asks for, in letters.

    Attributes:
        word: its longest word.
        line: its longest line.
        half: the longer of the two lines that its longest short line is parted in, such as that of a date.
        cells: how many cells it has.
        squares: the squares of the numbers of their letters, so that long cells count for more than short ones.
        items: whether some of its cells are lists.
    """

    word: int = 0
    line: int = 0
    half: int = 0
    cells: int = 0
    squares: int = 0
    items: bool = False

    def add(self, lines: Lines) -> None:
        """Counts a cell."""
        here = 0
        for line in lines:
            here += self.count(_said(line))
            self.items = self.items or line.place != "plain"
        self.cells += 1
        self.squares += here * here

    def count(self, text: str) -> int:
        """Counts a line; gives its letters."""
        letters = len(text)
        if letters > self.word:
            self.word = max(self.word, *map(len, _BREAKS.split(text)))
            self.line = max(self.line, letters)
        if letters > self.half:  # no part of a shorter text is longer
            self.half = max(self.half, _half(text) if letters <= _SHORT else _SHORT // 2)
        return letters


class Columns:
    """The columns of all tables of a paper.

    Args:
        paper: the paper.
    """

    def __init__(self, paper: Paper) -> None:
        self._needs: dict[tuple[str, ...], list[_Need]] = {}
        self._widths: dict[tuple[tuple[str, ...], int], list[int]] = {}
        self._by_hand: set[tuple[str, ...]] = set()
        for sheet in paper.sheets:
            for part in sheet.parts:
                for block in part.blocks:
                    if isinstance(block, Grid):
                        self._count(block)

    def widths(self, grid: Grid, width: int) -> list[int]:
        """Gives the widths of the columns of a table.

        Args:
            grid: a table of the paper.
            width: what all its columns have together, in twentieths of a point.
        """
        if grid.head in self._by_hand:
            return weighted(self._needs[grid.head], grid.weights, width)
        key = grid.head, width
        if key not in self._widths:
            self._widths[key] = fitted(self._needs[grid.head], width)
        return self._widths[key]

    def _count(self, grid: Grid) -> None:
        needs = self._needs.get(grid.head)
        if needs is None:
            needs = self._needs[grid.head] = [_Need() for _ in grid.head]
            for need, title in zip(needs, grid.head, strict=True):
                need.count(title)
        for cells in grid.rows:
            alone = cells if len(cells) == len(needs) else cells[:-1]  # the last lies on several columns
            for need, cell in zip(needs, alone, strict=False):
                need.add(cell)
                if not any(line.text.strip() for line in cell):
                    self._by_hand.add(grid.head)


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
    masses = [(need.squares / max(1, need.cells)) ** _LEVELLING for need in needs]
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


@lru_cache(1 << 10)
def _half(text: str) -> int:
    """Gives the length of the longer of two lines that a text is parted in, where that is least."""
    return min((max(blank.start(), len(text) - blank.end()) for blank in _BLANKS.finditer(text)), default=len(text))


def _whole(shares: Sequence[float], width: int) -> list[int]:
    """Rounds shares so that together they are the width."""
    widths = [int(each) for each in shares]
    widths[widths.index(max(widths))] += width - sum(widths)
    return widths


def _said(line: Line) -> str:
    """Gives the words of a line with the marks of their languages."""
    if len(line.phrases) == 1 and not line.phrases[0].mark:
        return line.phrases[0].text
    return "".join(phrase.text + (f" [{phrase.mark}]" if phrase.mark else "") for phrase in line.phrases)
