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
from opengov_local.formats.tables.drafted.axis_above import AXES
from opengov_local.formats.tables.drafted.joining import Earlier
from opengov_local.formats.tables.drafted.references import referred
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.drafted.step_numbers import number_steps
from opengov_local.formats.tables.fiches.fiche import read_fiche
from opengov_local.formats.tables.grid.pieces import Row, Sheet
from opengov_local.formats.tables.grid.rearranged import Rearranged
from opengov_local.formats.tables.levels.again import Again, Here
from opengov_local.formats.tables.levels.apart import PROJECT, Apart, Section, say_foreign, say_section
from opengov_local.formats.tables.levels.like_tables import levels_of
from opengov_local.formats.tables.levels.steps_or_lists import settled
from opengov_local.formats.tables.rows.begun_commitments import BegunCommitments
from opengov_local.formats.tables.rows.plan_indicators import PlanIndicators
from opengov_local.formats.tables.rows.row_commitments import RowCommitments
from opengov_local.formats.tables.rows.row_runs import RowRuns
from opengov_local.formats.wording.headings.heading_meanings import targets
from opengov_local.importing.draft import Draft, Node


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
        self._milestones = Milestones(
            self.state, self.sheet, self.cells, self._earlier, self._steps, self._at["milestone.number"]
        )
        self._commitments = RowCommitments(
            self.state, self.region, self.sheet, self._at, self._earlier, self._milestones, self._blanks,
            self._filled,
        )  # fmt: skip
        self._axes_again = seconds(self.draft, self.region, AXES)
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
        self._begun = BegunCommitments(self.state, self.sheet, self.cells, self._commitments.same, self._at)
        self._runs = RowRuns(
            self._begun, self.region, self._kinds, self._repeats, self._others, self._milestones,
            applies=self._flat and not (self._listed or self._axes_again),
        )  # fmt: skip

    def read(self) -> None:
        """Reads all rows."""
        self._commitments.over = self.state.axis_above
        fiche = read_fiche(self.state, self.region)
        self._commitments.open = fiche.commitment or self.above
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
            *self._axis, self._commitments.open = run.here
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
            self._commitments.open = self.state.section(
                piece, next((node for node in reversed(self._axis) if node), None)
            )
        elif any(self._at[name] for name in AXES):
            return False
        else:
            parent = next((node for node in reversed(self._axis[: found.rank]) if node), None)
            self._axis[found.rank :] = [self.state.axis(piece, parent), *[None] * (2 - found.rank)]
            self._commitments.open = None
        self._milestones.last = None
        say_section(self.draft, found, piece, self._last_axis())
        return True

    def _here(self) -> Here:
        return (*self._axis, self._commitments.open)

    def _rows_again(self, first: int) -> Iterator[Told]:
        """Makes the milestones of rows that name the same as an earlier one."""
        commitment, axis = self._commitments.open, self._last_axis()
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
        if self._commitments.open is None and self._of_plan.read(
            {at: cells[at] for at in cells if not self._is_axis(at)}
        ):
            return
        axis = self._last_axis()
        if self._commitments.is_bare(row, cells, axis):
            self._commitments.open = self._milestones.last = None
            cells = self.sheet.row(row)
            self._keep_row({at: cells[at] for at in cells if not self._is_axis(at)})
            self.draft.say("import/row-without-title", cells[min(cells)])
            return
        before = self._commitments.open
        self._commitments.read(row, cells, axis, moved=moved)
        if here == self._here():
            self._repeats.learn(row, cells, here, since, filled)
        elif self._commitments.is_found(cells, axis):
            self._repeats.foresee(row, cells, self._here(), since)
        self._read_objects(row, cells, before)

    def _read_objects(self, row: int, cells: Row, before: Node | None) -> None:
        """Reads the milestones of a row, and what its other cells say of them and of its commitment."""
        axis = self._last_axis()
        milestones = self._milestones.read(row, cells, self._commitments.open, axis)
        elsewhere = self._commitments.elsewhere == row
        if (axis is None or elsewhere) and self._commitments.open is None and not milestones:
            cells = self.sheet.row(row)
            self._keep_row({at: cells[at] for at in cells if not self._is_key(at)})
            if not elsewhere:
                self.draft.say("import/row-without-title", cells[min(cells)])
            return
        whose = Whose(row, self._commitments.open, milestones, axis)
        self._others.read(whose, self._milestones.anew(row, cells))
        if self._commitments.open or milestones:
            self._others.read_shown(whose, begun=self._commitments.open is None or self._commitments.open is not before)

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
        for level, name in enumerate(AXES):
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
