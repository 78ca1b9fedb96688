"""Family ogp-local, assessments: which are late, and which are missing though their deadline has passed.

Deadlines are counted from the last day that a date can mean, so that only what is certainly late is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from opengov_local.finding import Parameter
from opengov_local.model import ActionPlan, Assessment, Commitment, PartialDate
from opengov_local.model.walk import Node
from opengov_local.validation.rules.following import OGP_LOCAL
from opengov_local.validation.rules.mentions import assessments_of
from opengov_local.validation.rules.months import months_after
from opengov_local.validation.rules.ogp_local_dates import handed_in
from opengov_local.validation.rules.register import Context, Hit, Limit, rule

_INCEPTION = "OGP Local Handbook 3.5.1: inception assessment"
_END = "OGP Local Handbook 3.5.2 and its form: end-of-commitment assessment"
_PROFILES = ("ogp-local",)

TWO_MONTHS = Limit(2, "months", "2026-11-23", f"{_INCEPTION}, within two months after submission", "verified")
ONE_MONTH = Limit(1, "months", "2026-11-23", f"{_END}, one month after the commitment is done", "verified")


class _Verdict(NamedTuple):
    """What is wrong with the assessments of an object by an instrument: one of the two, or nothing."""

    late: Hit | None = None
    missing: Hit | None = None


def _judged(made: list[tuple[int, Assessment]], since: PartialDate, months: int, node: Node, today: date) -> _Verdict:
    """Judges when assessments were made: the first in time is enough, and one without a date may be in time."""
    due = months_after(since.latest, months)
    if not made:
        missing: dict[str, Parameter] = {"since": since, "due": due.isoformat(), "today": today.isoformat()}
        depends = (("assessments",), (*node.path, "submissions"))
        return _Verdict(missing=Hit(node.path, missing, depends=depends) if today > due else None)
    dated = [(one.date, position) for position, one in made if one.date is not None]
    if len(dated) < len(made) or any(moment.earliest <= due for moment, _ in dated):
        return _Verdict()
    first, position = min(dated, key=lambda one: one[0].earliest)
    late: dict[str, Parameter] = {"date": first, "since": since, "due": due.isoformat()}
    return _Verdict(late=Hit(("assessments", position, "date"), late, depends=(("assessments",),)))


def _inception(value: ActionPlan, node: Node, context: Context, months: int) -> _Verdict:
    submitted = handed_in(value)
    if submitted is None or not OGP_LOCAL.follows(value):
        return _Verdict()
    held: list[ActionPlan | Commitment] = [value, *value.commitments]
    made = [one for each in held for one in assessments_of(each, "ogp_local_inception", context)]
    return _judged(made, submitted, months, node, context.today)


@rule(
    "ogp-local/inception-late",
    "error",
    source=_INCEPTION,
    evidence="verified",
    profiles=_PROFILES,
    limits={"months": TWO_MONTHS},
)
def inception_late(value: ActionPlan, node: Node, context: Context, *, months: int) -> Iterator[Hit]:
    """An inception assessment that was certainly made after its deadline."""
    if hit := _inception(value, node, context, months).late:
        yield hit


@rule(
    "ogp-local/inception-missing",
    "warning",
    source=_INCEPTION,
    evidence="verified",
    profiles=_PROFILES,
    limits={"months": TWO_MONTHS},
)
def inception_missing(value: ActionPlan, node: Node, context: Context, *, months: int) -> Iterator[Hit]:
    """The deadline of the inception assessment has passed, and the package holds none; it may exist elsewhere."""
    if hit := _inception(value, node, context, months).missing:
        yield hit


def _end_of_commitment(value: Commitment, node: Node, context: Context, months: int) -> _Verdict:
    if value.completed_on is None or not OGP_LOCAL.governs(node):
        return _Verdict()
    made = assessments_of(value, "ogp_local_end_of_commitment", context)
    return _judged(made, value.completed_on, months, node, context.today)


@rule(
    "ogp-local/end-of-commitment-late",
    "error",
    source=_END,
    evidence="verified",
    profiles=_PROFILES,
    limits={"months": ONE_MONTH},
)
def end_of_commitment_late(value: Commitment, node: Node, context: Context, *, months: int) -> Iterator[Hit]:
    """An end-of-commitment assessment that was certainly made after its deadline."""
    if hit := _end_of_commitment(value, node, context, months).late:
        yield hit


@rule(
    "ogp-local/end-of-commitment-missing",
    "warning",
    source=_END,
    evidence="verified",
    profiles=_PROFILES,
    limits={"months": ONE_MONTH},
)
def end_of_commitment_missing(value: Commitment, node: Node, context: Context, *, months: int) -> Iterator[Hit]:
    """The deadline after a commitment was done has passed, and the package holds no assessment of it."""
    if hit := _end_of_commitment(value, node, context, months).missing:
        yield hit


@rule(
    "ogp-local/final-learning-missing",
    "info",
    source="OGP Local key materials: final learning exercise (its deadline was not found)",
    evidence="verified",
    profiles=_PROFILES,
)
def final_learning_missing(value: ActionPlan, node: Node, context: Context) -> Iterator[Hit]:
    """A plan that has ended, and the package holds no final learning exercise."""
    end = value.period.end if value.period else None
    if end is None or end.latest >= context.today or not OGP_LOCAL.follows(value):
        return
    if not assessments_of(value, "ogp_local_final_learning", context):
        yield Hit(node.path, {"date": end}, depends=(("assessments",),))
