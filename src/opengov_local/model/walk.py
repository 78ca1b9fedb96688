"""Walking through a package: every object of the model, once, with its path."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from opengov_local.model.base import Model
from opengov_local.model.shape import shape_of

M = TypeVar("M", bound=Model)

Path = tuple[str | int, ...]


class Node:
    """An object of the model at its place; the path is written only when it is asked for.

    Attributes:
        value: the object.
        parent: the node it lies in; None for the root.
        step: where in its parent it lies: the field, and the position in a list.
    """

    __slots__ = ("parent", "step", "value")

    def __init__(self, value: Model, parent: Node | None = None, step: Path = ()) -> None:
        self.value = value
        self.parent = parent
        self.step = step

    @property
    def kind(self) -> type[Model]:
        """The concept that the object is of."""
        return type(self.value)

    @property
    def path(self) -> Path:
        """Keys and indices from the root."""
        return (*self.parent.path, *self.step) if self.parent else self.step

    def above(self, kind: type[M]) -> M | None:
        """Gives the nearest object of a concept that this one lies in."""
        here = self.parent
        while here is not None:
            if isinstance(here.value, kind):
                return here.value
            here = here.parent
        return None


def walk(root: Model) -> Iterator[Node]:
    """Gives the root and every object below it, parents before children, in the order of the document."""
    return _walk(Node(root))


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for name, field in shape_of(type(node.value)).items():
        if field.kind != "object":
            continue
        value = getattr(node.value, name)
        if value is None:
            continue
        if field.many:
            for position, item in enumerate(value):
                yield from _walk(Node(item, node, (name, position)))
        else:
            yield from _walk(Node(value, node, (name,)))


def references(node: Node, *, may_be_gone: bool = True) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    """Gives the references an object holds itself: path of the value, id, kinds it may point at (() for any).

    Args:
        node: the object.
        may_be_gone: give also those whose object need not be there any more.
    """
    for name, field in shape_of(type(node.value)).items():
        if field.refers is None or (field.may_be_gone and not may_be_gone):
            continue
        value = getattr(node.value, name)
        if field.many:
            for position, item in enumerate(value):
                yield (*node.path, name, position), item, field.refers
        elif value is not None:
            yield (*node.path, name), value, field.refers
