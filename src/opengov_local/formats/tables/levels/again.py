"""Rows that name the same axis and commitment as the one above: what was said of its cells is said again of theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import cast

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.tables.columns.layout import Column
from opengov_local.formats.tables.grid.pieces import Row, Sheet
from opengov_local.formats.tables.levels.apart import Apart, Known
from opengov_local.importing.draft import Draft, Mark, Node
from opengov_local.importing.moulds import Extract, Mould, Put, word_of
from opengov_local.json_text import BAD_CHARACTER

Here = tuple[Node | None, ...]
"""The axes and the commitment that rows stand on."""
Way = tuple[Mould, int, int, bool]
"""How a cell spoke of an object: the mould, the level of the object, the column, whether its value was put."""
Form = tuple[list[bool], list[bool]]
_NAMES = ("axis", "axis.2", "axis.3", "axis.number", "commitment.number", "commitment.title")
"""Targets of the columns that name axes and commitments."""


class Again:
    """Remembers a row that left the rows standing where they stood, and what was said of the cells that name things.

    A row that stands there too and names the same comes to the same. It must have milestones of its own.
    """

    def __init__(
        self,
        draft: Draft,
        sheet: Sheet,
        apart: Apart,
        count: Counter[int],
        at: Mapping[str, Sequence[Column]],
        *,
        flat: bool,
    ) -> None:
        """Starts before the first row.

        Args:
            draft: the document in the making.
            sheet: its pieces.
            apart: tells rows that are no objects.
            count: counts the cells that speak of rows from further up, by column.
            at: the columns of the table, by their targets.
            flat: whether each cell of the table stands in one row.
        """
        self.filled: Counter[int] = Counter()
        """How many cells of the row spoke of it from further up, by column."""
        self._draft = draft
        self._sheet = sheet
        self._apart = apart
        self._count = count
        self._flat = flat
        self._names = [column.index for name in _NAMES for column in at.get(name, ())]
        """The columns that name axes and commitments."""
        self._last = max(self._names, default=0)
        self._pick = _picker(self._names)
        self._steps = [column.index for column in at.get("milestone.title", ())]
        self._own = (*self._steps, *(column.index for column in at.get("milestone.number", ())))
        self._here: Here = ()
        self._key: tuple[Value, ...] = ()
        self._types: list[tuple[type, bool]] = []
        self._typed = False
        self._puts: list[Put] = []
        self._read: list[tuple[Mould, str, str, str]] = []
        self._values: Sequence[Value] = ()
        self._known: Known | None = None
        self._ways: list[Way] = []
        self._form: Form | None = None

    def rows(self, first: int, end: int, here: Here) -> Iterator[int]:
        """Gives the rows that are surely the table's and come to the same as the one remembered, up to another.

        Args:
            first: the first row that is looked at.
            end: the row behind the last one.
            here: where the rows stand.
        """
        if here != self._here:
            return
        rows, is_plain = self._sheet.grid.rows, self._apart.is_plain
        known = self._known = self._known or self._apart.knowing(self._values, self._names)
        for row in range(first, end):
            values = rows[row]
            if self._named(values) != self._key or (self._typed and self._shown(row, values) != self._types):
                return
            if not is_plain(values, known):
                return
            if not any(index < len(values) and not is_blank(values[index]) for index in self._steps):
                return
            yield row

    def _named(self, values: Sequence[Value]) -> tuple[Value, ...]:
        """Gives the values of the cells that name axes and commitments."""
        if len(values) <= self._last:
            return tuple(values[index] if index < len(values) else None for index in self._names)
        return self._pick(values)

    def _shown(self, row: int, values: Sequence[Value]) -> list[tuple[type, bool]]:
        """Gives for the cells that name axes and commitments how their values are shown."""
        percents = self._sheet.grid.percents
        return [
            (type(value), (row, index) in percents)
            for index, value in zip(self._names, self._named(values), strict=True)
        ]

    def stands(self, here: Here) -> bool:
        """Tells whether a row is remembered that left the rows where they stand."""
        return self._form is not None and here == self._here

    @property
    def key(self) -> tuple[Value, ...]:
        """What the row remembered names, by `names`."""
        return self._key

    @property
    def names(self) -> Sequence[int]:
        """The columns that name axes and commitments."""
        return self._names

    @property
    def ways(self) -> Sequence[Way]:
        """How the cells of the row remembered spoke of what they name."""
        return self._ways

    def is_full(self, here: Here) -> bool:
        """Tells whether the row learned last filled all columns of names, and led as far as another has."""
        filled, missing = self._form or ([False], [])
        return all(filled) and not self.filled and missing == [node is None for node in here]

    def remember(self, row: int, here: Here) -> None:
        """Remembers a row that moved the rows, and of which is known what the next one that names the same says."""
        pieces = ((index, self._sheet.piece(row, index)) for index in self._names)
        self._remember(row, {index: piece for index, piece in pieces if piece is not None}, here)

    def said(self, row: int) -> tuple[list[Put], list[Extract]]:
        """Says of the cells of a row that name axes and commitments what was said of those of the one remembered."""
        extracts: list[Extract] = []
        for mould, text, target, column in self._read:
            mould.fill({}, text, target, f"{column}{row + 1}", extracts.append)
        return [*self._puts], extracts

    def own(self, row: int) -> dict[int, Piece]:
        """Gives the cells of a row that name what is not remembered."""
        pieces = ((index, self._sheet.piece(row, index)) for index in self._own)
        return {index: piece for index, piece in pieces if piece is not None}

    def learn(self, row: int, cells: Row, here: Here, since: Mark, filled: Mapping[int, int]) -> None:
        """Remembers a row that left the rows where they stood, and how its cells spoke of what they name.

        Args:
            row: the row.
            cells: its cells.
            here: where the rows stand.
            since: the mark of the draft before it.
            filled: how many cells had spoken of rows from further up before it.
        """
        entries = self._draft.said_since(since) if self._can_learn(cells) else None
        if entries is None:
            return
        columns = {id(cells[index]): index for index in self._names if index in cells}
        levels = {node.target: level for level, node in enumerate(here) if node is not None}
        ways: list[Way] = []
        for (piece, _, target, field), put in entries:
            if target not in levels or id(piece) not in columns or BAD_CHARACTER.search(piece.text):
                return
            ways.append((word_of(field or "", put=put), levels[target], columns[id(piece)], put))
        if {column for _, _, column, _ in ways} == set(columns.values()):
            self.filled = self._count - Counter(filled)
            self._ways, self._form = ways, self._form_of(cells, here)
            self._remember(row, cells, here)

    def foresee(self, row: int, cells: Row, here: Here, since: Mark) -> None:
        """Remembers a row that moved the rows, if what a next one that names the same says of its cells is known.

        It is what the one learned last has said of its own, where the same columns are filled and lead as far. The
        row must be found by its own names.

        Args:
            row: the row.
            cells: its cells.
            here: where the rows stand now.
            since: the mark of the draft before it.
        """
        if not (self._can_learn(cells) and self._form == self._form_of(cells, here)):
            return
        if self._draft.said_since(since, made=True) is None or any(
            BAD_CHARACTER.search(cells[column].text) for _, _, column, _ in self._ways
        ):
            return
        self._remember(row, cells, here)

    def _can_learn(self, cells: Row) -> bool:
        return self._flat and any(index in cells for index in self._steps)

    def _form_of(self, cells: Row, here: Here) -> Form:
        """Gives which columns of names a row fills, and on which levels rows stand."""
        return [index in cells for index in self._names], [node is None for node in here]

    def _remember(self, row: int, cells: Row, here: Here) -> None:
        values = self._sheet.grid.rows[row]
        self._here, self._key, self._types = here, self._named(values), self._shown(row, values)
        self._values, self._known = values, None
        self._typed = not all(type(value) is str or value is None for value in self._key)
        self._puts, self._read = [], []
        for mould, level, column, put in self._ways:
            node = cast(Node, here[level])
            self._puts.append((mould, node, column))
            if put:
                self._read.append((mould, cells[column].text, node.target, self._sheet.columns[column]))


def _picker(names: Sequence[int]) -> Callable[[Sequence[Value]], tuple[Value, ...]]:
    """Gives a function that picks the values of some columns from those of a row."""
    if len(names) > 1:
        return itemgetter(*names)
    return lambda values: tuple(values[index] for index in names)
