"""Small tables beside a label that is merged over all their rows: "Indicateurs" in front of "Indicateur | Cible"."""

from __future__ import annotations

from typing import Final

from opengov_local.formats.word.docx.blocks import Table
from opengov_local.formats.word.table_shapes.table_parts import Column, Records
from opengov_local.formats.wording.words.small_tables import targets_of

_FEWEST: Final = 3
"""Cells of a row with a label and two headings."""


def small_beside(table: Table, row: int) -> Records | None:
    """Reads a small table of funders or indicators that a label stands in front of, as far down as the label goes.

    Args:
        table: the table.
        row: number of the row of its headings, from 0.
    """
    cells = table.rows[row]
    if len(cells) < _FEWEST or cells[0].height < len(("headings", "row")):
        return None
    label, *heads = cells
    targets = targets_of([cell.text for cell in heads])
    if targets is None:
        return None
    small = {cell.column: target for cell, target in zip(heads, targets, strict=True) if target}
    columns = tuple(Column(cell.column, cell.text, ()) for cell in heads if cell.text)
    behind = label.column + label.width
    rows = tuple(
        (number + 1, {column: cell for column, cell in table.covering[number].items() if column >= behind})
        for number in range(row + 1, min(row + label.height, len(table.rows)))
    )
    return Records((label, *(cell for cell in heads if cell.text)), columns, rows, small) if rows else None
