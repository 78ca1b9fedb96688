"""Titles of the objects in the plans of a draft, gone through at once for all who search them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from operator import methodcaller
from typing import Any, NamedTuple

Data = dict[str, Any]


class Titles(NamedTuple):
    """The titles of axes, commitments, activities and milestones.

    Attributes:
        texts: the titles, in each of their languages.
        tongues: the languages that they are in.
    """

    texts: list[str]
    tongues: set[str]


def titles_in(package: Mapping[str, Any]) -> Titles:
    """Gives the titles in the plans of a package."""
    objects = chain.from_iterable(map(titled_in, package.get("plans", ())))
    titles = list(filter(None, map(methodcaller("get", "title"), objects)))
    return Titles(list(chain.from_iterable(map(dict[str, str].values, titles))), {*chain.from_iterable(titles)})


def titled_in(plan: Data) -> Iterator[Data]:
    """Gives the axes, commitments, activities and milestones of a plan."""
    holders = [*plan.get("commitments", ()), *plan.get("activities", ())]
    steps = chain.from_iterable([one.get("milestones", ()) for one in holders])
    return chain(plan.get("axes", ()), holders, steps)
