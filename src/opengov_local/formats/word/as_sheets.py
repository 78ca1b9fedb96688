"""Word files that are tables as sheets are, with lines above and between: read by the reader of sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Final

from opengov_local.account import Place
from opengov_local.document import Import
from opengov_local.formats.grids.grid import Book, Grid, Merge, Value
from opengov_local.formats.known_headings import telling
from opengov_local.formats.tables.columns.layout import regions
from opengov_local.formats.tables.tables_format import tables_in
from opengov_local.formats.word.docx.beside import account_for
from opengov_local.formats.word.docx.blocks import Block, Content, Paragraph, Table
from opengov_local.formats.word.table_shapes.response_tables import grid_of
from opengov_local.importing.draft import Draft
from opengov_local.importing.options import ImportOptions

_NARROW: Final = 2
"""Columns of tables of labels and answers, and of small lists."""
_SHORT: Final = 2
_MANY: Final = 10
_FAR_LESS: Final = 0.4
"""Share of what the other reading leaves unread."""
_UNREAD: Final = ("unmapped", "help")


@dataclass(frozen=True)
class PageGrid(Grid):
    """The text of a Word file as a sheet: a row for each line, one for each row of a table, and one behind each table.

    Attributes:
        tables: for each row of a table the number of the table, and the row in it that is row 0 here.
        lines: for each other row its place.
    """

    tables: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    lines: Mapping[int, Place] = field(default_factory=dict)

    def place(self, row: int, column: int) -> Place:
        """Gives the place of a cell in its table, or that of a line."""
        if row in self.tables:
            number, first = self.tables[row]
            return Place("cell", number, row - first + 1, column + 1)
        return self.lines.get(row) or super().place(row, column)

    def at(self, place: Place) -> tuple[int, int]:
        """Gives row and column of a place, from 0."""
        if place.kind == "paragraph":
            return self._rows[place], 0
        return self._first[place.part] + place.row - 1, place.column - 1

    @cached_property
    def _rows(self) -> dict[Place, int]:
        return {place: row for row, place in self.lines.items()}

    @cached_property
    def _first(self) -> dict[object, int]:
        return dict(self.tables.values())


def page_of(blocks: Sequence[Block]) -> PageGrid:
    """Makes a sheet of the lines and tables of a file."""
    rows: list[list[Value]] = []
    merges: list[Merge] = []
    tables: dict[int, tuple[int, int]] = {}
    lines: dict[int, Place] = {}
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.piece is not None:
                lines[len(rows)] = block.piece.place
                rows.append([block.piece.text])
            continue
        grid = grid_of(block)
        first = len(rows)
        tables.update((first + row, (block.number, first - grid.above)) for row in range(len(grid.rows)))
        merges += [one._replace(row=one.row + first, last_row=one.last_row + first) for one in grid.merges]
        rows += [*grid.rows, []]
    return PageGrid("", rows, tuple(merges), tables=tables, lines=lines)


def read_page(data: bytes, source: str | None, options: ImportOptions, content: Content, form: str) -> Import | None:
    """Reads the lines and tables of a file as those of a sheet; None where no table is one that sheets have.

    Args:
        data: the bytes of the file.
        source: name of the file, for the findings.
        options: what the user told beside.
        content: what the file is made of.
        form: name of its format.
    """
    tables = [block for block in content.blocks if isinstance(block, Table)]
    if not any(_is_of_objects(table, options) for table in tables) or any(
        cell.tables for table in tables for cell in table.cells()
    ):
        return None
    draft, _ = tables_in(Book((page_of(content.blocks),)), partial(Draft, form, source, data), source, options)
    account_for(draft, content)
    return draft.finish(form, content.pieces(), telling=telling)


def is_fuller(made: Import, other: Import, content: Content, options: ImportOptions) -> bool:
    """Tells whether a reading of a file as a sheet leaves less of it unread than another, as a document.

    Where all its tables are such as sheets have, one piece less is enough, and where both leave as much, a file without
    headings and lists is one that was pasted from a workbook. Beside other tables it must leave far less.
    """
    if made.document is None or any(finding.severity == "error" for finding in made.findings):
        return False
    left, unread = _left(made), _left(other)
    large = [one for one in content.blocks if isinstance(one, Table) and one.width > _NARROW and len(one.rows) > _SHORT]
    if not all(_is_of_objects(table, options) for table in large):
        return unread - left >= _MANY and left <= _FAR_LESS * unread
    lines = [block for block in content.blocks if isinstance(block, Paragraph)]
    plain = not any(line.level or line.list_level is not None for line in lines)
    return left < unread or (left == unread and plain)


def _is_of_objects(table: Table, options: ImportOptions) -> bool:
    """Tells whether a table has headings, and an object on each row below."""
    return table.width > _NARROW and len(regions(grid_of(table), options.words)) == 1


def _left(made: Import) -> int:
    """Counts the pieces of a file of which nothing was made."""
    return sum(1 for fate in _UNREAD for _ in made.account.of(fate)) if made.account else 0
