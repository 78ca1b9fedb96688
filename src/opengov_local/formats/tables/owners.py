"""Whose a cell is in its row: the axis, the commitment or one of the milestones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from opengov_local.account import Piece
from opengov_local.formats.tables.layout import Column
from opengov_local.formats.tables.levels import Levels
from opengov_local.formats.tables.numbered_steps import numbered_steps
from opengov_local.formats.tables.pieces import Sheet
from opengov_local.formats.tables.vocabulary import Target
from opengov_local.importing.draft import Node

Milestones = Mapping[int, Node]
"""The milestones of a row, by the column of their title, left to right."""


SUMS = ("budget.amount", "budget.total", "budget.share")
"""Beginnings of targets that hold money."""
_ONCE = ("budget.funder", "budget.currency", "resources", "indicator.", "plan.", "collectivity", "axis")
"""Beginnings of targets whose merged cells are not said of each row again: sums would count twice."""


class Owners:
    """Tells whose the cells of a table are.

    Args:
        sheet: its pieces.
        levels: tells which columns speak of the commitment.
        columns: the columns of the table.
    """

    def __init__(self, sheet: Sheet, levels: Levels, columns: Sequence[Column]) -> None:
        self._sheet = sheet
        self._levels = levels
        self._by_number = numbered_steps(columns)

    def has_number(self, column: Column) -> bool:
        """Tells whether a column speaks of the step of its number."""
        return column.index in self._by_number

    def of_column(self, row: int, index: int, milestones: Milestones, commitment: Node | None) -> Node | None:
        """Gives the milestone that a column belongs to, or the commitment where the row has none there."""
        if index in self._by_number:
            step = self._by_number[index]
            return commitment if step is None else milestones.get(step, commitment)
        merge = self._sheet.tall(row, index) if self._sheet.grid.merges else None
        if merge is not None and commitment and milestones and not self._as_tall(row, milestones, merge.last_row):
            return commitment
        owner = commitment
        for at, node in milestones.items():
            if at <= index:
                owner = node
        return owner

    def _as_tall(self, row: int, milestones: Milestones, last: int) -> bool:
        merges = [self._sheet.tall(row, at) for at in milestones]
        return any(merge is not None and merge.last_row >= last for merge in merges)

    def shown(self, row: int, columns: Iterable[Column]) -> dict[int, Piece]:
        """Gives what merged cells of several rows say in a row that is not their first."""
        if not self._sheet.grid.merges:
            return {}
        items = (column for column in columns if column.target and not column.target.startswith(_ONCE))
        return {c.index: piece for c in items if (piece := self._sheet.over(row, c.index)) is not None}

    def of_cell(
        self, row: int, column: Column, target: Target, milestones: Milestones, commitment: Node | None
    ) -> Node | None:
        """Gives the commitment or milestone that a cell speaks of; None where its row has none that can."""
        if column.index in self._by_number:
            step = self._by_number[column.index]
            return commitment if step is None else milestones.get(step)
        owner = self.of_column(row, column.index, milestones, commitment)
        node: Node | None = None
        if target.scope == "item":
            node = owner if self._levels.of_item(column) == "milestone" else commitment
            if node is None:
                node = next(iter(milestones.values()), None)
        elif target.scope == "commitment":
            node = commitment
            if owner is not None and owner is not commitment:
                mine = self._levels.of_commitment(column, row)
                node = commitment if mine else owner if _holds(owner, target.field) else None
        elif target.scope == "milestone" and commitment is not None and self._levels.of_project(column, row):
            node = commitment
        elif target.scope == "milestone":
            node = next(iter(milestones.values()), None) if len(milestones) == 1 else owner
            if node is commitment or (node and not _holds(node, target.field)):
                node = next(iter(milestones.values()), None)
        return node


def _holds(node: Node, field_name: str) -> bool:
    return ("due" if field_name == "end" and "due" in node.shapes else field_name) in node.shapes
