"""When something was to be due first, and when it is due now: two columns of one table."""

from __future__ import annotations

from dataclasses import replace

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.drafted.cell_base import CellBase
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.importing.draft import Node
from opengov_local.importing.put_date import put_date

_ENDS = frozenset({"end", "milestone.end", "commitment.end"})


def with_revised(region: Region) -> Region:
    """Tells the first date from the one that holds now, where a table has a column for each.

    Of "Échéance" and "Nouvelle échéance" the second holds now, of "Échéance initiale" and "Échéance" too.
    """
    ends = [column for column in region.columns if column.target in _ENDS]
    revised = [column for column in ends if says("revised", column.heading)]
    first = [column for column in ends if column not in revised and says("original", column.heading)]
    plain = [column for column in ends if column not in revised and column not in first]
    if not revised and len(first) == 1:
        revised, plain = plain, []
    old = first or plain
    if len(revised) != 1 or len(old) != 1:
        return region
    told = {old[0].index: "end.original", revised[0].index: "end.revised"}
    return replace(region, columns=tuple(_as(column, told.get(column.index)) for column in region.columns))


def _as(column: Column, target: str | None) -> Column:
    if target is None or column.meaning is None:
        return column
    concept = (column.target or "").rpartition(".")[0]
    return replace(column, meaning=replace(column.meaning, target=target), scope=column.scope or concept or None)


class RevisedDateCells(CellBase):
    """Reads the first dates: where one that holds now stands beside it, it is kept; alone, it still holds."""

    def __init__(self, state: State, region: Region) -> None:
        super().__init__(state, region)
        self._first_dates: list[tuple[Node, Column, Piece]] = []

    def _original(self, node: Node, column: Column, piece: Piece, _: str) -> None:
        """Waits with a first date until the whole row was read."""
        self._first_dates.append((node, column, piece))

    def settle_first_dates(self) -> None:
        """Puts or keeps the first dates, and says once of each column that some were kept."""
        said: set[int] = set()
        for node, column, piece in self._first_dates:
            field, reading = self._field(node, column), self._readings.date(column, piece)
            if field not in node.data or (reading is not None and reading.start == node.data[field]):
                put_date(self.draft, node, field, piece, self._readings.context(column), column.heading, reading)
                continue
            self.draft.keep(piece, node, label=column.heading)
            if column.index not in said:
                said.add(column.index)
                self.draft.say(
                    "import/due-revised", piece, severity="info", node=node, heading=column.heading, text=piece.text
                )
        self._first_dates = []
