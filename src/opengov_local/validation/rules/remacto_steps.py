"""Family remacto, the steps of the cycle: workshops, follow-up committee, second consultation, adoption."""

from __future__ import annotations

from collections.abc import Iterator

from opengov_local.model import ActionPlan, GovernanceBody, Workshop
from opengov_local.model.party import Party
from opengov_local.model.walk import Node
from opengov_local.validation.rules.bodies import name_of, taken
from opengov_local.validation.rules.following import REMACTO
from opengov_local.validation.rules.mentions import workshops_of
from opengov_local.validation.rules.register import Context, Hit, Limit, rule
from opengov_local.validation.rules.remacto import METHOD
from opengov_local.validation.rules.two_sides import only_one_side, sides_unclear

_PROFILES = ("remacto",)
_COMMITTEE = f"{METHOD}, step 4: a follow-up committee of elected members and local civil society"
_ADOPTED = f"{METHOD}, step 7: adoption by the council"
_EARLY = ("draft", "in_consultation", "abandoned")
_CONSULTATIONS = ("public_consultation", "online_consultation", "written_consultation")
_SECTORS = "codes of the list organization_sector"

COUNCIL = Limit(("local_government",), _SECTORS, "2026-11-23", "opengov_local", "own")
CITIZENS = Limit(("civil_society",), _SECTORS, "2026-11-23", "opengov_local", "own")


def _is_past_consultation(plan: ActionPlan) -> bool:
    """Tells whether a programme of the network says no more that it is a draft or in consultation, or given up."""
    return REMACTO.follows(plan) and (plan.status is None or plan.status.code not in _EARLY)


