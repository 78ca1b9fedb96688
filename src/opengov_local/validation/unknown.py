"""Unknown fields: members that the model does not know, wherever they stand, in healthy parts and in broken ones."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

from opengov_local.finding import Finding, Location, Parameter, pointer_of
from opengov_local.messages import LANGUAGES
from opengov_local.messages.labels import label
from opengov_local.model import Package
from opengov_local.model.base import Model
from opengov_local.model.shape import shape_of
from opengov_local.model.walk import Path

OWN = "x_"
"""Names and codes that start so are a publisher's own, and nothing is said about them."""


def unknown_fields(tree: Any, model: type[Model] = Package, path: Path = ()) -> Iterator[Finding]:
    """Gives a warning for each member of an object of the model that the model does not know; it is kept all the same.

    Args:
        tree: JSON-shaped data, right or wrong.
        model: what it should be.
        path: where it stands.
    """
    if not isinstance(tree, dict):
        return
    shape = shape_of(model)
    for name, value in tree.items():
        field = shape.get(name)
        if field is None:
            if not name.startswith(OWN):
                yield _finding(name, model, (*path, name))
        elif field.model is not None and field.many and isinstance(value, list):
            for position, item in enumerate(value):
                yield from unknown_fields(item, field.model, (*path, name, position))
        elif field.model is not None and not field.many:
            yield from unknown_fields(value, field.model, (*path, name))


def _finding(name: str, model: type[Model], path: Path) -> Finding:
    params: dict[str, Parameter] = {"field": name}
    names = _names(model)
    if near := difflib.get_close_matches(_fold(name), list(names), n=1, cutoff=0.7):
        params["suggestion"] = names[near[0]]
    return Finding("structure/unknown-field", "warning", Location(pointer_of(path)), params)


@cache
def _names(model: type[Model]) -> dict[str, str]:
    """What each field of a concept may have been called: its name, or its title in one of our languages."""
    fields = shape_of(model)
    titles = {_fold(label(model.__name__, name, language)): name for language in LANGUAGES for name in fields}
    return {**titles, **{_fold(name): name for name in fields}}


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold().replace("_", " ")
    return "".join(character for character in plain if not unicodedata.combining(character))
