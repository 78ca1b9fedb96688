"""The OGP Local form of all plans of a package, in one language."""

from __future__ import annotations

from collections.abc import Sequence

from opengov_local.formats.ogp_local.commitment_form import INCEPTION, commitment_sheet
from opengov_local.formats.ogp_local.cover import cover_sheet
from opengov_local.formats.ogp_local.plan_form import plan_sheet
from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.paper.composing import Composed, one_by_one, paper_of, plans_of, scribe_for
from opengov_local.formats.paper.content import Sheet
from opengov_local.formats.paper.leaving_out import parts_left_out
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.node import Path
from opengov_local.model.package import Package
from opengov_local.model.plan import ActionPlan


def compose(
    package: Package,
    *,
    language: str,
    with_contacts: bool = False,
    unusable: Sequence[Path] = (),
    plan: str | None = None,
) -> Composed:
    """Puts the forms of a package together.

    Args:
        package: the package.
        language: language of the form: en, fr or ar.
        with_contacts: whether private persons and contact details are written too.
        unusable: the places of what could not be used of the package, where it is a draft.
        plan: id of the one plan that is wanted; None for all plans of the package.

    Returns:
        The paper and what was left out, replaced or shown in another language.

    Raises:
        OptionError: the form is not there in this language, or the package has no such plan.
        TargetError: the package has no plan at all.
    """
    scribe = scribe_for(package, language, labels(), with_contacts=with_contacts, unusable=unusable)
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
