"""Moulds: what a cell became in an object, kept to be made again in others; equal cells are read but once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from opengov_local.account import Entry, Piece
from opengov_local.importing.nodes import Node
from opengov_local.model.base import Model

Make = Callable[[str], Any]
"""Makes a value anew from the text of a cell."""


class Cells(Protocol):
    """The cells of a sheet, by row and column from 0."""

    @property
    def columns(self) -> Sequence[str]:
        """The columns as the places of their cells name them, before the number of the row."""

    def piece(self, row: int, column: int) -> Piece | None:
        """Gives what stands in a cell."""


class Inside(NamedTuple):
    """An object that a mould makes inside another.

    Attributes:
        parent: which holds it: 0 is the object itself, 1 the first one made inside it.
        field: the field of its parent.
        many: whether that field is a list, of which it is the item `at`.
        at: its number in the list.
        model: its concept.
        prefix: path of its fields.
        places: its fields that have a place, as in `Node.places`.
    """

    parent: int
    field: str
    many: bool
    at: int
    model: type[Model]
    prefix: str
    places: tuple[str, ...]


class Mould(NamedTuple):
    """What a cell becomes.

    Attributes:
        fields: the fields of the object that it fills, which must be empty, and what makes their values.
        paths: path of each value that is put, in the order of the work.
        places: fields of the object that have a place then.
        inside: the objects made inside it.
    """

    fields: tuple[tuple[str, Make], ...]
    paths: tuple[str, ...]
    places: tuple[str, ...] = ()
    inside: tuple[Inside, ...] = ()


class Repeat(NamedTuple):
    """What was said of a cell, to be said of further cells of its column.

    Attributes:
        mould: what it was, with no fields to fill.
        node: the object that it speaks of.
        text: the text of the cell.
        column: the column.
        put: whether it was put, or only used.
    """

    mould: Mould
    node: Node
    text: str
    column: int
    put: bool


class Poured(NamedTuple):
    """A cell that was put by a mould."""

    mould: Mould
    node: Node
    text: str
    cells: Cells
    row: int
    column: int

    def entries(self) -> Iterator[Entry]:
        """Gives what the account says of the cell."""
        piece = self.cells.piece(self.row, self.column)
        if piece is not None:
            yield from (Entry(piece, "mapped", self.node.target, path) for path in self.mould.paths)

    def nodes(self) -> Iterator[Node]:
        """Gives the nodes of the objects inside, and notes in all where they were read."""
        piece = self.cells.piece(self.row, self.column)
        if piece is None:
            return
        first = dict.fromkeys(self.mould.places, piece.place)
        self.node.places = {**first, **self.node.places, **first}
        made = [self.node]
        for inside in self.mould.inside:
            parent = made[inside.parent]
            held = parent.data[inside.field]
            data = held[inside.at] if inside.many else held
            node = Node(data, inside.model, self.node.target, inside.prefix, parent, inside.field)
            node.places = dict.fromkeys(inside.places, piece.place)
            made.append(node)
            yield node


def mould_of(
    node: Node, piece: Piece, put: Collection[Entry | Poured], nodes: Iterable[Node], hole: str | None = None
) -> Mould | None:
    """Makes a mould of an object on trial, from all that a cell became in it.

    Args:
        node: the object, which was empty before.
        piece: the cell.
        put: the values that were put.
        nodes: the objects that were made.
        hole: a text that stands for that of any cell.

    Returns:
        None where it became nothing, or something outside of the object.
    """
    order = {id(node): 0}
    inside = []
    for child in nodes:
        parent = order.get(id(child.parent))
        if parent is None or child.parent is None or child.target != node.target:
            return None
        order[id(child)] = len(order)
        held = child.parent.data[child.field]
        many = isinstance(held, list)
        at = next(number for number, item in enumerate(held) if item is child.data) if many else 0
        inside.append(Inside(parent, child.field, many, at, child.model, child.prefix, tuple(child.places)))
    entries = [said for said in put if isinstance(said, Entry) and said.piece is piece and said.target == node.target]
    if not entries or len(entries) < len(put):
        return None
    fields = tuple((name, _maker(value, hole)) for name, value in node.data.items())
    return Mould(fields, tuple(entry.field or "" for entry in entries), tuple(filter(None, node.places)), tuple(inside))


def _maker(value: Any, hole: str | None) -> Make:
    """Gives a function that makes a value anew, with the text of the cell where the hole is."""
    if isinstance(value, Mapping):
        return _object_maker(value, hole)
    if isinstance(value, list):
        makers = [_maker(item, hole) for item in value]
        if len(makers) == 1:
            (first,) = makers
            return lambda text: [first(text)]
        return lambda text: [make(text) for make in makers]
    if hole is not None and value == hole:
        return str.strip
    return lambda _: value


def _object_maker(value: Mapping[str, Any], hole: str | None) -> Make:
    constant = all(isinstance(item, str | int) and item != hole for item in value.values())
    if constant:
        return lambda _: {**value}
    pairs = [(name, _maker(item, hole)) for name, item in value.items()]
    if len(pairs) == 1:
        ((key, make),) = pairs
        return lambda text: {key: make(text)}
    return lambda text: {name: make(text) for name, make in pairs}
