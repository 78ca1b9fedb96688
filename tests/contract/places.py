"""Every place of the model as a smallest document that has it, derived from the shape of the model."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any, NamedTuple

from opengov_local.model import Package
from opengov_local.model.base import Model
from opengov_local.model.shape import FieldShape, shape_of

Path = tuple[str | int, ...]


class Place(NamedTuple):
    """A place in a smallest valid document.

    Attributes:
        path: where it is.
        field: what the model says of it.
        item: whether it is an item of the field's list.
        document: a document in which every container above the place exists.
    """

    path: Path
    field: FieldShape
    item: bool
    document: dict[str, Any]

    def with_value(self, value: Any) -> dict[str, Any]:
        """Gives the document with a value put at the place."""
        document = copy.deepcopy(self.document)
        container: Any = document
        for part in self.path[:-1]:
            container = container[part]
        if isinstance(container, list):
            container[:] = [value]
        else:
            container[self.path[-1]] = value
        return document

    def without(self) -> dict[str, Any]:
        """Gives the document without the place."""
        document = self.with_value(None)
        container: Any = document
        for part in self.path[:-1]:
            container = container[part]
        del container[self.path[-1]]
        return document


def smallest(model: type[Model]) -> dict[str, Any]:
    """Gives the smallest valid object of a concept, from the examples of its required fields."""
    required = {
        name: info.examples[0] for name, info in model.model_fields.items() if info.is_required() and info.examples
    }
    return copy.deepcopy(required)


def places(model: type[Model] = Package, above: Path = (), document: dict[str, Any] | None = None) -> Iterator[Place]:
    """Gives every field of every object of the model, at every way to it, and every item of every list."""
    document = smallest(model) if document is None else document
    for field in shape_of(model).values():
        path = (*above, field.name)
        yield Place(path, field, False, document)
        inside = (*path, 0) if field.many else path
        if field.many:
            yield Place(inside, field, True, Place(path, field, False, document).with_value([None]))
        if field.model is not None:
            whole = smallest(field.model)
            filled = Place(path, field, False, document).with_value([whole] if field.many else whole)
            yield from places(field.model, inside, filled)
