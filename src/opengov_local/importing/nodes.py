"""Nodes: the objects of a draft, where their values were read, and where they stand in its tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

from opengov_local.account import Place
from opengov_local.finding import Finding, Location, Parameter, Severity, path_of, pointer_of
from opengov_local.fingerprint import value_at
from opengov_local.model.base import Model
from opengov_local.model.shape import FieldShape, shape_of


class Node:
    """An object of the draft.

    Attributes:
        data: the object, as JSON-shaped data.
        model: its concept.
        target: id of the object, or of the one it is part of.
        prefix: path of its fields inside that object, ending in a point, or "".
        parent: the object that holds it; None for the package.
        field: the field of its parent that holds it.
        shapes: the fields of its concept.
        places: where its values were read, by field; "" is the object as a whole.
        parts: what was said of its objectives under labels of several kinds, by language.
    """

    __slots__ = ("data", "field", "model", "parent", "parts", "places", "prefix", "shapes", "target")

    def __init__(
        self,
        data: dict[str, Any],
        model: type[Model],
        target: str,
        prefix: str,
        parent: Node | None = None,
        field: str = "",
    ) -> None:
        self.data = data
        self.model = model
        self.target = target
        self.prefix = prefix
        self.parent = parent
        self.field = field
        self.shapes = shape_of(model)
        self.places: dict[str, Place] = {}
        self.parts: dict[str, dict[str, str]] = {}


def stands_there(held: Any, shape: FieldShape, value: Any) -> bool:
    """Tells whether a value stands in a field already; a text in a further language is written beside.

    The same words on other lines are the same text.
    """
    if shape.kind == "map":
        ((tag, text),) = value.items()
        said = held.setdefault(tag, text)
        return bool(said == text) or said.split() == text.split()
    return bool(held == value)


class Pointers:
    """Writes the JSON Pointers of nodes; the places of the items of a list are looked up once."""

    def __init__(self) -> None:
        self._items: dict[int, dict[int, int]] = {}
        self._known: dict[int, str | None] = {}

    def of(self, node: Node) -> str | None:
        """Gives the pointer of a node; None where it no longer stands in the tree."""
        if node.parent is None:
            return ""
        if id(node) not in self._known:
            above, step = self.of(node.parent), self._step(node.parent.data.get(node.field), node)
            self._known[id(node)] = None if above is None or step is None else above + step
        return self._known[id(node)]

    def _step(self, held: Any, node: Node) -> str | None:
        if held is node.data:
            return pointer_of((node.field,))
        if not isinstance(held, list):
            return None
        if id(held) not in self._items:
            self._items[id(held)] = {id(item): index for index, item in enumerate(held)}
        index = self._items[id(held)].get(id(node.data))
        return None if index is None else pointer_of((node.field, index))


Blank = Callable[[str], Place | None]
"""Gives the place where a field of an object would have been read; points lead into objects inside."""


class DraftLocator:
    """Finds places in the source of a draft: where a value, or the object it is in, was read.

    Where nothing was read, it is where the field would stand, if the reader has said so in `blanks`, by the identity of
    the data of the object.
    """

    def __init__(
        self, tree: Callable[[], Any], nodes: Callable[[], Iterable[Node]], blanks: Mapping[int, Blank], digest: str
    ) -> None:
        self._tree = tree
        self._nodes = nodes
        self._blanks = blanks
        self._digest = digest

    @cached_property
    def _by_data(self) -> dict[int, Node]:
        return {id(node.data): node for node in self._nodes()}

    @cached_property
    def _by_words(self) -> dict[str, Place]:
        """The places by what extracts say of them."""
        return {str(place): place for node in self._by_data.values() for place in node.places.values()}

    def locate(self, pointer: str, *, key: bool = False) -> Location | None:
        """Gives the place of a value; None where the source has none."""
        path = path_of(pointer)
        place = self._of_extract(path) if path[:1] == ("sources",) else self._place(path)
        return place.location() if place else None

    def _of_extract(self, path: tuple[str, ...]) -> Place | None:
        """Gives the place that an extract tells, if it is one of this source and not of an earlier one."""
        source, _ = value_at(self._tree(), pointer_of(path[:2]))
        if len(path) < 4 or not isinstance(source, dict) or source.get("sha256") != self._digest:
            return None
        extract, _ = value_at(source, pointer_of(path[2:4]))
        return self._by_words.get(str(extract.get("location"))) if isinstance(extract, dict) else None

    def _place(self, path: tuple[str, ...]) -> Place | None:
        here = self._tree()
        node, inside = self._by_data.get(id(here)), ""
        for step in path:
            if isinstance(here, dict) and step in here:
                here = here[step]
            elif isinstance(here, list) and step.isdigit() and int(step) < len(here):
                here = here[int(step)]
            else:
                return self._blank(node, f"{inside}/{step}".lstrip("/").replace("/", "."))
            inside = f"{inside}/{step}".lstrip("/")
            if id(here) in self._by_data:
                node, inside = self._by_data[id(here)], ""
        if node is None:
            return None
        return node.places.get(inside) or next(
            (at for to, at in node.places.items() if to.startswith(f"{inside}/")), None
        )

    def _blank(self, node: Node | None, field: str) -> Place | None:
        while node is not None and id(node.data) not in self._blanks:
            if node.parent is None or node.parent.data.get(node.field) is not node.data:
                return None
            node, field = node.parent, f"{node.field}.{field}"
        return self._blanks[id(node.data)](field) if node else None


Remark = tuple[str, Severity, Node | None, str, Place | None, dict[str, Parameter]]
"""What is said of a draft: code, severity, the object and its field, where it was read, and what its message needs."""


def located(remarks: Iterable[Remark], source: str | None) -> tuple[Finding, ...]:
    """Makes findings of what was said of a draft, which stand where their objects do now.

    Args:
        remarks: what was said.
        source: name of the file.
    """
    pointers, made = Pointers(), []
    for code, severity, node, field, place, params in remarks:
        pointer = (pointers.of(node) if node else None) or ""
        if node and field.partition(".")[0] in node.data:
            pointer += pointer_of((field.partition(".")[0],))
        at = place or (node.places.get("") if node else None)
        location = at.location(source, pointer) if at else Location(pointer, source)
        made.append(Finding(code, severity, location, params))
    return tuple(made)
