"""One fused walk: every object once, and of the rules that look at its kind those that can find something in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from opengov_local.model import Index
from opengov_local.model.base import Model
from opengov_local.model.shape import shape_of
from opengov_local.model.walk import Node
from opengov_local.validation.profiles import Chosen, chosen
from opengov_local.validation.rules.register import Context, Hit

_Needing = list[tuple[Chosen, tuple[str, ...]]]
"""The rules that need a field, each with the other fields that it needs."""


class _Checks(NamedTuple):
    """The rules that look at a concept.

    Attributes:
        always: those that are called for every object of it.
        read: gives the values of some fields.
        fields: the rules that need each of them.
    """

    always: tuple[Chosen, ...]
    read: Callable[[Any], tuple[Any, ...]]
    fields: list[_Needing]


class _ByConcept(dict[type[Model], _Checks | None]):
    """The checks of each concept that rules look at, worked out when the concept is first met."""

    def __init__(self, chosen: tuple[Chosen, ...]) -> None:
        self._chosen = chosen

    def __missing__(self, kind: type[Model]) -> _Checks | None:
        known = shape_of(kind).keys()
        looking = [one for one in self._chosen if issubclass(kind, one.rule.concepts) and known >= set(one.rule.needs)]
        needed = dict.fromkeys(one.rule.needs[0] for one in looking if one.rule.needs)
        always = tuple(one for one in looking if not one.rule.needs)
        fields = [[(one, one.rule.needs[1:]) for one in looking if one.rule.needs[:1] == (name,)] for name in needed]
        self[kind] = _Checks(always, _reader(tuple(needed)), fields) if looking else None
        return self[kind]


class Rules:
    """The rules of some profiles, by the concepts they look at; made once, for many runs."""

    def __init__(self, chosen: tuple[Chosen, ...]) -> None:
        self._chosen = chosen
        self._conditional = tuple((one, one.rule.when) for one in chosen if one.rule.when is not None)
        self._by_idle: dict[frozenset[str], _ByConcept] = {}
        """By the codes of the rules that have nothing to find in a package."""

    def occasioned(self, context: Context) -> _ByConcept:
        """Gives the checks by those rules that can find something in a package at all."""
        idle = frozenset(one.rule.code for one, when in self._conditional if not context.once(when))
        if idle not in self._by_idle:
            self._by_idle[idle] = _ByConcept(tuple(one for one in self._chosen if one.rule.code not in idle))
        return self._by_idle[idle]


def rules_of(profiles: tuple[str, ...]) -> tuple[tuple[str, ...], Rules]:
    """Gives the names of the profiles that run when some are asked for, and their rules.

    Raises:
        OptionError: there is no such profile, or its file says something that cannot be done.
    """
    if any(name.endswith(".toml") for name in profiles):  # a file can change
        names, ready = chosen(profiles)
        return names, Rules(ready)
    return _published(profiles)


@cache
def _published(profiles: tuple[str, ...]) -> tuple[tuple[str, ...], Rules]:
    names, ready = chosen(profiles)
    return names, Rules(ready)


def run(package: Any, today: date, rules: Rules, index: Index | None = None) -> Iterator[tuple[Chosen, Hit]]:
    """Runs rules over a package.

    Args:
        package: a valid package, or the quick judge's stand-in for one.
        today: the day that stands for today, so that a report can be repeated.
        rules: the rules of the profiles that were asked for.
        index: its index, where one was made already.
    """
    index = Index(package) if index is None else index
    context = Context(package, index, today)
    by_concept = rules.occasioned(context)
    for node in index.all:
        checks = by_concept[node.kind]
        if checks is None:
            continue
        always, read, fields = checks
        for one in always:
            for hit in one.check(node.value, node, context):
                yield one, hit
        if fields:
            for value, needing in zip(read(node.value), fields, strict=True):
                if value or value == 0:
                    yield from _needed(needing, node, context)


def _needed(needing: _Needing, node: Node, context: Context) -> Iterator[tuple[Chosen, Hit]]:
    """Calls the rules that need a field which is stated, where the other fields that they need are stated too."""
    for one, others in needing:
        if all(_stated(getattr(node.value, name)) for name in others):
            for hit in one.check(node.value, node, context):
                yield one, hit


def _stated(value: Any) -> bool:
    """Tells whether a value says something; 0 and `False` do, an empty list does not."""
    return bool(value) or value == 0


def _reader(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """Gives a function that reads some fields of an object."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: (getattr(value, names[0]),) if names else ()
