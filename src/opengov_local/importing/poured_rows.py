"""Rows that were read at once: what account and sources say of their cells, and their objects, made when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, count, repeat
from typing import Any, NamedTuple, cast

from opengov_local.account import Entry
from opengov_local.importing.moulds import Cells, Extract, Mould, nodes_inside
from opengov_local.importing.nodes import Node
from opengov_local.importing.row_makers import Extracts
from opengov_local.importing.titles import Titles
from opengov_local.model.base import Model

OWN = -1
"""The level of the object that a row has made."""


class Part(NamedTuple):
    """What became of a cell.

    Attributes:
        level: whose it is: the number of an object that the rows stand on, or `OWN`.
        column: its column.
        mould: its mould.
    """

    level: int
    column: int
    mould: Mould


class RowForm(NamedTuple):
    """What rows of one form have in common.

    Attributes:
        parts: their cells, in the order of the work.
        extracts: says where their values were read.
    """

    parts: Sequence[Part]
    extracts: Extracts


Here = tuple[Node | None, ...]
PouredRow = tuple[int, RowForm, Here, dict[str, Any] | None, str, Sequence[str], Sequence[Any]]
"""A row that was put by moulds: its number in the sheet, its form, the objects that it stands on, the one that it has
made, if it has, the id of the object that it fills beside, what is said again in it (for each value the id of its
object and the text), and its cells, as makers of rows take them."""


class PouredRun(NamedTuple):
    """Rows below each other that differ in nothing but what they have made and their cells; see `PouredRow`."""

    first: int
    form: RowForm
    here: Here
    made: Sequence[dict[str, Any] | None]
    above: str
    said: Sequence[str]
    cells: Sequence[Sequence[Any]]

    def rows(self) -> Iterator[PouredRow]:
        """Gives each of them."""
        form, here, above, said = map(repeat, (self.form, self.here, self.above, self.said))
        return zip(count(self.first), form, here, self.made, above, said, self.cells, strict=False)


class Makes(NamedTuple):
    """The objects that rows make.

    Attributes:
        model: their concept.
        field: the field of lists of them.
        column: the column that makes them known.
    """

    model: type[Model]
    field: str
    column: int


class PouredRows:
    """Rows of one table that stand below each other."""

    def __init__(self, cells: Cells, makes: Makes, root: Node) -> None:
        """Starts without rows.

        Args:
            cells: the sheet.
            makes: what the rows make.
            root: the object that holds what rows make that stand on no object of the lowest level.
        """
        self.runs: list[PouredRun] = []
        self._cells = cells
        self._makes = makes
        self._root = root
        self._noted = 0
        self.titles = Titles([], set())
        """The titles of the objects that the rows have made, as far as they were noted."""
        self._last: Node | None = None

    @property
    def rows(self) -> Iterator[PouredRow]:
        """The rows, one by one."""
        return chain.from_iterable(map(PouredRun.rows, self.runs))

    def note_titles(self) -> None:
        """Notes the titles of what rows have made since it was asked last: they are at hand now."""
        runs = self.runs[self._noted :]
        self.titles.note([data["title"] for run in runs for data in run.made if data and "title" in data])
        self._noted = len(self.runs)

    def last(self) -> Node | None:
        """Gives the node of the last row, once all of them are there."""
        *_, row = self.runs[-1].rows()
        self._last = self._node(row)
        return self._last

    def _node(self, said: PouredRow) -> Node | None:
        row, _, here, data, *_ = said
        if data is None:
            return None
        model, field, column = self._makes
        node = Node(data, model, data["id"], "", here[-1] or self._root, field)
        place = self._cells.place(row, column)
        if place is not None:
            node.places[""] = place
        return node

    def entries(self) -> Iterator[Entry]:
        """Gives what the account says of the cells."""
        for row, (parts, _), here, data, *_ in self.rows:
            targets = [node.target if node else "" for node in here]
            targets.append(data["id"] if data else "")
            for level, column, mould in parts:
                piece = self._cells.piece(row, column)
                if piece is not None:
                    yield from (Entry(piece, "mapped", targets[level], path) for path in mould.paths)

    def __bool__(self) -> bool:
        """Tells whether a value was put."""
        return next(self.extracts(), None) is not None

    def extracts(self) -> Iterator[Extract]:
        """Says for each value that was put where it was read."""
        for row, (_, extracts), _, data, above, said, cells in self.rows:
            yield from extracts(above, data["id"] if data else "", str(row + 1), said, cells)

    def nodes(self) -> Iterator[Node]:
        """Gives the nodes of the objects that the rows made, and notes in all where they were read."""
        for said in self.rows:
            row, form, here, data, *_ = said
            own = self._last if self._last is not None and self._last.data is data else self._node(said)
            if own is not None:
                yield own
            for level, column, mould in form.parts:
                if not (mould.places or mould.inside):
                    continue
                node = cast(Node, own if level == OWN else here[level])
                place = self._cells.place(row, column)
                if place is not None:
                    first = dict.fromkeys(mould.places, place)
                    node.places = {**first, **node.places, **first}
                    yield from nodes_inside(mould, node, place)
