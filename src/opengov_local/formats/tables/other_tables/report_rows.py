"""Rows of reports: what each speaks of, and what it says of how far that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from opengov_local.account import Piece
from opengov_local.formats.tables.cells.cells import Cells
from opengov_local.formats.tables.cells.present_states import PresentStates
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.drafted.joining import said_so_far
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.pieces import Row, Sheet
from opengov_local.formats.tables.grid.rearranged import Cell
from opengov_local.formats.tables.levels.apart import Apart, say_foreign
from opengov_local.formats.tables.other_tables.named import Named
from opengov_local.formats.tables.other_tables.reports import REMARK
from opengov_local.formats.tables.rows.measured_rows import MeasuredRows
from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold

_KEYS = {
    "commitment": ("commitment.identifier", "commitment.number", "commitment.title"),
    "milestone": ("milestone.number", "milestone.title"),
}
"""Targets that name what a row speaks of, by concept."""
KEYS = frozenset(name for names in _KEYS.values() for name in names)
_STATED = frozenset({"status", "progress", "evidence"})
"""Targets of what is the update's own, where it says when."""
_TIMES = frozenset({"update.date", "update.period"})


class ReportRows:
    """Reads the rows of one table of reports: each makes an update of its own of the object that it names.

    Where a row says when, or what stands above the table, its state, progress and evidence are those of its update; the
    last of them is the present state of its object.
    """

    def __init__(
        self,
        state: State,
        region: Region,
        sheet: Sheet,
        planned: Mapping[int, frozenset[Cell]] | None = None,
        when: str = "",
    ) -> None:
        """Starts before the first row.

        Args:
            state: what the tables before this one gave.
            region: the table.
            sheet: its pieces.
            planned: columns of what a plan says that the table repeats, with the cells that were read as that.
            when: the day or period that all rows report on, where they say none themselves.
        """
        self._planned = planned or {}
        self._repeated: dict[tuple[str, str, int], str] = {}
        self._state = state
        self._draft = state.draft
        self._region = region
        self._sheet = sheet
        self._named = Named(state)
        self._said = said_so_far(state.draft)
        self._cells = Cells(state, region)
        self._measured = MeasuredRows(state.draft, self._cells, region)
        self._apart = Apart(region, sheet)
        self._columns = {column.index: column for column in region.columns}
        self._when = when
        self._dated = bool(region.names & _TIMES) or bool(when)
        self._present = PresentStates(state, self._cells.read)
        self._filled: Counter[int] = Counter()
        self._reported: dict[str, Node] = {}
        self._above: Node | None = None

    def read(self) -> None:
        """Reads all rows."""
        for row in range(self._region.first, self._region.end):
            cells = self._sheet.row(row)
            if cells and not self._is_apart(row, cells):
                self._row(row, cells)
        self._cells.settle_states()
        self._state.updates.clear()
        place = self._region.grid.place(self._region.header, 0)
        self._present.settle(place)
        for index, count in self._filled.items():
            heading = self._columns[index].heading
            self._draft.say("import/filled-down", place, severity="info", heading=heading, count=count)
        if self._reported and not self._planned:
            names = tuple(next(iter(node.data.get("title", {}).values()), "") for node in self._reported.values())
            self._draft.say("import/joined-with-earlier", place, severity="info", count=len(names), names=names)

    def _is_apart(self, row: int, cells: Row) -> bool:
        """Deals with the header again, totals and notes."""
        if len(cells) >= 2 and self._apart.is_header(cells):
            for piece in cells.values():
                self._draft.ignore(piece, "heading")
            return True
        code = self._apart.foreign(row, cells)
        if code:
            self._keep(cells)
            say_foreign(self._draft, code, cells)
        return bool(code)

    def _keep(self, cells: Row) -> None:
        for index, piece in cells.items():
            column = self._columns.get(index)
            self._draft.keep(piece, None, label=column.heading if column else None)

    def _row(self, row: int, cells: Row) -> None:
        keys = self._keys(row, cells)
        node = self._find(keys) if keys else self._above
        self._above = node
        if node is None:
            self._keep(cells)
            if not keys:
                self._draft.say("import/row-without-title", next(iter(cells.values())))
            return
        if not keys:
            self._filled[min(index for index, one in self._columns.items() if one.target in KEYS)] += 1
        self._reported[node.target] = node
        self._read(node, {index: piece for index, piece in cells.items() if index in keys}, cells)

    def _keys(self, row: int, cells: Row) -> dict[int, Piece]:
        """Gives the cells that name what a row speaks of, those of merged ranges too."""
        found = {}
        for index, column in self._columns.items():
            if column.target in KEYS and (piece := cells.get(index) or self._sheet.over(row, index)):
                found[index] = piece
        return found

    def _find(self, keys: dict[int, Piece]) -> Node | None:
        """Finds the object of a row; what is unknown or not single is said."""
        commitment, at = self._of("commitment", keys, None)
        step, step_at = self._of("milestone", keys, commitment[0] if len(commitment) == 1 else None)
        if at and not commitment and not step_at:  # a number without a word may be that of a milestone
            commitment = self._named.find(at.text, "milestone")
        found, said = (step, step_at) if step_at else (commitment, at)
        if said is not None and len(found) != 1:
            self._draft.say("import/target-ambiguous" if found else "import/target-unknown", said, name=said.text)
        return found[0] if len(found) == 1 else None

    def _of(self, concept: str, keys: dict[int, Piece], within: Node | None) -> tuple[list[Node], Piece | None]:
        """Gives the objects of a concept that all cells about it name, and the first of these cells."""
        found: list[Node] | None = None
        first: Piece | None = None
        for index, piece in keys.items():
            if self._columns[index].target in _KEYS[concept]:
                first = first or piece
                these = self._named.find(piece.text, concept, within)
                found = these if found is None else [node for node in found if any(node is one for one in these)]
        return found or [], first

    def _read(self, node: Node, keys: Row, cells: Row) -> None:
        self._use(node, keys)
        self._state.updates.pop((node.target, ""), None)
        stated: list[tuple[Column, Piece]] = []
        others = {index: piece for index, piece in cells.items() if index not in keys}
        owner = node
        if self._dated and any(self._is_reported(index) for index in others):
            owner = self._cells.update_of(node, next(iter(others.values())))
        indicator = self._measured.name_in(others)
        for index, piece in sorted(others.items(), key=lambda cell: self._comes_last(cell[0])):
            column = self._columns.get(index)
            if column is not None and index in self._planned:
                self._again(node, owner, column, piece, indicator)
            elif column is not None and self._planned and self._measured.is_value(column):
                self._measured.read(node, owner, column, piece, indicator, self._time_of(owner))
            elif column is None or column.target is None or column.target in KEYS:
                self._draft.keep(piece, owner, label=column.heading if column else None)
            elif column.target in _STATED:
                self._cells.read(owner, column, piece)
                stated.append((column, piece))
            elif self._has_said(node, column, piece):
                self._draft.used(piece, node, targets()[column.target].field)
            else:
                self._cells.read(node, column, piece)
        if self._dated and owner is not node:
            self._note(node, owner, stated)

    def _use(self, node: Node, keys: Row) -> None:
        """Notes that the cells that name an object were read, but for those that the plan was."""
        for index, piece in keys.items():
            if self._region.grid.at(piece.place) not in self._planned.get(index, ()):
                self._draft.used(piece, node, "title")

    def _has_said(self, node: Node, column: Column, piece: Piece) -> bool:
        """Tells whether the tables before this one say the same of an object; an axis may be that of its project."""
        target = targets()[column.target or ""]
        if target.scope == "axis":
            axes = map(self._draft.node_of, self._draft.root.data["plans"][-1].get("axes", ()))
            held = [axis for axis in axes if axis.target in node.data.get("axes", ())]
            return any(piece.text.strip() in axis.data.get("title", {}).values() for axis in held)
        return (node.target, target.field, piece.text.strip()) in self._said

    def _again(self, node: Node, owner: Node, column: Column, piece: Piece, indicator: str) -> None:
        """Deals with what the plan says and a further row repeats; what it says otherwise is kept, and said."""
        said = self._repeated.setdefault((node.target, indicator, column.index), piece.text)
        field = targets()[column.target or ""].field
        if self._region.grid.at(piece.place) in self._planned[column.index]:
            return
        if fold(said) == fold(piece.text):
            self._draft.used(piece, node, field or "title")
            return
        self._draft.say("import/conflict", piece, node=node, field=field, kept=said, text=piece.text)
        self._draft.keep(piece, owner, label=column.heading)

    def _comes_last(self, index: int) -> bool:
        """Tells whether a cell is read behind the others of its row: a remark, or a value, which they date."""
        column = self._columns.get(index)
        return column is not None and (column.target == REMARK or self._measured.is_value(column))

    def _is_reported(self, index: int) -> bool:
        column = self._columns.get(index)
        return column is not None and (column.target in _STATED or str(column.target).startswith("update."))

    def _time_of(self, update: Node) -> str:
        """Gives when what a row says was so, "" where nothing tells."""
        return update.data.get("date") or update.data.get("period", {}).get("end") or self._when

    def _note(self, node: Node, update: Node, stated: list[tuple[Column, Piece]]) -> None:
        if date := self._time_of(update):
            self._present.note(node, update, stated, date)
