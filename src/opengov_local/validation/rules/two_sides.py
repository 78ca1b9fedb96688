"""Bodies in which two sides are to sit, government and others: only one of them does, or nothing tells."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from opengov_local.model import GovernanceBody
from opengov_local.model.walk import Node
from opengov_local.validation.rules.bodies import ids_of, sector_of, taken
from opengov_local.validation.rules.register import Context, Hit


def only_one_side(
    body: GovernanceBody, node: Node, context: Context, one: Collection[str], other: Collection[str]
) -> Iterator[Hit]:
    """Finds a body in which certainly only one of two sides sits.

    Args:
        body: the body.
        node: where it stands.
        context: what is known of its package.
        one: the sectors of one side.
        other: those of the other.
    """
    sectors = _sectors(body, context)
    if sectors and (sectors.issubset(one) or sectors.issubset(other)):
        place = (*node.path, "seats")
        named = tuple(sorted(sector for sector in sectors if sector))
        yield Hit(place, {"sectors": named}, depends=(place, *ids_of(body.seats)))


def sides_unclear(
    body: GovernanceBody, node: Node, context: Context, one: Collection[str], other: Collection[str]
) -> Iterator[Hit]:
    """Finds a body of which the sectors of the seats do not tell whether both sides sit in it; takes the same."""
    sectors = _sectors(body, context)
    certain = sectors.issubset(one) or sectors.issubset(other)
    if not certain and (sectors.isdisjoint(one) or sectors.isdisjoint(other)):
        place = (*node.path, "seats")
        yield Hit(place, {}, depends=(place, *ids_of(body.seats)))


def _sectors(body: GovernanceBody, context: Context) -> set[str | None]:
    """Gives the sectors of those who sit in a body, among them None where nothing tells that of one."""
    return {sector_of(seat, context) for seat in taken(body.seats)}
