"""OGP's national commitment forms of all commitments of a package, in one language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

from opengov_local.finding import Finding
from opengov_local.formats.ogp_national import template_2022
from opengov_local.formats.ogp_national.wording import labels
from opengov_local.formats.paper.choosing import Chosen, commitments_of
from opengov_local.formats.paper.composing import Composed, paper_of, scribe_for
from opengov_local.formats.paper.content import Sheet
from opengov_local.formats.paper.leaving_out import fields_left_out, parts_left_out
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.base import Model
from opengov_local.model.commitment import Commitment
from opengov_local.model.milestone import Milestone
from opengov_local.model.package import Package
from opengov_local.model.plan import ActionPlan

PLAN: Final = frozenset({"title", "commitments"})
"""The fields of a plan that the forms show."""
Shown = Mapping[type[Model], Collection[str]]
MakeSheet = Callable[[Scribe, str, ActionPlan, Commitment], Sheet]


def compose_2022(
    package: Package,
    *,
    language: str,
    with_contacts: bool = False,
    plan: str | None = None,
    commitment: str | None = None,
) -> Composed:
    """Puts the forms of 2022 together.

    Args:
        package: the package.
        language: language of the form: en, fr or ar.
        with_contacts: whether private persons and contact details are written too.
        plan: id of the one plan that is wanted; None for all plans of the package.
        commitment: id of the one commitment that is wanted; None for all.

    Returns:
        The paper and what was left out, replaced or shown in another language.

    Raises:
        OptionError: the form is not there in this language, or the package has no such plan or commitment.
        TargetError: the package has no commitment at all.
    """
    scribe = scribe_for(package, language, labels(), with_contacts=with_contacts)
    chosen = commitments_of(package, plan, commitment)
    paper, findings = _drawn_up(scribe, package, chosen, template_2022.sheet)
    shown: Shown = {Commitment: template_2022.SHOWN, Milestone: template_2022.SHOWN_OF_MILESTONES}
    more = [field for _, it in chosen for field in template_2022.left_out(it)]
    return paper, (*findings, *_not_in_form(package, chosen, shown, more))


def _drawn_up(scribe: Scribe, package: Package, chosen: Chosen, make: MakeSheet) -> Composed:
    sheets = [make(scribe, f"commitment_{number}", *each) for number, each in enumerate(chosen, start=1)]
    return paper_of(scribe, package, sheets, "OGP National", (scribe.label("note.unofficial"),))


def _not_in_form(package: Package, chosen: Chosen, shown: Shown, more: Iterable[str]) -> tuple[Finding, ...]:
    """Gives what the form has no place for."""
    plans = {plan.id: plan for plan, _ in chosen}.values()
    bare = sum(not each.commitments for each in package.plans)
    steps = (step for _, it in chosen for step in it.milestones)
    objects = (*plans, *(it for _, it in chosen), *steps)
    return (
        *fields_left_out(objects, {ActionPlan: PLAN, **shown}, ((Commitment, field) for field in more)),
        *parts_left_out(package, lambda _: False, ("plans", bare), ("workshops", len(package.workshops))),
    )
