"""What happens to a plan: adoption, submission, endorsement, amendment, and the plans it is tied to."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from opengov_local.model.base import Many, Opt, Stated, many, opt
from opengov_local.model.citation import Attachment
from opengov_local.model.codelist import OpenList
from opengov_local.model.dates import PartialDate
from opengov_local.model.identity import AnyRef, CollectivityRef, GoneRef, Identified
from opengov_local.model.party import Party
from opengov_local.model.scalars import Code, Number, Url
from opengov_local.model.text import LocalizedText


class Adoption(Stated):
    """Adoption by a council (adoption · المصادقة)."""

    collectivity: Opt[CollectivityRef] = opt("Whose council.")
    date: Opt[PartialDate] = opt("When it was adopted.", example="2023-10-03")
    planned: Opt[PartialDate] = opt("When adoption is planned, as long as it has not happened.", example="2023-10")
    session: Opt[LocalizedText] = opt("The session.", example={"fr": "Session ordinaire d'octobre 2023"})
    session_kind: Opt[Annotated[Code, OpenList("session_kind")]] = opt("Its kind.", example="ordinary")
    deliberation: Opt[Number] = opt("Number of the deliberation.")
    attachments: Many[Attachment] = many("The deliberation itself.")


class Submission(Stated):
    """Submission of the plan to somebody."""

    collectivity: Opt[CollectivityRef] = opt("Who submitted, in a plan of several.")
    to: Opt[Annotated[Code, OpenList("network")]] = opt("To whom.", example="ogp_local")
    date: Opt[PartialDate] = opt("When.", example="2025-04-02")
    url: Opt[Url] = opt("Where it is published there.")


class Endorsement(Stated):
    """Endorsement of the plan by somebody outside government, before it is submitted."""

    by: Opt[Party] = opt("Who endorses.")
    date: Opt[PartialDate] = opt("When.", example="2025-03-20")
    statement: Opt[LocalizedText] = opt("What they say.")
    attachments: Many[Attachment] = many("The letter.")


class LinkedPlan(Stated):
    """A development plan that this plan is tied to."""

    kind: Opt[Annotated[Code, OpenList("linked_plan_kind")]] = opt("Which plan.", example="pac")
    title: Opt[LocalizedText] = opt("Its title.", example={"fr": "Programme d'action de la commune 2023-2028"})
    relation: Opt[LocalizedText] = opt("How they are tied.")
    url: Opt[Url] = opt("Where it is published.")


class Amendment(Identified):
    """A change of the plan after its adoption."""

    concept = "amendment"

    date: Opt[PartialDate] = opt("When it was decided.")
    decided_by: Opt[Party] = opt("Who decided.")
    reason: LocalizedText = Field(description="Why.", examples=[{"fr": "Report de l'échéance"}])
    added: Many[AnyRef] = many("Ids of what came in.")
    removed: Many[GoneRef] = many("Ids of what went out; the objects need not be there any more.")
    changed: Many[AnyRef] = many("Ids of what was changed.")
