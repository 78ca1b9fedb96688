"""The region that a collectivity lies in: told by its territorial code, else by what the package says it lies in."""

from __future__ import annotations

from typing import Final

from opengov_local import territories
from opengov_local.model.collectivity import TerritorialCollectivity
from opengov_local.model.index import Index
from opengov_local.territories.folding import fold

_REGION: Final = "region"
_CODES: Final = ("MA-HCP", "ISO-3166-2")
"""Schemes of numbers that the register of territories knows."""

Region = tuple[str, dict[str, str]]
"""What tells a region from others, and its name by language."""


def region_of(index: Index, identifier: str) -> Region | None:
    """Gives the region of a collectivity; None where neither the package nor its code tells it.

    A region that the register of territories knows, by its number or its name, is told by its code there, so that
    several packages mean the same one; another one by its country and name.

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
            return _by_name(here)
        here = index.find(here.parent, TerritorialCollectivity) if here.parent else None
    return None


def _in_register(collectivity: TerritorialCollectivity) -> Region | None:
    for number in collectivity.identifiers:
        unit = territories.get(number.value) if number.scheme in _CODES else None
        if unit:
            above = (unit, *territories.ancestors(unit.code))
            return next(((each.code, each.name) for each in above if each.kind == _REGION), None)
    return None


def _by_name(region: TerritorialCollectivity) -> Region:
    """Gives a region that states no number: that of the register which all its names that are there lead to."""
    found = {one.code: one for name in region.name.values() if (one := territories.find(name, kind=_REGION).one)}
    if len(found) == 1:
        (unit,) = found.values()
        if unit.country == region.country:
            return unit.code, unit.name
    folded = fold(region.name.get("fr") or next(iter(region.name.values())))
    return f"{region.country}-{folded}" if folded else region.id, dict(region.name)
