"""The region that a collectivity lies in: told by its territorial code, else by what the package says it lies in."""

from __future__ import annotations

from typing import Final

from opengov_local import territories
from opengov_local.model.collectivity import TerritorialCollectivity
from opengov_local.model.index import Index

_REGION: Final = "region"
_CODES: Final = ("MA-HCP", "ISO-3166-2")
"""Schemes of numbers that the register of territories knows."""

Region = tuple[str, dict[str, str]]
"""What tells a region from others, and its name by language."""


def region_of(index: Index, identifier: str) -> Region | None:
    """Gives the region of a collectivity; None where neither the package nor its code tells it.

    A region that is itself in the register of territories is told by its code there, so that several packages mean
    the same one; another one by its id.

    Args:
        index: the objects of the package.
        identifier: id of the collectivity.
    """
    seen: set[str] = set()
    here = index.find(identifier, TerritorialCollectivity)
    while here and here.id not in seen:
        seen.add(here.id)
        if known := _in_register(here):
            return known
        if here.kind == _REGION:
            return here.id, dict(here.name)
        here = index.find(here.parent, TerritorialCollectivity) if here.parent else None
    return None


def _in_register(collectivity: TerritorialCollectivity) -> Region | None:
    for number in collectivity.identifiers:
        unit = territories.get(number.value) if number.scheme in _CODES else None
        if unit:
            above = (unit, *territories.ancestors(unit.code))
            return next(((each.code, each.name) for each in above if each.kind == _REGION), None)
    return None
