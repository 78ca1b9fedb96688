"""The way to a place in the data, step by step, with the concept that the model sees there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from opengov_local.finding import path_of
from opengov_local.model import Package
from opengov_local.model.shape import steps


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way from the whole file to a place.

    Attributes:
        name: the key, as it stands in the data; None for an item of a list.
        number: the place in the list, from 1; None for a key.
        owner: the concept that has the field; None where the model knows no such field.
        concept: the concept of what stands here; None where it is no object of the model.
        field: the field of the model that the step is in: its own, or that of the list.
        value: what stands here; None where nothing does.
    """

    name: str | None
    number: int | None
    owner: str | None
    concept: str | None
    field: str | None
    value: Any


def trail(tree: Any, pointer: str) -> tuple[Step, ...]:
    """Gives the steps from the root of the data to a place; the place itself need not be there."""
    keys, values = _taken(tree, pointer)
    found: list[Step] = []
    owner: str | None = Package.__name__
    for key, value, step in zip(keys, values, steps(Package, keys), strict=True):
        known = step.field is not None
        concept = step.model.__name__ if step.model else None
        found.append(
            Step(
                name=None if isinstance(key, int) else key,
                number=key + 1 if isinstance(key, int) else None,
                owner=owner if known and not step.item else None,
                concept=concept,
                field=step.field.name if step.field else None,
                value=value,
            )
        )
        owner = concept or owner
    return tuple(found)


def _taken(tree: Any, pointer: str) -> tuple[tuple[str | int, ...], list[Any]]:
    """Follows a pointer: a step into a list is a number, and where nothing stands the values are None."""
    keys: list[str | int] = []
    values: list[Any] = []
    here = tree
    for text in path_of(pointer):
        key: str | int = text
        if text.isdecimal() and (tree is None or isinstance(here, list)):  # of what was not read: no field is a number
            key = int(text)
            here = here[key] if isinstance(here, list) and key < len(here) else None
        else:
            here = here.get(text) if isinstance(here, dict) else None
        keys.append(key)
        values.append(here)
    return tuple(keys), values
