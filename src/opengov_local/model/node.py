"""What a walk through a package meets: objects at their places, and the ids that they mention."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from opengov_local.model.base import Model
from opengov_local.model.shape import FieldShape

M = TypeVar("M", bound=Model)

T = TypeVar("T")

Path = tuple[str | int, ...]


class Node(msgspec.Struct, eq=False, gc=False):  # it lies in no circle: nothing below knows of it
    """An object of the model at its place; the path is written only when it is asked for.

    Attributes:
        value: the object.
        kind: the concept that the object is of.
        parent: the node it lies in; None for the root.
        step: where in its parent it lies: the field, and the position in a list.
    """

    value: Any
    kind: type[Model]
    parent: Node | None
    step: Path

    @property
    def path(self) -> Path:
        """Keys and indices from the root."""
        return (*self.parent.path, *self.step) if self.parent else self.step

    def above(self, kind: type[M]) -> M | None:
        """Gives the nearest object of a concept that this one lies in."""
        here = self.parent
        while here is not None:
            if here.kind is kind:
                found: M = here.value
                return found
            here = here.parent
        return None


class Mention(msgspec.Struct, eq=False, gc=False):
    """An id that an object mentions.

    Attributes:
        node: the object.
        field: the field that holds the id.
        position: where in the list of the field; None where it is no list.
        target: the id.
    """

    node: Node
    field: FieldShape
    position: int | None
    target: str

    @property
    def path(self) -> Path:
        """Keys and indices from the root."""
        step = (self.field.name,) if self.position is None else (self.field.name, self.position)
        return (*self.node.path, *step)


Held = tuple[T, Node, str, int | None]
"""A value, the object that holds it, the field, and the position in a list."""
