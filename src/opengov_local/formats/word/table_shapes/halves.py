"""Answers that one cell gives in two languages: "Régie communale" above «شساعة المداخيل», or with a slash between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from opengov_local.formats.word.docx.blocks import Cell, Paragraph
from opengov_local.formats.word.table_shapes.table_parts import Answer, Part
from opengov_local.formats.wording.words.bilingual import two_parts
from opengov_local.importing.language import language_of

_FEWEST: Final = 2
"""Answers in two languages that tell that a card gives all of them so."""
_LATIN: Final = "latin"
_WORDED: Final = re.compile(r"[^\W\d_]{2}")
_SLASH: Final = re.compile(r"\s+/\s+")


def in_halves(parts: Sequence[Part]) -> list[Part]:
    """Gives the parts of a table, with answers in two halves where the card gives them in two languages.

    Args:
        parts: the parts of the table.
    """
    alone = [part.cells[0] for part in parts if isinstance(part, Answer) and len(part.cells) == 1]
    told = sum(len(_by_script(cell)) > 1 for cell in alone)
    worded = sum(_WORDED.search(cell.text) is not None for cell in alone)
    if told < _FEWEST or 2 * told < worded:
        return list(parts)
    return [_halved(part) if isinstance(part, Answer) and len(part.cells) == 1 else part for part in parts]


def _halved(part: Answer) -> Answer:
    (cell,) = part.cells
    halves = _by_script(cell) or _alike(cell)
    if not halves:
        return part
    first, second = (replace(cell, paragraphs=tuple(half)) for half in halves)
    return replace(part, cells=(first, replace(second, tables=())), twofold=True)


def _by_script(cell: Cell) -> list[list[Paragraph]]:
    """Parts the lines of a cell where their script changes, if it does so once; nothing for any other cell."""
    lines = cell.lines
    if len(lines) == 1:
        return [[replace(lines[0], text=text)] for text in two_parts(lines[0].text)]
    tongues = [language_of(line.text, _LATIN) if _WORDED.search(line.text) else "" for line in lines]
    for at, tongue in enumerate(tongues):
        tongues[at] = tongue or (tongues[at - 1] if at else next(filter(None, tongues), ""))
    turns = [at for at, (one, other) in enumerate(pairwise(tongues), 1) if one != other]
    return [lines[: turns[0]], lines[turns[0] :]] if len(turns) == 1 and "ar" in tongues else []


def _alike(cell: Cell) -> list[list[Paragraph]]:
    """Parts two lines, or two sides of a slash, that say the same without words: "31/12/2025 / 31/12/2025"."""
    lines = cell.lines
    sides = _SLASH.split(lines[0].text) if len(lines) == 1 else [line.text for line in lines]
    if len(sides) != _FEWEST or sides[0] != sides[1]:
        return []
    return [[replace(lines[0], text=sides[0])], [replace(lines[-1], text=sides[1])]]
