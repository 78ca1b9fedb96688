"""One fused walk: every object once, every rule that looks at its kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from opengov_local.model import Package
from opengov_local.model.base import Model
from opengov_local.validation.profiles import Chosen
from opengov_local.validation.rules.register import Context, Hit


class Rules:
    """The rules of one run, by the concepts they look at."""

    def __init__(self, chosen: tuple[Chosen, ...]) -> None:
        self._chosen = chosen
        self._by_kind: defaultdict[type[Model], tuple[Chosen, ...]] = defaultdict(tuple)
        self._seen: set[type[Model]] = set()

    def of(self, kind: type[Model]) -> tuple[Chosen, ...]:
        """Gives the rules that look at a concept."""
        if kind not in self._seen:
            self._seen.add(kind)
            self._by_kind[kind] = tuple(one for one in self._chosen if issubclass(kind, one.rule.concepts))
        return self._by_kind[kind]


def run(package: Package, today: date, rules: Rules) -> Iterator[tuple[Chosen, Hit]]:
    """Runs rules over a package.

    Args:
        package: a valid package.
        today: the day that stands for today, so that a report can be repeated.
        rules: the rules of the profiles that were asked for.
    """
    index = package.index
    context = Context(package, index, today)
    for node in index.all:
        for one in rules.of(node.kind):
            for hit in one.check(node.value, node, context):
                yield one, hit
