"""Titles in the first rows of a table: of minutes, "Commune de X | Compte rendu", or of the plan that it lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from opengov_local.formats.word.docx.blocks import Block, Cell, Paragraph, Table
from opengov_local.formats.word.head.head_lines import may_head
from opengov_local.formats.wording.words.markers import word_of
from opengov_local.formats.wording.words.minute_words import is_minutes, names_minutes, says_minutes
from opengov_local.formats.wording.words.plan_words import begins_with, names_plan

_FIRST: Final = 4
"""Blocks among which the table stands."""
_LONGEST: Final = 250
_MOST: Final = 4
_FEWEST: Final = 3
"""Columns of a list: a form has two."""


def with_title_row(blocks: Sequence[Block]) -> list[Block]:
    """Puts a title, and whose it is, in front of the table whose first rows hold nothing else.

    It is that of minutes, in one row, or of a plan, in rows of one cell each that lie over the whole table.

    Args:
        blocks: the blocks of a file.
    """
    at = next((at for at, block in enumerate(blocks[:_FIRST]) if isinstance(block, Table)), None)
    table = None if at is None else blocks[at]
    if at is None or not isinstance(table, Table):
        return list(blocks)
    above = [block.text for block in blocks[:at] if isinstance(block, Paragraph)]
    count = 1 if table.rows and _is_title_row(table.rows[0]) and not any(map(says_minutes, above)) else 0
    count = count or (0 if any(map(names_plan, above)) else _title_rows(table))
    lines = [
        replace(next(iter(cell.paragraphs), Paragraph("")), text=cell.text, piece=cell.piece)
        for row in table.rows[:count]
        for cell in row
        if cell.text
    ]
    rows = tuple(tuple(replace(cell, row=cell.row - count) for cell in row) for row in table.rows[count:])
    below: list[Block] = [replace(table, rows=rows)] if rows else []
    return [*blocks[:at], *lines, *below, *blocks[at + 1 :]] if count else list(blocks)


def _title_rows(table: Table) -> int:
    """Gives how many rows above those of a list lie over all its columns, where one of them names a plan."""
    rows = list(takewhile(lambda row: len(row) == 1 and row[0].width == table.width and row[0].height == 1, table.rows))
    texts = [row[0].text for row in rows]
    plain = all(len(text) < _LONGEST and "\n" not in text and not word_of(text) for text in texts)
    listed = len(rows) <= _MOST and len(table.rows) > len(rows) and len(table.rows[len(rows)]) >= _FEWEST
    return len(rows) if plain and listed and any(begins_with(text, "plan") for text in texts) else 0


def _is_title_row(row: Sequence[Cell]) -> bool:
    """Tells whether a row holds a title of minutes, and beside it nothing but lines of a letterhead."""
    said = [cell for cell in row if cell.text]
    titles = [cell for cell in said if _is_title(cell.text)]
    others = [cell for cell in said if cell not in titles]
    plain = all(cell.height == 1 and not cell.tables for cell in row)
    return plain and len(titles) == 1 and all("\n" not in cell.text and may_head(cell.piece) for cell in others)


def _is_title(text: str) -> bool:
    return len(text) < _LONGEST and "\n" not in text and names_minutes(text) and not is_minutes(text)
