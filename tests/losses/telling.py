"""Telling what a page says from what stands there by chance: a value is changed, and the page must change with it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from tests.losses.filling import objects

from opengov_local import codelists
from opengov_local.formats.losses.fates import Field
from opengov_local.formats.losses.values import Held, held
from opengov_local.model import Package, PartialDate
from opengov_local.model.shape import concepts, shape_of

_SHAPES = {concept.__name__: shape_of(concept) for concept in concepts(Package)}
_LONG = 40
"""A longer text stands nowhere by chance."""
_YEAR = re.compile(r"\d{4}")


def may_stand_by_chance(field: Field, value: str) -> bool:
    """Tells whether a value may stand in a page though the page does not say it: a number, a code, a name."""
    shape = _SHAPES.get(field[0], {}).get(field[1])
    return shape is not None and (shape.refers is not None or shape.kind != "map" or len(value) <= _LONG)


class Pages:
    """The page of a package, and those of others that differ from it in one field."""

    def __init__(self, write: Callable[[Package], str], package: Package) -> None:
        """Makes it.

        Args:
            write: gives the words of the page of a package.
            package: the package.
        """
        self._write = write
        self._package = package

    @cached_property
    def _words(self) -> str:
        return self._write(self._package)

    def say(self, field: Field) -> bool:
        """Tells whether the page changes where all values of a field are others; True where none can be made."""
        other = _changed(self._package, field)
        return other is None or self._write(other) != self._words


def _changed(package: Package, field: Field) -> Package | None:
    tree = json.loads(json.dumps(package.to_tree()))
    for one in [each for each in held(tree, ("fr",)) if each[:2] == field]:
        holder = tree
        for part in one.place[:-1]:
            holder = holder[part]
        last = one.place[-1]
        other = next((value for value in _others(one, holder[last], tree) if value != holder[last]), None)
        if other is None:
            return None
        holder[last] = other
    try:
        return Package.model_validate_json(json.dumps(tree))
    except ValueError:
        return None


def _others(one: Held, value: Any, tree: Any) -> Iterator[Any]:
    """Gives other values that the field can hold; of references those to other objects, which a page must show.

    One that leads nowhere may go unseen: what is meant may point back, as contributions do at their commitments.
    """
    shape = one.shape
    if shape is None:
        return
    if shape.kind == "map":
        yield {tag: f"{text} zq" for tag, text in value.items()}
    elif shape.refers is not None:
        yield from (
            data["id"] for data, concept in objects(tree, Package) if concept.concept in (shape.refers or ("",))
        )
        yield f"{value}-zq"
    elif shape.choices:
        yield from shape.choices
    elif shape.open_list:
        yield from codelists.get(shape.open_list).codes
    elif shape.kind == "boolean":
        yield not value
    elif shape.kind == "integer":
        least, most = shape.bounds or (value - 1, value + 1)
        yield from (number for number in (value + 1, value - 1) if least <= number <= most)
    else:
        spelled = [_YEAR.sub(lambda year: str(int(year[0]) + 1), value, count=1), f"{value}9", f"9{value}"]
        spelled += [value[:-1] + sign for sign in "bBnN18"]
        dated = issubclass(shape.text_type, PartialDate)
        yield from spelled[:1] if dated else (each for each in spelled if re.search(shape.pattern or "", each))
