"""Rows of one table that name the same axis, number and title: whether they are about one project."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold

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
        self._leads = [column.index for column in region.columns if column.target == "lead"]
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

    def is_on_both(self, node: Node, row: int, number: str | None, axis: Node, piece: Piece) -> bool:
        """Tells whether a row below a further axis names a project by its number and title: it is of both, and is said.

        One that names another lead is about another project.

        Args:
            node: the project, known by its title.
            row: the row.
            number: the number that the row names.
            axis: the axis above the table.
            piece: the cell of its title.
        """
        held = node.data.get("axes", [axis.target])
        if node.target in self._rows or axis.target in held or number is None or number != node.data.get("number"):
            return False
        leads = {fold(name) for lead in node.data.get("leads", ()) for name in lead.get("name", {}).values()}
        said = {fold(str(self._region.grid.value(row, at) or "")) for at in self._leads} - {""}
        if leads and said and leads.isdisjoint(said):
            return False
        held.append(axis.target)
        self._draft.say("import/named-again", piece, severity="info", node=node, name=piece.text.strip())
        return True

    def _differs(self, first: int, row: int, index: int) -> bool:
        one, other = (self._region.grid.value(at, index) for at in (first, row))
        return not (is_blank(one) or is_blank(other)) and str(one).split() != str(other).split()
