"""Family traceability: every missing link from problem to solution, decision, commitment and axis.

These rules look at the plans of every framework: the chain is that of the shared model.
"""

from __future__ import annotations

from collections.abc import Iterator

from opengov_local.model import ActionPlan, Axis, Commitment, Contribution, Milestone, Workshop
from opengov_local.model.base import field_of
from opengov_local.model.contribution import UNDECIDED
from opengov_local.model.walk import Node
from opengov_local.model.workshop import contributions_of
from opengov_local.validation.rules.mentions import all_ids, mentions, same, workshops_of
from opengov_local.validation.rules.register import Context, Hit, rule

_ALL = ("remacto", "ogp-local", "ogp-national-2022", "quality")
_METHOD = "REMACTO, methodology, steps 3 and 4: the follow-up committee turns ideas into openness projects"
_RESPONSE = "OGP participation and co-creation standard 4: reasoned response (its title was read, its text was not)"
_CHAIN = "shared data model: problem, solution, decision with reasons, commitment"

_DECIDED = ("adopted", "submitted", "in_implementation", "completed")


def _taken_up(contribution: Contribution, context: Context) -> bool:
    """Tells whether a contribution became a commitment, as either of the two says."""
    if contribution.disposition and contribution.disposition.commitments:
        return True
    return any(field == "inputs" for field, _ in mentions(contribution, context))


def _answers(contribution: Contribution, context: Context) -> Iterator[Contribution]:
    for field, source in mentions(contribution, context):
        if field == "answers" and (answer := context.index.find(field_of(source, "id", ""), Contribution)):
            yield answer


@rule("traceability/problem-without-solution", "warning", source=_METHOD, evidence="inferred", profiles=_ALL)
def problem_without_solution(value: Contribution, node: Node, context: Context) -> Iterator[Hit]:
    """A problem that no contribution answers, that became no commitment, and that was not turned down or merged."""
    if value.kind != "problem" or (value.disposition and value.disposition.status in ("rejected", "merged")):
        return
    if not _taken_up(value, context) and next(_answers(value, context), None) is None:
        places = ((*node.path, "disposition"),)
        yield Hit((*node.path, "text"), {"id": value.id}, depends=places, unmentioned=all_ids(value))


@rule("traceability/contribution-without-disposition", "warning", source=_RESPONSE, evidence="inferred", profiles=_ALL)
def contribution_without_disposition(value: Contribution, node: Node, context: Context) -> Iterator[Hit]:
    """A solution, proposal, recommendation or question of which nothing says what became of it.

    Problems are left to their solutions (`problem-without-solution`); what became a commitment, and a question that
    was answered, has its response.
    """
    if value.disposition is not None or value.kind == "problem" or _taken_up(value, context):
        return
    if value.kind != "question" or next(_answers(value, context), None) is None:
        place = (*node.path, "disposition")
        yield Hit(place, {"id": value.id}, depends=(place,), unmentioned=all_ids(value))


@rule("traceability/undecided-after-adoption", "warning", source=_RESPONSE, evidence="inferred", profiles=_ALL)
def undecided_after_adoption(value: Contribution, node: Node, context: Context) -> Iterator[Hit]:
    """A contribution still received or under study, although the plan it was meant for is decided."""
    if value.disposition is None or value.disposition.status not in UNDECIDED:
        return
    workshop = node.above(Workshop)
    if workshop is None or not workshop.plans or "follow_up" in (workshop.round, workshop.kind):
        return
    plans = [context.index.find(identifier, ActionPlan) for identifier in workshop.plans]
    if all(plan is not None and plan.status is not None and plan.status.code in _DECIDED for plan in plans):
        yield Hit((*node.path, "disposition", "status"), {"status": value.disposition.status})


@rule("traceability/rejected-without-reason", "warning", source=_RESPONSE, evidence="inferred", profiles=_ALL)
def rejected_without_reason(value: Contribution, node: Node, context: Context) -> Iterator[Hit]:
    """A contribution turned down without a word on why."""
    if value.disposition and value.disposition.status == "rejected" and value.disposition.reason is None:
        place = (*node.path, "disposition", "reason")
        yield Hit(place, {"id": value.id}, depends=(place,))


@rule("traceability/partly-accepted-without-reason", "info", source=_RESPONSE, evidence="inferred", profiles=_ALL)
def partly_accepted_without_reason(value: Contribution, node: Node, context: Context) -> Iterator[Hit]:
    """A contribution accepted in part, and nothing says in which part."""
    if value.disposition and value.disposition.status == "partly_accepted" and value.disposition.reason is None:
        place = (*node.path, "disposition", "reason")
        yield Hit(place, {"id": value.id}, depends=(place,))


