"""The tables and their columns, derived from the models: what a cell of each holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from opengov_local.model.base import Model
from opengov_local.model.package import Package
from opengov_local.model.shape import FieldShape, concepts, shape_of

KEY: Final[str] = "_key"
"""Column that names the row: its id, or where it lies, for what has none."""
IN: Final[str] = "_in"
"""Column that holds the key of the row that it lies in."""
FIELD: Final[str] = "_field"
"""Column that names the field of that row."""
AT: Final[str] = "_at"
"""Column that holds the place in the list of that field, from 0."""
MORE: Final[str] = "_more"
"""Column that holds all else that is stated of it, as JSON: fields outside the model, lists stated as empty."""
ORDER: Final = "@order"
"""Key in that JSON: the languages of texts that stand in another order than their columns, by heading.

A field of that name outside the model has one more sign before it.
"""
OWN: Final[tuple[str, ...]] = (KEY, IN, FIELD, AT, MORE)

Holds = Literal["text", "integer", "boolean", "array", "by_language"]
_NEW_WORD: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def beside(name: str) -> str:
    """Gives the key under which a field outside the model stands in that JSON."""
    return f"@{name}" if _is_order(name) else name


def named_beside(key: str) -> str:
    """Gives the field outside the model that stands under a key."""
    return key[1:] if key != ORDER and _is_order(key) else key


def _is_order(name: str) -> bool:
    return name.startswith("@") and name.lstrip("@") == ORDER[1:]


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a concept, or of an object in one of its fields.

    Attributes:
        path: names of the fields that lead to it.
        holders: concepts that these fields are of.
        shape: what the last of them holds.
    """

    path: tuple[str, ...]
    holders: tuple[type[Model], ...]
    shape: FieldShape

    @property
    def name(self) -> str:
        """Its heading; one for each language of a text adds `@` and the tag."""
        return ".".join(self.path)

    @property
    def holds(self) -> Holds:
        """What its cells hold: lists are arrays of JSON."""
        if self.shape.many:
            return "array"
        if self.shape.kind == "map":
            return "by_language"
        return self.shape.kind if self.shape.kind in ("integer", "boolean") else "text"


@dataclass(frozen=True, slots=True)
class Place:
    """A list that holds the rows of a table.

    Attributes:
        table: name of the table of its holder.
        field: path of the list in the holder, joined by points.
    """

    table: str
    field: str


def table_name(model: type[Model]) -> str:
    """Gives the name of the table of a concept: `ActionPlan` is `action_plan`."""
    return _NEW_WORD.sub("_", model.__name__).lower()


@cache
def tables() -> dict[str, type[Model]]:
    """Gives the concepts that have a table, by its name: the package, and what lies in lists."""
    listed = [shape.model for concept in concepts(Package) for shape in shape_of(concept).values() if shape.many]
    return {table_name(concept): concept for concept in concepts(Package) if concept is Package or concept in listed}


@cache
def columns_of(model: type[Model]) -> dict[str, Column]:
    """Gives the columns of a concept by their headings, those of objects in its fields included."""
    return {column.name: column for column in _columns(model, (), ())}


def _columns(model: type[Model], path: tuple[str, ...], holders: tuple[type[Model], ...]) -> Iterator[Column]:
    for name, shape in shape_of(model).items():
        here, above = (*path, name), (*holders, model)
        if shape.model is None:
            yield Column(here, above, shape)
        elif not shape.many:
            yield from _columns(shape.model, here, above)


@cache
def places_of(model: type[Model]) -> tuple[Place, ...]:
    """Gives the lists that hold the rows of a concept."""
    return tuple(
        Place(table, field) for table, holder in tables().items() for field, inner in lists_in(holder) if inner is model
    )


@cache
def lists_in(model: type[Model]) -> tuple[tuple[str, type[Model]], ...]:
    """Gives the lists of objects in a concept, and in the objects in its fields: path and concept."""
    return tuple(_lists(model, ()))


def _lists(model: type[Model], path: tuple[str, ...]) -> Iterator[tuple[str, type[Model]]]:
    for name, shape in shape_of(model).items():
        if shape.model is not None and shape.many:
            yield ".".join((*path, name)), shape.model
        elif shape.model is not None:
            yield from _lists(shape.model, (*path, name))
