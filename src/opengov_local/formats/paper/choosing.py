"""Which commitments a document with one sheet for each of them is about."""

from __future__ import annotations

from opengov_local.errors import OptionError, TargetError
from opengov_local.formats.whole import plans_of
from opengov_local.model.commitment import Commitment
from opengov_local.model.package import Package
from opengov_local.model.plan import ActionPlan

Chosen = list[tuple[ActionPlan, Commitment]]


def commitments_of(package: Package, plan: str | None, wanted: str | None) -> Chosen:
    """Gives the commitments that a document is about, each with its plan.

    Args:
        package: the package.
        plan: id of the one plan whose commitments are wanted; None for all plans.
        wanted: id of the one commitment that is wanted; None for all.

    Raises:
        OptionError: the package has no such plan, or the plans have no such commitment.
        TargetError: the package has no plan, or the plans have no commitment at all.
    """
    there = [(each, commitment) for each in plans_of(package, plan) for commitment in each.commitments]
    if not there:
        raise TargetError("tool/no-commitment")
    if wanted is None:
        return there
    found = [(each, it) for each, it in there if wanted in (it.id, *it.former_ids)]
    if not found:
        raise OptionError("tool/unknown-commitment", name=wanted, known=tuple(it.id for _, it in there))
    return found[:1]
