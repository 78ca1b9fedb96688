"""Runs of rows whose cells are all known by their columns: their objects are made at once, by makers of rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from opengov_local.formats.grids.grid import Value
from opengov_local.formats.tables.cells.milestones import Milestones
from opengov_local.formats.tables.cells.other_cells import OtherCells
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.grid.cell_kinds import ColumnKinds, Kinds
from opengov_local.formats.tables.levels.again import Again, Here
from opengov_local.formats.tables.levels.apart import Apart
from opengov_local.formats.tables.rows.begun_commitments import COMMITMENT, Begun, BegunCommitments, axis_of
from opengov_local.formats.tables.rows.row_forms import Kind, Maker, RowForms
from opengov_local.formats.tables.rows.rows_by_columns import Rows, RowsByColumns
from opengov_local.importing.draft import Node
from opengov_local.importing.poured_rows import OWN, Makes, PouredRows, PouredRun
from opengov_local.model.milestone import Milestone

_FEWEST_ROWS: Final = 16
"""Rows of a table from which such are made."""
_tuple = tuple.__new__  # of a named one, at half the price of its own call


class RowRuns:
    """Reads runs of rows of one table in which each cell stands in one row."""

    def __init__(
        self,
        begun: BegunCommitments,
        region: Region,
        apart: Apart,
        again: Again,
        others: OtherCells,
        milestones: Milestones,
        *,
        applies: bool,
    ) -> None:
        """Starts before the first row.

        Args:
            begun: makes the commitments that rows begin.
            region: the table.
            apart: tells rows that are no objects.
            again: remembers what rows name.
            others: reads the cells that name nothing.
            milestones: makes milestones.
            applies: whether there may be runs: no cell stands in several rows.
        """
        self.draft = begun.state.draft
        self.sheet = begun.sheet
        self.apart = apart
        self.again = again
        self.others = others
        self.begun = begun
        self.kinds = Kinds()
        self.steps = [column.index for column in milestones.steps]
        self._milestones = milestones
        self._columns: dict[bool, list[ColumnKinds]] = {}
        self.by_columns = RowsByColumns(begun, apart, again, self.kinds)
        self.forms = RowForms(self.kinds, begun.sheet.columns, again, begun, self.steps)
        self._state = begun.state
        self._region = region
        numbered = bool(milestones.moulds) and not self.steps
        self._applies = applies and len(self.steps) <= 1 and not numbered and region.end - region.first >= _FEWEST_ROWS

    def read(self, row: int, here: Here, filled: Counter[int]) -> Run | None:
        """Reads rows up to one that must be looked at.

        Args:
            row: the first of them.
            here: what the rows above stand on.
            filled: counts the cells that speak of further rows, by column.

        Returns:
            None where there are none.
        """
        end = min(self._region.end, self.apart.notes.signed_from) if self._applies else 0
        if row >= end or self._milestones.loose or not self._state.has_plan:
            return None
        run = Run(self, here, self._state.plan, row)
        last = run.read(end)
        if run.row == row:
            return None
        self._milestones.last = last
        filled.update({index: count * run.repeated for index, count in self.again.filled.items()})
        return run

    def columns_for(self, *, commitment: bool) -> list[ColumnKinds] | None:
        """Gives the columns that name no axis or commitment: of milestones first, then the others.

        None where no row with such objects was read yet.
        """
        if commitment not in self._columns:
            others = self.others.columns_for(commitment=commitment, step=self.steps[0] if self.steps else None)
            if others is None:
                return None
            own = [(column.index, OWN, column) for column in self._milestones.moulds]
            rest = [(index, OWN if made is None or made.owner else COMMITMENT, made) for index, _, made in others]
            self._columns[commitment] = [
                ColumnKinds(self.sheet, self.kinds, index, level, made) for index, level, made in (*own, *rest)
            ]
        return self._columns[commitment]


class Run:
    """One run of rows.

    Attributes:
        here: what the rows stand on.
        row: the row behind those that were read.
        repeated: how many of them named the same as the one above.
    """

    def __init__(self, runs: RowRuns, here: Here, plan: Node, row: int) -> None:
        """Starts before a row.

        Args:
            runs: the table.
            here: what the rows above stand on.
            plan: the plan.
            row: the row.
        """
        self.row = self._first = row
        self.repeated = 0
        self._runs = runs
        self._plan = plan
        field = "milestones" if here[COMMITMENT] else "activities"
        self._poured = PouredRows(runs.sheet, Makes(Milestone, field, runs.steps[0] if runs.steps else 0), plan)
        self._began = -1
        names, ways = runs.again.names, runs.again.ways
        self._ways = [(level, names.index(column)) for _, level, column, put in ways if put]
        self._full: Here | None = None
        self._alike: Maker | None = None
        self._ids: list[str] = []
        self._cells: list[tuple[Any, ...]] = []
        self._lists: list[tuple[list[dict[str, Any]], list[dict[str, Any]], int]] = []
        self._stand(here, runs.again.key if runs.steps and runs.again.stands(here) else None)

    def _stand(self, here: Here, key: tuple[Value, ...] | None) -> None:
        """Begins rows that stand on something else."""
        self.here, self._key = here, key
        self._said: list[str] = []
        for level, at in self._ways if key is not None else ():
            if key is not None and (node := here[level]) is not None:
                self._said += (node.target, str(key[at]))
        axis = axis_of(here)
        self._axis = axis.target if axis else ""
        self._owner = here[COMMITMENT] or self._plan
        self._held: list[dict[str, Any]] = []
        self._above: tuple[Any, ...] | None = None

    def read(self, end: int) -> Node | None:
        """Reads the rows up to another that must be looked at.

        Args:
            end: the row behind the last that may be read.

        Returns:
            The milestone of the last of them.
        """
        runs, loose = self._runs, self.here[COMMITMENT] is None
        columns = runs.columns_for(commitment=not loose)
        if columns is None or (runs.steps and not runs.again.stands(self.here)) or (loose and not runs.steps):
            return None
        while self.row < end:
            rows = runs.by_columns.told(self.row, end, columns, commitment=not loose)
            goes_on = self._go_on(rows, columns)
            self._make_alike()
            self._poured.note_titles()
            if not goes_on:
                break
        if self.row == self._first:
            return None
        runs.sheet.all_told(self._first, self.row)
        if self._began >= 0 and runs.steps:
            runs.again.remember(self._began, self.here)
        return runs.draft.pour_rows(self._poured)

    def _go_on(self, rows: Rows, columns: Sequence[ColumnKinds]) -> bool:
        """Reads rows; tells whether all of them could be."""
        values, is_plain, makers = self._runs.sheet.grid.rows, self._runs.apart.is_plain, dict[object, Maker]()
        first, plain, names, kinds, cells = rows.first, rows.plain, rows.names, rows.kinds, rows.cells
        while self.row < rows.end:
            row, at = self.row, self.row - first
            if not (plain or is_plain(values[row])):
                return False
            if names[at] != self._key:
                if not self._begin(rows, row, columns, makers):
                    return False
                self.row += 1
                continue
            maker = makers.get(kinds[at]) or self._maker(rows, row, columns, None)
            if maker is None or (maker.above and not self._was_said(maker, cells[at], columns)):
                return False
            makers[kinds[at]] = maker
            kind, last = kinds[at], at + 1
            if rows.ends and not maker.above:
                last = rows.ends[at]
            elif plain and not maker.above:
                while last < len(kinds) and names[last] == self._key and kinds[last] == kind:
                    last += 1
            self._put_alike(maker, row, cells[at:last])
            self.row = first + last
        return rows.end > first

    def _put_alike(self, maker: Maker, first: int, cells: Sequence[tuple[Any, ...]]) -> None:
        """Notes rows of one form that stand on what the one above does, to make their objects with those of others."""
        if maker is not self._alike:
            self._make_alike()
        if not self._held:
            field = "activities" if self._owner is self._plan else "milestones"
            self._held = self._owner.data.setdefault(field, [])
        made: list[dict[str, Any]] = []
        self._alike = maker
        self._ids += self._runs.draft.minted(len(cells))
        self._cells += cells
        self._lists.append((self._held, made, len(cells)))
        run = first, maker.form, self.here, made, self._owner.target, self._said, cells
        self._poured.runs.append(_tuple(PouredRun, run))
        self.repeated += len(cells)

    def _make_alike(self) -> None:
        """Makes the objects of the rows that were noted."""
        objects = self._alike.make(self._ids, self._axis, self._cells) if self._alike else []
        first = 0
        for held, made, count in self._lists:
            made.extend(objects[first : first + count])
            held.extend(made)
            first += count
        self._alike, self._ids, self._cells, self._lists = None, [], [], []

    def _begin(self, rows: Rows, row: int, columns: Sequence[ColumnKinds], makers: dict[object, Maker]) -> bool:
        """Reads a row that names something else than the one above; tells whether it could be."""
        at, runs = row - rows.first, self._runs
        begun = self._look(rows.names[at])
        if begun is None:
            return False
        form = rows.kinds[at], begun.kinds, begun.axis is None
        maker = makers.get(form) or self._maker(rows, row, columns, begun)
        if maker is None:
            return False
        makers[rows.kinds[at], begun.kinds, begun.axis is None] = maker
        node = runs.begun.make(row)
        self._stand((*begun.axes, node), rows.names[at] if runs.steps else None)
        self._put(maker, row, (*begun.cells, *rows.cells[at]))
        self._held = node.data.get("milestones") or []
        runs.begun.made(row, node, begun.axis)
        for index in maker.above:
            runs.others.say(node, columns[index].index, _text(rows.cells[at][index]))
        self._above = tuple([rows.cells[at][index] for index in maker.above]) if maker.above else ()
        self._began = row
        return True

    def _put(self, maker: Maker, row: int, cells: Sequence[Any]) -> None:
        """Makes the objects of a row that begins a commitment."""
        owner = self._owner
        target = self._runs.draft.mint() if self._runs.steps else ""
        above, data = maker.make(target, self._axis, cells)
        if above:
            owner.data.update(above)
        made = [data if target else None]
        run = row, maker.form, self.here, made, owner.target, self._said, [cells]
        self._poured.runs.append(_tuple(PouredRun, run))

    def _maker(self, rows: Rows, row: int, columns: Sequence[ColumnKinds], begun: Begun | None) -> Maker | None:
        """Gives the maker of a row; None where it must be looked at."""
        kinds = rows.kinds[row - rows.first]
        if None in kinds:
            kinds = self._learn(rows, row, columns)
        return self._runs.forms.maker(
            (*begun.axes, self.here[COMMITMENT]) if begun else self.here, columns, kinds, begun
        )

    def _look(self, named: tuple[Value, ...]) -> Begun | None:
        """Tells whether a row begins a commitment, and how those below it speak of what they name is known."""
        runs, here = self._runs, self.here
        if here[COMMITMENT] is None or None in named:
            return None
        begun = runs.begun.look(named, here, runs.kinds)
        if begun is None or not runs.steps or begun.axes is self._full:
            return begun
        if not runs.again.is_full((*begun.axes, here[COMMITMENT])):
            return None
        self._full = begun.axes
        return begun

    def _learn(self, rows: Rows, row: int, columns: Sequence[ColumnKinds]) -> Kind:
        """Looks at the cells of a row whose kinds are not known."""
        at = row - rows.first
        told = [
            column.learn(row) if kind is None else (kind, cell)
            for column, kind, cell in zip(columns, rows.kinds[at], rows.cells[at], strict=True)
        ]
        rows.kinds[at] = tuple(kind for kind, _ in told)
        rows.cells[at] = tuple(cell for _, cell in told)
        return rows.kinds[at]

    def _was_said(self, maker: Maker, cells: Sequence[Any], columns: Sequence[ColumnKinds]) -> bool:
        """Tells whether what a row says of its commitment was said by another of its rows."""
        told = tuple(cells[at] for at in maker.above)
        if told != self._above:
            others, owner = self._runs.others, self._owner
            if not all(others.was_said(owner, columns[at].index, _text(cells[at])) for at in maker.above):
                return False
            self._above = told
        return True


def _text(cell: Any) -> str:
    return str(cell[0] if isinstance(cell, tuple) else cell)
