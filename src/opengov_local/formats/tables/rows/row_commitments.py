"""Which commitment a row names: one found again, one that another table told, or a new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from opengov_local.account import Piece
from opengov_local.formats.tables.cells.milestones import Milestones
from opengov_local.formats.tables.columns.blanks import Blanks
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.drafted.axis_above import AXES
from opengov_local.formats.tables.drafted.joining import Earlier
from opengov_local.formats.tables.drafted.references import heading_over, referred, say_unnamed
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.pieces import Row, Sheet
from opengov_local.formats.tables.levels.projects_named import NAMING
from opengov_local.formats.tables.levels.same_project import SameProject
from opengov_local.formats.wording.words.numbering import project_number
from opengov_local.formats.wording.words.project_references import names_several
from opengov_local.importing.draft import Node


class RowCommitments:
    """Follows the commitment that the rows of one table speak of.

    Attributes:
        open: the commitment of the row that is read; None where it is of none.
        elsewhere: the last row whose reference leads to no project, or to several; -1 before there is one.
        over: the axis above the table.
        same: tells which commitments of the table rows tell again.
    """

    def __init__(
        self, state: State, region: Region, sheet: Sheet, at: Mapping[str, list[Column]], earlier: Earlier,
        milestones: Milestones, blanks: Blanks, filled: Counter[int],
    ) -> None:  # fmt: skip
        """Starts before the first row.

        Args:
            state: what earlier tables gave.
            region: the table.
            sheet: its pieces.
            at: its columns, by what they mean.
            earlier: tells which commitments other tables told.
            milestones: makes the milestones of the rows.
            blanks: tells what the blanks of the columns mean.
            filled: counts the blanks that say what stands above them.
        """
        self._state = state
        self._region = region
        self._sheet = sheet
        self._at = at
        self._earlier = earlier
        self.same = SameProject(state.draft, region)
        self._milestones = milestones
        self._blanks = blanks
        self._filled = filled
        self.open: Node | None = None
        self.elsewhere = -1
        self.over: Node | None = None

    def read(self, row: int, cells: Row, axis: Node | None, *, moved: bool) -> None:
        """Finds the commitment of a row, or makes it.

        Args:
            row: the number of the row.
            cells: its cells.
            axis: the lowest axis that it stands on.
            moved: whether it names an axis other than the last one.
        """
        titles = [(column, cells[column.index]) for column in self._at["commitment.title"] if column.index in cells]
        numbers = [cells[column.index] for column in self._at["commitment.number"] if column.index in cells]
        step = any(column.index in cells for column in self._at["milestone.title"])
        if not titles and not numbers:
            self._carry(row, moved, step)
            return
        if self._region.refers is not None:
            self._refer(row, titles, numbers)
            return
        number = project_number(numbers[0].text) if numbers else None
        if not titles and self._at["commitment.title"] and not self._state.commitment(number, None, axis):
            self._milestones.loose = numbers
            self._carry(row, moved, step)
            return
        title = titles[0][1].text if titles else None
        refers = not self._at["commitment.title"]
        joined = self._earlier.commitment(titles[0][1] if titles else None, number, axis)
        known = joined or self._state.commitment(number, title, axis)
        if known is None and refers and numbers and (known := self._state.coded(number or "")) is not None:
            value = str(known.data.get("number", ""))
            self._state.draft.say(
                "import/assumed", numbers[0], severity="info", node=known, field="number", value=value
            )
        if known is None and refers:
            self._refer_elsewhere(row, numbers)
            return
        if known is None and not numbers and self._names_several(title):
            self._refer_elsewhere(row, [piece for _, piece in titles])
            return
        named = titles[0][1] if titles else numbers[0]
        if known is not None and refers:
            self._earlier.join(known)
        if known is not None and (step or refers or joined or self._continues(row, known, number, axis, named)):
            self._again(known, titles, numbers)
            if joined and axis is not None and "axes" not in known.data:
                known.data["axes"] = [axis.target]
            return
        self.same.made(self._make(titles, numbers, axis), row)

    def is_found(self, cells: Row, axis: Node | None) -> bool:
        """Tells whether the names in a row lead where they led: to one axis a level, and to the commitment it made."""
        if self._region.refers is not None or any(len(self._at[name]) > 1 for name in AXES):
            return False
        said = [[cells[column.index] for column in self._at[name] if column.index in cells] for name in NAMING]
        titles, numbers = said
        number = project_number(numbers[0].text) if numbers else None
        return bool(titles) and self._state.commitment(number, titles[0].text, axis) is self.open

    def is_bare(self, row: int, cells: Row, axis: Node | None) -> bool:
        """Tells whether a row has the number of an unknown commitment and no title, nor a milestone."""
        titles, numbers = self._at["commitment.title"], self._at["commitment.number"]
        if not titles or any(
            c.index in cells or self._sheet.over(row, c.index) for c in (*titles, *self._at["milestone.title"])
        ):
            return False
        said = [project_number(cells[column.index].text) for column in numbers if column.index in cells]
        return bool(said) and self._state.commitment(said[0], None, axis) is None

    def _names_several(self, title: str | None) -> bool:
        """Tells whether a title names several projects of the plan, or all of them, and is that of none."""
        return bool(title) and bool(self._state.plan.data.get("commitments")) and names_several(str(title))

    def _refer_elsewhere(self, row: int, pieces: list[Piece]) -> None:
        """Keeps and says references that lead to no project, or to several: the row is of none of them."""
        for piece in pieces:
            say_unnamed(self._state, piece, heading_over(self._region, row, piece), None)
        self.open, self.elsewhere = None, row

    def _refer(self, row: int, titles: list[tuple[Column, Piece]], numbers: list[Piece]) -> None:
        """Finds the project that a row of a table names which only says more of those told before."""
        named = [*(piece for _, piece in titles), *numbers]
        self.open = known = referred(self._state, self._region, row, named)
        if known is None:
            self.elsewhere = row
            return
        self._earlier.join(known)
        for piece in named:
            self._state.draft.used(piece, known, "number" if piece in numbers else "title")

    def _continues(self, row: int, known: Node, number: str | None, axis: Node | None, named: Piece) -> bool:
        below = any(self._sheet.over(row, column.index) for column in self._at["commitment.title"])
        both = axis is not None and axis is self.over and self.same.is_on_both(known, row, number, axis, named)
        return both or (below and known is self.open) or self.same.is_same(known, row, number, axis, named)

    def _carry(self, row: int, moved: bool, step: bool) -> None:
        """Decides whose a row is that names no commitment: that of the rows above, or nobody's."""
        columns = [*self._at["commitment.title"], *self._at["commitment.number"]]
        if not columns or any(self._sheet.over(row, column.index) for column in columns):
            return
        self._milestones.last = None
        if moved or (step and not self._blanks.carry_all([column.index for column in columns])):
            self.open = None
        elif self.open is not None:
            self._filled[columns[0].index] += 1

    def _again(self, known: Node, titles: list[tuple[Column, Piece]], numbers: list[Piece]) -> None:
        self.open = known
        for column, piece in titles:
            self._state.title_again(known, piece, column.language, first=piece is titles[0][1])
        for piece in numbers:
            self._state.number_again(known, piece, project_number(piece.text))

    def _make(self, titles: list[tuple[Column, Piece]], numbers: list[Piece], axis: Node | None) -> Node:
        named = titles[0][1] if titles else numbers[0]
        if axis is not None and axis is self.over and self._state.commitment(None, named.text, None) is not None:
            self._state.draft.say("import/same-title-apart", named, severity="info", text=named.text.strip())
        node = self._state.draft.add(self._state.plan, "commitments", named)
        for number in numbers:
            self._state.draft.put(node, "number", project_number(number.text), number)
        for column, text in titles:
            self._state.title(node, text, "project_word", language=column.language)
        if axis is not None:
            node.data["axes"] = [axis.target]
        self._state.remember(node, axis)
        self.open = node
        return node
