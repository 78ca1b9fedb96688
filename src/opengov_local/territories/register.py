"""The register of territories: the CSV tables, read once, with their indexes."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from opengov_local.territories.folding import fold
from opengov_local.territories.territory import Kind, Milieu, Territory

FOLDER = Path(__file__).parent


def rows(table: str) -> Iterator[dict[str, str]]:
    """Reads a table of this folder, row by row, as texts."""
    with (FOLDER / table).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


@dataclass(frozen=True, slots=True)
class Register:
    """The territories and their indexes.

    Attributes:
        by_code: HCP code → territory, in the order of the list.
        by_other_code: digits form and ISO 3166-2 code → territory.
        below: HCP code → the units directly under it.
        names: folded official name → territories.
        aliases: folded alias → territories.
    """

    by_code: dict[str, Territory]
    by_other_code: dict[str, Territory]
    below: dict[str, tuple[Territory, ...]]
    names: dict[str, tuple[Territory, ...]]
    aliases: dict[str, tuple[Territory, ...]]


@cache
def register() -> Register:
    """Loads the register of Morocco on first use."""
    by_code = {row["code"]: _territory(row) for row in rows("ma.csv")}
    units = tuple(by_code.values())
    others = {unit.digits: unit for unit in units} | {unit.iso: unit for unit in units if unit.iso}
    return Register(
        by_code=by_code,
        by_other_code=others,
        below=_grouped((unit.parent, unit) for unit in units if unit.parent),
        names=_grouped((fold(name), unit) for unit in units for name in (unit.name_fr, unit.name_ar)),
        aliases=_grouped((fold(row["alias"]), by_code[row["code"]]) for row in rows("aliases_ma.csv")),
    )


def _territory(row: dict[str, str]) -> Territory:
    return Territory(
        code=row["code"],
        kind=cast(Kind, row["kind"]),
        name_fr=row["name_fr"],
        name_ar=row["name_ar"],
        parent=row["parent"] or None,
        milieu=cast("Milieu | None", row["milieu"] or None),
        iso=row["iso_3166_2"] or None,
        geonames=row["geonames"] or None,
    )


def _grouped(pairs: Iterable[tuple[str, Territory]]) -> dict[str, tuple[Territory, ...]]:
    groups: dict[str, tuple[Territory, ...]] = {}
    for group, unit in pairs:
        groups[group] = (*groups.get(group, ()), unit)
    return groups
