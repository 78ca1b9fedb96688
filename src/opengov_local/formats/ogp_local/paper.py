"""The OGP Local form of all plans of a package, in one language."""

from __future__ import annotations

from typing import Final

from opengov_local.formats.ogp_local.commitment_form import INCEPTION, commitment_sheet
from opengov_local.formats.ogp_local.cover import cover_sheet
from opengov_local.formats.ogp_local.plan_form import plan_sheet
from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.paper.composing import Composed, Composer, one_by_one, paper_of
from opengov_local.formats.paper.content import Sheet
from opengov_local.formats.paper.leaving_out import parts_left_out
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.whole import plans_of
from opengov_local.model.package import Package
from opengov_local.model.plan import ActionPlan


def _form(scribe: Scribe, package: Package, plan: str | None = None) -> Composed:
    """Makes the forms of all plans of a package, or of the one with an id."""
    sheets = [
        sheet
        for number, each in one_by_one(scribe, plans_of(package, plan))
        for sheet in _sheets(scribe, package, each, f"plan_{number}")
    ]
    paper, findings = paper_of(scribe, package, sheets, "OGP Local", (scribe.label("note.unofficial"),))
    return paper, (*findings, *parts_left_out(scribe.index, lambda each: each.instrument == INCEPTION))


def _sheets(scribe: Scribe, package: Package, plan: ActionPlan, anchor: str) -> tuple[Sheet, ...]:
    anchors = [f"{anchor}_commitment_{number}" for number in range(1, len(plan.commitments) + 1)]
    return (
        cover_sheet(scribe, f"{anchor}_cover", plan),
        plan_sheet(scribe, anchor, package, plan, anchors),
        *(
            commitment_sheet(scribe, place, plan, commitment)
            for place, commitment in zip(anchors, plan.commitments, strict=True)
        ),
    )


compose: Final = Composer(labels, _form)
"""The OGP Local form."""
