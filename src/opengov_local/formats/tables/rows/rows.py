"""Rows of a plan: which axis, commitment and milestone each row speaks of, and what its other cells say of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from opengov_local.account import Piece
from opengov_local.formats.tables.cells.cells import Cells
from opengov_local.formats.tables.cells.milestones import Milestones
from opengov_local.formats.tables.cells.other_cells import OtherCells
from opengov_local.formats.tables.cells.told_rows import KEYS, Told, Whose
from opengov_local.formats.tables.columns.blanks import Blanks
from opengov_local.formats.tables.columns.indicator_owners import of_each_indicator
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.columns.twin_columns import seconds
from opengov_local.formats.tables.drafted.joining import Earlier
from opengov_local.formats.tables.drafted.references import heading_over, referred, say_unnamed
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.drafted.step_numbers import number_steps
from opengov_local.formats.tables.fiches.fiche import read_fiche
from opengov_local.formats.tables.grid.pieces import Row, Sheet
from opengov_local.formats.tables.grid.rearranged import Rearranged
from opengov_local.formats.tables.levels.again import Again, Here
from opengov_local.formats.tables.levels.apart import PROJECT, Apart, Section, say_foreign, say_section
from opengov_local.formats.tables.levels.like_tables import levels_of
from opengov_local.formats.tables.levels.projects_named import NAMING
from opengov_local.formats.tables.levels.same_project import SameProject
from opengov_local.formats.tables.levels.steps_or_lists import settled
from opengov_local.formats.tables.rows.begun_commitments import BegunCommitments
from opengov_local.formats.tables.rows.plan_indicators import PlanIndicators
from opengov_local.formats.tables.rows.row_runs import RowRuns
from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.formats.wording.words.numbering import project_number
from opengov_local.formats.wording.words.project_references import names_several
from opengov_local.importing.draft import Draft, Node

_AXES = ("axis", "axis.2", "axis.3")


@dataclass
class PlanRows:
    """Reads the rows of one table of a plan.

    Attributes:
        state: what earlier tables gave.
        region: the table.
        sheet: its pieces.
        named: the name of the sheet, where it is that of the axis of all rows.
        above: the commitment that the table stands below, whose activities it lists.
    """

    state: State
    region: Region
    sheet: Sheet
    named: Piece | None = None
    above: Node | None = None
    _axis: list[Node | None] = field(default_factory=lambda: [None, None, None])
    _over: Node | None = None
    _commitment: Node | None = None
    _filled: Counter[int] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.region = of_each_indicator(settled(self.region))
        self.draft: Draft = self.state.draft
        self.cells = Cells(self.state, self.region)
        self._earlier = Earlier(self.state, self.region)
        self._columns = {column.index: column for column in self.region.columns}
        self._targets = {c.index: targets()[c.target] for c in self.region.columns if c.target}
        self._blanks = Blanks(self.region)
        self._kinds = Apart(self.region, self.sheet)
        self._at: defaultdict[str, list[Column]] = defaultdict(list)
        for column in self.region.columns:
            if column.target:
                self._at[column.target].append(column)
        self._steps = self._at["milestone.title"]
        titled = any(pair.meaning.target == "commitment.title" for pair in self.state.pairs)
        own = self.region.refers is None
        if self._steps and own and number_steps(self._at, self.region, None if titled else self.state):
            self._at["milestone.number"] = self._at.pop("commitment.number")
        self._elsewhere = -1
        self._same = SameProject(self.draft, self.region)
        self._milestones = Milestones(
            self.state, self.sheet, self.cells, self._earlier, self._steps, self._at["milestone.number"]
        )
        self._axes_again = seconds(self.draft, self.region, _AXES)
        self._of_plan = PlanIndicators(self.state, self.cells, self.region)
        self._listed = "indicator" in self.region.names and not self._steps
        whole = not (self._earlier or self.region.parts or self._milestones.same)
        self._flat = whole and self.sheet.is_flat(self.region.first, self.region.end)
        self._named_in = sorted(index for index, target in self._targets.items() if target.name in KEYS)
        self._repeats = Again(self.draft, self.sheet, self._kinds, self._filled, self._at, flat=self._flat)
        levels = levels_of(self.region, self.sheet, self._blanks, self._kinds.totals.said, self.state.tables)
        self._others = OtherCells(
            self.cells, self.region, self.sheet, levels, self._filled, self._earlier,
            listed=self._listed, flat=self._flat,
        )  # fmt: skip
        self._begun = BegunCommitments(self.state, self.sheet, self.cells, self._same, self._at)
        self._runs = RowRuns(
            self._begun, self.region, self._kinds, self._repeats, self._others, self._milestones,
            applies=self._flat and not (self._listed or self._axes_again),
        )  # fmt: skip

    def read(self) -> None:
        """Reads all rows."""
        self._over = self.state.axis_above
        fiche = read_fiche(self.state, self.region)
        self._commitment = fiche.commitment or self.above
        self._axis[: len(fiche.axes)] = fiche.axes
        if not fiche.axes and self.named is not None:
            self._axis[0] = self.state.axis(self.named, None)
        row = self.region.first
        while row < self.region.end:
            row = self._run(row)
            row += self._others.read_rows(self._rows_again(row))
            if row < self.region.end:
                self._row_anew(row)
            row += 1
        self.cells.close()
        self._others.close()
        self._earlier.say(self.region.grid.place(self.region.header, 0))
        for index, count in self._filled.items() if not isinstance(self.region.grid, Rearranged) else ():
            place, heading = self.region.grid.place(self.region.header, index), self._columns[index].heading
            self.draft.say("import/filled-down", place, severity="info", heading=heading, count=count)

    def _run(self, row: int) -> int:
        """Reads rows that are known by their columns; gives the one behind them."""
        if run := self._runs.read(row, self._here(), self._filled):
            *self._axis, self._commitment = run.here
        return run.row if run else row

    def _apart(self, row: int, cells: Row) -> bool:
        """Deals with rows that are none of the table's: its header again, totals, titles of sections."""
        if len(cells) >= 2 and self._kinds.is_header(cells):
            for piece in cells.values():
                self.draft.ignore(piece, "heading")
            return True
        first, piece = next(iter(cells.items()))
        found = self._kinds.section(row, first, piece) if len(cells) == 1 else None
        if found is not None and found.worded and self._section(found, piece):
            return True
        if code := self._kinds.foreign(row, cells, titled=found is not None):
            self._keep_row(cells)
            say_foreign(self.draft, code, cells)
            return True
        if found is None and self._kinds.is_alone(row, cells):
            self.draft.say("import/alone-in-row", piece, heading=self._columns[first].heading, text=piece.text)
        return found is not None and self._section(found, piece)

    def _keep_row(self, cells: Row) -> None:
        for index, piece in cells.items():
            self.draft.keep(piece, label=self._others.heading(index))

    def _section(self, found: Section, piece: Piece) -> bool:
        """Takes the only cell of a row for the title of the axis or commitment of the rows below."""
        if found.rank == PROJECT:
            self._commitment = self.state.section(piece, next((node for node in reversed(self._axis) if node), None))
        elif any(self._at[name] for name in _AXES):
            return False
        else:
            parent = next((node for node in reversed(self._axis[: found.rank]) if node), None)
            self._axis[found.rank :] = [self.state.axis(piece, parent), *[None] * (2 - found.rank)]
            self._commitment = None
        self._milestones.last = None
        say_section(self.draft, found, piece, self._last_axis())
        return True

    def _here(self) -> Here:
        return (*self._axis, self._commitment)

    def _rows_again(self, first: int) -> Iterator[Told]:
        """Makes the milestones of rows that name the same as an earlier one."""
        commitment, axis = self._commitment, self._last_axis()
        for row in self._repeats.rows(first, self._kinds.notes.signed_from, self._here()):
            puts, extracts = self._repeats.said(row)
            if self._repeats.filled:
                self._filled.update(self._repeats.filled)
            node = self._milestones.pour(row, commitment, axis, puts, extracts)
            if node is not None:
                yield Whose(row, commitment, {self._steps[0].index: node}, axis), [], puts, extracts
                continue
            self.draft.pour(self.sheet, row, puts, extracts)
            cells = self._repeats.own(row)
            milestones = self._milestones.read(row, cells, commitment, axis)
            yield Whose(row, commitment, milestones, axis), [*cells.values()], [], []

    def _row_anew(self, row: int) -> None:
        """Reads a row; where it is plain and each cell stands in one row, only the cells that name things are made."""
        is_plain = row < self._kinds.notes.signed_from and self._kinds.is_plain(self.region.grid.rows[row])
        if is_plain and self._flat:
            named = ((index, self.sheet.piece(row, index)) for index in self._named_in)
            self._row(row, {index: piece for index, piece in named if piece is not None})
            return
        cells = self.sheet.row(row)
        if cells and (is_plain or not self._apart(row, cells)):
            self._row(row, cells)

    def _last_axis(self) -> Node | None:
        return next((node for node in reversed(self._axis) if node), None)

    def _row(self, row: int, cells: Row) -> None:
        here, since, filled = self._here(), self.draft.mark(), dict(self._filled)
        moved = self._read_axes(row, cells)
        self._begun.note(row, self._axis)
        if self._commitment is None and self._of_plan.read({at: cells[at] for at in cells if not self._is_axis(at)}):
            return
        axis = self._last_axis()
        if self._is_bare(row, cells, axis):
            self._commitment = self._milestones.last = None
            cells = self.sheet.row(row)
            self._keep_row({at: cells[at] for at in cells if not self._is_axis(at)})
            self.draft.say("import/row-without-title", cells[min(cells)])
            return
        before = self._commitment
        self._read_commitment(row, cells, axis, moved)
        if here == self._here():
            self._repeats.learn(row, cells, here, since, filled)
        elif self._is_found(cells, axis):
            self._repeats.foresee(row, cells, self._here(), since)
        self._read_objects(row, cells, before)

    def _read_objects(self, row: int, cells: Row, before: Node | None) -> None:
        """Reads the milestones of a row, and what its other cells say of them and of its commitment."""
        axis = self._last_axis()
        milestones = self._milestones.read(row, cells, self._commitment, axis)
        elsewhere = self._elsewhere == row
        if (axis is None or elsewhere) and self._commitment is None and not milestones:
            cells = self.sheet.row(row)
            self._keep_row({at: cells[at] for at in cells if not self._is_key(at)})
            if not elsewhere:
                self.draft.say("import/row-without-title", cells[min(cells)])
            return
        whose = Whose(row, self._commitment, milestones, axis)
        self._others.read(whose, self._milestones.anew(row, cells))
        if self._commitment or milestones:
            self._others.read_shown(whose, begun=self._commitment is None or self._commitment is not before)

    def _is_axis(self, index: int) -> bool:
        target = self._targets.get(index)
        return target is not None and target.scope == "axis"

    def _is_key(self, index: int) -> bool:
        target = self._targets.get(index)
        return target is not None and target.name in KEYS and target.name != "axis.number"

    def _read_axes(self, row: int, cells: Row) -> bool:
        """Follows the axis columns; tells whether the row names an axis other than the last one."""
        if self.region.refers is not None:
            project = referred(self.state, self.region, row, ())
            for index in filter(self._is_axis, cells):
                if project is None:
                    self.draft.keep(cells[index], label=self._others.heading(index))
                else:
                    self.draft.used(cells[index], project, "axes")
            return False
        moved = False
        for level, name in enumerate(_AXES):
            for column in self._at[name]:
                piece = cells.get(column.index)
                parent = next((node for node in reversed(self._axis[:level]) if node), None)
                if column.index in self._axes_again:
                    self.state.axis_again(self._axis[level], piece, column.language)
                elif piece is not None:
                    node = self.state.axis_named(piece, parent, language=column.language)
                    moved = moved or node is None or node is not self._axis[level]
                    self._axis[level:] = [node, *[None] * (2 - level)]
                    self._number_axis(node, cells)
                elif self.sheet.over(row, column.index) is None and (moved or not self._blanks.carry(column.index)):
                    self._axis[level:] = [None] * (3 - level)
                elif self._axis[level] is not None and self.sheet.over(row, column.index) is None:
                    self._filled[column.index] += 1
        return moved

    def _number_axis(self, node: Node | None, cells: Row) -> None:
        for column in self._at["axis.number"]:
            if node and (piece := cells.get(column.index)):
                self.state.number_axis(node, piece)

    def _read_commitment(self, row: int, cells: Row, axis: Node | None, moved: bool) -> None:
        """Finds the commitment of the row."""
        titles = [(column, cells[column.index]) for column in self._at["commitment.title"] if column.index in cells]
        numbers = [cells[column.index] for column in self._at["commitment.number"] if column.index in cells]
        step = any(column.index in cells for column in self._at["milestone.title"])
        if not titles and not numbers:
            self._carry_commitment(row, moved, step)
            return
        if self.region.refers is not None:
            self._refer(row, titles, numbers)
            return
        number = project_number(numbers[0].text) if numbers else None
        if not titles and self._at["commitment.title"] and not self.state.commitment(number, None, axis):
            self._milestones.loose = numbers
            self._carry_commitment(row, moved, step)
            return
        title = titles[0][1].text if titles else None
        refers = not self._at["commitment.title"]
        joined = self._earlier.commitment(titles[0][1] if titles else None, number, axis)
        known = joined or self.state.commitment(number, title, axis)
        if known is None and refers and numbers and (known := self.state.coded(number or "")) is not None:
            value = str(known.data.get("number", ""))
            self.draft.say("import/assumed", numbers[0], severity="info", node=known, field="number", value=value)
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
        self._same.made(self._new_commitment(titles, numbers, axis), row)

    def _names_several(self, title: str | None) -> bool:
        """Tells whether a title names several projects of the plan, or all of them, and is that of none."""
        return bool(title) and bool(self.state.plan.data.get("commitments")) and names_several(str(title))

    def _refer_elsewhere(self, row: int, pieces: list[Piece]) -> None:
        """Keeps and says references that lead to no project, or to several: the row is of none of them."""
        for piece in pieces:
            say_unnamed(self.state, piece, heading_over(self.region, row, piece), None)
        self._commitment, self._elsewhere = None, row

    def _refer(self, row: int, titles: list[tuple[Column, Piece]], numbers: list[Piece]) -> None:
        """Finds the project that a row of a table names which only says more of those told before."""
        named = [*(piece for _, piece in titles), *numbers]
        self._commitment = known = referred(self.state, self.region, row, named)
        if known is None:
            self._elsewhere = row
            return
        self._earlier.join(known)
        for piece in named:
            self.draft.used(piece, known, "number" if piece in numbers else "title")

    def _is_found(self, cells: Row, axis: Node | None) -> bool:
        """Tells whether the names in a row lead where they led: to one axis a level, and to the commitment it made."""
        if self.region.refers is not None or any(len(self._at[name]) > 1 for name in _AXES):
            return False
        said = [[cells[column.index] for column in self._at[name] if column.index in cells] for name in NAMING]
        titles, numbers = said
        number = project_number(numbers[0].text) if numbers else None
        return bool(titles) and self.state.commitment(number, titles[0].text, axis) is self._commitment

    def _is_bare(self, row: int, cells: Row, axis: Node | None) -> bool:
        """Tells whether a row has the number of an unknown commitment and no title, nor a milestone."""
        titles, numbers = self._at["commitment.title"], self._at["commitment.number"]
        if not titles or any(c.index in cells or self.sheet.over(row, c.index) for c in (*titles, *self._steps)):
            return False
        said = [project_number(cells[column.index].text) for column in numbers if column.index in cells]
        return bool(said) and self.state.commitment(said[0], None, axis) is None

    def _continues(self, row: int, known: Node, number: str | None, axis: Node | None, named: Piece) -> bool:
        below = any(self.sheet.over(row, column.index) for column in self._at["commitment.title"])
        both = axis is not None and axis is self._over and self._same.is_on_both(known, row, number, axis, named)
        return both or (below and known is self._commitment) or self._same.is_same(known, row, number, axis, named)

    def _carry_commitment(self, row: int, moved: bool, step: bool) -> None:
        """Decides whose a row is that names no commitment: that of the rows above, or nobody's."""
        columns = [*self._at["commitment.title"], *self._at["commitment.number"]]
        if not columns or any(self.sheet.over(row, column.index) for column in columns):
            return
        self._milestones.last = None
        if moved or (step and not self._blanks.carry_all([column.index for column in columns])):
            self._commitment = None
        elif self._commitment is not None:
            self._filled[columns[0].index] += 1

    def _again(self, known: Node, titles: list[tuple[Column, Piece]], numbers: list[Piece]) -> None:
        self._commitment = known
        for column, piece in titles:
            self.state.title_again(known, piece, column.language, first=piece is titles[0][1])
        for piece in numbers:
            self.state.number_again(known, piece, project_number(piece.text))

    def _new_commitment(self, titles: list[tuple[Column, Piece]], numbers: list[Piece], axis: Node | None) -> Node:
        named = titles[0][1] if titles else numbers[0]
        if axis is not None and axis is self._over and self.state.commitment(None, named.text, None) is not None:
            self.draft.say("import/same-title-apart", named, severity="info", text=named.text.strip())
        node = self.draft.add(self.state.plan, "commitments", named)
        for number in numbers:
            self.draft.put(node, "number", project_number(number.text), number)
        for column, text in titles:
            self.state.title(node, text, "project_word", language=column.language)
        if axis is not None:
            node.data["axes"] = [axis.target]
        self.state.remember(node, axis)
        self._commitment = node
        return node
