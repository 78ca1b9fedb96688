"""The region of a collectivity: told by its territorial code, by what the package says it lies in, else by its name."""

from __future__ import annotations

from typing import Final

from opengov_local import territories
from opengov_local.model.collectivity import TerritorialCollectivity
from opengov_local.model.index import Index
from opengov_local.territories.folding import fold
from opengov_local.territories.territory import Territory

_REGION: Final = "region"
_CODES: Final = ("MA-HCP", "ISO-3166-2")
"""Schemes of numbers that the register of territories knows."""

Region = tuple[str, dict[str, str]]
"""What tells a region from others, and its name by language."""


def region_of(index: Index, identifier: str) -> Region | None:
    """Gives the region of a collectivity; None where neither the package nor the register tells it.

    A region that the register of territories knows, by its number or its name, is told by its code there, so that
    several packages mean the same one; another one by its country and name. A collectivity of which the package gives
    neither number nor place is found by its name, where the register has one of this kind and name alone.

    Args:
        index: the objects of the package.
        identifier: id of the collectivity.
    """
    seen: set[str] = set()
    here = first = index.find(identifier, TerritorialCollectivity)
    while here and here.id not in seen:
        seen.add(here.id)
        if known := _in_register(here):
            return known
        if here.kind == _REGION:
            return _by_name(here)
        here = index.find(here.parent, TerritorialCollectivity) if here.parent else None
    if first is None or first.parent or any(number.scheme in _CODES for number in first.identifiers):
        return None
    unit = _named(first)
    return _above(unit) if unit else None


def _in_register(collectivity: TerritorialCollectivity) -> Region | None:
    for number in collectivity.identifiers:
        unit = territories.get(number.value) if number.scheme in _CODES else None
        if unit:
            return _above(unit)
    return None


def _above(unit: Territory) -> Region | None:
    above = (unit, *territories.ancestors(unit.code))
    return next(((each.code, each.name) for each in above if each.kind == _REGION), None)


def _named(collectivity: TerritorialCollectivity) -> Territory | None:
    """Gives what all names of a collectivity that the register has lead to, if it is one, of its kind and country."""
    asked = (territories.find(name, kind=collectivity.kind).items for name in collectivity.name.values())
    found = {unit.code: unit for items in asked for unit in items if unit.country == collectivity.country}
    return next(iter(found.values())) if len(found) == 1 else None


def _by_name(region: TerritorialCollectivity) -> Region:
    """Gives a region that states no number: that of the register which all its names that are there lead to."""
    if unit := _named(region):
        return unit.code, unit.name
    folded = fold(region.name.get("fr") or next(iter(region.name.values())))
    return f"{region.country}-{folded}" if folded else region.id, dict(region.name)
