"""One fused walk: every object once, every rule that looks at its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from opengov_local.errors import OptionError
from opengov_local.model import Package
from opengov_local.model.base import Model
from opengov_local.validation.rules.register import Context, Hit, Rule, rules

PROFILES = ("core",)
"""The profiles there are."""


@cache
def _rules_for(kind: type[Model], profiles: tuple[str, ...]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules() if rule.profile in profiles and issubclass(kind, rule.concepts))


def chosen(profiles: Iterable[str]) -> tuple[str, ...]:
    """Gives the profiles that run when some are asked for: `core` is always on.

    Raises:
        OptionError: there is no such profile.
    """
    names = tuple(dict.fromkeys(("core", *profiles)))
    for name in names:
        if name not in PROFILES:
            raise OptionError("tool/unknown-profile", name=name, known=PROFILES)
    return names


def run(package: Package, today: date, profiles: tuple[str, ...] = ("core",)) -> Iterator[tuple[Rule, Hit]]:
    """Runs the rules of the profiles over a package.

    Args:
        package: a valid package.
        today: the day that stands for today, so that a report can be repeated.
        profiles: names of profiles, as `chosen` gives them.
    """
    index = package.index
    context = Context(package, index, today)
    for node in index.all:
        for rule in _rules_for(type(node.value), profiles):
            for hit in rule.check(node, context):
                yield rule, hit
