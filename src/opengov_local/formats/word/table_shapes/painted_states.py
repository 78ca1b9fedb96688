"""States that a table says by colours alone, where a file is read as a document: said to be unread."""

from __future__ import annotations

from collections.abc import Iterable

from opengov_local.formats.tables.columns.layout import regions
from opengov_local.formats.word.docx.blocks import Block, Table
from opengov_local.formats.word.table_shapes.response_tables import grid_of
from opengov_local.importing.draft import Draft


def say_painted(draft: Draft, blocks: Iterable[Block]) -> None:
    """Says of each column of states how many of its cells hold a colour and no word."""
    for table in (block for block in blocks if isinstance(block, Table)):
        bare = {(cell.row - 1, cell.column - 1) for cell in table.cells() if cell.fill and not cell.text}
        for region in regions(grid := grid_of(table), draft.options.words) if bare else ():
            for column in (column for column in region.columns if column.target == "status"):
                painted = {(row, column.index) for row in range(region.first, region.end)} & bare
                if painted:
                    place = grid.place(region.lowest, column.index)
                    draft.say("import/colours-unread", place, heading=column.heading, count=len(painted))
