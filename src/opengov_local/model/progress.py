"""Progress updates: what was reported about a plan, commitment or milestone for a period."""

from __future__ import annotations

from pydantic import Field

from opengov_local.model.base import Many, Opt, many, opt
from opengov_local.model.citation import Attachment
from opengov_local.model.dates import PartialDate, Period
from opengov_local.model.identity import CollectivityRef, Identified, UpdateTarget
from opengov_local.model.indicator import Measurement
from opengov_local.model.party import Party
from opengov_local.model.scalars import Percent
from opengov_local.model.status import Status
from opengov_local.model.text import LocalizedText


class ProgressUpdate(Identified):
    """A report on how far something is (suivi · تتبع)."""

    concept = "update"

    target: UpdateTarget = Field(
        description="Id of the plan, axis, commitment, milestone or indicator.", examples=["ma-hcp-02:c-1"]
    )
    period: Opt[Period] = opt("The reporting period.")
    date: Opt[PartialDate] = opt("When it was reported.", example="2025-01-15")
    collectivities: Many[CollectivityRef] = many("The collectivities it concerns; absent means all of the plan.")
    status: Opt[Status] = opt("State at the end of the period.")
    progress: Opt[Percent] = opt("How much is done; absent when nothing was entered, which is not 0.")
    value: Opt[Measurement] = opt("The value of the indicator it speaks of.")
    text: Opt[LocalizedText] = opt("What was done.")
    challenges: Opt[LocalizedText] = opt("What stands in the way; needed when little or nothing moved.")
    next_steps: Opt[LocalizedText] = opt("What comes next.")
    evidence: Many[Attachment] = many("What proves it.")
    by: Opt[Party] = opt("Who reports.")
