"""What the package says to the questions of an assessment, so that the evaluator need not look it up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from opengov_local.formats.paper.answers import counted, days, values
from opengov_local.formats.paper.composing import MEETINGS
from opengov_local.formats.paper.content import Line, Lines, Phrase, itemized
from opengov_local.formats.paper.naming import all_named
from opengov_local.formats.paper.sayings import say
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.commitment import Commitment
from opengov_local.model.contribution import UNDECIDED
from opengov_local.model.plan import ActionPlan
from opengov_local.model.workshop import Workshop, contributions_of

_DONE: Final = "completed"
_AFTER: Final = "follow_up"
"""The kind of workshops at which the plan is being carried out: what is brought there did not shape it."""
OF_PLANS: Final = ("forums", "endorsements", "website", "website_updated")
"""The fields of a plan that say something to the questions."""
OF_COMMITMENTS: Final = ("milestones", "ogp_values", "continues", "expected_results", "completion", "status")
"""The fields of a commitment that do."""
_REASONS: Final = {
    "local_disclosure": "access_to_information",
    "local_participation": "civic_participation",
    "local_accountability": "public_accountability",
}
"""Criterion of the end-of-commitment form → the OGP value whose reason bears on it."""


def of_plan(scribe: Scribe, plan: ActionPlan) -> Mapping[str, Lines]:
    """Gives what a plan says to the questions about its co-creation, by criterion."""
    forums = itemized((Line(scribe.name(forum.name)),) for forum in plan.forums)
    seats = itemized(say(seat, scribe) for forum in plan.forums for seat in forum.seats)
    site = [*say(plan.website, scribe), *say(plan.website_updated, scribe)]
    return {
        "forum_exists": forums,
        "forum_multi_stakeholder": seats,
        "endorsement": itemized(say(each, scribe) for each in plan.endorsements),
        "website_updated": (Line(scribe.listed(tuple(site))),) if site else (),
        "information_before_meetings": itemized(say(forum.meetings, scribe) for forum in plan.forums),
    }


def of_practices(scribe: Scribe, plan: ActionPlan, workshops: Sequence[Workshop]) -> Mapping[str, Lines]:
    """Gives what a plan says to the practices that are recommended in its co-creation, by the name of the practice.

    A meeting that names no plan is none that the plan speaks of. What follows a plan up is no part of its co-creation.
    """
    workshops = [each for each in workshops if _AFTER not in (each.kind, each.round)]
    met = itemized(
        (Line(scribe.listed((*days(scribe, each), Line(scribe.name(each.title))))),)
        for each in workshops
        if each.title and each.plans and each.kind in MEETINGS
    )
    brought = [one for each in workshops for one in contributions_of(each)]
    answered = [one.disposition for one in brought if one.disposition and one.disposition.status not in UNDECIDED]
    reasoned = sum(1 for each in answered if each.reason)
    total = len(brought)
    parts = (("answered", len(answered)), ("reasoned", reasoned)) if answered else ()
    return {
        "website": say(plan.website, scribe),
        "ground_rules": itemized(say(forum.rules, scribe) for forum in plan.forums),
        "open_meetings": met,
        "inputs": counted(scribe, scribe.plain(str(total))) if total else (),
        "reasoned_response": itemized(
            _recorded(scribe, key, scribe.words("mark.of", count=count, total=total)) for key, count in parts
        ),
    }


def _recorded(scribe: Scribe, key: str, number: Phrase) -> Lines:
    """Says how many contributions there are of a sort, and that they were counted here."""
    return scribe.labelled(f"contributions.{key}", counted(scribe, number))


def of_commitment(scribe: Scribe, commitment: Commitment) -> Mapping[str, Lines]:
    """Gives what a commitment says to the questions about it, by criterion."""
    steps = commitment.milestones
    outputs = itemized((Line(scribe.name(step.deliverable)),) for step in steps if step.deliverable)
    why = {each.value: say(each.why, scribe) for each in commitment.ogp_values}
    return {
        "local_verifiability": outputs,
        "local_relevance": values(scribe, commitment),
        "local_continuity": all_named(scribe, commitment.continues),
        "local_potential_for_results": say(commitment.expected_results, scribe),
        "local_completion": (*say(commitment.completion or commitment.status, scribe), *done(scribe, commitment)),
        **{criterion: why.get(value, ()) for criterion, value in _REASONS.items()},
    }


def done(scribe: Scribe, commitment: Commitment, *, named: bool = True) -> Lines:
    """Counts the milestones that are said to be completed, and those of which nothing is said.

    Nothing is counted where no milestone says how far it is.

    Args:
        scribe: who writes.
        commitment: the commitment.
        named: whether it is said what is counted.
    """
    codes = [status.code for step in commitment.milestones if (status := step.status)]
    if not codes:
        return ()
    said = (_DONE, codes.count(_DONE), len(commitment.milestones), len(codes), named)
    return scribe.once.get(said) or scribe.once.setdefault(said, _counts(scribe, *said[1:]))


def _counts(scribe: Scribe, completed: int, total: int, told: int, named: bool) -> Lines:
    unsaid = {"unsaid": total - told} if total > told else {}
    number = scribe.words("learning.of_some" if unsaid else "mark.of", count=completed, total=total, **unsaid)
    return (Line((scribe.words("learning.milestones"), scribe.words("mark.colon"), number) if named else (number,)),)