@rule(
    "remacto/no-co-creation",
    "warning",
    source=f"{METHOD}, step 3: co-creation workshops",
    evidence="verified",
    profiles=_PROFILES,
)
def no_co_creation(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """No co-creation workshop is recorded for the programme."""
    if not REMACTO.follows(value) or (value.status and value.status.code in ("draft", "abandoned")):
        return
    if not any("co_creation" in (workshop.kind, workshop.round) for workshop in workshops_of(value, context)):
        yield Hit(node.path, {}, depends=(("workshops",),))


def _may_be_second(workshop: Workshop) -> bool:
    if workshop.round is not None:
        return workshop.round == "second_consultation"
    return workshop.kind in _CONSULTATIONS


@rule(
    "remacto/no-second-consultation",
    "warning",
    source=f"{METHOD}, step 5: second public consultation, on site and online, on the projects",
    evidence="verified",
    profiles=_PROFILES,
)
def no_second_consultation(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """No consultation on the projects is recorded; one of which the round is not stated may be it."""
    if _is_past_consultation(value) and not any(map(_may_be_second, workshops_of(value, context))):
        yield Hit(node.path, {}, depends=(("workshops",),))


@rule("remacto/no-follow-up-committee", "error", source=_COMMITTEE, evidence="verified", profiles=_PROFILES)
def no_follow_up_committee(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A programme that names no follow-up committee."""
    early = value.status is not None and value.status.code in ("draft", "abandoned")
    if not value.follow_up_committees and not early and REMACTO.follows(value):
        place = (*node.path, "follow_up_committees")
        yield Hit(place, {}, depends=(place,))


def _is_committee(node: Node) -> bool:
    return node.step[0] == "follow_up_committees" and REMACTO.governs(node)


@rule("remacto/committee-without-members", "info", source=_COMMITTEE, evidence="inferred", profiles=_PROFILES)
def committee_without_members(value: GovernanceBody, node: Node, context: Context) -> Iterator[Hit]:
    """A follow-up committee of which nothing says who sits in it."""
    if not taken(value.seats) and _is_committee(node):
        place = (*node.path, "seats")
        yield Hit(place, {}, depends=(place,))


@rule(
    "remacto/committee-not-mixed",
    "error",
    source=_COMMITTEE,
    evidence="verified",
    profiles=_PROFILES,
    limits={"council": COUNCIL, "citizens": CITIZENS},
)
def committee_not_mixed(
    value: GovernanceBody, node: Node, context: Context, *, council: tuple[str, ...], citizens: tuple[str, ...]
) -> Iterator[Hit]:
    """A follow-up committee in which certainly only the council's side sits, or certainly only civil society."""
    if _is_committee(node):
        yield from only_one_side(value, node, context, council, citizens)


@rule(
    "remacto/committee-members-unclear",
    "info",
    source=_COMMITTEE,
    evidence="verified",
    profiles=_PROFILES,
    limits={"council": COUNCIL, "citizens": CITIZENS},
)
def committee_members_unclear(
    value: GovernanceBody, node: Node, context: Context, *, council: tuple[str, ...], citizens: tuple[str, ...]
) -> Iterator[Hit]:
    """A follow-up committee whose members' sectors do not tell whether both sides sit in it."""
    if _is_committee(node):
        yield from sides_unclear(value, node, context, council, citizens)


@rule("remacto/not-adopted-by-council", "error", source=_ADOPTED, evidence="verified", profiles=_PROFILES)
def not_adopted_by_council(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A programme past consultation of which nothing says that a council adopted it, or is going to."""
    if value.adoptions or not _is_past_consultation(value):
        return
    if value.status is None or value.status.code != "adopted":
        place = (*node.path, "adoptions")
        yield Hit(place, {}, depends=(place, (*node.path, "status")))


@rule("remacto/adoption-undated", "info", source=_ADOPTED, evidence="inferred", profiles=_PROFILES)
def adoption_undated(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A programme that was adopted, and no date of it is stated."""
    if not REMACTO.follows(value):
        return
    if not value.adoptions and value.status and value.status.code == "adopted":
        place = (*node.path, "adoptions")
        yield Hit(place, {}, depends=(place,))
    for position, adoption in enumerate(value.adoptions):
        if adoption.date is None and adoption.planned is None:
            place = (*node.path, "adoptions", position)
            yield Hit((*place, "date"), {}, depends=(place,))


@rule("remacto/adoption-overdue", "warning", source=_ADOPTED, evidence="inferred", profiles=_PROFILES)
def adoption_overdue(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """The time at which a council was going to adopt the programme has passed, and nothing says that it did."""
    if not REMACTO.follows(value) or (value.status and value.status.code == "abandoned"):
        return
    for position, adoption in enumerate(value.adoptions):
        if adoption.date is None and adoption.planned is not None and adoption.planned.latest < context.today:
            place = (*node.path, "adoptions", position)
            params = {"date": adoption.planned, "today": context.today.isoformat()}
            yield Hit((*place, "planned"), {**params}, depends=(place,))


@rule("remacto/council-without-adoption", "warning", source=_ADOPTED, evidence="inferred", profiles=_PROFILES)
def council_without_adoption(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A programme of several collectivities, of which the councils of some only adopted it."""
    if not value.adoptions or not _is_past_consultation(value):
        return
    if all(adoption.collectivity is not None for adoption in value.adoptions):
        adopted = {adoption.collectivity for adoption in value.adoptions}
        if without := [identifier for identifier in value.collectivities if identifier not in adopted]:
            place = (*node.path, "adoptions")
            names = tuple(name_of(Party(collectivity=identifier), identifier, context) for identifier in without)
            yield Hit(place, {"collectivities": names}, depends=(place,))


@rule(
    "remacto/consultation-after-adoption",
    "warning",
    source=f"{METHOD}: steps 3 and 5 come before step 7",
    evidence="inferred",
    profiles=_PROFILES,
)
def consultation_after_adoption(value: Workshop, node: Node, context: Context) -> Iterator[Hit]:
    """A workshop that prepares a programme, held after all its councils had adopted it."""
    if value.date is None or value.round not in ("co_creation", "second_consultation"):
        return
    for identifier in value.plans:
        plan = context.index.find(identifier, ActionPlan)
        if plan is None or not plan.adoptions or not REMACTO.follows(plan):
            continue
        if all(adoption.date is not None and value.date > adoption.date for adoption in plan.adoptions):
            adopted = max((one.date for one in plan.adoptions if one.date), key=lambda date: date.latest)
            params = {"date": value.date, "adopted": adopted}
            yield Hit((*node.path, "date"), {**params}, depends=(identifier,))
