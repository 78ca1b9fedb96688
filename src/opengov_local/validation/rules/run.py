"""One fused walk for all rules: they look at what it noted, and only where they can find something."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import count
from typing import Any

from opengov_local.model import Index
from opengov_local.validation.profiles import Chosen, chosen
from opengov_local.validation.rules.calls import Looks, Said
from opengov_local.validation.rules.register import Context, Hit


class Rules:
    """The rules of some profiles, by the concepts they look at; made once, for many runs."""

    def __init__(self, chosen: tuple[Chosen, ...]) -> None:
        self._chosen = chosen
        self._whens = tuple(dict.fromkeys(one.rule.when for one in chosen if one.rule.when is not None))
        self._by_answers: dict[tuple[bool, ...], Looks] = {}
        """By what was said of a package: whether each of the conditions holds."""

    def occasioned(self, context: Context) -> Looks:
        """Gives the looks of those rules that can find something in a package at all."""
        answers = tuple([when(context) for when in self._whens])
        if answers not in self._by_answers:
            idle = {when for when, holds in zip(self._whens, answers, strict=True) if not holds}
            self._by_answers[answers] = Looks(tuple(one for one in self._chosen if one.rule.when not in idle))
        return self._by_answers[answers]


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


def run(package: Any, today: date, rules: Rules, index: Index | None = None) -> list[tuple[Chosen, Hit]]:
    """Runs rules over a package; gives each hit with its rule, in the order of the objects.

    Args:
        package: a valid package, or the quick judge's stand-in for one.
        today: the day that stands for today, so that a report can be repeated.
        rules: the rules of the profiles that were asked for.
        index: its index, where one was made already.
    """
    index = Index(package) if index is None else index
    context = Context(package, index, today)
    looks = rules.occasioned(context)
    said: Said = []
    for kind, nodes in index.by_kind.items():
        look = looks[kind]
        if look is not None:
            look(nodes, context, said)
    if len(said) > 1:
        position = dict(zip(map(id, index.all), count(), strict=False))
        said.sort(key=lambda one: position[id(one[0])])
    return [(one, hit) for _, one, hit in said]
