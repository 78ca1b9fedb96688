"""Workshops and consultations, with their working groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from opengov_local.model.base import Many, Opt, many, opt
from opengov_local.model.citation import Attachment
from opengov_local.model.codelist import OpenList
from opengov_local.model.contribution import Contribution
from opengov_local.model.dates import PartialDate
from opengov_local.model.figure import ReportedFigure
from opengov_local.model.identity import AxisRef, CollectivityRef, Identified, PlanRef
from opengov_local.model.party import ParticipantGroup, Party, Person
from opengov_local.model.scalars import Code, Language, Number
from opengov_local.model.text import LocalizedText


class WorkingGroup(Identified):
    """A working group of a workshop and its output (groupe de travail · مجموعة عمل)."""

    concept = "working_group"

    number: Opt[Number] = opt("Its number, as printed.", example="1")
    title: LocalizedText = Field(description="What it works on.", examples=[{"ar": "إدماج قضايا الهجرة في التنمية"}])
    axis: Opt[AxisRef] = opt("The axis of the plan that it prepared.")
    facilitators: Many[Person] = many("Who led it.")
    rapporteurs: Many[Person] = many("Who reported.")
    members: Many[Person] = many("Who sat in it, where names are known and may be kept.")
    participants: Many[ParticipantGroup] = many("Who took part, by body or sector.")
    contributions: Many[Contribution] = many(
        "Its output: problems, solutions, proposals, recommendations; absent when the output is not known."
    )
    summary: Opt[LocalizedText] = opt("Its output in a few words.")


class Workshop(Identified):
    """A workshop or consultation round: co-creation, public or online consultation, follow-up."""

    concept = "workshop"

    title: LocalizedText = Field(description="Its name.", examples=[{"fr": "Atelier de co-création"}])
    kind: Annotated[Code, OpenList("workshop_kind")] = Field(
        description="What it is, as a code of the list workshop_kind.", examples=["co_creation"]
    )
    round: Opt[Annotated[Code, OpenList("consultation_round")]] = opt(
        "Which round it belongs to.", example="co_creation"
    )
    plans: Many[PlanRef] = many("The plans it prepared or followed.")
    collectivities: Many[CollectivityRef] = many("The collectivities that held it.")
    date: Opt[PartialDate] = opt("When it was held, or its first day.", example="2023-03-28")
    until: Opt[PartialDate] = opt("Its last day, when it lasted longer than one.")
    place: Opt[LocalizedText] = opt("Where.")
    level: Opt[Annotated[Code, OpenList("participation_level")]] = opt(
        "Level of public influence.", example="involve", source="IAP2 spectrum, as used by OGP's IRM"
    )
    languages: Many[Language] = many("Languages spoken.")
    organizers: Many[Party] = many("Who held it.")
    chairs: Many[Person] = many("Who presided.")
    partners: Many[Party] = many("Who supported it.")
    participants: Many[ParticipantGroup] = many("Who took part, by body or sector.")
    agenda: Many[LocalizedText] = many("Its points, in order.")
    working_groups: Many[WorkingGroup] = many("Its working groups.")
    contributions: Many[Contribution] = many("What was brought outside working groups.")
    summary: Opt[LocalizedText] = opt("What came of it.")
    reported_figures: Many[ReportedFigure] = many("Declared totals about it.")
    attachments: Many[Attachment] = many("Minutes, presentations, photographs.")


def contributions_of(workshop: Workshop) -> Iterator[Contribution]:
    """Gives what was brought to a workshop, in its working groups or outside them."""
    for group in workshop.working_groups:
        yield from group.contributions
    yield from workshop.contributions
