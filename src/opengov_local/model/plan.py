"""Action plans: openness programmes of the network, OGP plans, and their like."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from opengov_local.model.adoption import Adoption, Amendment, Endorsement, LinkedPlan, Submission
from opengov_local.model.axis import Axis
from opengov_local.model.base import Many, Opt, many, opt
from opengov_local.model.citation import Attachment
from opengov_local.model.codelist import OpenList
from opengov_local.model.commitment import Commitment
from opengov_local.model.dates import PartialDate, Period
from opengov_local.model.figure import ReportedFigure
from opengov_local.model.identity import CollectivityRef, Identified, PlanRef
from opengov_local.model.indicator import Indicator
from opengov_local.model.milestone import Milestone
from opengov_local.model.money import BudgetLine
from opengov_local.model.party import GovernanceBody, Party, Person
from opengov_local.model.scalars import Code, Url
from opengov_local.model.status import PlanStatus
from opengov_local.model.text import LocalizedText

_PAGE = "OGP Local action plan page"
_RECALLED = "recalled from the OGP Local strategic vision form, not verified"


class ActionPlan(Identified):
    """What one or several collectivities promise for a period (programme d'ouverture · برنامج عمل الانفتاح)."""

    concept = "plan"

    title: LocalizedText = Field(
        description="Its title.",
        examples=[{"ar": "برنامج عمل الانفتاح 2024-2025"}],
        json_schema_extra={"$comment": f"Source: {_PAGE}: Action Plan"},
    )
    framework: Annotated[Code, OpenList("framework")] = Field(
        description="The framework it follows, as a code of the list framework.", examples=["remacto"]
    )
    collectivities: Many[CollectivityRef] = many("Whose plan it is: one collectivity, or several together.")
    period: Opt[Period] = opt("From when to when it runs.", source=f"{_PAGE}: Action Plan End")
    term_end: Opt[PartialDate] = opt(
        "End of the term of office as the plan states it: not the end of the plan.",
        example="2027-09",
        source=f"{_PAGE}: Duration (which means the end of the term of office)",
    )
    status: Opt[PlanStatus] = opt("Where it is in its life.")
    previous_plan: Opt[PlanRef] = opt("The plan it follows.")
    principles: Many[Annotated[Code, OpenList("remacto_principle")]] = many(
        "Principles of the network it serves.", source="REMACTO, five principles"
    )
    leads: Many[Party] = many("Who leads it.", source=f"{_PAGE}: Lead Institution")
    supporting: Many[Party] = many("Its partners.")
    foreword: Opt[LocalizedText] = opt("Foreword.", source=f"{_PAGE}: Foreword(s)")
    strategic_vision: Opt[LocalizedText] = opt(
        "The long-term vision for open government.",
        source=f"{_PAGE}: What is the long-term vision for open government in your context and jurisdiction?",
    )
    coordination: Opt[LocalizedText] = opt(
        "How the bodies that carry it out are coordinated.",
        source=f"{_PAGE}: What kind of institutional arrangements are in place to coordinate …?",
    )
    achievements: Opt[LocalizedText] = opt("What was achieved so far.", source=_RECALLED)
    challenges: Opt[LocalizedText] = opt("What remains difficult.", source=_RECALLED)
    medium_term_goals: Opt[LocalizedText] = opt("Goals of the coming years.", source=_RECALLED)
    vision_contribution: Opt[LocalizedText] = opt("How the plan serves the vision.", source=_RECALLED)
    policy_alignment: Opt[LocalizedText] = opt("How it serves the administration's other goals.", source=_RECALLED)
    co_creation: Opt[LocalizedText] = opt("How it was prepared together.", source=_RECALLED)
    diversity: Opt[LocalizedText] = opt("What was done so that all could take part.", source=_RECALLED)
    continued_participation: Opt[LocalizedText] = opt("How people take part in carrying it out.", source=_RECALLED)
    monitoring: Opt[LocalizedText] = opt("How results are followed and shared.", source=_RECALLED)
    forums: Many[GovernanceBody] = many("The multi-stakeholder forum, or forums.", source="OGP Local Handbook 3.3.1")
    follow_up_committees: Many[GovernanceBody] = many(
        "The follow-up committee of elected members and civil society (comité de suivi · لجنة التتبع); several, where "
        "each collectivity has its own.",
        source="REMACTO, methodology, step 4",
    )
    monitoring_bodies: Many[Party] = many("The independent monitoring body.", source="OGP Local Handbook 2.3")
    endorsements: Many[Endorsement] = many("Who endorsed it, before it was submitted.")
    points_of_contact: Many[Person] = many("Whom to ask.", source="OGP Local Handbook 2.1")
    website: Opt[Url] = opt("Its public web page.")
    website_updated: Opt[PartialDate] = opt("When that page was last brought up to date.")
    adoptions: Many[Adoption] = many("Adoption by the councils.")
    submissions: Many[Submission] = many("Where and when it was submitted.", source=f"{_PAGE}: Date Submitted")
    linked_plans: Many[LinkedPlan] = many("The development plans it is tied to: PAC, PDP, PDR.")
    axes: Many[Axis] = many("Its axes.")
    commitments: Many[Commitment] = many("Its commitments or projects.")
    activities: Many[Milestone] = many("Activities that belong to no project.")
    indicators: Many[Indicator] = many("Indicators of the whole plan.")
    budget: Many[BudgetLine] = many("What the whole plan costs.")
    amendments: Many[Amendment] = many("What was changed after adoption.")
    reported_figures: Many[ReportedFigure] = many("Declared totals and rates about it.")
    attachments: Many[Attachment] = many("Files that go with it.")
