"""Cells that speak of the plan or its collectivity in the rows of its projects, as a rule the same in every row."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.drafted.cell_base import CellBase
from opengov_local.formats.tables.drafted.state import Pair, State
from opengov_local.formats.tables.plan.plan_pairs import field_of, read_pair
from opengov_local.formats.tables.plan.plan_title import about
from opengov_local.formats.tables.plan.whose_plan import collectivity_of
from opengov_local.formats.wording.headings.phrases import heads
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold


class PlanCells(CellBase):
    """Reads such cells: what a whole column says alike is the plan's, once."""

    def __init__(self, state: State, region: Region) -> None:
        super().__init__(state, region)
        self._said_of_plan: dict[int, bool] = {}

    def about_plan(self, column: Column, piece: Piece, commitment: Node | None) -> None:
        """Reads a cell of a column that speaks of the plan or its collectivity."""
        if column.target == "plan.title":
            self._title_once(column, piece)
            if "period" not in self.state.plan.data:
                about(self.state, piece, piece.text)
        elif column.target == "collectivity" and commitment is not None:
            self._collectivity(commitment, column, piece)
        elif column.index not in self._said_of_plan:
            self._said_of_plan[column.index] = self._first(column, piece, commitment)
        elif self._said_of_plan[column.index]:
            self.draft.used(piece, self.state.plan, field_of(column.target or ""))
        else:
            self.draft.keep(piece, commitment, label=column.heading)

    def _first(self, column: Column, piece: Piece, commitment: Node | None) -> bool:
        """Reads the first cell of a column for all; tells whether it could. What differs is kept, and that is said."""
        said = {fold(text) for text in self.region.texts(column.index) if text}
        pair = Pair(column.meaning, column.heading, piece, piece, piece.text) if column.meaning else None
        if len(said) == 1 and not self._of_project(column) and pair is not None and read_pair(self.state, pair):
            return True
        self.draft.keep(piece, commitment, label=column.heading)
        self.draft.say("import/of-plan-kept", piece, heading=column.heading, count=len(said), text=piece.text)
        return False

    def _of_project(self, column: Column) -> bool:
        """Tells whether a column behind the title of a project asks when that was validated, and not the plan."""
        titles = [other.index for other in self.region.columns if other.target == "commitment.title"]
        return bool(titles) and column.index > titles[0] and heads("validated", column.heading)

    def _collectivity(self, commitment: Node, column: Column, piece: Piece) -> None:
        node = collectivity_of(self.state, piece, column.heading)
        if node is None:
            return
        for holder in (commitment, self.state.plan):
            named = holder.data.setdefault("collectivities", [])
            if node.target not in named:
                named.append(node.target)
        self.draft.used(piece, commitment, "collectivities")

    def _title_once(self, column: Column, piece: Piece) -> None:
        node = self.state.plan
        if piece.text.strip() in node.data.get("title", {}).values():
            self.draft.used(piece, node, "title")
        else:
            self.draft.put(node, "title", piece.text, piece, language=column.language)
