"""Cards of commitments side by side, each below its number: "Engagement 1 | Engagement 2" over "Portail | Carte"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.texts.headings import marker_of
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.markers import Marker

_FEWEST: Final = 2
_CARD: Final = ("commitment",)
Row = tuple[Cell, ...]


def cards_beside(table: Table, labels: Labels) -> tuple[Table, ...]:
    """Gives each card as a table of its own, row after row of them; none where a table is something else.

    Each cell of the first row names another commitment by its number. A question over all cards asks of each.

    Args:
        table: the table.
        labels: knows labels.
    """
    rows = [row for row in table.rows if row]
    if not rows or not _named(rows[0]):
        return ()
    starts = [at for at, row in enumerate(rows) if _named(row)]
    ends = [*starts[1:], len(rows)]
    found = [_cards(table, rows[start:end], labels) for start, end in zip(starts, ends, strict=True)]
    return tuple(card for cards in found for card in cards) if all(found) else ()


def _named(row: Row) -> list[Marker]:
    """Gives what the cells of a row name, where each names another commitment by its number; else nothing."""
    named = [marker for cell in row if (marker := marker_of(cell, _CARD)) is not None and marker.number]
    several = len(row) >= _FEWEST and len({marker.number for marker in named}) == len(row)
    return named if several else []


def _cards(table: Table, rows: Sequence[Row], labels: Labels) -> list[Table]:
    """Gives the cards below one row of numbers; none where a cell lies on several cards and asks nothing."""
    columns = [range(cell.column, cell.column + cell.width) for cell in rows[0]]
    for cell in (cell for row in rows[1:] for cell in row):
        inside = any(cell.column in each and cell.column + cell.width - 1 in each for each in columns)
        if not inside and not labels.meanings(cell.text):
            return []
    return [
        _card(table, [tuple(_of(row, each)) for row in rows], bare=not marker.title, labels=labels)
        for each, marker in zip(columns, _named(rows[0]), strict=True)
    ]


def _of(row: Row, columns: range) -> Iterator[Cell]:
    """Gives the cells of a row that lie on the columns of a card, as if these were all that the table has."""
    for cell in row:
        first, last = max(cell.column, columns.start), min(cell.column + cell.width, columns.stop)
        if first < last:
            yield replace(cell, column=first - columns.start + 1, width=last - first)


def _card(table: Table, rows: list[Row], labels: Labels, *, bare: bool) -> Table:
    """Makes the table of a card; what stands alone below a mere number is its title, and put beside it."""
    width = max(_FEWEST, rows[0][0].width)
    below = rows[1] if len(rows) > 1 else ()
    if bare and len(below) == 1 and below[0].text and labels.read(below[0].text) is None:
        rows = [(rows[0][0], replace(below[0], column=2)), *rows[2:]]
    at = range(1, len(rows) + 1)
    lines = (tuple(replace(cell, row=number) for cell in row) for number, row in zip(at, rows, strict=True))
    return replace(table, rows=tuple(lines), width=width)
