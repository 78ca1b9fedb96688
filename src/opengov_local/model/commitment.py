"""Commitments, which the network calls openness projects."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from opengov_local.model.base import Many, Model, Opt, many, opt
from opengov_local.model.citation import Attachment
from opengov_local.model.codelist import OpenList
from opengov_local.model.dates import PartialDate
from opengov_local.model.identity import AxisRef, CollectivityRef, CommitmentRef, ContributionRef, Identified
from opengov_local.model.indicator import Indicator
from opengov_local.model.milestone import Milestone
from opengov_local.model.money import BudgetLine, Resource
from opengov_local.model.party import Party
from opengov_local.model.scalars import Code, Number, Percent, SdgGoal
from opengov_local.model.status import Completion, Status
from opengov_local.model.text import LocalizedText

_LOCAL = "OGP Local commitment page"
_N3 = "OGP National commitment template 2022"


class ValueRelevance(Model):
    """An OGP value that a commitment serves, and why."""

    value: Annotated[Code, OpenList("ogp_value")] = Field(
        description="The value, as a code of the list ogp_value.", examples=["civic_participation"]
    )
    why: Opt[LocalizedText] = opt("How the commitment serves it.", source=f"{_N3}: Commitment Analysis 1–3")


class Commitment(Identified):
    """A promise of openness with its problem, action and milestones (engagement, projet d'ouverture · التزام)."""

    concept = "commitment"

    number: Opt[Number] = opt("Its number in the plan, as printed.", example="3")
    title: LocalizedText = Field(
        description="Short name, as the council writes it.",
        examples=[{"en": "Transparency and Right to Information"}],
        json_schema_extra={"$comment": f"Source: {_LOCAL}: Commitment Title"},
    )
    axes: Many[AxisRef] = many("The axes it lies on: several, or none.")
    continues: Many[CommitmentRef] = many("Earlier commitments that it carries on.")
    collectivities: Many[CollectivityRef] = many("The collectivities it concerns; absent means all of the plan.")
    description: Opt[LocalizedText] = opt("Brief description.", source=f"{_N3}: Brief Description of the Commitment")
    problem: Opt[LocalizedText] = opt(
        "The public problem it answers.", source=f"{_LOCAL}: Problem; {_N3}: Problem Definition 1"
    )
    causes: Opt[LocalizedText] = opt("What causes the problem.", source=f"{_N3}: Problem Definition 2")
    status_quo: Opt[LocalizedText] = opt(
        "How things stand, and what was done so far.",
        source=f"{_LOCAL}: Status quo; {_N3}: Commitment Description 1",
    )
    action: Opt[LocalizedText] = opt("What will be done.", source=f"{_LOCAL}: Action; {_N3}: Commitment Description 2")
    solution_path: Opt[LocalizedText] = opt(
        "How it will contribute to solving the problem.",
        source=f"{_LOCAL}: How will the commitment contribute to solving the public problem described above?",
    )
    expected_results: Opt[LocalizedText] = opt("What should be reached.", source=f"{_N3}: Commitment Description 3")
    objectives: Opt[LocalizedText] = opt("What it is meant to reach, where the plan sets that apart.")
    beneficiaries: Opt[LocalizedText] = opt("Whom it is for.", example={"fr": "Les jeunes de la commune"})
    participation: Opt[LocalizedText] = opt("How citizens take part in it, as written.", example={"fr": "Concertation"})
    governance: Opt[LocalizedText] = opt("How it is steered.", example={"fr": "Comité de pilotage trimestriel"})
    priority: Opt[LocalizedText] = opt("How urgent it is, in the words of the plan.", example={"fr": "Élevé"})
    related: Many[LocalizedText] = many("Other actions, measures or plans it is tied to, as written.")
    ongoing: Opt[bool] = opt("Whether it goes on without an end that is set.", example=False)
    long_term_goal: Opt[LocalizedText] = opt(
        "The goal of the open government strategy that it serves.",
        source="recalled from the OGP Local form, not verified",
    )
    ogp_values: Many[ValueRelevance] = many("OGP values it serves, each with its why.", source=f"{_LOCAL}: OGP Value")
    principles: Many[Annotated[Code, OpenList("remacto_principle")]] = many(
        "Principles of the network it serves.", example=["transparency"], source="REMACTO, five principles"
    )
    policy_areas: Many[Annotated[Code, OpenList("policy_area")]] = many(
        "OGP policy areas.", example=["open_data"], source=f"{_LOCAL}: Primary Policy Area"
    )
    sectors: Many[Annotated[Code, OpenList("sector")]] = many("Sectors.", source=f"{_LOCAL}: Primary Sector")
    challenge_areas: Many[Annotated[Code, OpenList("open_gov_challenge")]] = many(
        "Areas of the Open Gov Challenge 2023–2028 it enters.", source="OGP, The Open Gov Challenge"
    )
    grand_challenges: Many[Annotated[Code, OpenList("grand_challenge")]] = many(
        "Grand challenges it answers.", source="OGP commitment template 2014–16: OGP challenge addressed"
    )
    sdgs: Many[SdgGoal] = many("Sustainable Development Goals it serves, 1 to 17.", example=[16])
    leads: Many[Party] = many("Who is responsible.", source=f"{_N3}: lead")
    supporting: Many[Party] = many("Who takes part or supports.", source=f"{_LOCAL}: Institutions involved")
    start: Opt[PartialDate] = opt("When it begins.", example="2025-07", source=f"{_LOCAL}: Commitment Start")
    end: Opt[PartialDate] = opt("When it ends.", example="2027-07", source=f"{_LOCAL}: Commitment End")
    schedule: Opt[LocalizedText] = opt(
        "Its dates as the source writes them, when they are no plain dates.",
        example={"fr": "à partir du printemps 2025"},
    )
    resources: Many[Resource] = many(
        "What is needed to do it.", source="recalled from the OGP Local form: Resources needed, not verified"
    )
    budget: Many[BudgetLine] = many("What it costs.")
    milestones: Many[Milestone] = many("Its steps.")
    indicators: Many[Indicator] = many("How it is measured.")
    inputs: Many[ContributionRef] = many("The contributions it answers.")
    status: Opt[Status] = opt("How far it is, as declared.")
    progress: Opt[Percent] = opt("How much of it is done; absent when nothing was entered, which is not 0.")
    completion: Opt[Completion] = opt("Completion on OGP's scale.")
    completed_on: Opt[PartialDate] = opt("When it was done.", example="2027-06")
    evidence: Many[Attachment] = many("What proves it.")
    additional_information: Opt[LocalizedText] = opt(
        "Anything else.", source="recalled from the OGP Local form: Additional information, not verified"
    )
    attachments: Many[Attachment] = many("Files that go with it.")
