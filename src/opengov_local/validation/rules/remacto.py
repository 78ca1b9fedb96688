"""Family remacto: what the method of the Moroccan network asks of an openness programme.

The rules of this family look at plans that follow the framework remacto or were submitted to the network remacto. Of
every other plan they say one thing, `other-framework`: that they passed it over. Nothing is asked of a draft, or of a
programme in consultation, that comes later in the cycle.

The method was read on the network's platform: a step that every programme goes through is verified; that it must be
seen in the data of the programme is so too for what lies in the programme itself, and a warning for what lies outside.
"""

from __future__ import annotations

from collections.abc import Iterator

from opengov_local.model import ActionPlan, Commitment, TerritorialCollectivity
from opengov_local.model.walk import Node
from opengov_local.validation.rules.bodies import nobody_to_ask
from opengov_local.validation.rules.following import REMACTO, unanswered
from opengov_local.validation.rules.months import length
from opengov_local.validation.rules.register import Context, Hit, Limit, rule

METHOD = "REMACTO platform, methodology page"
_PROFILES = ("remacto",)
_TIERS = "Programmes of members of the network: axes, projects, activities"


@rule("remacto/other-framework", "info", source="opengov_local: whom a profile is about", profiles=_PROFILES)
def other_framework(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A plan of another framework, at which the rules of the network do not look."""
    return REMACTO.elsewhere(value, node)


unanswered(
    REMACTO,
    ActionPlan,
    "remacto/no-axes",
    "axes",
    source=f"{METHOD}, step 2: each collectivity picks priority axes",
    evidence="verified",
    severity="error",
)
unanswered(
    REMACTO,
    ActionPlan,
    "remacto/no-projects",
    "commitments",
    source=f"{METHOD}, step 4: ideas become openness projects; members without a list of projects occur",
    evidence="inferred",
)
unanswered(
    REMACTO,
    Commitment,
    "remacto/project-without-activities",
    "milestones",
    source=_TIERS,
    evidence="inferred",
    severity="info",
)


@rule("remacto/project-without-axis", "warning", source=_TIERS, evidence="inferred", profiles=_PROFILES)
def project_without_axis(value: Commitment, node: Node, context: Context) -> Iterator[Hit]:
    """A project on no axis, in a programme that has axes."""
    if not value.axes and REMACTO.governs(node):
        plan = node.above(ActionPlan)
        if plan is not None and plan.axes:
            place = (*node.path, "axes")
            yield Hit(place, {}, depends=(place,))


@rule(
    "remacto/no-principle",
    "info",
    source="REMACTO platform, about page: five principles, used as tags",
    evidence="inferred",
    profiles=_PROFILES,
)
def no_principle(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """Neither the programme nor a project of it names a principle of the network."""
    if value.principles or not REMACTO.follows(value):
        return
    if not any(commitment.principles for commitment in value.commitments):
        place = (*node.path, "principles")
        yield Hit(place, {}, depends=(place, (*node.path, "commitments")))


@rule(
    "remacto/duration-not-two-years",
    "warning",
    source=f"{METHOD}, step 8: carried out over two years",
    evidence="verified",
    profiles=_PROFILES,
    limits={
        "months": Limit(24, "months", "2026-11-23", f"{METHOD}, step 8", "verified"),
        "tolerance": Limit(3, "months", "2026-11-23", "opengov_local: adoption and start are months apart", "own"),
    },
)
def duration_not_two_years(
    value: ActionPlan, node: Node, context: Context, *, months: int, tolerance: int
) -> Iterator[Hit]:
    """A programme that certainly runs much shorter or longer than the network's cycle."""
    span = length(value.period) if REMACTO.follows(value) else None
    if span and value.period and (span[1] < months - tolerance or span[0] > months + tolerance):
        params = {"start": value.period.start or "", "end": value.period.end or "", "months": months}
        yield Hit((*node.path, "period"), {**params}, depends=((*node.path, "period"),))


@rule(
    "remacto/no-focal-point",
    "info",
    source="REMACTO: members have focal points (point focal · نقطة ارتكاز); that each must name one is inferred",
    evidence="inferred",
    profiles=_PROFILES,
)
def no_focal_point(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """Nobody is named as focal point, by the collectivities or by the programme."""
    if REMACTO.follows(value):
        yield from nobody_to_ask(value, node, context)


@rule("remacto/not-a-member", "warning", source="opengov_local: memberships as stated", profiles=_PROFILES)
def not_a_member(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A collectivity of the programme states its networks, and REMACTO is not among them."""
    if not REMACTO.follows(value):
        return
    for position, identifier in enumerate(value.collectivities):
        collectivity = context.index.find(identifier, TerritorialCollectivity)
        stands = context.index.node_of(identifier)
        if collectivity is None or stands is None or not collectivity.memberships:
            continue
        if all(membership.network != "remacto" for membership in collectivity.memberships):
            name = next(iter(collectivity.name.values()))
            place = (*stands.path, "memberships")
            yield Hit((*node.path, "collectivities", position), {"name": name}, depends=(("collectivities",), place))
