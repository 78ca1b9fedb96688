"""States that a table says by colours alone, where a file is read as a document: said to be unread."""

from __future__ import annotations

from collections.abc import Iterable

from opengov_local.formats.tables.columns.layout import regions
from opengov_local.formats.word.docx.blocks import Block, Table
from opengov_local.formats.word.table_shapes.response_tables import grid_of
from opengov_local.importing.draft import Draft

_SEVERAL = 2


def say_painted(draft: Draft, blocks: Iterable[Block]) -> None:
    """Says of each column of states how many of its cells hold a colour and no word, but the one colour of each row."""
    for table in (block for block in blocks if isinstance(block, Table)):
        painted = [cell for cell in table.cells() if cell.fill and not cell.text]
        of_rows = {(cell.row, cell.fill) for cell in table.cells() if cell.text}
        if len({cell.fill for cell in painted}) < _SEVERAL:  # rows may be told apart by it
            painted = [cell for cell in painted if (cell.row, cell.fill) not in of_rows]
        bare = {(cell.row - 1, cell.column - 1) for cell in painted}
        for region in regions(grid := grid_of(table), draft.options.words) if bare else ():
            for column in (column for column in region.columns if column.target == "status"):
                there = {(row, column.index) for row in range(region.first, region.end)} & bare
                if there:
                    place = grid.place(region.lowest, column.index)
                    draft.say("import/colours-unread", place, heading=column.heading, count=len(there))
