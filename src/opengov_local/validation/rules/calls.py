"""Which rules are called for an object: those that look at its concept, where the fields that they need are stated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, NamedTuple

from opengov_local.model.base import Model
from opengov_local.model.shape import shape_of
from opengov_local.validation.profiles import Chosen


class Call(NamedTuple):
    """A rule that is called where some field is stated.

    Attributes:
        one: the rule.
        others: fields that must be stated too.
        instead: fields that must not be: where one is, the rule was called for it.
    """

    one: Chosen
    others: tuple[str, ...]
    instead: tuple[str, ...]

    def is_due(self, value: Any) -> bool:
        """Tells whether it is called for an object in which the field is stated."""
        lacks = next((name for name in self.others if not is_stated(getattr(value, name))), None)
        has = next((name for name in self.instead if is_stated(getattr(value, name))), None)
        return lacks is None and has is None


class Calls(NamedTuple):
    """The rules that look at a concept.

    Attributes:
        always: those that are called for every object of it.
        read: gives the values of some fields of an object.
        stated: for each of these fields, what is called where it is stated.
    """

    always: tuple[Chosen, ...]
    read: Callable[[Any], tuple[Any, ...]]
    stated: tuple[tuple[Call, ...], ...]


class ByConcept(dict[type[Model], Calls | None]):
    """The calls of each concept that rules look at, worked out when the concept is first met."""

    def __init__(self, chosen: tuple[Chosen, ...]) -> None:
        """Keeps the rules of a run."""
        self._chosen = chosen

    def __missing__(self, kind: type[Model]) -> Calls | None:
        always: list[Chosen] = []
        stated: dict[str, list[Call]] = {}
        for one in self._chosen:
            if issubclass(kind, one.rule.concepts):
                if not one.rule.needs and not one.rule.either:
                    always.append(one)
                for name, call in _calls(one, shape_of(kind).keys()):
                    stated.setdefault(name, []).append(call)
        calls = Calls(tuple(always), _reader(tuple(stated)), tuple(map(tuple, stated.values())))
        self[kind] = calls if always or stated else None
        return self[kind]


def _calls(one: Chosen, known: Any) -> Iterator[tuple[str, Call]]:
    """Gives the fields at which a rule is called, of those that a concept has."""
    needs, either = one.rule.needs, tuple(name for name in one.rule.either if name in known)
    if not known >= set(needs):
        return
    if either:
        for at, name in enumerate(either):
            yield name, Call(one, needs, either[:at])
    elif needs and not one.rule.either:
        yield needs[0], Call(one, needs[1:], ())


def is_stated(value: Any) -> bool:
    """Tells whether a value says something; 0 and `False` do, an empty list does not."""
    return bool(value) or value == 0


def _reader(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """Gives a function that reads some fields of an object."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: (getattr(value, names[0]),) if names else ()
