"""Columns that count objects, "Axe | Action 1 | Action 2": the table is read with a row for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from opengov_local.formats.word.docx.blocks import Block, Cell, Table
from opengov_local.formats.word.table_shapes.split_tables import Joined
from opengov_local.formats.wording.headings.phrases import is_no_value
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.markers import read_marker, word_of
from opengov_local.importing.dates import read_date
from opengov_local.importing.words import read_amount, read_boolean, read_status

_FEWEST: Final = 2
_LEVELS: Final = ("axis", "commitment", "milestone")
_OBJECTS: Final = ("commitment", "milestone")
Row = tuple[Cell, ...]


class _Head(NamedTuple):
    """The headings of a table that has such columns.

    Attributes:
        own: cells of the other headings, which stand in front.
        counted: cells of the columns that count objects.
    """

    own: Row
    counted: Row


def with_numbered_columns(joined: Joined, labels: Labels) -> Joined:
    """Gives the blocks of a file with a row for each object that columns count; their other headings are accounted for.

    Args:
        joined: the blocks.
        labels: what headings mean.
    """
    made: list[Block] = []
    again = [*joined.again]
    for block in joined.blocks:
        head = _head(block.rows, labels) if isinstance(block, Table) and len(block.rows) >= _FEWEST else None
        if head is None or not isinstance(block, Table):
            made.append(block)
            continue
        nothing = (
            cell for row in block.rows[1:] for cell in row[len(head.own) :] if cell.text and is_no_value(cell.text)
        )
        again += (cell.piece for cell in (*head.counted[1:], *nothing))
        made.append(_with_rows(block, head))
    return joined._replace(blocks=made, again=tuple(again))


def _head(rows: Sequence[Row], labels: Labels) -> _Head | None:
    """Reads the first row as headings that end with columns which count objects; None where it is something else."""
    first = rows[0]
    markers = [read_marker(cell.text, _OBJECTS) for cell in first]
    numbered = [marker if marker is not None and marker.number and not marker.title else None for marker in markers]
    own = next((at for at, marker in enumerate(numbered) if marker is not None), 0)
    counted = [marker for marker in numbered[own:] if marker is not None]
    words = {word_of(cell.text) for cell in first[own:]}
    if not own or len(counted) < max(_FEWEST, len(first) - own) or len(words) > 1:
        return None
    if [marker.number for marker in counted] != [str(at) for at in range(1, len(counted) + 1)]:
        return None
    named = [_level(cell, labels) for cell in first[:own]]
    if max(named) < 0 or max(named) >= _LEVELS.index(counted[0].concept) or not all(map(_is_plain, rows)):
        return None
    even = all(len(row) == len(first) and row[0].text for row in rows)
    return _Head(first[:own], first[own:]) if even and _are_titles([row[own:] for row in rows[1:]]) else None


def _are_titles(rows: Sequence[Row]) -> bool:
    """Tells whether cells below columns may all be titles: none is a day, a sum or a tick, and most are no states."""
    said = [cell.text for row in rows for cell in row if not is_no_value(cell.text)]
    states = [text for text in said if read_status(text) is not None]  # "Clôture" may be a step too
    return not any(map(_is_figure, said)) and 2 * len(states) <= len(said)


def _is_figure(text: str) -> bool:
    amount = read_amount(text)
    figure = not any(map(str.isalpha, text)) or read_boolean(text) is not None or read_date(text) is not None
    return figure or (amount.value is not None and amount.currency is not None)


def _level(cell: Cell, labels: Labels) -> int:
    """Gives the level of what a heading names; -1 where it names no object."""
    named = [each.concept for each in labels.meanings(cell.text) if each.field == "title" and each.concept in _LEVELS]
    return min(map(_LEVELS.index, named), default=-1)


def _is_plain(row: Row) -> bool:
    return all(cell.width == cell.height == 1 for cell in row)


def _with_rows(table: Table, head: _Head) -> Table:
    """Gives a table with a row for each object; what stands in front of them lies on all their rows."""
    column = len(head.own) + 1
    heading = replace(head.counted[0], said=word_of(head.counted[0].text))
    rows: list[Row] = [(*head.own, heading)]
    for row in table.rows[1:]:
        own, objects = row[: len(head.own)], [cell for cell in row[len(head.own) :] if not is_no_value(cell.text)]
        at = len(rows) + 1
        front = tuple(replace(cell, row=at, height=max(1, len(objects))) for cell in own)
        below = [replace(cell, row=at + number, column=column) for number, cell in enumerate(objects)]
        rows += [(*front, *below[:1]), *((cell,) for cell in below[1:])]
    return replace(table, rows=tuple(rows), width=column)
