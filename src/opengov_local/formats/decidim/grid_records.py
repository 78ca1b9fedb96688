"""Records of tables: CSV and sheets of workbooks, the first row of which holds the keys."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from opengov_local.account import Piece
from opengov_local.formats.decidim.keys import key_of, root_of
from opengov_local.formats.decidim.record import Entry, Record
from opengov_local.formats.decidim.tables import entity_of
from opengov_local.formats.grids.grid import Grid, Value, is_blank


@dataclass
class Table:
    """What a sheet holds.

    Attributes:
        name: name of the sheet or file, "" where there is but one.
        entity: what its rows are; None where that is not known: then nothing is read.
        headings: pieces of its first row.
        helps: pieces of rows that hold no data.
        records: its rows.
        uneven: records whose row has another number of cells than the first row, with that number.
        width: number of cells of the first row.
        pieces: all cells that say something.
    """

    name: str
    entity: str | None = None
    headings: list[Piece] = field(default_factory=list)
    helps: list[Piece] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    uneven: list[tuple[Record, int]] = field(default_factory=list)
    width: int = 0
    pieces: list[Piece] = field(default_factory=list)


def read_table(grid: Grid, name: str = "", *, entity: str | None = None, ragged: bool) -> Table:
    """Reads the rows of a sheet as records.

    Args:
        grid: the sheet.
        name: its name among several.
        entity: what its rows are, where the name of the file tells; by default its keys tell.
        ragged: whether rows can be told to be too short, as in CSV; the rows of a workbook have no length of their own.
    """
    rows = {number: _pieces(grid, number) for number in range(len(grid.rows))}
    table = Table(name, pieces=[piece for row in rows.values() for piece in row.values()])
    table.helps = [piece for number in grid.helps for piece in rows.pop(number, {}).values()]
    filled = [number for number, row in rows.items() if row]
    if not filled:
        return table
    headings = rows[filled[0]]
    keys = {column: (key_of(piece.text), piece.text) for column, piece in headings.items()}
    found = entity_of({root_of(key) for key, _ in keys.values()})
    table.entity = found if entity is None or found is None else entity
    if table.entity is None:
        return table
    table.headings = list(headings.values())
    table.width = max(len(grid.rows[filled[0]]) if ragged else 0, max(headings) + 1)
    for number in filled[1:]:
        record = Record(table.entity, name, [])
        for column, piece in rows[number].items():
            if column in keys:
                record.entries.append(Entry(*keys[column], piece))
            else:
                record.loose.append(piece)
        table.records.append(record)
        length = len(grid.rows[number]) if ragged else max(rows[number]) + 1
        if length > table.width or (ragged and length < table.width):
            table.uneven.append((record, length))
    return table


def _pieces(grid: Grid, row: int) -> dict[int, Piece]:
    values = enumerate(grid.rows[row])
    return {
        column: Piece(grid.place(row, column), shown(value), value) for column, value in values if not is_blank(value)
    }


def shown(value: Value) -> str:
    """Writes a value as its reader sees it: whole numbers without a point, dates in ISO 8601."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value)
