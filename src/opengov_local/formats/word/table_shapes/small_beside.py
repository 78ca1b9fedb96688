"""Small tables beside a label that is merged over all their rows: "Indicateurs" in front of "Indicateur | Cible"."""

from __future__ import annotations

from typing import Final

from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.table_shapes.table_parts import Column, Records
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.small_tables import targets_of
from opengov_local.importing.words import read_amount

_FEWEST: Final = 3
"""Cells of a row with a label and two headings."""


def small_beside(table: Table, row: int, labels: Labels) -> Records | None:
    """Reads a small table of funders or indicators that a label stands in front of, as far down as the label goes.

    Args:
        table: the table.
        row: number of the row of its headings, from 0.
        labels: knows labels.
    """
    cells = table.rows[row]
    if (paid := _paid_beside(table, row, labels)) is not None:
        return paid
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


def _paid_beside(table: Table, row: int, labels: Labels) -> Records | None:
    """Reads who pays which sum, without headings, beside their label: "Montage financier | Commune | 9 000 DH"."""
    cells = table.rows[row]
    if len(cells) != _FEWEST or not any(each.field == "funder" for each in labels.meanings(cells[0].text)):
        return None
    label, name, paid = cells
    numbers = range(row, min(row + label.height, len(table.rows)))
    rows = tuple(
        (number + 1, {at: cell for at, cell in table.covering[number].items() if cell is not label})
        for number in numbers
    )
    if not all(_pays(there.get(name.column), there.get(paid.column)) for _, there in rows):
        return None
    columns = tuple(Column(cell.column, label.text, ()) for cell in (name, paid))
    return Records((label,), columns, rows, {name.column: "budget.funder", paid.column: "budget.amount"})


def _pays(name: Cell | None, paid: Cell | None) -> bool:
    """Tells whether a cell names somebody and the other says a sum of money."""
    if name is None or paid is None or not name.text or any(map(str.isdigit, name.text)):
        return False
    reading = read_amount(paid.text)
    return reading.value is not None and reading.currency is not None
