"""Family territory: codes, names, kinds and parents against the reference territories."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from opengov_local import territories
from opengov_local.finding import Parameter
from opengov_local.model import TerritorialCollectivity
from opengov_local.model.base import OWN
from opengov_local.model.walk import Node
from opengov_local.territories import Territory
from opengov_local.validation.rules.register import Context, Hit, rule

HCP = "MA-HCP"
ISO = "ISO-3166-2"
_SOURCE = "Haut-Commissariat au Plan, code géographique (RGPH 2024)"


@lru_cache(maxsize=4096)
def unit_of(scheme: str, code: str) -> Territory | None:
    """Gives the territory of a code, if it is written in the scheme that it is given as."""
    return territories.get(code) if (scheme == ISO) == code.upper().startswith("MA-") else None


class Code(NamedTuple):
    """A code that the reference territories can judge.

    Attributes:
        position: where among the identifiers of its collectivity it stands.
        scheme: its scheme.
        value: the code.
        unit: the territory that it is of; None where there is none.
    """

    position: int
    scheme: str
    value: str
    unit: Territory | None


def _codes_of_all(context: Context) -> dict[int, list[Code]]:
    """Gives the codes of each collectivity of today, by the identity of the object."""
    return {id(node.value): [*_codes(node.value, context)] for node in context.index.by_kind[TerritorialCollectivity]}


def _codes(collectivity: TerritorialCollectivity, context: Context) -> Iterator[Code]:
    if collectivity.valid_to is not None and collectivity.valid_to.latest < context.today:
        return
    for position, identifier in enumerate(collectivity.identifiers):
        scheme, value = identifier.scheme, identifier.value
        if scheme == HCP or (scheme == ISO and collectivity.country == "MA"):
            yield Code(position, scheme, value, unit_of(scheme, value))


def codes_of(collectivity: TerritorialCollectivity, context: Context) -> list[Code]:
    """Gives the codes of a collectivity that the reference territories can judge; they are those of today."""
    return context.once(_codes_of_all)[id(collectivity)]


def known_territory(collectivity: TerritorialCollectivity, context: Context) -> Territory | None:
    """Gives the territory that a code of a collectivity names, an HCP code before all others."""
    known = [code for code in codes_of(collectivity, context) if code.unit is not None]
    return min(known, key=lambda code: code.scheme != HCP).unit if known else None


def _former_region(code: str) -> bool:
    note = territories.pre_2015_region_note(code)
    return note is not None and not note.in_use and len(code.removeprefix("MA-")) == 2


def _meant(scheme: str, code: str) -> str | None:
    """Gives the code of the same scheme that was probably meant."""
    found = territories.find(code)
    near = (unit.iso if scheme == ISO else unit.code for unit in (*found.items, *found.suggestions))
    return next((code for code in near if code), None)


@rule("territory/unknown-code", "error", source=_SOURCE, evidence="verified", needs=("identifiers",))
def unknown_code(collectivity: TerritorialCollectivity, node: Node, context: Context) -> Iterator[Hit]:
    """A code that no territory has."""
    for position, scheme, code, unit in codes_of(collectivity, context):
        if unit is None and not _former_region(code):
            params: dict[str, Parameter] = {"code": code}
            if meant := _meant(scheme, code):
                params["suggestion"] = meant
            yield Hit((*node.path, "identifiers", position, "value"), params)


@rule("territory/pre-2015-region-number", "error", source=_SOURCE, evidence="verified", needs=("identifiers",))
def pre_2015_region_number(collectivity: TerritorialCollectivity, node: Node, context: Context) -> Iterator[Hit]:
    """A region number that is out of use since the reform of 2015."""
    for position, _, code, unit in codes_of(collectivity, context):
        if unit is None and _former_region(code):
            yield Hit((*node.path, "identifiers", position, "value"), {"code": code})


@rule("territory/name-does-not-match-code", "warning", source=_SOURCE, evidence="verified", needs=("identifiers",))
def name_does_not_match_code(collectivity: TerritorialCollectivity, node: Node, context: Context) -> Iterator[Hit]:
    """A French or Arabic name that is no known name of the territory of the code."""
    territory = known_territory(collectivity, context)
    if territory is None:
        return
    for language, name in collectivity.name.items():
        spoken = language.split("-")[0]
        expected = territory.label(spoken)
        if spoken in ("ar", "fr") and name != expected and territory not in territories.find(name).items:
            params: dict[str, Parameter] = {"name": name, "code": territory.code, "expected": expected}
            yield Hit((*node.path, "name", language), params, depends=((*node.path, "identifiers"),))


@rule("territory/wrong-kind", "error", source=_SOURCE, evidence="verified", needs=("identifiers",))
def wrong_kind(collectivity: TerritorialCollectivity, node: Node, context: Context) -> Iterator[Hit]:
    """A kind that the territory of the code is not of."""
    territory = known_territory(collectivity, context)
    if territory is not None and collectivity.kind != territory.kind and not collectivity.kind.startswith(OWN):
        params = {"code": territory.code, "kind": collectivity.kind, "expected": territory.kind}
        yield Hit((*node.path, "kind"), {**params}, depends=((*node.path, "identifiers"),))


@rule("territory/wrong-parent", "error", source=_SOURCE, evidence="verified", needs=("parent", "identifiers"))
def wrong_parent(collectivity: TerritorialCollectivity, node: Node, context: Context) -> Iterator[Hit]:
    """A parent that the territory of the code does not lie in."""
    territory = known_territory(collectivity, context)
    parent = context.index.find(collectivity.parent, TerritorialCollectivity) if collectivity.parent else None
    above = known_territory(parent, context) if parent else None
    if territory is None or above is None:
        return
    allowed = territories.ancestors(territory.code)
    if above not in allowed:
        expected = allowed[0].code if allowed else ""
        params: dict[str, Parameter] = {"code": territory.code, "parent": above.code, "expected": expected}
        yield Hit((*node.path, "parent"), params, depends=((*node.path, "identifiers"),))
