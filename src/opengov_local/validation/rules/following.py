"""Which plans the rules of a framework look at: those that follow it, or were submitted to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from opengov_local.finding import Severity
from opengov_local.model import ActionPlan, PartialDate, Submission
from opengov_local.model.base import Model
from opengov_local.model.walk import Node
from opengov_local.validation.blanks import readable
from opengov_local.validation.rules.register import Evidence, Hit, Limit, rule


class Framework(NamedTuple):
    """A framework whose rules are asked for with a profile.

    Attributes:
        code: its code in the list framework.
        network: the code of the list network that makes a plan submitted to it one of its own; None where none does.
        submitted_to: codes of that list under which its plans are submitted.
        profile: the profile that its rules belong to.
        since: the year since when its rules are in force: older plans are passed over.
    """

    code: str
    network: str | None
    submitted_to: tuple[str, ...]
    profile: str
    since: Limit | None = None

    def follows(self, plan: ActionPlan) -> bool:
        """Tells whether the rules look at a plan: one of the framework, and not older than its rules."""
        return self.claims(plan) and not self.is_older(plan)

    def claims(self, plan: ActionPlan) -> bool:
        """Tells whether a plan says that it follows the framework, or that it was submitted to it."""
        if plan.framework == self.code:
            return True
        return self.network is not None and any(one.to == self.network for one in plan.submissions)

    def governs(self, node: Node) -> bool:
        """Tells whether an object is, or lies in, a plan of the framework."""
        plan = node.value if node.kind is ActionPlan else node.above(ActionPlan)
        return plan is not None and self.follows(plan)

    def submitted(self, plan: ActionPlan) -> list[PartialDate | None]:
        """Gives the dates at which a plan was submitted, None for a submission without a date."""
        return self._dated(plan, plan.submissions)

    def _dated(self, plan: ActionPlan, submissions: Iterable[Submission]) -> list[PartialDate | None]:
        meant = (None, *self.submitted_to) if plan.framework == self.code else (self.network,)
        return [one.date for one in submissions if one.to in meant]

    def is_older(self, plan: ActionPlan) -> bool:
        """Tells whether a plan certainly began, and was submitted, before the rules of the framework were in force.

        Of a plan whose dates are missing or broken that is not certain: its other faults are not kept back for it.
        """
        if self.since is None or not isinstance(self.since.value, int):
            return False
        plan = readable(plan)
        start = plan.period and readable(plan.period).start
        dates = [date for date in (start, *self._dated(plan, map(readable, plan.submissions))) if date]
        return bool(dates) and max(date.latest.year for date in dates) < self.since.value

    def elsewhere(self, plan: ActionPlan, node: Node) -> Iterator[Hit]:
        """Says of a plan of another framework that the rules pass it over."""
        if not self.claims(plan):
            path = (*node.path, "framework")
            yield Hit(path, {"framework": plan.framework}, depends=((*node.path, "submissions"),))

    def earlier(self, plan: ActionPlan, node: Node) -> Iterator[Hit]:
        """Says of a plan that is older than the rules that they pass it over."""
        if self.claims(plan) and self.is_older(plan) and self.since is not None:
            period, submissions = (*node.path, "period"), (*node.path, "submissions")
            dates = [(*submissions, at, "date") for at in range(len(plan.submissions))]
            depends = (submissions, *dates, period, (*period, "start"))
            yield Hit(period, {"since": str(self.since.value)}, depends=depends)


_HANDBOOK = Limit(2020, "year", "2026-11-23", "members of the present OGP Local joined from 2020 on", "verified")
_TEMPLATE = Limit(
    2022,
    "year",
    "2026-11-23",
    "OGP's commitments file: the template's questions begin in 2022",
    "verified",
)

REMACTO = Framework("remacto", "remacto", ("remacto",), "remacto")
OGP_LOCAL = Framework("ogp_local", "ogp_local", ("ogp_local", "ogp"), "ogp-local", _HANDBOOK)
OGP_NATIONAL = Framework("ogp_national", None, ("ogp",), "ogp-national-2022", _TEMPLATE)


def unanswered(
    framework: Framework,
    concept: type[Model],
    code: str,
    field: str,
    *,
    source: str,
    evidence: Evidence,
    severity: Severity = "warning",
) -> None:
    """Registers a rule that speaks where a field of the plans of a framework holds nothing.

    Args:
        framework: whose plans, with all that lies in them, are looked at.
        concept: the kind of object that has the field.
        code: code of the rule.
        field: the field.
        source: where it is asked for.
        evidence: how sure that is.
        severity: error only for what must be there.
    """

    def check(value: Model, node: Node, context: object) -> Iterator[Hit]:
        if not getattr(value, field) and framework.governs(node):
            place = (*node.path, field)
            yield Hit(place, {}, depends=(place,))

    check.__doc__ = f"Nothing stands in `{field}`."
    rule(code, severity, source=source, evidence=evidence, concepts=(concept,), profiles=(framework.profile,))(check)
