"""How high the rows of a Word form are, about, so that what belongs together stays on one page.

Nothing here knows fonts: lines are counted from letters and the width that one has on average. Rows of tables are never
parted at their end or after their first row, and short tables are not parted at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import Final, Literal

from opengov_local.formats.paper.content import (
    Block,
    Box,
    Contents,
    Grid,
    Line,
    Lines,
    Part,
    Prose,
    Row,
    Sheet,
    Signatures,
)

LABEL_WIDTHS: Final = (3232, 3800, 4400, 5200)
"""Widths of a column of questions, in twentieths of a point; long questions want more room than answers leave."""
_LETTER: Final = 104
"""Width of a letter, in twentieths of a point, with the blank between words and what is left at the end of a line."""
_BOLD_LETTER: Final = 116
_SMALL: Final = 0.9
_INSET: Final = 216
_ITEM: Final = 340
_HEADING: Final = 2
_SHORT: Final = 6
"""A table of so few lines is kept whole: with its heading it leaves at most a seventh of a page blank."""
_PAIR: Final = 10
"""Two rows of so few lines stay together, of which one would stand alone: with their heading, a fifth of a page."""
_TO_SIGN: Final = 1247
"""Least room below the last line of a box that somebody signs and stamps, in twentieths of a point: 22 mm."""
_LINE_TO_SIGN: Final = 340
"""Height of a line of such a box."""
_SIGNATURES: Final = 9
"""Lines of a row of boxes to sign."""
_SMALL_END: Final = 6
"""A last part of no more lines is tied to the one before it."""
_WHOLE_END: Final = 18
"""Two parts of no more lines stay on one page: about a third of it."""
_TALL: Final = 14
"""A row of more lines may break over pages: what it leaves blank would be more than a quarter of a page."""


def label_width(rows: Sequence[Row], width: int) -> int:
    """Gives the width of the column of questions with which rows are least high; the narrower of two.

    Args:
        rows: questions with their answers.
        width: what questions and answers have together, in twentieths of a point.
    """
    asked = [row for row in rows if row.label is not None]
    return min(LABEL_WIDTHS, key=lambda label: sum(form_height(row, label, width) for row in asked))


def form_height(row: Row, label: int, width: int) -> int:
    """Counts the lines of a question and its answer, whichever has more."""
    if row.label is None:
        return height(row.lines, width)
    asked = _lines(len(row.label), label, _BOLD_LETTER) + (_lines(len(row.note), label, _LETTER) if row.note else 0)
    return max(asked, height(row.lines, width - label))


def grid_height(cells: Sequence[Lines], widths: Sequence[int]) -> int:
    """Counts the lines of the highest cell of a row in small letters; the last cell lies on what is left."""
    spans = [*widths[: len(cells) - 1], sum(widths[len(cells) - 1 :])]
    return max(height(lines, width, small=True) for lines, width in zip(cells, spans, strict=True))


@lru_cache(1 << 10)
def height(lines: Lines, width: int, *, small: bool = False) -> int:
    """Counts the lines that paragraphs have in a cell; many cells say the same, and are asked about more than once."""
    letter = _LETTER * (_SMALL if small else 1)
    return sum(_lines(_letters(line), width - _ITEM * (line.place != "plain"), letter) for line in lines)


def sheet_height(sheet: Sheet, label: int, width: int) -> int:
    """Counts the lines of a sheet, about: a heading is as high as two."""
    return _HEADING + sum(part_height(part, label, width) for part in sheet.parts)


def part_height(part: Part, label: int, width: int) -> int:
    """Counts the lines of a part with its heading, about."""
    lines = _HEADING
    for block in part.blocks:
        if isinstance(block, Row):
            lines += form_height(block, label, width)
        elif isinstance(block, Grid):
            widths = [width * weight // sum(block.weights) for weight in block.weights]
            lines += 1 + sum(grid_height(cells, widths) for cells in block.rows)
        elif isinstance(block, Prose):
            lines += height(block.lines, width)
        elif isinstance(block, Contents):
            lines += len(block.entries)
        else:
            lines += _SIGNATURES * ceil(len(block.boxes) / 2)
    return lines


def tie_of_end(heights: Sequence[int]) -> Literal["", "rows", "whole"]:
    """Tells how the last part of a sheet is tied to the one before it, so that a small one has no page of its own.

    Args:
        heights: lines of each part.

    Returns:
        "whole" where both stay on one page; "rows" where the last rows before it do; "" where it stands by itself.
    """
    if len(heights) < 2 or heights[-1] > _SMALL_END:
        return ""
    return "whole" if sum(heights[-2:]) <= _WHOLE_END else "rows"


def height_to_sign(boxes: Sequence[Box]) -> int:
    """Gives the least height of a row of boxes to sign, in twentieths of a point, so that a stamp has room in each."""
    return _TO_SIGN + _LINE_TO_SIGN * max(1 + bool(box.whose.phrases) + len(box.blanks) for box in boxes)


def may_break(lines: int) -> bool:
    """Tells whether a row of so many lines may break over pages."""
    return lines > _TALL


def kept_with_next(heights: Sequence[int]) -> tuple[bool, ...]:
    """Tells of each row of a table whether it stays on one page with the next: in a short table all but the last.

    In a longer one the first and the last but one do, so that neither begin nor end stands alone; not where that
    would be a large block, as three rows are of which both would stay with the one between them: the smaller two do.
    """
    last = len(heights) - 1
    if sum(heights) <= _SHORT:
        return tuple(number < last for number in range(len(heights)))
    ends = {number for number in (0, last - 1) if 0 <= number < last and sum(heights[number : number + 2]) <= _PAIR}
    if last == 2 and len(ends) == 2:
        ends.discard(0 if heights[2] <= heights[0] else 1)
    return tuple(number in ends for number in range(len(heights)))


def has_words_above(block: Block) -> bool:
    """Tells whether a block begins with words that stand above its table."""
    return isinstance(block, Prose) or (isinstance(block, Grid) and block.label is not None)


def is_signed(part: Part) -> bool:
    """Tells whether a part is nothing but boxes for signatures."""
    return bool(part.blocks) and all(isinstance(block, Signatures) for block in part.blocks)


def _letters(line: Line) -> int:
    return sum(len(phrase.text) + (len(phrase.mark) + 3 if phrase.mark else 0) for phrase in line.phrases)


def _lines(letters: int, width: int, letter: float) -> int:
    return max(1, ceil(letters * letter / (width - _INSET)))
