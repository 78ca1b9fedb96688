"""Moulds: what a cell became in an object, kept to be made again in others; equal cells are read but once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from opengov_local.account import Entry, Piece, Place
from opengov_local.importing.nodes import Node
from opengov_local.model.base import Model

Make = Callable[[str], Any]
"""Makes a value anew from the text of a cell."""
Fill = Callable[[dict[str, Any], str], bool]
"""Fills fields of an object from the text of a cell; False, and nothing done, where one of them is filled already."""


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
        fill: fills the object.
        paths: path of each value that is put, in the order of the work.
        places: fields of the object that have a place then.
        inside: the objects made inside it.
    """

    fill: Fill
    paths: tuple[str, ...]
    places: tuple[str, ...] = ()
    inside: tuple[Inside, ...] = ()


def word_of(path: str) -> Mould:
    """Gives the mould of a cell that only speaks of a field: it fills nothing."""
    return Mould(lambda data, text: True, (path,))


Put = tuple[Mould, Node, str, int]
"""A cell that was put by a mould: the mould, the object, the text of the cell, its column."""


class Poured(NamedTuple):
    """Cells of one row that were put by moulds.

    Attributes:
        cells: the sheet.
        row: the row.
        puts: the cells, in the order of the work.
    """

    cells: Cells
    row: int
    puts: Sequence[Put]

    def entries(self) -> Iterator[Entry]:
        """Gives what the account says of the cells."""
        for mould, node, _, column in self.puts:
            piece = self.cells.piece(self.row, column)
            if piece is not None:
                yield from (Entry(piece, "mapped", node.target, path) for path in mould.paths)

    def nodes(self) -> Iterator[Node]:
        """Gives the nodes of the objects inside those that were filled, and notes in all where they were read."""
        for mould, node, _, column in self.puts:
            piece = self.cells.piece(self.row, column) if mould.places or mould.inside else None
            if piece is not None:
                first = dict.fromkeys(mould.places, piece.place)
                node.places = {**first, **node.places, **first}
                yield from _nodes_inside(mould, node, piece.place)


def _nodes_inside(mould: Mould, node: Node, place: Place) -> Iterator[Node]:
    made = [node]
    for inside in mould.inside:
        parent = made[inside.parent]
        held = parent.data[inside.field]
        data = held[inside.at] if inside.many else held
        child = Node(data, inside.model, node.target, inside.prefix, parent, inside.field)
        child.places = dict.fromkeys(inside.places, place)
        made.append(child)
        yield child


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
    fill = _filler([(name, _maker(value, hole)) for name, value in node.data.items()])
    return Mould(fill, tuple(entry.field or "" for entry in entries), tuple(filter(None, node.places)), tuple(inside))


def _filler(fields: list[tuple[str, Make]]) -> Fill:
    if len(fields) == 1:
        ((only, make_it),) = fields

        def fill(data: dict[str, Any], text: str) -> bool:
            if only in data:
                return False
            data[only] = make_it(text)
            return True
    else:

        def fill(data: dict[str, Any], text: str) -> bool:
            if any(field in data for field, _ in fields):
                return False
            data.update((field, make(text)) for field, make in fields)
            return True

    return fill


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
