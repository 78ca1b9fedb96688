"""Whose a cell is in its row: the axis, the commitment or one of the milestones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.layout import Column
from opengov_local.formats.tables.columns.numbered_steps import behind_groups, numbered_steps
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.levels.levels import Levels
from opengov_local.formats.wording.headings.heading_meanings import FUNDER, Target
from opengov_local.importing.draft import Node

Milestones = Mapping[int, Node]
"""The milestones of a row, by the column of their title, left to right."""

_ONCE = (
    FUNDER,
    "budget.currency",
    "budget.year",
    "budget.label",
    "resources",
    "indicator.",
    "plan.",
    "axis",
)
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
        self._by_number = {**dict.fromkeys(behind_groups(columns)), **numbered_steps(columns)}

    def has_number(self, column: Column) -> bool:
        """Tells whether a column speaks of the step of its number."""
        return column.index in self._by_number

    def of_column(self, row: int, index: int, milestones: Milestones, commitment: Node | None) -> Node | None:
        """Gives the milestone that a column belongs to, or the commitment where the row has none there."""
        if index in self._by_number:
            step = self._by_number[index]
            return commitment if step is None else milestones.get(step, commitment)
        merge = self._sheet.tall(row, index) if self._sheet.grid.merges else None
        as_tall = merge is None or self._as_tall(row, milestones, merge.last_row)
        if commitment and milestones and not as_tall and not self._levels.is_of_part(row, index):
            return commitment
        owner = commitment
        for at, node in milestones.items():
            if at <= index:
                owner = node
        return owner

    def _as_tall(self, row: int, milestones: Milestones, last: int) -> bool:
        merges = [self._sheet.tall(row, at) for at in milestones]
        return any(merge is not None and merge.last_row >= last for merge in merges)

    def is_of_part(self, row: int, index: int, milestones: Milestones) -> bool:
        """Tells whether a cell is merged over some of the activities of a commitment, and over more than one."""
        merge = self._sheet.tall(row, index) if self._sheet.grid.merges else None
        if merge is None or self._as_tall(row, milestones, merge.last_row):
            return False
        return index not in self._by_number and self._levels.is_of_part(row, index)

    def shown(self, row: int, columns: Iterable[Column], milestones: Milestones, *, begun: bool) -> dict[int, Piece]:
        """Gives what merged cells of several rows say in a row that is not their first.

        Args:
            row: the row.
            columns: the columns of the table.
            milestones: the milestones of the row.
            begun: whether the row is the first of its commitment, or of none; else only what is merged over some of
                the activities of its commitment is said of each.
        """
        if not self._sheet.grid.merges:
            return {}
        found: dict[int, Piece] = {}
        for column in columns:
            once = column.target is None or column.target.startswith(_ONCE)
            if (once and column.target != FUNDER) or (piece := self._sheet.over(row, column.index)) is None:
                continue
            if (begun and not once) or self.is_of_part(row, column.index, milestones):
                found[column.index] = piece
        return found

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
            node = owner if self._levels.of_item(column, row) == "milestone" else commitment
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
