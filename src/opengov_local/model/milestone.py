"""Milestones, which the network calls activities."""

from __future__ import annotations

from pydantic import Field

from opengov_local.model.base import Many, Opt, many, opt
from opengov_local.model.citation import Attachment
from opengov_local.model.dates import PartialDate
from opengov_local.model.identity import AxisRef, CollectivityRef, Identified
from opengov_local.model.indicator import Indicator
from opengov_local.model.money import BudgetLine, Resource
from opengov_local.model.party import Party
from opengov_local.model.scalars import Number, Percent
from opengov_local.model.status import Status
from opengov_local.model.text import LocalizedText


class Milestone(Identified):
    """A step of a commitment that can be seen to be done (jalon, activité · نشاط)."""

    concept = "milestone"

    number: Opt[Number] = opt("Its number in the plan, as printed.", example="1.2")
    title: LocalizedText = Field(description="What will be done.", examples=[{"fr": "Mettre en ligne le portail"}])
    description: Opt[LocalizedText] = opt("More about it.")
    deliverable: Opt[LocalizedText] = opt(
        "What will be there to see when it is done.",
        source="OGP commitment template 2022: Expected Outputs; 2017: verifiable deliverable",
    )
    start: Opt[PartialDate] = opt("When it begins.", example="2025-07")
    due: Opt[PartialDate] = opt(
        "When it should be done.",
        example="2025-12",
        source="OGP commitment template 2022: Expected Completion Date",
    )
    schedule: Opt[LocalizedText] = opt(
        "Its dates as the source writes them, when they are no plain dates.",
        example={"fr": "à partir du printemps 2025"},
    )
    leads: Many[Party] = many("Who is responsible.", source="OGP commitment template 2022: Stakeholders, lead")
    supporting: Many[Party] = many("Who supports.", source="OGP commitment template 2022: Stakeholders, supporting")
    collectivities: Many[CollectivityRef] = many("The collectivities it concerns; absent means all of the plan.")
    axes: Many[AxisRef] = many("Axes of an activity that belongs to no project.")
    status: Opt[Status] = opt("How far it is, as declared.")
    progress: Opt[Percent] = opt("How much of it is done; absent when nothing was entered, which is not 0.")
    completed_on: Opt[PartialDate] = opt("When it was done.", example="2025-11-30")
    evidence: Many[Attachment] = many("What proves it.")
    resources: Many[Resource] = many("What is needed to do it.")
    budget: Many[BudgetLine] = many("What it costs.")
    indicators: Many[Indicator] = many("How it is measured.")
    additional_information: Opt[LocalizedText] = opt("Anything else.")
