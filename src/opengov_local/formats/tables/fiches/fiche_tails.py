"""The end of a fiche: what stands below its answers and tables is no answer, but a note or a place to sign."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.tables.fiches.fiche_blocks import Block
from opengov_local.formats.tables.fiches.label_lines import MARKS, Line
from opengov_local.formats.tables.grid.rearranged import Cell
from opengov_local.formats.wording.words.signing import is_place_and_day, signs


def notes_below(read: Sequence[Line], block: Block) -> list[list[Cell]]:
    """Takes the notes and signatures from the end of a fiche, and gives the cells of each line, top down.

    These are lines of nothing but signatures, titles with nothing below them, and texts without a label behind a
    blank line. The lines become blank.

    Args:
        read: the lines of the sheet.
        block: the fiche.
    """
    found: list[list[Cell]] = []
    at = block.end - 1
    while at > block.first and read[at].kind in ("blank", "more", "step", "title", "pairs"):
        line = read[at]
        if line.kind != "blank":
            top = _top(read, at)
            behind_gap = line.kind == "more" and read[top - 1].kind == "blank"
            if not (behind_gap or line.kind == "title" or _signs(line)):
                break
            for row in range(top if behind_gap else at, at + 1):
                found.append(_emptied(read[row]))
            at = top if behind_gap else at
        at -= 1
    return sorted(found)


def _top(read: Sequence[Line], at: int) -> int:
    """Gives the first of the lines without a label that a line stands among."""
    while read[at - 1].kind == "more":
        at -= 1
    return at


def _signs(line: Line) -> bool:
    """Tells whether all cells of a line say who signs, or where and when."""
    texts = [str(value) for _, value in line.cells]
    for pair in line.pairs:
        if pair.meaning is not None:
            return False
        texts += [pair.heading, *(str(value) for _, value in pair.said)]
    return all(signs(text.rstrip(MARKS)) or is_place_and_day(text, signed=True) for text in texts)


def _emptied(line: Line) -> list[Cell]:
    cells = {cell for cell, _ in line.cells}
    for pair in line.pairs:
        cells |= {pair.cell, *(cell for cell, _ in pair.said)}
    line.kind, line.pairs, line.cells = "blank", [], []
    return sorted(cells)
