"""Moulds: what a cell became in an object, kept to be made again in others; equal cells are read but once."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Final, NamedTuple, Protocol, cast

from opengov_local.account import Entry, Piece, Place
from opengov_local.importing.nodes import Node
from opengov_local.model.base import Model

Extract = dict[str, Any]
"""Where a value was read, as `sources` tells it."""
Fill = Callable[[dict[str, Any], str, str, str, Callable[[Extract], None]], bool]
"""Fills fields of an object from the text of a cell, and writes an extract for each value.

It takes the object's data, the text, the id of the object, the place of the cell, and what takes the extracts. False,
and nothing done, where one of the fields is filled already.
"""


class Cells(Protocol):
    """The cells of a sheet, by row and column from 0."""

    @property
    def columns(self) -> Sequence[str]:
        """The columns as the places of their cells name them, before the number of the row."""

    def piece(self, row: int, column: int) -> Piece | None:
        """Gives what stands in a cell."""

    def place(self, row: int, column: int) -> Place | None:
        """Gives its place; None where nothing stands there."""


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
        fields: the fields of the object that it fills, each with the code of its value; see `coded`.
        constants: what the code leaves open, in which moulds of one form differ.
    """

    fill: Fill
    paths: tuple[str, ...]
    places: tuple[str, ...] = ()
    inside: tuple[Inside, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    constants: tuple[Any, ...] = ()

    @property
    def form(self) -> Form:
        """What it has in common with moulds that differ but in what the cells say."""
        return self.paths, self.places, self.inside, self.fields


Form = tuple[tuple[str, ...], tuple[str, ...], tuple[Inside, ...], tuple[tuple[str, str], ...]]
NO_MOULD: Final = Mould(lambda data, text, target, place, write: False, ())
"""The mould of cells that must be read by themselves."""


@cache
def word_of(path: str, *, put: bool = False) -> Mould:
    """Gives the mould of a cell that says again what a field holds: it fills nothing.

    Args:
        path: path of the field.
        put: whether it was put there and gives an extract, or was used in another way.
    """
    return Mould(_filler((), (), (path,) if put else ()), (path,))


Put = tuple[Mould, Node, int]
"""A cell that was put by a mould: the mould, the object, its column."""


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
        for mould, node, column in self.puts:
            piece = self.cells.piece(self.row, column)
            if piece is not None:
                yield from (Entry(piece, "mapped", node.target, path) for path in mould.paths)

    def nodes(self) -> Iterator[Node]:
        """Gives the nodes of the objects inside those that were filled, and notes in all where they were read."""
        for mould, node, column in self.puts:
            place = self.cells.place(self.row, column) if mould.places or mould.inside else None
            if place is not None:
                first = dict.fromkeys(mould.places, place)
                node.places = {**first, **node.places, **first}
                yield from nodes_inside(mould, node, place)


def nodes_inside(mould: Mould, node: Node, place: Place) -> Iterator[Node]:
    """Gives the nodes of the objects that a mould has made inside another, read at a place."""
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
    node: Node, piece: Piece, put: Collection[Any], nodes: Iterable[Node], hole: str | None = None
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
        many = type(held) is list
        at = next(number for number, item in enumerate(held) if item is child.data) if many and len(held) > 1 else 0
        inside.append(Inside(parent, child.field, many, at, child.model, child.prefix, tuple(child.places)))
    said = [
        one.field or "" for one in put if isinstance(one, Entry) and one.piece is piece and one.target == node.target
    ]
    if not said or len(said) < len(put):
        return None
    paths, constants = tuple(said), list[Any]()
    fields = tuple([(name, _written(value, hole, constants)) for name, value in node.data.items()])
    places = tuple(filter(None, node.places))
    return Mould(_when_asked(fields, constants, paths), paths, places, tuple(inside), fields, tuple(constants))


def with_constants(mould: Mould, constants: tuple[Any, ...]) -> Mould:
    """Gives a mould of the same form with other constants."""
    return mould._replace(fill=_when_asked(mould.fields, constants, mould.paths), constants=constants)


_OPEN = re.compile("\x01([0-9]+)\x02")


def coded(value: str, text: str, constant: str) -> str:
    """Gives the code of a value of a mould.

    Args:
        value: the code as the mould has it, with gaps for the text of the cell and for constants.
        text: the name of the text.
        constant: the name of a constant but for its number.
    """
    return _OPEN.sub(rf"{constant}\1", value.replace("\x03", f"{text}.strip()"))


def _filler(fields: Iterable[tuple[str, str]], constants: Sequence[Any], paths: tuple[str, ...]) -> Fill:
    """Gives the function that fills an object with fields like these, with the text of the cell where the hole is."""
    fields = [(name, coded(value, "text", "c")) for name, value in fields]
    taken = " or ".join(f"{name!r} in data" for name, _ in fields) or "False"
    lines = (
        f"if {taken}: return False",
        *(f"data[{name!r}] = {value}" for name, value in fields),
        *(f"write({{'target': target, 'fields': [{path!r}], 'location': at, 'original': text}})" for path in paths),
        "return True",
    )
    return _compiled(lines, len(constants))(*constants)


def _when_asked(fields: Iterable[tuple[str, str]], constants: Sequence[Any], paths: tuple[str, ...]) -> Fill:
    """Gives a function that fills an object so, made when it is first called: makers of rows go without."""
    made: list[Fill] = []

    def fill(data: dict[str, Any], text: str, target: str, at: str, write: Callable[[Extract], None]) -> bool:
        if not made:
            made.append(_filler(fields, constants, paths))
        return made[0](data, text, target, at, write)

    return fill


def _written(value: Any, hole: str | None, constants: list[Any]) -> str:
    """Writes code that makes a value anew; what it cannot change is a constant, in which moulds of one form differ."""
    kind, code = type(value), ""
    if kind is dict:
        for name, item in value.items():
            code += f", {name!r}: {_written(item, hole, constants)}"
        return f"{{{code[2:]}}}"
    if kind is list:
        for item in value:
            code += f", {_written(item, hole, constants)}"
        return f"[{code[2:]}]"
    if hole is not None and value == hole:
        return "\x03"
    constants.append(value)
    return f"\x01{len(constants) - 1}\x02"


@cache
def _compiled(lines: tuple[str, ...], count: int) -> Callable[..., Fill]:
    """Gives the maker of a filler, for its constants; the cells of a column are of few forms."""
    names = ", ".join(f"c{number}" for number in range(count))
    body = "\n  ".join(lines)
    source = f"def maker({names}):\n def fill(data, text, target, at, write):\n  {body}\n return fill"
    scope: dict[str, Any] = {}
    exec(compile(source, "<mould>", "exec"), scope)
    return cast(Callable[..., Fill], scope["maker"])
