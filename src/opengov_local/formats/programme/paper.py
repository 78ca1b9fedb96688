"""The programme of all plans of a package, in one language."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from opengov_local.formats.paper.composing import (
    Composed,
    Composer,
    one_by_one,
    paper_of,
    with_contents,
    workshops_of,
)
from opengov_local.formats.paper.content import Sheet
from opengov_local.formats.paper.leaving_out import fields_left_out, parts_left_out
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.programme import activities, following, presentation, projects
from opengov_local.formats.programme.following import following_parts
from opengov_local.formats.programme.presentation import chapter, cover, document_kind, presentation_sheet
from opengov_local.formats.programme.projects import axis_parts
from opengov_local.formats.programme.wording import labels
from opengov_local.formats.whole import plans_of
from opengov_local.model.base import Model
from opengov_local.model.commitment import Commitment
from opengov_local.model.milestone import Milestone
from opengov_local.model.package import Package
from opengov_local.model.party import GovernanceBody
from opengov_local.model.plan import ActionPlan

_SHOWN: Final[dict[type[Model], set[str]]] = {
    ActionPlan: {"title", "axes", "commitments", "activities", *presentation.SHOWN, *following.SHOWN},
    Commitment: projects.SHOWN,
    Milestone: activities.SHOWN,
    GovernanceBody: following.BODY_SHOWN,
}
"""The fields that the programme shows, by concept."""


def _programme(scribe: Scribe, package: Package, plan: str | None = None) -> Composed:
    """Makes the programme of all plans of a package, or of the one with an id."""
    plans = plans_of(package, plan)
    sheets = [
        sheet
        for number, each in one_by_one(scribe, plans)
        for sheet in _sheets(scribe, package, each, f"plan_{number}", str(number) if len(plans) > 1 else "")
    ]
    subject = ", ".join(dict.fromkeys(document_kind(scribe, each) for each in plans))
    paper, findings = paper_of(scribe, package, sheets, subject, (scribe.label("note.only_stated"),))
    shown = [node.value for each in plans for node in scribe.index.within(each)]
    return paper, (
        *findings,
        *fields_left_out(shown, _SHOWN),
        *parts_left_out(scribe.index, lambda _: False, ("workshop_details", len(package.workshops))),
    )


def _sheets(scribe: Scribe, package: Package, plan: ActionPlan, anchor: str, number: str) -> tuple[Sheet, ...]:
    """Makes the sheets of one plan: activities lie on their side; without any, all is one chapter.

    Args:
        scribe: who writes them.
        package: the package of the plan.
        plan: the plan.
        anchor: what their names inside the document begin with.
        number: number of the plan where the document has several; else "".
    """
    first = presentation_sheet(scribe, f"{anchor}_presentation", plan, workshops_of(package, plan))
    axes, last = axis_parts(scribe, plan), following_parts(scribe, plan)
    if plan.activities or any(each.milestones for each in plan.commitments):
        middle = replace(chapter(scribe, f"{anchor}_projects", "sheet.projects", plan, axes), layout="wide")
        sheets: tuple[Sheet, ...] = (
            first,
            middle,
            chapter(scribe, f"{anchor}_adoption", "sheet.adoption", plan, last),
        )
    else:
        sheets = (replace(first, parts=(*first.parts, *axes, *last)),)
    whose = f"{number} · {first.subtitle.text}" if number else ""
    return (cover(scribe, anchor, plan), *with_contents(scribe, sheets, whose))


compose: Final = Composer(labels, _programme)
"""The programme."""
