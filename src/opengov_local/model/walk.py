"""Walking through a package: every object of the model, once, with its path."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from opengov_local.model.base import Model
from opengov_local.model.shape import shape_of

Path = tuple[str | int, ...]


class Node(NamedTuple):
    """An object of the model at its place.

    Attributes:
        path: keys and indices from the root.
        value: the object.
        parent: the node it lies in; None for the root.
    """

    path: Path
    value: Model
    parent: Node | None


def walk(root: Model) -> Iterator[Node]:
    """Gives the root and every object below it, parents before children, in the order of the document."""
    return _walk(Node((), root, None))


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
                yield from _walk(Node((*node.path, name, position), item, node))
        else:
            yield from _walk(Node((*node.path, name), value, node))


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
