"""The cells of a row that do not tell which objects it speaks of, but what there is to say of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple, cast

from opengov_local.account import Piece
from opengov_local.formats.tables.cells import Cells
from opengov_local.formats.tables.column_moulds import PLAIN, ColumnMoulds
from opengov_local.formats.tables.joining import Earlier
from opengov_local.formats.tables.layout import Column, Region
from opengov_local.formats.tables.levels import Levels
from opengov_local.formats.tables.owners import SUMS, Owners
from opengov_local.formats.tables.pieces import Row, Sheet
from opengov_local.formats.tables.vocabulary import Target, targets
from opengov_local.importing.draft import Node
from opengov_local.importing.moulds import NOTHING, Said, word_of

KEYS = frozenset({"axis", "axis.2", "axis.3", "axis.number", "commitment.number", "commitment.identifier",
                  "commitment.title", "milestone.title", "milestone.number"})  # fmt: skip
"""Targets that tell which objects a row speaks of."""
_BESIDE = "commitment.identifier"
"""The one of them whose cells are read with the others."""


class Whose(NamedTuple):
    """The objects that a row speaks of.

    Attributes:
        row: the row.
        commitment: its commitment.
        milestones: its milestones, by the column of their title, left to right.
        axis: the axis they stand on.
    """

    row: int
    commitment: Node | None
    milestones: Mapping[int, Node]
    axis: Node | None


class OtherCells:
    """Reads the cells of the rows of one table into the objects of their rows."""

    def __init__(
        self,
        cells: Cells,
        region: Region,
        sheet: Sheet,
        levels: Levels,
        filled: Counter[int],
        earlier: Earlier,
        *,
        listed: bool,
    ) -> None:
        """Starts before the first row.

        Args:
            cells: reads cells.
            region: the table.
            sheet: its pieces.
            levels: tells which columns speak of the commitment.
            filled: counts the cells that speak of further rows, by column.
            earlier: what the tables before this one have told of.
            listed: whether each row is about an indicator.
        """
        self._filled = filled
        self._cells = cells
        self._draft = cells.draft
        self._sheet = sheet
        self._levels = levels
        self._owners = Owners(sheet, levels, region.columns)
        self._listed = listed
        self._earlier = earlier
        self._columns = {column.index: column for column in region.columns}
        self._targets = {c.index: targets()[c.target] for c in region.columns if c.target}
        self._keys = {index for index, target in self._targets.items() if target.name in KEYS - {_BESIDE}}
        self._can_pour = not earlier and sheet.is_flat(region.first, region.end)
        self._moulds: dict[tuple[object, ...], list[ColumnMoulds | None]] = {}
        self._said: set[tuple[str, int, str]] = set()
        self._stepless: set[int] = set()

    def heading(self, index: int) -> str | None:
        """Gives the heading of a column, if it has one."""
        column = self._columns.get(index)
        return column.heading if column else None

    def read(self, whose: Whose, cells: Row, above: Said = NOTHING) -> None:
        """Reads a row.

        Args:
            whose: the objects of the row.
            cells: its cells; of those that say which objects are there, the ones that were read.
            above: what moulds have put of the others.
        """
        if not self._can_pour:
            self._read_each(whose, cells)
            return
        sheet, row, said, others = self._sheet, whose.row, self._said, []
        owners = cast(Sequence[Node], (whose.commitment, *whose.milestones.values()))  # None has no moulds
        puts, extracts, number = list(above.puts), list(above.extracts), str(row + 1)
        for index, (column, value) in enumerate(zip(self._moulds_for(whose), sheet.grid.rows[row], strict=False)):
            if value is None:
                continue
            if column is not None:
                mould, text = (type(value) is str and column.known.get(value)) or column.find(row, value)
                if not text:
                    continue
                node = owners[column.owner]
                once = None if column.owner else (node.target, index, text.strip())
                if mould and once in said:  # a commitment whose cells are repeated in each of its rows
                    puts.append((column.word, node, index))
                    continue
                place = sheet.columns[index] + number
                if mould and mould.fill(node.data, text, node.target, place, extracts.append):
                    puts.append((mould, node, index))
                    if once:
                        said.add(once)
                    continue
            here = cells if index in self._keys else sheet.row(row)
            if index in here:
                self._draft.pour(sheet, row, puts, extracts)
                puts, extracts = [], []
                others.append(here[index])
                self._read(whose, index, here[index])
        self._draft.pour(sheet, row, puts, extracts)
        sheet.told(row, others)

    def _read_each(self, whose: Whose, cells: Row) -> None:
        for index, piece in cells.items():
            self._read(whose, index, piece)

    def read_shown(self, whose: Whose) -> None:
        """Reads merged cells that say the same of several commitments, or of activities of none."""
        for index, piece in self._owners.shown(whose.row, self._columns.values()).items():
            column, target = self._columns[index], self._targets[index]
            if target.name.startswith(SUMS):
                self._cells.say_sum(column, piece)
            elif target.name not in KEYS or target.name == "axis.number":
                self._read_cell(whose, column, target, piece)
                self._filled[index] += 1

    def _moulds_for(self, whose: Whose) -> list[ColumnMoulds | None]:
        """Gives the moulds of the columns, for rows that have objects of the same kinds."""
        _, commitment, milestones, _ = whose
        key = (commitment is None, *milestones)
        if key not in self._moulds:
            width = range(self._sheet.grid.width)
            self._moulds[key] = [self._moulds_of(whose, index) for index in width]
        return self._moulds[key]

    def _moulds_of(self, whose: Whose, index: int) -> ColumnMoulds | None:
        """Gives the moulds of a column whose cells go by nothing but what they say; None for others."""
        column, target = self._columns.get(index), self._targets.get(index)
        if column is None or target is None or target.name in KEYS:
            return None
        if target.scope not in ("item", "milestone", "commitment") or not self._cells.alone(column):
            return None
        if target.scope == "commitment" and not self._levels.always_of_commitment(column):
            return None
        row, commitment, milestones, _ = whose
        node = self._owners.of_cell(row, column, target, milestones, commitment)
        if node is None:
            return None
        owner = 0 if node is commitment else [*milestones.values()].index(node) + 1
        takes = PLAIN.fullmatch if self._cells.takes_texts(column) else None
        make = partial(self._cells.mould, node.model, partial(_read_into, column))
        return ColumnMoulds(self._sheet, index, owner, word_of(target.field), make, takes)

    def _read(self, whose: Whose, index: int, piece: Piece) -> None:
        row, commitment, milestones, axis = whose
        if (target := self._targets.get(index)) is None:
            owner = self._owners.of_column(row, index, milestones, commitment) or axis
            self._draft.keep(piece, owner, label=self.heading(index))
        elif target.name not in KEYS:
            self._read_cell(whose, self._columns[index], target, piece)
        elif target.name == _BESIDE and commitment:
            self._cells.read(commitment, self._columns[index], piece)

    def _read_cell(self, whose: Whose, column: Column, target: Target, piece: Piece) -> None:
        row, commitment, milestones, axis = whose
        if target.scope in ("plan", "collectivity"):
            self._cells.about_plan(column, piece, commitment)
            return
        if target.scope == "indicator":
            self._of_indicator(whose, column, piece)
            return
        node = axis
        if target.scope != "axis":
            node = self._owners.of_cell(row, column, target, milestones, commitment)
        if node is None:
            owner = self._owners.of_column(row, column.index, milestones, commitment)
            self._draft.keep(piece, owner or commitment or axis, label=column.heading)
            of_step = self._owners.has_number(column) or "milestone" in (target.scope, column.scope)
            if of_step and column.index not in self._stepless:
                self._stepless.add(column.index)
                self._draft.say("import/step-without-title", piece, heading=column.heading, text=piece.text)
        elif self._earlier.has_said(node, target, piece):
            self._draft.used(piece, node, target.field)
        elif node is not commitment:
            self._cells.read(node, column, piece)
        elif self._listed and target.name.startswith("indicator."):
            self._cells.read(node, column, piece)  # of the indicator of its row
        elif (said := (node.target, column.index, piece.text.strip())) in self._said:
            self._draft.used(piece, node, target.field)  # a commitment whose cells are repeated in each of its rows
        else:
            self._said.add(said)
            self._cells.read(node, column, piece)

    def _of_indicator(self, whose: Whose, column: Column, piece: Piece) -> None:
        """Reads what a row says of its indicator, beside its measures."""
        row, commitment, milestones, axis = whose
        measured = next((c for c in self._columns.values() if c.target == "indicator"), None)
        holder = commitment
        if measured is not None:
            holder = self._owners.of_cell(row, measured, targets()["indicator"], milestones, commitment)
        indicator = self._cells.indicator_of(holder) if holder else None
        if indicator is not None:
            self._cells.read(indicator, column, piece)
            return
        self._draft.keep(piece, holder or axis, label=column.heading)
        self._draft.say("import/measure-without-indicator", piece, heading=column.heading, text=piece.text)


def _read_into(column: Column, cells: Cells, node: Node, piece: Piece) -> None:
    cells.read(node, column, piece)
