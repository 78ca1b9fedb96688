"""Which submissions of a plan are those to OGP, which its forms and its spreadsheet speak of."""

from __future__ import annotations

from typing import Final

from opengov_local.model.adoption import Submission
from opengov_local.model.dates import PartialDate
from opengov_local.model.plan import ActionPlan

_OGP: Final = frozenset({"ogp", "ogp_local", None})
"""To whom they go; one that names nobody is taken as such."""


def submitted_to_ogp(plan: ActionPlan) -> list[tuple[PartialDate, Submission]]:
    """Gives the submissions of a plan to OGP that say when, each with its date."""
    return [(each.date, each) for each in plan.submissions if each.date and each.to in _OGP]
