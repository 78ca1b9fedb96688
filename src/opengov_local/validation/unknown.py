"""Unknown fields: members that the model does not know, wherever they stand, in healthy parts and in broken ones."""

from __future__ import annotations

import difflib
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import Any

from opengov_local.finding import Finding, Location, Parameter, pointer_of
from opengov_local.messages import LANGUAGES
from opengov_local.messages.labels import label
from opengov_local.model import Package
from opengov_local.model.base import OWN, SCHEMA_HINT, Model
from opengov_local.model.shape import objects_in, shape_of
from opengov_local.model.walk import Path


def unknown_fields(tree: Any) -> list[Finding]:
    """Gives a warning for each member of an object of the model that the model does not know; it is kept all the same.

    Args:
        tree: a package as JSON-shaped data, right or wrong.
    """
    if isinstance(tree, dict) and isinstance(tree.get(SCHEMA_HINT), str):
        tree = {name: value for name, value in tree.items() if name != SCHEMA_HINT}
    found: list[Finding] = []
    _look(tree, Package, (), found)
    return found


def _look(tree: Any, model: type[Model], path: Path, found: list[Finding]) -> None:
    if not isinstance(tree, dict):
        return
    known = shape_of(model)
    if not known.keys() >= tree.keys():
        unknown = (name for name in tree if name not in known and not name.startswith(OWN))
        found += [_finding(name, model, (*path, name)) for name in unknown]
    for name, inside, many in objects_in(model):
        value = tree.get(name)
        if many and isinstance(value, list):
            for position, item in enumerate(value):
                _look(item, inside, (*path, name, position), found)
        elif value is not None and not many:
            _look(value, inside, (*path, name), found)


def _finding(name: str, model: type[Model], path: Path) -> Finding:
    params: dict[str, Parameter] = {"field": name}
    if suggestion := _suggestion(name, model):
        params["suggestion"] = suggestion
    return Finding("structure/unknown-field", "warning", Location(pointer_of(path)), params)


@lru_cache(maxsize=4096)  # a publisher's field stands in many objects
def _suggestion(name: str, model: type[Model]) -> str | None:
    """Gives the field that a name may have meant."""
    names, folded = _names(model), _fold(name)
    if (inside := _inside(model).get(folded)) and folded not in names:
        return inside
    near = difflib.get_close_matches(folded, list(names), n=1, cutoff=0.7)
    return names[near[0]] if near else None


@cache
def _names(model: type[Model]) -> dict[str, str]:
    """What each field of a concept may have been called: its name, or its title in one of our languages."""
    fields = shape_of(model)
    titles = {_fold(label(model.__name__, name, language)): name for language in LANGUAGES for name in fields}
    return {**titles, **{_fold(name): name for name in fields}}


@cache
def _inside(model: type[Model]) -> dict[str, str]:
    """Gives the fields of objects inside, such as `period.start`, by names that one of them alone has."""
    fields = [
        (_fold(field), f"{name}.{field}")
        for name, inside, many in objects_in(model)
        if not many
        for field in shape_of(inside)
    ]
    times = Counter(name for name, _ in fields)
    return {name: field for name, field in fields if times[name] == 1}


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold().replace("_", " ")
    return "".join(character for character in plain if not unicodedata.combining(character))
