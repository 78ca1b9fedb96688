"""Rows of reports that measure an indicator: the value of each is that of the indicator it names, at its time."""

from __future__ import annotations

from typing import Final

from opengov_local.account import Piece
from opengov_local.formats.tables.cells.cells import Cells
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.grid.pieces import Row
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold

_INDICATOR: Final = "indicator"
_VALUE: Final = "indicator.value"


class MeasuredRows:
    """Reads the values of one table of reports."""

    def __init__(self, draft: Draft, cells: Cells, region: Region) -> None:
        """Starts before the first row.

        Args:
            draft: the document in the making.
            cells: reads the cells of the table.
            region: the table.
        """
        self._draft = draft
        self._cells = cells
        self._names = [column.index for column in region.columns if column.target == _INDICATOR]

    def name_in(self, row: Row) -> str:
        """Gives the indicator that a row names, "" for none."""
        return next((row[at].text for at in self._names if at in row), "")

    @staticmethod
    def is_value(column: Column) -> bool:
        """Tells whether a column is one of values."""
        return column.target == _VALUE

    def read(self, node: Node, owner: Node, column: Column, piece: Piece, name: str, time: str) -> None:
        """Reads a value of the indicator of an object that its row names; of one that it has not, it is kept.

        Args:
            node: the object.
            owner: the update of the row.
            column: the column of the value.
            piece: the value.
            name: the indicator, as the row names it.
            time: when it was so, "" where nothing tells.
        """
        known = [one for one in node.data.get("indicators", ()) if _is_named(one, name)]
        if len(known) != 1:
            self._draft.say(
                "import/measure-without-indicator", piece, node=node, heading=column.heading, text=piece.text
            )
            self._draft.keep(piece, owner, label=column.heading)
            return
        before = len(known[0].get("values", ()))
        self._cells.turn_to(node, next(iter(known[0]["name"].values())))
        self._cells.read(node, column, piece)
        for value in known[0].get("values", ())[before:]:
            if time:
                value.setdefault("date", time)


def _is_named(indicator: dict[str, dict[str, str]], name: str) -> bool:
    """Tells whether an indicator is called so; a row without a name speaks of the only one."""
    return not name or fold(name) in map(fold, indicator.get("name", {}).values())
