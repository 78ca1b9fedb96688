"""Family territory, codes beside each other: two of one collectivity, one of two collectivities, and their form."""

from __future__ import annotations

from collections.abc import Iterator

from opengov_local import territories
from opengov_local.finding import pointer_of
from opengov_local.model import TerritorialCollectivity
from opengov_local.model.base import field_of
from opengov_local.model.walk import Node
from opengov_local.territories import Territory
from opengov_local.validation.rules.register import Context, Hit, rule
from opengov_local.validation.rules.territory import HCP, codes_of, known_territory

_SOURCE = "Haut-Commissariat au Plan, code géographique (RGPH 2024); ISO 3166-2"


@rule("territory/codes-disagree", "error", source=_SOURCE, evidence="verified", needs=("identifiers",))
def codes_disagree(collectivity: TerritorialCollectivity, node: Node, context: Context) -> Iterator[Hit]:
    """Two codes of one collectivity that name two territories."""
    first: tuple[str, Territory] | None = None
    for position, _, code, unit in codes_of(collectivity, context):
        if unit is None:
            continue
        if first is None:
            first = code, unit
        elif unit != first[1]:
            names = {"name": _name(unit), "other_name": _name(first[1])}
            yield Hit((*node.path, "identifiers", position, "value"), {"code": code, "other": first[0], **names})


def _name(unit: Territory) -> str:
    return f"{unit.label('fr')} / {unit.label('ar')}"


def _first_of_each(context: Context) -> dict[str, Node]:
    """Gives the first collectivity of each territory, by the code of the territory."""
    first: dict[str, Node] = {}
    for node in context.index.by_kind.get(TerritorialCollectivity, ()):
        if unit := known_territory(node.value, context):
            first.setdefault(unit.code, node)
    return first


@rule("territory/same-territory-twice", "warning", source=_SOURCE, evidence="verified", needs=("identifiers",))
def same_territory_twice(collectivity: TerritorialCollectivity, node: Node, context: Context) -> Iterator[Hit]:
    """Two collectivities of one package that have the code of one territory."""
    unit = known_territory(collectivity, context)
    if unit is None:
        return
    first = context.once(_first_of_each)[unit.code]
    other = field_of(first.value, "id", "")
    if first.path != node.path and other != collectivity.id:
        place = pointer_of(first.path)
        yield Hit((*node.path, "identifiers"), {"code": unit.code, "other": other, "first": place})


@rule("territory/undotted-code", "info", source=_SOURCE, evidence="verified", needs=("identifiers",))
def undotted_code(collectivity: TerritorialCollectivity, node: Node, context: Context) -> Iterator[Hit]:
    """A code in its form without points, which other programs do not find."""
    for position, identifier in enumerate(collectivity.identifiers):
        code = identifier.value
        if identifier.scheme == HCP and len(code) > 2 and code.isdecimal() and (unit := territories.get(code)):
            yield Hit((*node.path, "identifiers", position, "value"), {"code": code, "suggestion": unit.code})
