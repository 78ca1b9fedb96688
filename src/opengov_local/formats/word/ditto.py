"""Cells of records that say to be the same as the one above ("idem", a ditto mark), read as what that says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from opengov_local.account import Piece
from opengov_local.formats.tables.ditto import is_ditto
from opengov_local.formats.word.blocks import Cell
from opengov_local.formats.word.table_parts import Records
from opengov_local.formats.word.writing import Writing


def with_above(writing: Writing, records: Records) -> Records:
    """Gives records in which cells that say "idem" say what stands above them; a finding tells each column.

    Args:
        writing: where the finding goes.
        records: records of a table.
    """
    made = {} if writing.own_form else _same(records)
    if not made:
        return records
    _say(writing, records, made)
    rows = tuple(
        (number, {column: made[id(cell)][1] if id(cell) in made else cell for column, cell in cells.items()})
        for number, cells in records.rows
    )
    return replace(records, rows=rows)


def _same(records: Records) -> dict[int, tuple[Piece, Cell]]:
    """Gives the cells that stand for those above them, by the identity of each: as they are, and as what they say."""
    made: dict[int, tuple[Piece, Cell]] = {}
    above: dict[int, Cell] = {}
    for number, cells in records.rows:
        fresh = {id(cell): cell for cell in cells.values() if cell.text and cell.row == number}
        for key, cell in fresh.items():
            over = above.get(cell.column)
            if not is_ditto(cell.text.strip()):
                if len({id(one) for one in cells.values() if one.text}) > 1 or len(cells) == 1:
                    above[cell.column] = cell
            elif over is not None:
                said = cell.piece._replace(text=over.text)
                made[key] = (cell.piece, replace(cell, piece=said, paragraphs=over.paragraphs))
    return made


def _say(writing: Writing, records: Records, made: Mapping[int, tuple[Piece, Cell]]) -> None:
    """Tells each column in which cells were read as what stands above them."""
    columns: dict[int, list[Piece]] = defaultdict(list)
    for piece, cell in made.values():
        columns[cell.column].append(piece)
    headings = {column.number: column.label for column in records.columns}
    for number, (first, *others) in columns.items():
        writing.draft.say("import/same-as-above", first, severity="info", heading=headings.get(number, ""),
                          text=first.text.strip(), count=1 + len(others))  # fmt: skip
