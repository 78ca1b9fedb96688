"""OGP's national commitment forms of all commitments of a package, in one language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from opengov_local.finding import Finding
from opengov_local.formats.ogp_national import template_2017, template_2022
from opengov_local.formats.ogp_national.wording import labels
from opengov_local.formats.paper.choosing import Chosen, commitments_of
from opengov_local.formats.paper.composing import Composed, Composer, paper_of
from opengov_local.formats.paper.content import Sheet
from opengov_local.formats.paper.leaving_out import fields_left_out, parts_left_out
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.base import Model
from opengov_local.model.commitment import Commitment
from opengov_local.model.index import Index
from opengov_local.model.milestone import Milestone
from opengov_local.model.package import Package
from opengov_local.model.plan import ActionPlan

PLAN: Final = frozenset({"title", "commitments"})
"""The fields of a plan that the forms show."""
Shown = Mapping[type[Model], Collection[str]]
MakeSheet = Callable[[Scribe, str, ActionPlan, Commitment], Sheet]


@dataclass(frozen=True, slots=True)
class NationalForm:
    """Makes the national forms of one year.

    Attributes:
        sheet: makes the form of one commitment of a plan.
        shown: the fields that the form shows, by concept.
        left_out: gives the field of each value of a commitment that the form has no place for.
    """

    sheet: MakeSheet
    shown: Shown
    left_out: Callable[[Commitment], Iterable[str]]

    def __call__(
        self, scribe: Scribe, package: Package, plan: str | None = None, commitment: str | None = None
    ) -> Composed:
        """Makes the forms of all commitments of a package, of those of one plan, or of one."""
        chosen = commitments_of(package, plan, commitment)
        sheets = [self.sheet(scribe, f"commitment_{number}", *each) for number, each in enumerate(chosen, start=1)]
        paper, findings = paper_of(scribe, package, sheets, "OGP National", (scribe.label("note.unofficial"),))
        more = (field for _, it in chosen for field in self.left_out(it))
        return paper, (*findings, *_not_in_form(scribe.index, chosen, self.shown, more))


def _not_in_form(index: Index, chosen: Chosen, shown: Shown, more: Iterable[str]) -> tuple[Finding, ...]:
    """Gives what the form has no place for."""
    package: Package = index.survey.root
    plans = {plan.id: plan for plan, _ in chosen}.values()
    bare = sum(not each.commitments for each in package.plans)
    steps = (step for _, it in chosen for step in it.milestones)
    objects = (*plans, *(it for _, it in chosen), *steps)
    return (
        *fields_left_out(objects, {ActionPlan: PLAN, **shown}, ((Commitment, field) for field in more)),
        *parts_left_out(index, lambda _: False, ("plans", bare), ("workshops", len(package.workshops))),
    )


compose_2017: Final = Composer(
    labels,
    NationalForm(
        template_2017.sheet,
        {Commitment: template_2017.SHOWN, Milestone: template_2017.SHOWN_OF_MILESTONES},
        template_2017.left_out,
    ),
)
"""The commitment template of 2017."""
compose_2022: Final = Composer(
    labels,
    NationalForm(
        template_2022.sheet,
        {Commitment: template_2022.SHOWN, Milestone: template_2022.SHOWN_OF_MILESTONES},
        template_2022.left_out,
    ),
)
"""The commitment template of 2022."""