@rule("traceability/merged-into-nothing", "warning", source=_CHAIN, profiles=_ALL)
def merged_into_nothing(value: Contribution, node: Node, context: Context) -> Iterator[Hit]:
    """A contribution merged, and neither the other contribution nor a commitment is named."""
    disposition = value.disposition
    if disposition is None or disposition.status != "merged" or disposition.merged_into is not None:
        return
    if not _taken_up(value, context):
        place = (*node.path, "disposition")
        yield Hit((*place, "merged_into"), {"id": value.id}, depends=(place,), unmentioned=all_ids(value))


@rule("traceability/rejected-yet-taken-up", "warning", source=_CHAIN, profiles=_ALL)
def rejected_yet_taken_up(value: Contribution, node: Node, context: Context) -> Iterator[Hit]:
    """A contribution turned down that a commitment nevertheless answers."""
    if value.disposition and value.disposition.status == "rejected" and _taken_up(value, context):
        yield Hit((*node.path, "disposition", "status"), {"id": value.id})


@rule("traceability/accepted-input-without-commitment", "warning", source=_METHOD, evidence="inferred", profiles=_ALL)
def accepted_input_without_commitment(value: Contribution, node: Node, context: Context) -> Iterator[Hit]:
    """A contribution accepted, in whole or in part, that became no commitment, nor did an answer to it."""
    disposition = value.disposition
    if disposition is None or disposition.status not in ("accepted", "partly_accepted") or disposition.merged_into:
        return
    line = (value, *_answers(value, context))
    if not any(_taken_up(one, context) for one in line):
        place = (*node.path, "disposition", "commitments")
        ids = tuple(identifier for one in line for identifier in all_ids(one))
        yield Hit(place, {"id": value.id}, depends=(place,), unmentioned=ids)


@rule("traceability/links-disagree", "info", source=_CHAIN, profiles=_ALL)
def links_disagree(value: Contribution, node: Node, context: Context) -> Iterator[Hit]:
    """Contribution and commitment both say what belongs together, and do not say the same."""
    if value.disposition is None or not value.disposition.commitments:
        return
    said = [same(identifier, context) for identifier in value.disposition.commitments]
    heard = {field_of(source, "id", "") for field, source in mentions(value, context) if field == "inputs"}
    place = (*node.path, "disposition", "commitments")
    for position, identifier in enumerate(said):
        commitment = context.index.find(identifier, Commitment)
        if commitment and commitment.inputs and identifier not in heard:
            yield Hit(
                (*place, position), {"contribution": value.id, "commitment": identifier}, unmentioned=all_ids(value)
            )
    if missing := sorted(heard.difference(said)):
        yield Hit(place, {"contribution": value.id, "commitment": missing[0]}, depends=(place,))


def _with_contributions(context: Context) -> frozenset[str]:
    """Gives the ids of the plans for which contributions are recorded."""
    return frozenset(
        plan.id
        for plan in context.package.plans
        if any(next(contributions_of(workshop), None) for workshop in workshops_of(plan, context))
    )


@rule("traceability/no-contributions", "info", source=_CHAIN, profiles=_ALL)
def no_contributions(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A plan with commitments, and no contribution is recorded that they could answer."""
    if not value.commitments or value.id in context.once(_with_contributions):
        return
    if not any(commitment.inputs for commitment in value.commitments):
        yield Hit((*node.path, "commitments"), {}, depends=(("workshops",),))


@rule("traceability/commitment-without-input", "warning", source=_METHOD, evidence="inferred", profiles=_ALL)
def commitment_without_input(value: Commitment, node: Node, context: Context) -> Iterator[Hit]:
    """A commitment that answers no contribution, in a plan for which contributions are recorded."""
    if value.inputs:
        return
    plan = node.above(ActionPlan)
    if plan is None or plan.id not in context.once(_with_contributions):
        return
    if not any(field == "commitments" for field, _ in mentions(value, context)):
        place = (*node.path, "inputs")
        yield Hit(place, {"id": value.id}, depends=(place,), unmentioned=all_ids(value))


def _used_axes(context: Context) -> frozenset[str]:
    """Gives the ids of the axes on which something lies, and of those above them."""
    used: set[str] = set()
    for plan in context.package.plans:
        parents = {axis.id: axis.parent for axis in plan.axes}
        held: list[Commitment | Milestone] = [*plan.commitments, *plan.activities]
        for identifier in (identifier for one in held for identifier in one.axes):
            here: str | None = same(identifier, context)
            while here is not None and here not in used:
                used.add(here)
                above = parents.get(here)
                here = same(above, context) if above else None
    return frozenset(used)


@rule("traceability/axis-without-commitment", "warning", source=_CHAIN, profiles=_ALL)
def axis_without_commitment(value: Axis, node: Node, context: Context) -> Iterator[Hit]:
    """An axis on which no commitment and no activity lies, nor on a part of it, in a plan that has some."""
    plan = node.above(ActionPlan)
    if plan and (plan.commitments or plan.activities) and value.id not in context.once(_used_axes):
        yield Hit((*node.path, "title"), {"id": value.id}, unmentioned=all_ids(value))
