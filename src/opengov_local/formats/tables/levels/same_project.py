"""Rows of one table that name the same axis, number and title: whether they are about one project."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.importing.draft import Draft, Node

_OF_ONE = frozenset({"commitment.description", "description", "problem", "causes", "status_quo", "objectives"})
"""Targets of what is said once of a project: where rows differ in it, they are of two projects with one title."""


class SameProject:
    """Remembers in which row of a table each project was named first."""

    def __init__(self, draft: Draft, region: Region) -> None:
        """Starts before the first row.

        Args:
            draft: the document in the making.
            region: the table.
        """
        self._draft = draft
        self._region = region
        self._rows: dict[str, int] = {}
        self._telling = [column.index for column in region.columns if column.target in _OF_ONE]

    def made(self, node: Node, row: int) -> None:
        """Notes the project that a row made."""
        self._rows[node.target] = row

    def is_same(self, node: Node, row: int, number: str | None, axis: Node | None, piece: Piece) -> bool:
        """Tells whether a row is about a project of its title; says so where it is not, as both say other things of it.

        Args:
            node: the project.
            row: the row.
            number: the number that the row names.
            axis: the axis that it stands on.
            piece: the cell of its title.
        """
        first = self._rows.get(node.target)
        named = axis is None or axis.target in node.data.get("axes", ())
        if first is None or not named or number not in (None, node.data.get("number")):
            return False
        if any(self._differs(first, row, index) for index in self._telling):
            self._draft.say("import/same-title-apart", piece, text=piece.text.strip())
            return False
        return True

    def _differs(self, first: int, row: int, index: int) -> bool:
        one, other = (self._region.grid.value(at, index) for at in (first, row))
        return not (is_blank(one) or is_blank(other)) and str(one).split() != str(other).split()
