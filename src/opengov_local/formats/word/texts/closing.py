"""Where a document closes: a formula, the place and day of signing, and who signs; nothing of the plan stands there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local.formats.word.docx.blocks import Block, Paragraph, Table
from opengov_local.formats.word.texts.headings import CONCEPTS, LOWEST, level
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.letters import closes
from opengov_local.formats.wording.words.markers import read_marker
from opengov_local.formats.wording.words.signing import LONGEST, is_place_and_day, signs

_MOST: Final = 12
"""Blocks of the longest close, from the place and day, or the first who signs, on."""


def closing_of(blocks: Sequence[Block], labels: Labels, first: int = 0) -> int | None:
    """Gives the position of the first block of the close; None where a document ends without one.

    Args:
        blocks: the blocks of the document.
        labels: knows labels; where something is asked, nothing closes.
        first: the first position where it may begin.
    """
    found = None
    for at in range(len(blocks) - 1, first - 1, -1):
        block = blocks[at]
        if not _may_close(block, labels):
            break
        if _opens(blocks, at, labels):
            found = at
    return found


def _opens(blocks: Sequence[Block], at: int, labels: Labels) -> bool:
    """Tells whether the close can begin with a block: with a formula, or with place, day or name of who signs."""
    block, behind = blocks[at], blocks[at + 1 :]
    if isinstance(block, Table):
        return len(behind) < _MOST and is_of_signatures(block)
    before = blocks[at - 1] if at else None
    if block.list_level is not None or (isinstance(before, Paragraph) and labels.meanings(before.text)):
        return False
    if closes(block.text):
        return True
    if len(behind) >= _MOST or any(isinstance(each, Paragraph) and len(each.text) > LONGEST for each in behind):
        return False
    alone = not behind and isinstance(before, Paragraph) and before.list_level is not None
    if signs(block.text):
        return True
    signed = bool(behind) and (is_of_signatures(behind[0]) if isinstance(behind[0], Table) else signs(behind[0].text))
    return is_place_and_day(block.text, signed=signed) and not alone


def is_of_signatures(table: Table) -> bool:
    """Tells whether the first row of a small table says who signs below it."""
    first = [cell.text for cell in table.rows[0] if cell.text] if table.rows else []
    said = [cell for cell in table.cells() if cell.text]
    return bool(first) and len(said) <= _MOST and all(map(signs, first))


def _may_close(block: Block, labels: Labels) -> bool:
    """Tells whether a block can stand in a close: it asks nothing and names nothing."""
    if isinstance(block, Table):
        return all(_says_who(cell.text, labels) and not cell.tables for cell in block.cells() if cell.text)
    if block.list_level is not None or block.answers or 0 < level(block) < LOWEST:
        return False
    return _says_who(block.text, labels)


def _says_who(text: str, labels: Labels) -> bool:
    if signs(text):
        return True
    marker = read_marker(text, CONCEPTS)
    return labels.read(text) is None and not (marker and marker.number)
