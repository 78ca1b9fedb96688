"""Blanks: fields that are missing or were refused; rules judge what is around them, and nothing that they may hold."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, TypeVar

from opengov_local.model import SCHEMA_VERSION
from opengov_local.model.base import Model
from opengov_local.model.gap import GAP, GAP_TEXT, NO_COUNTRY, UNKNOWN_CURRENCY
from opengov_local.model.shape import FieldShape
from opengov_local.model.walk import Path, Survey

T = TypeVar("T")

_FORMS: Final = (GAP, SCHEMA_VERSION, NO_COUNTRY, UNKNOWN_CURRENCY, "zz")
"""What stands in a blank until the rest is typed: the first of these that has the form of the field."""

ANY: Final = "any"
"""Stands for every kind of object."""


def filling(field: FieldShape, number: int) -> Any:
    """Gives what holds the place of a blank in the data, so that the form is right; no rule sees it.

    Args:
        field: the field.
        number: how many blanks there are already: an id must be no other one's.
    """
    if field.kind == "map":
        return dict(GAP_TEXT)
    if field.kind == "boolean":
        return False
    if field.choices:
        return field.choices[0]
    if field.refers is not None or field.name == "id":
        return f"blank:{number + 1}"
    return next(form for form in _FORMS if re.search(field.pattern or "", form))


@dataclass(slots=True)
class Watch:
    """Whether a blank was read since somebody last looked."""

    read: bool = False


@cache
def _properties(kind: Any) -> frozenset[str]:
    return frozenset(name for name in dir(kind) if isinstance(getattr(kind, name, None), property))


class Blanked:
    """Stands in for an object some of whose fields are blank, and notes when one of these is read.

    Whatever is said after a blank was read may not be true of the data, once it is mended.
    """

    __slots__ = ("_blanks", "_made", "_watch", "_whole")

    def __init__(self, whole: Any, blanks: Iterable[str], watch: Watch) -> None:
        """Hides fields of an object.

        Args:
            whole: the object, with something in its required blanks.
            blanks: names of the fields.
            watch: where reading one is noted.
        """
        self._whole = whole
        self._blanks = frozenset(blanks)
        self._made = _properties(whole.__class__)
        self._watch = watch

    def __getattr__(self, name: str) -> Any:
        if name in self._blanks:
            self._watch.read = True
        elif name in self._made:
            return getattr(type(self._whole), name).fget(self)
        return getattr(self._whole, name)

    def __eq__(self, other: object) -> bool:
        self._watch.read = True
        return self is other

    __hash__ = object.__hash__


def readable(value: T) -> T:
    """Gives an object of which blanks are read unnoticed, for questions to which a blank gives the usual answer."""
    return value._whole if isinstance(value, Blanked) else value


def hide(survey: Survey, blanks: Iterable[Path], watch: Watch) -> None:
    """Hides fields of the objects of a package, in what a walk over it noted and in the objects that hold them.

    Args:
        survey: what the walk noted.
        blanks: places of the fields.
        watch: where reading one is noted.
    """
    fields: defaultdict[Path, set[str]] = defaultdict(set)
    for place in blanks:
        fields[place[:-1]].add(str(place[-1]))
    nodes = {id(node.value): node for node in survey.nodes}
    hidden: dict[int, set[str]] = {}
    for path in sorted(fields, key=len, reverse=True):  # an object is reached before what holds it is replaced
        holder, value = None, survey.root
        for part in path:
            holder, value = value, value[part] if isinstance(part, int) else getattr(value, part)
        node = nodes[id(value)]
        hidden[id(node)] = fields[path]
        node.value = Blanked(value, fields[path], watch)
        if holder is not None:
            _put(holder, path[-1], node.value)
    survey.leave_out(lambda held: held[2] in hidden.get(id(held[1]), ()))


def _put(holder: Any, part: str | int, value: Any) -> None:
    if isinstance(part, int):
        holder[part] = value
    elif isinstance(holder, Model):
        holder.__dict__[part] = value  # an assignment would be judged
    else:
        setattr(holder, part, value)
