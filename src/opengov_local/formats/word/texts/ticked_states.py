"""Columns of a table of a Word file that are headed with states, one of which is ticked on each row."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.ticks import are_ticks, heads_state
from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.wording.headings.heading_table import rows as table_of
from opengov_local.importing.language import language_of
from opengov_local.importing.words import fold, read_boolean

_FEWEST: Final = 2
_HIGHEST: Final = 2
"""Rows of headings above which no column of states is headed."""


class Ticked(NamedTuple):
    """A table with one column of states.

    Attributes:
        table: the table, with the heading that is ticked where the tick stands.
        heads: the headings that are no columns any more.
        others: cells that tick nothing.
    """

    table: Table
    heads: tuple[Piece, ...]
    others: tuple[Piece, ...]


def ticked_states(table: Table) -> Ticked | None:
    """Puts columns of ticks below states together; None where a table has none, or several ticks on a row.

    Args:
        table: the table.
    """
    for row in range(min(_HIGHEST, len(table.rows) - 1)):
        heads = [cell for cell in table.rows[row] if cell.width == 1 and heads_state(cell.text)]
        beside = (
            [cell.column for cell in heads] == list(range(heads[0].column, heads[-1].column + 1)) if heads else False
        )
        if len(heads) >= _FEWEST and beside and len({fold(cell.text) for cell in heads}) == len(heads):
            return _together(table, row, heads)
    return None


def _together(table: Table, row: int, heads: list[Cell]) -> Ticked | None:
    first, last = heads[0].column, heads[-1].column
    by_column = {cell.column: cell for cell in heads}
    ticks = [cell for cells in table.rows[row + 1 :] for cell in cells if cell.column in by_column and cell.text]
    yes = {cell.row: cell for cell in ticks if read_boolean(cell.text)}
    several = len(yes) < sum(bool(read_boolean(cell.text)) for cell in ticks)
    if several or not yes or not are_ticks([cell.text for cell in ticks]) or any(cell.width > 1 for cell in ticks):
        return None
    made: list[tuple[Cell, ...]] = []
    for at, cells in enumerate(table.rows):
        kept = [_moved(cell, first, last) for cell in cells if not (at >= row and first <= cell.column <= last)]
        if at == row:
            kept.append(_worded(heads[0], _heading(heads[0].text), heads[0]))
        elif cell := yes.get(at + 1):
            kept.append(_worded(cell, by_column[cell.column].text, heads[0]))
        made.append(tuple(sorted(kept, key=lambda cell: cell.column)))
    others = tuple(cell.piece for cell in ticks if cell is not yes.get(cell.row))
    whole = replace(table, rows=tuple(made), width=table.width - (last - first))
    return Ticked(whole, tuple(cell.piece for cell in heads[1:]), others)


def _moved(cell: Cell, first: int, last: int) -> Cell:
    """Gives a cell as it lies where only the first of some columns is left."""
    gone = range(first + 1, last + 1)
    before = sum(column < cell.column for column in gone)
    within = sum(column in gone for column in range(cell.column, cell.column + cell.width))
    return replace(cell, column=cell.column - before, width=max(1, cell.width - within))


def _worded(cell: Cell, words: str, head: Cell) -> Cell:
    """Gives a cell that says other words than stand in it, in the first of the columns."""
    return replace(cell, said=words, column=head.column, paragraphs=(replace(cell.paragraphs[0], text=words),))


def _heading(state: str) -> str:
    """Gives a heading of states in the language of one."""
    language = language_of(state, None)
    said = [(row["language"], row["heading"]) for row in table_of("headings.csv") if row["target"] == "status"]
    return next((heading for tongue, heading in said if tongue == language), said[0][1])
