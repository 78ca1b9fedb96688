"""The fields of each concept that hold what people write: texts by language, and lines."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import StringConstraints

from opengov_local.model.base import Model
from opengov_local.model.party import Contact
from opengov_local.model.scalars import Line, Text
from opengov_local.model.shape import shape_of


class Prose(NamedTuple):
    """A field that holds what people write.

    Attributes:
        name: its name.
        by_language: whether it holds a text by language; else a line, or a text in no language.
        many: whether it holds several.
    """

    name: str
    by_language: bool
    many: bool


@cache
def prose_of(kind: type[Model]) -> tuple[Prose, ...]:
    """Gives the fields of a concept that hold what people write.

    Contact details are no text: they are what their own fields are for.
    """
    if kind is Contact:
        return ()
    return tuple(
        Prose(name, field.kind == "map", field.many)
        for name, field in shape_of(kind).items()
        if field.kind == "map" or (field.kind == "text" and _is_prose(kind.model_fields[name]))
    )


@cache
def unspoken_in(kind: type[Model]) -> frozenset[str]:
    """Gives those fields of `prose_of` that hold numbers and paths, in which people say nothing."""
    return frozenset(name for name, field in shape_of(kind).items() if field.unspoken)


_PROSE = {mark.pattern for kind in (Line, Text) for mark in get_args(kind)[1:] if isinstance(mark, StringConstraints)}


def _is_prose(declared: Any) -> bool:
    """Tells whether a field, or the items of its list, is of the types `Line` or `Text`."""
    marks = (*getattr(declared, "metadata", ()), *getattr(declared, "__metadata__", ()))
    inside = (getattr(declared, "annotation", None), getattr(declared, "__origin__", None), *get_args(declared))
    return any(getattr(mark, "pattern", None) in _PROSE for mark in marks) or any(
        _is_prose(one) for one in inside if one is not None
    )
