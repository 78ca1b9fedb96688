"""The cells of a row that do not tell which objects it speaks of, but what there is to say of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import cast

from opengov_local.account import Entry, Piece
from opengov_local.formats.tables.cells.cells import Cells
from opengov_local.formats.tables.cells.owners import Owners
from opengov_local.formats.tables.cells.told_rows import KEYS, Told, Whose
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.drafted.joining import Earlier
from opengov_local.formats.tables.grid.column_moulds import ColumnMoulds, Found
from opengov_local.formats.tables.grid.merged_over import read_sum
from opengov_local.formats.tables.grid.pieces import Row, Sheet
from opengov_local.formats.tables.levels.levels import Levels
from opengov_local.formats.tables.levels.sums_again import SumsAgain
from opengov_local.formats.tables.plan.party_cells import PARTIES, names_apart
from opengov_local.formats.wording.headings.heading_meanings import FUNDER, SUMS, Target, targets
from opengov_local.importing.draft import Node
from opengov_local.importing.moulds import NO_MOULD, Extract, Mould, word_of

_NAMES = ("commitment.number", "commitment.title")
_BESIDE = "commitment.identifier"
"""The one of `KEYS` whose cells are read with the others."""


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
        flat: bool,
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
            flat: whether each cell stands in one row, and says something of its own.
        """
        self._filled = filled
        self._cells = cells
        self._draft = cells.draft
        self._sheet = sheet
        self._levels = levels
        self._owners = Owners(sheet, levels, region.columns)
        self._listed = listed
        self._earlier, self._parts = earlier, region.parts
        self._columns = {column.index: column for column in region.columns}
        self._targets = {c.index: targets()[c.target] for c in region.columns if c.target}
        self._keys = {index for index, target in self._targets.items() if target.name in KEYS - {_BESIDE}}
        self._sums = SumsAgain(self._draft, sheet, self._columns, cells.years, listed=listed)
        self._names = [index for index, target in self._targets.items() if target.name in _NAMES]
        self._can_pour = flat
        self._moulds: dict[tuple[object, ...], list[tuple[int, str, ColumnMoulds | None]]] = {}
        self._said: set[tuple[str, int, str]] = set()
        self._kept: dict[tuple[str, int, str], list[Entry]] = {}
        self._stepless: set[int] = set()

    def heading(self, index: int) -> str | None:
        """Gives the heading of a column, if it has one."""
        return self._columns[index].heading if index in self._columns else None

    def read(self, whose: Whose, cells: Row) -> None:
        """Reads a row.

        Args:
            whose: the objects of the row.
            cells: its cells; those that say which objects are there, at least.
        """
        if self._can_pour:
            self.read_rows([(whose, [piece for index, piece in cells.items() if index in self._keys], [], [])])
            return
        for index in self._cells.in_order(cells):
            self._read(whose, index, cells[index])

    def read_rows(self, told: Iterable[Told]) -> int:
        """Reads rows of a table in which each cell stands in one row.

        Args:
            told: the rows; one is asked for when the one before it has been read.

        Returns:
            How many there were.
        """
        draft, sheet, count = self._draft, self._sheet, 0
        for whose, others, puts, extracts in told:
            count += 1
            row, commitment, milestones, _ = whose
            owners = cast(Sequence[Node], (commitment, *milestones.values()))  # None has no moulds
            values, number, write = sheet.grid.rows[row], str(row + 1), extracts.append
            for index, letters, column in self._columns_for(whose):
                if index >= len(values):
                    continue
                if (value := values[index]) is None:
                    continue
                if column is not None:
                    kind = type(value)
                    known = column.known.get(value) if kind is str or kind is int else None
                    mould, text = known or column.find(row, value)
                    if not text:
                        continue
                    node, place = owners[column.owner], letters + number
                    if column.owner:
                        is_put = mould.fill(node.data, text, node.target, place, write)
                    else:
                        mould, is_put = self._put_once(whose, column, (mould, text), node, place, write)
                    if is_put:
                        puts.append((mould, node, index))
                        continue
                if (piece := sheet.row(row).get(index)) is not None:
                    draft.pour(sheet, row, [*puts], [*extracts])
                    puts.clear()
                    extracts.clear()
                    others.append(piece)
                    self._read(whose, index, piece)
            draft.pour(sheet, row, puts, extracts)
            sheet.told(row, others)
        return count

    def _put_once(
        self, whose: Whose, column: ColumnMoulds, found: Found, node: Node, place: str, write: Callable[[Extract], None]
    ) -> tuple[Mould, bool]:
        """Puts a cell of a commitment, and tells whether it could; one that its next rows say again is used."""
        mould, text = found
        once = (node.target, column.index, text.strip())
        if once in self._said and not self._adds(whose, column.index):
            is_used = mould is not NO_MOULD and once not in self._kept  # else it is read by itself, and said there
            if is_used:
                self._sums.say(node, whose.row, column.index, steps=bool(whose.milestones))
            return column.word, is_used
        is_put = mould.fill(node.data, text, node.target, place, write)
        if is_put:
            self._said.add(once)
        return mould, is_put

    def close(self) -> None:
        """Says which columns do not tell whether their cells are of commitments or of their first milestones."""
        header = self._cells.region.header
        self._sums.close(self._levels.equal_sums(), header)
        for column, count in self._levels.unsure():
            place = self._sheet.grid.place(header, column.index)
            self._draft.say("import/first-activity-alone", place, heading=column.heading, count=count)

    def read_shown(self, whose: Whose, *, begun: bool) -> None:
        """Reads merged cells that say the same of several commitments, of activities of none, or of some of one.

        Args:
            whose: the objects of the row.
            begun: whether its commitment begins here, or it has none.
        """
        shown = self._owners.shown(whose.row, self._columns.values(), whose.milestones, begun=begun)
        for index, piece in shown.items():
            column, target = self._columns[index], self._targets[index]
            if target.name.startswith(SUMS):
                if begun:
                    self._cells.say_sum(column, piece)
            elif target.name == FUNDER:
                if not self._has_sum_of_part(whose) and (node := self._owner(whose, column, target)):
                    self._cells.read_funder_again(node, column, piece)
            elif target.name not in KEYS or target.name == "axis.number":
                self._read_cell(whose, column, target, piece)
                self._filled[index] += 1

    def _columns_for(self, whose: Whose) -> list[tuple[int, str, ColumnMoulds | None]]:
        """Gives the columns of a table for rows that have objects of the same kinds, but those that name the objects.

        Each has its letters in the places of its cells, and its moulds, if it has any.
        """
        _, commitment, milestones, _ = whose
        key = (commitment is None, *milestones)
        if key not in self._moulds:
            columns = [index for index in range(self._sheet.grid.width) if index not in self._keys]
            columns = self._cells.in_order(columns)
            letters = self._sheet.columns
            self._moulds[key] = [(index, letters[index], self._moulds_of(whose, index)) for index in columns]
        return self._moulds[key]

    def columns_for(self, *, commitment: bool, step: int | None) -> list[tuple[int, str, ColumnMoulds | None]] | None:
        """Gives the columns for rows with these objects, once such a row was read; see `_columns_for`.

        Args:
            commitment: whether they have a commitment.
            step: the column of their only milestone, if they have one.
        """
        return self._moulds.get((not commitment, *([] if step is None else [step])))

    def was_said(self, commitment: Node, index: int, text: str) -> bool:
        """Tells whether a cell of a commitment was read in another of its rows, and nothing of it was kept."""
        once = (commitment.target, index, text.strip())
        return once in self._said and once not in self._kept

    def say(self, commitment: Node, index: int, text: str) -> None:
        """Notes that a cell of a commitment was read."""
        self._said.add((commitment.target, index, text.strip()))

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
        takes = bool if self._cells.takes_texts(column) else None
        make = partial(self._cells.mould, node.model, partial(_read_into, column))
        items = names_apart if target.reads.startswith(PARTIES) else None
        return ColumnMoulds(self._sheet, index, owner, word_of(target.field), make, takes, all, items)

    def _read(self, whose: Whose, index: int, piece: Piece) -> None:
        row, commitment, milestones, axis = whose
        if (target := self._targets.get(index)) is None or (row, index) in self._parts:
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
        if target.name.startswith(SUMS) and commitment and self._owners.is_of_part(row, column.index, milestones):
            read = partial(self._cells.read, commitment, column, piece)
            read_sum(self._draft, commitment, piece, column.heading, self._levels.beside(row, column.index), read)
            return
        node = axis if target.scope == "axis" else self._owner(whose, column, target)
        if node is None:
            self._keep_of_none(whose, column, target, piece)
        elif self._earlier.has_said(node, target, piece):
            self._draft.used(piece, node, target.field)
        elif (total := self._earlier.total_of(node, target)) is not None:
            self._cells.read_total_again(node, column, piece, total)
        elif node is not commitment or (self._listed and target.name.startswith("indicator.")):
            self._cells.read(node, column, piece)  # a measure is of the indicator of its row
        elif (
            said := (
                self._measured(node, target),
                column.index,
                self._sums.told_with(row, target, piece, steps=bool(milestones)) + piece.text.strip(),
            )
        ) in self._said and not self._adds(whose, column.index):
            self._use_again(said, node, target, piece)
            self._sums.say(node, row, column.index, steps=bool(milestones))
        else:
            self._said.add(said)
            since = self._draft.mark()
            self._cells.read(node, column, piece)
            if fates := self._draft.kept_since(since, piece):
                self._kept[said] = fates

    def _keep_of_none(self, whose: Whose, column: Column, target: Target, piece: Piece) -> None:
        """Keeps a cell of a step that its row does not name, which is said."""
        row, commitment, milestones, axis = whose
        owner = self._owners.of_column(row, column.index, milestones, commitment)
        self._draft.keep(piece, owner or commitment or axis, label=column.heading)
        of_step = self._owners.has_number(column) or "milestone" in (target.scope, column.scope)
        if of_step and column.index not in self._stepless:
            self._stepless.add(column.index)
            self._draft.say("import/step-without-title", piece, heading=column.heading, text=piece.text)

    def _use_again(self, said: tuple[str, int, str], node: Node, target: Target, piece: Piece) -> None:
        """Uses a cell of a commitment that another of its rows repeats; an indicator is what that row measures."""
        if not self._draft.account_again(piece, self._kept.get(said, ())):
            self._draft.used(piece, node, target.field)
        if target.name == "indicator":
            self._cells.turn_to(node, piece.text)

    def _adds(self, whose: Whose, index: int) -> bool:
        """Tells whether an equal sum is a further one of its commitment: its row names neither that nor a step."""
        if index not in self._sums or self._listed or whose.milestones:
            return False
        return not any(at in self._sheet.row(whose.row) for at in self._names)

    def _has_sum_of_part(self, whose: Whose) -> bool:
        """Tells whether a sum of the row is merged over some of the activities of its commitment."""
        sums = (index for index, target in self._targets.items() if target.name.startswith(SUMS))
        return any(self._owners.is_of_part(whose.row, index, whose.milestones) for index in sums)

    def _owner(self, whose: Whose, column: Column, target: Target) -> Node | None:
        """Gives whose a cell is; the project of the activities of its row, where it lists something for each."""
        row, commitment, milestones, _ = whose
        node = self._owners.of_cell(row, column, target, milestones, commitment)
        if target.name == FUNDER and commitment and self._has_sum_of_part(whose):
            return commitment
        return commitment if node is None and column.index in self._cells.parallel else node

    def _measured(self, node: Node, target: Target) -> str:
        """Gives whose a cell of a commitment is: its last indicator's where it is a measure, else its own."""
        indicator = self._cells.indicator_of(node) if target.name.startswith("indicator.") else None
        return (indicator or node).target

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
