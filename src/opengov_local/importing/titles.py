"""Titles of the objects of a draft, for all who search them: to go through many thousand objects takes its time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from opengov_local.model.axis import Axis
from opengov_local.model.commitment import Commitment
from opengov_local.model.milestone import Milestone

Data = dict[str, Any]
TITLED = (Axis, Commitment, Milestone)
"""The concepts whose titles are searched."""


class Titles(NamedTuple):
    """Titles of axes, commitments, activities and milestones.

    Attributes:
        texts: the titles, in each of their languages.
        tongues: the languages that they are in.
    """

    texts: list[str]
    tongues: set[str]

    def note(self, titles: list[Mapping[str, str]]) -> None:
        """Notes further ones, by language."""
        self.texts.extend([text for title in titles for text in title.values()])
        self.tongues.update(chain.from_iterable(titles))


def titled_in(plan: Data) -> Iterator[Data]:
    """Gives the axes, commitments, activities and milestones of a plan."""
    holders = [*plan.get("commitments", ()), *plan.get("activities", ())]
    steps = chain.from_iterable([one.get("milestones", ()) for one in holders])
    return chain(plan.get("axes", ()), holders, steps)
