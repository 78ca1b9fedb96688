"""One fused walk: every object once, and of the rules that look at its kind those that can find something in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from opengov_local.model import Index
from opengov_local.model.walk import Node
from opengov_local.validation.profiles import Chosen, chosen
from opengov_local.validation.rules.calls import ByConcept, Call
from opengov_local.validation.rules.register import Context, Hit


class Rules:
    """The rules of some profiles, by the concepts they look at; made once, for many runs."""

    def __init__(self, chosen: tuple[Chosen, ...]) -> None:
        self._chosen = chosen
        self._conditional = tuple((one, one.rule.when) for one in chosen if one.rule.when is not None)
        self._by_idle: dict[frozenset[str], ByConcept] = {}
        """By the codes of the rules that have nothing to find in a package."""

    def occasioned(self, context: Context) -> ByConcept:
        """Gives the checks by those rules that can find something in a package at all."""
        idle = frozenset(one.rule.code for one, when in self._conditional if not context.once(when))
        if idle not in self._by_idle:
            self._by_idle[idle] = ByConcept(tuple(one for one in self._chosen if one.rule.code not in idle))
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
        calls = by_concept[node.kind]
        if calls is None:
            continue
        for one in calls.always:
            for hit in one.check(node.value, node, context):
                yield one, hit
        for held, due in zip(calls.read(node.value), calls.stated, strict=True) if calls.stated else ():
            if held or held == 0:
                yield from _called(due, node, context)


def _called(calls: tuple[Call, ...], node: Node, context: Context) -> Iterator[tuple[Chosen, Hit]]:
    for call in calls:
        one, others, instead = call
        if not (others or instead) or call.is_due(node.value):
            for hit in one.check(node.value, node, context):
                yield one, hit
