"""Titles of minutes in the first row of a table: "Commune de X | Compte rendu de l'atelier" above date and place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from opengov_local.formats.word.docx.blocks import Block, Cell, Paragraph, Table
from opengov_local.formats.word.head.head_lines import may_head
from opengov_local.formats.wording.words.minute_words import is_minutes, names_minutes, says_minutes

_FIRST: Final = 4
"""Blocks among which the table stands."""
_LONGEST: Final = 250


def with_title_row(blocks: Sequence[Block]) -> list[Block]:
    """Puts the title of minutes, and whose they are, in front of the table whose first row holds nothing else.

    Args:
        blocks: the blocks of a file.
    """
    at = next((at for at, block in enumerate(blocks[:_FIRST]) if isinstance(block, Table)), None)
    table = None if at is None else blocks[at]
    if at is None or not isinstance(table, Table) or not table.rows or not _is_title_row(table.rows[0]):
        return list(blocks)
    if any(isinstance(block, Paragraph) and says_minutes(block.text) for block in blocks[:at]):
        return list(blocks)
    lines = [
        replace(next(iter(cell.paragraphs), Paragraph("")), text=cell.text, piece=cell.piece)
        for cell in table.rows[0]
        if cell.text
    ]
    rows = tuple(tuple(replace(cell, row=cell.row - 1) for cell in row) for row in table.rows[1:])
    below: list[Block] = [replace(table, rows=rows)] if rows else []
    return [*blocks[:at], *lines, *below, *blocks[at + 1 :]]


def _is_title_row(row: Sequence[Cell]) -> bool:
    """Tells whether a row holds a title of minutes, and beside it nothing but lines of a letterhead."""
    said = [cell for cell in row if cell.text]
    titles = [cell for cell in said if _is_title(cell.text)]
    others = [cell for cell in said if cell not in titles]
    plain = all(cell.height == 1 and not cell.tables for cell in row)
    return plain and len(titles) == 1 and all("\n" not in cell.text and may_head(cell.piece) for cell in others)


def _is_title(text: str) -> bool:
    return len(text) < _LONGEST and "\n" not in text and names_minutes(text) and not is_minutes(text)
