"""Rows that begin a commitment: those of which it is known by their cells alone what comes of what they name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple, cast

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.tables.cells.cells import Cells
from opengov_local.formats.tables.columns.layout import Column
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.cell_kinds import Kinds, Told
from opengov_local.formats.tables.grid.column_moulds import ColumnMoulds
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.levels.again import Here
from opengov_local.formats.tables.levels.same_project import SameProject
from opengov_local.formats.wording.words.numbering import bare_number, split_number
from opengov_local.formats.wording.words.plain_titles import are_plain_titles, is_plain_title
from opengov_local.importing.draft import Node
from opengov_local.importing.moulds import word_of
from opengov_local.model.commitment import Commitment

COMMITMENT = 3
"""The level of commitments among what rows stand on, behind three of axes."""
_tuple = tuple.__new__  # of a named one, at half the price of its own call


class Begun(NamedTuple):
    """A row that begins a commitment.

    Attributes:
        axes: the axes that it stands on.
        axis: the lowest of them.
        kinds: the kinds of the cells that number and name it.
        cells: what makers of rows take of them.
    """

    axes: tuple[Node | None, ...]
    axis: Node | None
    kinds: tuple[int, ...]
    cells: tuple[Any, ...]


class BegunCommitments:
    """Tells such rows of one table, and makes their commitments.

    Attributes:
        naming: the columns that number and name a commitment.
        axes: the columns of axes, by level.
        state: what was read so far.
        sheet: the sheet.
    """

    def __init__(
        self, state: State, sheet: Sheet, cells: Cells, same: SameProject, at: Mapping[str, Sequence[Column]]
    ) -> None:
        """Starts before the first row.

        Args:
            state: what was read so far.
            sheet: the sheet.
            cells: reads cells.
            same: remembers which row made a commitment.
            at: the columns of the table by their targets.
        """
        self.axes = [column.index for name in ("axis", "axis.2", "axis.3") for column in at.get(name, ())]
        self.naming: list[int] = []
        self.state = state
        self.sheet = sheet
        self._same = same
        self._known: dict[tuple[Value, ...], tuple[Node | None, ...]] = {}
        titles, numbers = at.get("commitment.title", ()), at.get("commitment.number", ())
        levels = [len(at.get(name, ())) for name in ("axis", "axis.2", "axis.3")]
        self._applies = len(titles) == 1 and len(numbers) <= 1 and max(levels) <= 1 and not at.get("axis.number")
        self._moulds: list[ColumnMoulds] = []
        self._taken: list[dict[Value, Told]] = []
        if self._applies:
            make = partial(cells.mould, Commitment)
            word = word_of("title")
            for column in numbers:
                self._moulds.append(
                    ColumnMoulds(sheet, column.index, 0, word, partial(make, _number_into), _is_plain_number)
                )
            read = partial(_title_into, titles[0])
            self._moulds.append(
                ColumnMoulds(sheet, titles[0].index, 0, word, partial(make, read), _is_plain_title, _are_plain_titles)
            )
            self.naming = [moulds.index for moulds in self._moulds]
            self._taken = [{} for _ in self._moulds]

    def note(self, row: int, axes: Sequence[Node | None]) -> None:
        """Notes which axes a row names that has a cell for each of their levels.

        Args:
            row: the row.
            axes: the axes it stands on.
        """
        if not (self._applies and self.axes):
            return
        values = tuple(self.sheet.grid.value(row, index) for index in self.axes)
        found = [axis for axis in axes if axis is not None]
        if len(found) < sum(not is_blank(value) for value in values):  # a number that no axis has is said each time
            return
        if values not in self._known and all(map(_is_named, values, found)):
            self._known[values] = tuple(axes)

    def foretell(self, first: int, end: int, kinds: Kinds) -> None:
        """Looks at all names in some rows at once, so that most need not be looked at one by one."""
        for moulds, known in zip(self._moulds, self._taken, strict=True):
            texts = cast(list[str], [*({*self.sheet.grid.column(moulds.index)[first:end]} - known.keys())])
            if {*map(type, texts)} == {str} and (mould := moulds.taken_all(texts)):
                known.update((text, kinds.taken(mould, text)) for text in texts)

    def look(self, named: Sequence[Value], here: Here, kinds: Kinds) -> Begun | None:
        """Tells whether a row begins a commitment that is found by what the row names.

        Args:
            named: the cells that name axes, and those that number and name commitments: texts and whole numbers.
            here: what the rows above stand on.
            kinds: the kinds of cells of the table.

        Returns:
            None where it must be looked at.
        """
        if not self._applies:
            return None
        first = len(self.axes)
        axes = self._known.get(tuple(named[:first])) if first else here[:COMMITMENT]
        if axes is None:
            return None
        kinds_told: list[int] = []
        cells: list[Any] = []
        text = number = ""
        for at, known in enumerate(self._taken, first):
            value = named[at]
            number, text = text, str(value) if type(value) is int else value  # type: ignore[assignment]
            if type(text) is not str:
                return None
            if (one := known.get(text)) is None:
                moulds = self._moulds[at - first]
                if (mould := moulds.taken(text)) is None:
                    return None
                one = kinds.taken(mould, text)
            kinds_told.append(one[0])
            cells.append(one[1])
        axis = axis_of(axes)
        if not self.state.is_new(number.strip(), text.strip(), axis):
            return None
        return _tuple(Begun, (axes, axis, tuple(kinds_told), tuple(cells)))

    def make(self, row: int) -> Node:
        """Makes the commitment of a row, still without anything in it."""
        node = self.state.draft.add(self.state.plan, "commitments")
        node.places[""] = self.sheet.grid.place(row, self.naming[-1])
        return node

    def made(self, row: int, node: Node, axis: Node | None) -> None:
        """Notes a commitment when what its row says of it was put."""
        self.state.remember(node, axis)
        self._same.made(node, row)


def axis_of(here: Sequence[Node | None]) -> Node | None:
    """Gives the lowest of the axes that rows stand on."""
    low, middle, lowest, *_ = here
    return lowest or middle or low


def _is_named(value: Value, axis: Node) -> bool:
    """Tells whether a cell names an axis without telling more of it than is known."""
    if type(value) is not str or not value.strip():
        return False
    return "number" in axis.data or split_number(value, "axis_word").number is None


def _is_plain_number(text: str) -> bool:
    """Tells whether a number of a project is put as it stands."""
    return not bare_number(text, "project_word")


def _is_plain_title(text: str) -> bool:
    return is_plain_title(text, "project_word")


def _are_plain_titles(texts: Sequence[str]) -> bool:
    return are_plain_titles(texts, "project_word")


def _number_into(cells: Cells, node: Node, piece: Piece) -> None:
    cells.draft.put(node, "number", piece.text, piece)


def _title_into(column: Column, cells: Cells, node: Node, piece: Piece) -> None:
    cells.state.title(node, piece, "project_word", language=column.language)
