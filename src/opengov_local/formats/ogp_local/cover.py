"""The first page of a plan: whose plan it is, its title and period, when it was submitted, and room to sign."""

from __future__ import annotations

from typing import Final

from opengov_local.formats.ogp_local.plan_form import submission_dates
from opengov_local.formats.paper.answers import boundary
from opengov_local.formats.paper.content import Box, Line, Part, Sheet, Signatures
from opengov_local.formats.paper.questions import Question, asked, field
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.paper.whose import of_whom, whose
from opengov_local.model.plan import ActionPlan

COVER: Final[tuple[Question[ActionPlan], ...]] = (
    of_whom("plan.collectivities"),
    field("plan.title"),
    boundary("start"),
    boundary("end"),
    Question("plan.date_submitted", submission_dates, ("submissions",)),
    field("plan.leads"),
)


def cover_sheet(scribe: Scribe, anchor: str, plan: ActionPlan) -> Sheet:
    """Makes the first page of a plan; what it says stands in the form of the plan again."""
    signed = Signatures("part.signatures", _boxes(scribe, plan))
    parts = (
        asked(scribe, "part.cover", plan, COVER),
        Part("part.signatures", scribe.label("part.signatures"), (signed,)),
    )
    of = Line(scribe.listed(whose(scribe, plan.collectivities)))
    return Sheet(anchor, scribe.label("form.cover"), Line(scribe.name(plan.title)), of, parts)


def _boxes(scribe: Scribe, plan: ActionPlan) -> tuple[Box, ...]:
    """Gives a box for each council, and one for those who endorse the plan before it is submitted."""
    blanks = tuple(scribe.label(f"sign.{key}") for key in ("name", "place", "signature"))
    names = whose(scribe, plan.collectivities) or (Line(()),)
    councils = (Box(scribe.label("sign.president"), Line(each.phrases), blanks) for each in names)
    return (*councils, Box(scribe.label("sign.stakeholders"), Line(()), blanks))
