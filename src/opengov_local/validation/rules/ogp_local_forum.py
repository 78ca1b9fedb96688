"""Family ogp-local, who takes part: forum, endorsement, monitoring body, point of contact."""

from __future__ import annotations

from collections.abc import Iterator

from opengov_local.model import ActionPlan, GovernanceBody
from opengov_local.model.party import Party
from opengov_local.model.walk import Node
from opengov_local.validation.rules.bodies import ids_of, keys, name_of, nobody_to_ask, sector_of, taken
from opengov_local.validation.rules.following import OGP_LOCAL, unanswered
from opengov_local.validation.rules.register import Context, Hit, Limit, rule
from opengov_local.validation.rules.two_sides import only_one_side, sides_unclear

_FORUM = "OGP Local Handbook 3.3.1: a multi-stakeholder forum with remit, membership and governance"
_ENDORSED = "OGP Local inception form: stakeholders outside government endorse the plan before it is submitted"
_PROFILES = ("ogp-local",)
_SECTORS = "codes of the list organization_sector"

GOVERNMENT = Limit(("government", "local_government"), _SECTORS, "2026-11-23", "opengov_local", "own")
OUTSIDE = Limit(("civil_society", "private", "academia", "media"), _SECTORS, "2026-11-23", "opengov_local", "own")
"""Sectors that are certainly outside government; of all others, such as consultative bodies, it is not certain."""

unanswered(
    OGP_LOCAL,
    ActionPlan,
    "ogp-local/no-forum",
    "forums",
    source=_FORUM,
    evidence="verified",
    severity="error",
)


def _is_forum(node: Node) -> bool:
    return node.step[0] == "forums" and OGP_LOCAL.governs(node)


@rule(
    "ogp-local/forum-not-multi-stakeholder",
    "error",
    source=_FORUM,
    evidence="verified",
    profiles=_PROFILES,
    limits={"government": GOVERNMENT, "outside": OUTSIDE},
)
def forum_not_multi_stakeholder(
    value: GovernanceBody, node: Node, context: Context, *, government: tuple[str, ...], outside: tuple[str, ...]
) -> Iterator[Hit]:
    """A forum in which certainly only government sits, or certainly nobody of it."""
    if _is_forum(node):
        yield from only_one_side(value, node, context, government, outside)


@rule(
    "ogp-local/forum-members-unclear",
    "info",
    source=_FORUM,
    evidence="verified",
    profiles=_PROFILES,
    limits={"government": GOVERNMENT, "outside": OUTSIDE},
)
def forum_members_unclear(
    value: GovernanceBody, node: Node, context: Context, *, government: tuple[str, ...], outside: tuple[str, ...]
) -> Iterator[Hit]:
    """A forum of which the sectors of the members do not tell whether both government and others sit in it."""
    if _is_forum(node):
        yield from sides_unclear(value, node, context, government, outside)


_FORUM_QUESTIONS = (
    ("ogp-local/forum-without-members", "seats"),
    ("ogp-local/forum-without-remit", "remit"),
    ("ogp-local/forum-without-rules", "rules"),
)


def _ask_of_forums(code: str, field: str) -> None:
    def check(value: GovernanceBody, node: Node, context: Context) -> Iterator[Hit]:
        held = getattr(value, field)
        if not (taken(held) if field == "seats" else held) and _is_forum(node):
            place = (*node.path, field)
            yield Hit(place, {}, depends=(place,))

    check.__doc__ = f"A forum of which nothing stands in `{field}`."
    rule(code, "warning", source=_FORUM, evidence="inferred", profiles=_PROFILES)(check)


for _code, _field in _FORUM_QUESTIONS:
    _ask_of_forums(_code, _field)


@rule("ogp-local/collectivity-without-forum", "warning", source=_FORUM, evidence="inferred", profiles=_PROFILES)
def collectivity_without_forum(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A plan of several collectivities whose forums work for some of them only."""
    if not value.forums or not all(forum.collectivities for forum in value.forums) or not OGP_LOCAL.follows(value):
        return
    served = {identifier for forum in value.forums for identifier in forum.collectivities}
    if without := [identifier for identifier in value.collectivities if identifier not in served]:
        place = (*node.path, "forums")
        names = tuple(name_of(Party(collectivity=identifier), identifier, context) for identifier in without)
        yield Hit(place, {"collectivities": names}, depends=(place,))


@rule(
    "ogp-local/endorsement-by-government",
    "error",
    source=_ENDORSED,
    evidence="verified",
    profiles=_PROFILES,
    limits={"government": GOVERNMENT},
)
def endorsement_by_government(
    value: ActionPlan, node: Node, context: Context, *, government: tuple[str, ...]
) -> Iterator[Hit]:
    """All endorsements are certainly of government."""
    if not value.endorsements or not OGP_LOCAL.follows(value):
        return
    parties = [endorsement.by for endorsement in value.endorsements]
    if all(party is not None and sector_of(party, context) in government for party in parties):
        place = (*node.path, "endorsements")
        yield Hit(place, {}, depends=(place, *ids_of(party for party in parties if party)))


@rule(
    "ogp-local/monitoring-body-is-lead",
    "warning",
    source="OGP Local Handbook 2.3: the monitoring body is independent; that it may not lead is inferred",
    evidence="inferred",
    profiles=_PROFILES,
)
def monitoring_body_is_lead(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A monitoring body that is the collectivity itself, or leads the plan or one of its commitments."""
    if not value.monitoring_bodies or not OGP_LOCAL.follows(value):
        return
    leads = [*value.leads, *(party for commitment in value.commitments for party in commitment.leads)]
    judged = {("id", identifier) for identifier in value.collectivities}
    judged.update(key for party in leads for key in keys(party, context))
    for position, party in enumerate(value.monitoring_bodies):
        if again := next((key for key in keys(party, context) if key in judged), None):
            place = (*node.path, "monitoring_bodies", position)
            yield Hit(place, {"name": name_of(party, again[1], context)}, depends=(place,))


@rule(
    "ogp-local/no-point-of-contact",
    "error",
    source="OGP Local Handbook 2.1: a government point of contact",
    evidence="verified",
    profiles=_PROFILES,
)
def no_point_of_contact(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """Nobody is named whom to ask: neither by the plan, nor as focal point of one of its collectivities."""
    if OGP_LOCAL.follows(value):
        yield from nobody_to_ask(value, node, context)
