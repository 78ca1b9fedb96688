"""OGP Local's assessment forms of a package, in one language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from opengov_local.finding import Finding
from opengov_local.formats.ogp_assessments import facts, sheets
from opengov_local.formats.ogp_assessments.filed import Filed
from opengov_local.formats.ogp_assessments.heads import SHOWN
from opengov_local.formats.ogp_assessments.wording import labels
from opengov_local.formats.paper.choosing import commitments_of
from opengov_local.formats.paper.composing import Composed, Composer, one_by_one, paper_of
from opengov_local.formats.paper.content import Sheet
from opengov_local.formats.paper.leaving_out import fields_left_out, parts_left_out
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.whole import plans_of
from opengov_local.model.assessment import Assessment
from opengov_local.model.base import Model
from opengov_local.model.commitment import Commitment
from opengov_local.model.index import Index
from opengov_local.model.package import Package
from opengov_local.model.plan import ActionPlan

END: Final = "ogp_local_end_of_commitment"
_SHOWN: Final[dict[type[Model], frozenset[str]]] = {
    ActionPlan: frozenset({"title", "collectivities", "monitoring_bodies", "commitments", *facts.OF_PLANS}),
    Commitment: frozenset({"title", "action", "problem", "identifiers", "number", *facts.OF_COMMITMENTS}),
}
"""The fields of plans and commitments that the forms show, by concept."""
Made = tuple[list[Sheet], Callable[[Assessment], bool]]
"""The sheets of a form, and what tells of an assessment whether they show it."""


@dataclass(frozen=True, slots=True)
class AssessmentForm:
    """Makes the assessment forms of one instrument.

    Attributes:
        instrument: its code.
        sheets: makes the sheets for the plan, and for the commitment, with the ids that are wanted.
        notes: keys of what to know about the instrument.
    """

    instrument: str
    sheets: Callable[..., Made]
    notes: tuple[str, ...] = ()

    def __call__(self, scribe: Scribe, package: Package, plan: str | None = None, **wanted: str | None) -> Composed:
        """Makes the forms of a package, of the plan with an id, or of what else is wanted by its id."""
        made, shows = self.sheets(scribe, package, plan, **wanted)
        notices = tuple(map(scribe.label, (*self.notes, "note.says", "note.unofficial")))
        paper, findings = paper_of(scribe, package, made, "OGP Local", notices)
        return paper, (*findings, *_not_in_form(scribe.index, self.instrument, shows))


def _not_in_form(index: Index, instrument: str, shows: Callable[[Assessment], bool]) -> tuple[Finding, ...]:
    """Gives what the form has no place for; of a plan only how much it says that no assessment asks for."""
    package: Package = index.survey.root

    def shown(each: Assessment) -> bool:
        return each.instrument == instrument and shows(each)

    objects = [each for plan in package.plans for each in (plan, *plan.commitments)]
    beyond = sum(int(str(it.params["count"])) for it in fields_left_out(objects, _SHOWN))
    return (
        *fields_left_out([each for each in package.assessments if shown(each)], {Assessment: SHOWN}),
        *parts_left_out(index, shown, ("workshops", len(package.workshops)), ("plan_details", beyond)),
    )


def _inception(scribe: Scribe, package: Package, plan: str | None) -> Made:
    filed = Filed(package.assessments, "ogp_local_inception")
    plans = one_by_one(scribe, plans_of(package, plan))
    return [sheets.inception(scribe, f"plan_{number}", package, each, filed) for number, each in plans], filed.shows


def _end(scribe: Scribe, package: Package, plan: str | None, commitment: str | None = None) -> Made:
    filed = Filed(package.assessments, END)
    chosen = enumerate(commitments_of(package, plan, commitment), start=1)
    made = [sheets.end_of_commitment(scribe, f"commitment_{number}", *each, filed) for number, each in chosen]
    return made, filed.shows


def _learning(scribe: Scribe, package: Package, plan: str | None) -> Made:
    filed, ends = Filed(package.assessments, "ogp_local_final_learning"), Filed(package.assessments, END)
    plans = one_by_one(scribe, plans_of(package, plan))
    return [sheets.learning(scribe, f"plan_{number}", each, filed, ends) for number, each in plans], filed.shows


compose_inception: Final = Composer(labels, AssessmentForm("ogp_local_inception", _inception))
"""The inception assessment: one form for each plan."""
compose_end_of_commitment: Final = Composer(labels, AssessmentForm(END, _end, ("note.evidence",)))
"""The end-of-commitment assessment: one form for each commitment."""
compose_learning: Final = Composer(labels, AssessmentForm("ogp_local_final_learning", _learning), brief=True)
"""The final learning exercise: one form for each plan."""
