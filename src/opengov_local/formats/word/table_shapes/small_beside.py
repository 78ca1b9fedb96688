"""Small tables beside a label that is merged over all their rows: "Indicateurs" in front of "Indicateur | Cible"."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.table_shapes.table_parts import Column, Records
from opengov_local.formats.wording.headings.phrases import heads
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.persons_named import is_body
from opengov_local.formats.wording.words.small_tables import targets_of, year_of
from opengov_local.importing.words import read_amount

_FEWEST: Final = 3
"""Cells of a row with a label and two headings."""
_MONEY: Final = frozenset({"budget", "funder"})


def small_beside(table: Table, row: int, labels: Labels) -> Records | None:
    """Reads a small table of funders or indicators that a label stands in front of, as far down as the label goes.

    Args:
        table: the table.
        row: number of the row of its headings, from 0.
        labels: knows labels.
    """
    cells = table.rows[row]
    if (paid := _paid_beside(table, row, labels) or _paid_below(table, row, labels)) is not None:
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
    asked = {each.field for each in labels.meanings(cells[0].text)} & _MONEY if len(cells) == _FEWEST else set()
    if not asked:
        return None
    label, name, paid = cells
    if "funder" not in asked and (label.height < len(("one", "other")) or not is_body(name.text)):
        return None
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


def _paid_below(table: Table, row: int, labels: Labels) -> Records | None:
    """Reads years, or funders, with the sums in the row below them, behind one label: "Coût (DH) | 2025 | 2026"."""
    if len(table.rows[row]) < _FEWEST:
        return None
    label, *named = table.rows[row]
    money = any(each.field in _MONEY for each in labels.meanings(label.text))
    if not money or row + 1 == len(table.rows) or label.height > len(("names", "sums")):
        return None
    below = {cell.column: cell for cell in table.covering[row + 1].values() if cell is not label and cell.text}
    kinds = {column for cell in named if (column := _kind(cell.text)) != "total"}
    if len(kinds) != 1 or "" in kinds or not _are_sums(below, {cell.column for cell in named}):
        return None
    paid = [(cell, below[cell.column]) for cell in named if cell.column in below]
    full = [(name, sum_) for name, sum_ in paid if any(map(str.isalnum, sum_.text))]
    number = row + len(("names", "sums"))
    rows = [(number, {1: replace(name, row=number, column=1), 2: replace(sum_, column=2)}) for name, sum_ in full]
    rows += [(number, {2: replace(sum_, column=2)}) for name, sum_ in paid if (name, sum_) not in full]
    bare = (name for name in named if all(name is not one for one, _ in full))
    columns = tuple(Column(at, label.text, ()) for at in (1, 2))
    return Records((label, *bare), columns, tuple(rows), {1: f"budget.{kinds.pop()}", 2: "budget.amount"})


def _kind(text: str) -> str:
    """Tells whether a cell above a sum names its year, who pays it, or is the total of those beside it."""
    if text.strip().isdecimal():
        return "year" if year_of(text) else ""
    return "total" if heads("sum", text) else "funder" if is_body(text) else ""


def _are_sums(below: Mapping[int, Cell], columns: Collection[int]) -> bool:
    """Tells whether the cells of a row are sums, one of which is no year, each below a cell of the row above it."""
    read = [cell for cell in below.values() if read_amount(cell.text).value is not None]
    blank = all(cell in read or not any(map(str.isalnum, cell.text)) for cell in below.values())
    return blank and below.keys() <= {*columns} and any(_kind(cell.text) != "year" for cell in read)
