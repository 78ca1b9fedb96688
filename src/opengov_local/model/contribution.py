"""Contributions: what people brought, and what became of it."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

from opengov_local.model.base import Many, Model, Opt, many, opt
from opengov_local.model.codelist import OpenList
from opengov_local.model.codes import ContributionKind, DispositionCode
from opengov_local.model.dates import PartialDate
from opengov_local.model.identity import AxisRef, CommitmentRef, ContributionRef, Identified
from opengov_local.model.party import Party
from opengov_local.model.scalars import Code, Count, Number
from opengov_local.model.text import LocalizedText

UNDECIDED: Final = ("received", "under_study")
"""What of the list disposition is no decision yet, and so no response."""


class Disposition(Model):
    """The reasoned response: what became of a contribution, and why."""

    status: DispositionCode = Field(
        description="What became of it, as a code of the closed list disposition.", examples=["accepted"]
    )
    reason: Opt[LocalizedText] = opt("Why.", source="OGP National Handbook, Standard 4: reasoned response")
    date: Opt[PartialDate] = opt("When it was decided.", example="2023-05-11")
    by: Opt[Party] = opt("Who decided.")
    commitments: Many[CommitmentRef] = many("The commitments it became.")
    merged_into: Opt[ContributionRef] = opt("The contribution it was merged into.")


class Contribution(Identified):
    """A problem, solution, proposal or recommendation (إشكالية، حل، مقترح، توصية)."""

    concept = "contribution"

    number: Opt[Number] = opt("Its number, as printed.", example="12")
    kind: ContributionKind = Field(
        description="What it is, as a code of the closed list contribution_kind.", examples=["proposal"]
    )
    text: LocalizedText = Field(description="What was said.", examples=[{"fr": "Créer un bureau du citoyen"}])
    author: Opt[Party] = opt("Who or which group it comes from.")
    axis: Opt[AxisRef] = opt("The axis it speaks to.")
    answers: Many[ContributionRef] = many("The contributions it answers: a solution answers a problem.")
    channel: Opt[Annotated[Code, OpenList("workshop_kind")]] = opt("How it came in.", example="online_consultation")
    date: Opt[PartialDate] = opt("When it came in.", example="2023-03-28")
    supporters: Opt[Count] = opt("How many supported it; absent when nobody counted.")
    disposition: Opt[Disposition] = opt("What became of it.")
