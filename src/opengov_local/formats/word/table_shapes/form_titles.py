"""Titles of commitment forms that stand alone in the row above their first question: "1. Budget ouvert"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from opengov_local.formats.word.docx.blocks import Block, Cell, Paragraph, Table
from opengov_local.formats.word.table_shapes.table_parts import Answer, Loose, Part
from opengov_local.formats.word.table_shapes.tables import parts_of
from opengov_local.formats.word.table_shapes.unmarked import asks_surely, commitment_headings, names_commitment
from opengov_local.formats.word.texts.headings import CONCEPTS, level, marker_of
from opengov_local.formats.word.texts.passages import numbered
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.markers import Marker, read_marker
from opengov_local.formats.wording.words.plan_words import is_letterhead, names_plan
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import fold

_LONGEST: Final = 200
_LETTERS: Final = re.compile(r"[^\W\d_]{3}")
_ENDS: Final = (".", ":", "：", "?", "؟", ";", "؛")
"""Signs that end sentences and questions, and no titles."""
_FEWEST: Final = 2
"""Questions of a form, and forms that are no accident."""


class _Head(NamedTuple):
    """The rows of one cell that stand above the first question of a form.

    Attributes:
        at: position of its table.
        rows: the cells; None for those whose words are no title.
        asks: the folded label of the first question below them.
        timed: whether nothing but two dates stands between them.
    """

    at: int
    rows: tuple[Cell | None, ...]
    asks: str
    timed: bool


def with_form_titles(blocks: Sequence[Block], labels: Labels) -> list[Block]:
    """Marks the rows that name the commitment of a form, though their words do not say so.

    Several forms begin with the same question, and in just one of the rows above it another text stands in each of
    them. Of one form alone the row has a number, or two dates stand below it; else it may be anything. Nothing is
    marked where headings above the forms name them.

    Args:
        blocks: the blocks of a file.
        labels: the labels of the file.
    """
    blocks = [part for block in blocks for part in (_each_form(block, labels) if isinstance(block, Table) else [block])]
    found: dict[tuple[str, int], list[_Head]] = defaultdict(list)
    for at, block in enumerate(blocks):
        head = _head(at, block, labels) if isinstance(block, Table) else None
        if head is not None:
            found[head.asks, len(head.rows)].append(head)
    cells = {at: cell for heads in found.values() for at, cell in _titles(heads)}
    if not cells or _are_headed(sorted(cells), blocks, labels):
        return blocks
    return [_marked(block, cells[at]) if at in cells else block for at, block in enumerate(blocks)]


def _each_form(table: Table, labels: Labels) -> Iterator[Table]:
    """Parts a table where the same questions begin again below a row over all its columns: each is a form."""
    parts = parts_of(table, labels)
    asked = [(part.label, fold(part.said.label)) for part in parts if isinstance(part, Answer) and _is_asked(part)]
    at = [number for number, (_, label) in enumerate(asked) if label == asked[0][1]]
    forms = [asked[start:end] for start, end in pairwise([*at, len(asked)])]
    alike = len({tuple(label for _, label in form) for form in forms}) == 1
    if not alike or len(forms) < _FEWEST or len(forms[0]) < _FEWEST or any(map(_names, parts)):
        yield table
        return
    starts = [form[0][0].row - 1 for form in forms]
    while all(start and len(table.rows[start - 1]) == 1 for start in starts):
        starts = [start - 1 for start in starts]
    if any(len(table.rows[start]) > 1 for start in starts):
        starts = starts[:1]
    for start, end in pairwise([0, *starts[1:], len(table.rows)]):
        rows = (tuple(replace(cell, row=cell.row - start) for cell in row) for row in table.rows[start:end])
        yield replace(table, rows=tuple(rows))


def _head(at: int, table: Table, labels: Labels) -> _Head | None:
    """Gives the rows above the first question of a form; None where a table is none, or names its commitment."""
    parts = parts_of(table, labels)
    rows = list(takewhile(_is_alone, parts))
    below = next(iter(parts[len(rows) :]), None)
    timed = bool(rows) and _is_span(rows[-1])
    rows = rows[:-1] if timed else rows
    if not rows or not isinstance(below, Answer) or not _is_asked(below) or not _asks(parts) or any(map(_names, parts)):
        return None
    over = [part for part, under in pairwise(parts) if isinstance(part, Loose) and part.alone and _is_asked(under)]
    if sum(bool(numbered(part.cell.text)[0]) for part in over) > 1:  # "1. Identification", "2. Calendrier" are parts
        return None
    able = tuple(part.cell if isinstance(part, Loose) and _may_name(part, labels) else None for part in rows)
    return _Head(at, able, fold(below.said.label), timed)


def _is_alone(part: Part) -> bool:
    """Tells whether a cell stands alone on its row: one that asks nothing, or names the form, "Fiche projet"."""
    if isinstance(part, Answer):
        return not part.cells and not part.said.value
    return isinstance(part, Loose) and part.alone


def _may_name(part: Loose, labels: Labels) -> bool:
    """Tells whether a cell can be the title of a commitment by its place and its words."""
    text = part.cell.text.strip()
    if part.twin is not None or part.cell.named is not None or "\n" in text or len(text) > _LONGEST:
        return False
    if not _LETTERS.search(text) or text.endswith(_ENDS) or labels.read(text) is not None:
        return False
    if read_marker(text, CONCEPTS) is not None or names_plan(text) or is_letterhead(text):
        return False
    return read_date(text) is None


def _is_span(part: Part) -> bool:
    """Tells whether a cell alone on its row says from when to when something lasts."""
    reading = read_date(part.cell.text) if isinstance(part, Loose) and part.alone else None
    return reading is not None and bool(reading.start and reading.end) and reading.kind != "date"


def _names(part: Part) -> bool:
    """Tells whether a part of a table asks for the name of a commitment."""
    return isinstance(part, Answer) and names_commitment(part.said.meanings)


def _is_asked(part: Part) -> bool:
    return isinstance(part, Answer) and any(meaning.concept == "commitment" for meaning in part.said.meanings)


def _asks(parts: Sequence[Part]) -> bool:
    """Tells whether parts of a table are a form: several questions on a commitment, one of them on it alone."""
    asked = [part for part in parts if isinstance(part, Answer) and _is_asked(part)]
    return len(asked) >= _FEWEST and any(asks_surely(part.said.meanings) for part in asked)


def _titles(heads: Sequence[_Head]) -> Iterator[tuple[int, Cell]]:
    """Gives the rows above one and the same question that name what is asked about, by the places of their tables."""
    if len(heads) < _FEWEST:
        last = heads[0].rows[-1]
        if last is not None and (heads[0].timed or numbered(last.text)[0]):
            yield heads[0].at, last
        return
    rows = [[cell for cell in row if cell is not None] for row in zip(*(head.rows for head in heads), strict=True)]
    able = [row for row in rows if len({fold(cell.text) for cell in row}) == len(heads)]
    for head, cell in zip(heads, able[0], strict=True) if len(able) == 1 else ():
        yield head.at, cell


def _are_headed(tables: Sequence[int], blocks: Sequence[Block], labels: Labels) -> bool:
    """Tells whether headings between the tables name commitments; of several, one above the first may head them all."""
    headings = commitment_headings(blocks, labels)
    among = range(tables[0] if len(tables) > 1 else 0, tables[-1])
    return any(at in headings or _names_commitment(blocks[at]) for at in among)


def _names_commitment(block: Block) -> bool:
    marker = marker_of(block, ("commitment",)) if isinstance(block, Paragraph) else None
    return marker is not None and bool(marker.number or (isinstance(block, Paragraph) and level(block)))


def _marked(block: Block, title: Cell) -> Block:
    """Gives a table whose first row names a commitment."""
    named = replace(title, named=Marker("commitment", *numbered(title.text), ""))
    if not isinstance(block, Table):
        return block
    place = title.piece.place
    return replace(block, rows=tuple(tuple(named if c.piece.place == place else c for c in row) for row in block.rows))
