"""Reference territories of Morocco: data, hierarchy, look-up by code, name and alias (light import)."""

from __future__ import annotations

from opengov_local.territories.history import FormerRegion, pre_2015_region_note
from opengov_local.territories.lookup import How, Matches, ancestors, find, get, without_places
from opengov_local.territories.register import FOLDER, register
from opengov_local.territories.territory import KINDS, Kind, Milieu, Territory

__all__ = [
    "CREDIT",
    "KINDS",
    "FormerRegion",
    "How",
    "Kind",
    "Matches",
    "Milieu",
    "Territory",
    "all",
    "ancestors",
    "children",
    "find",
    "get",
    "pre_2015_region_note",
    "without_places",
]

CREDIT: str


def all(kind: str | None = None) -> tuple[Territory, ...]:  # noqa: A001 - read as territories.all()
    """Lists the territories, or those of one kind, in the order of their codes."""
    units = register().by_code.values()
    return tuple(unit for unit in units if kind is None or unit.kind == kind)


def children(code: str) -> tuple[Territory, ...]:
    """Lists the units directly under a territory; empty when there are none and for an unknown code."""
    unit = get(code)
    return register().below.get(unit.code, ()) if unit else ()


def __getattr__(name: str) -> str:
    if name == "CREDIT":
        return (FOLDER / "credit.txt").read_text(encoding="utf-8").strip()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
