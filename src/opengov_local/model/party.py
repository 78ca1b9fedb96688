"""Persons and parties: whoever is named as responsible, partner, chair, author or assessor."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from opengov_local.model.base import Many, Model, Opt, Stated, many, opt
from opengov_local.model.codelist import OpenList
from opengov_local.model.codes import PersonCapacity
from opengov_local.model.dates import PartialDate
from opengov_local.model.identity import CollectivityRef, OrganizationRef
from opengov_local.model.scalars import Code, Count, Line, Url
from opengov_local.model.text import LocalizedText


class Contact(Stated):
    """How to reach a person: personal data, which `redact` takes out."""

    email: Opt[Line] = opt("E-mail address.", example="contact@example.org")
    phone: Opt[Line] = opt("Telephone number as written.", example="+212 500 000 000")


class Person(Stated):
    """A human who is named, by name, by role or both."""

    name: Opt[LocalizedText] = opt("Name, by language or script.", example={"ar": "صليحة حاجي", "fr": "Saliha Haji"})
    other_names: Many[Line] = many("Other spellings of the name that sources use.", example=["Salha Hajji"])
    role: Opt[LocalizedText] = opt("Office or function.", example={"fr": "Vice-présidente du Conseil"})
    capacity: Opt[PersonCapacity] = opt("In which capacity: a private person is left out of public forms.")
    organization: Opt[OrganizationRef] = opt("The organization the person belongs to.")
    collectivity: Opt[CollectivityRef] = opt("The collectivity the person serves.")
    contact: Opt[Contact] = opt("How to reach the person; personal data.")


class Party(Stated):
    """A body or person with a part to play: an organization or collectivity by id, or only its words."""

    organization: Opt[OrganizationRef] = opt("Id of the organization.", example="org.example:o-1")
    collectivity: Opt[CollectivityRef] = opt("Id of the collectivity.", example="ma-hcp-02:collectivity")
    name: Opt[LocalizedText] = opt("Its name as the source writes it, when there is no object for it.")
    person: Opt[Person] = opt("The person who acts for it.")
    group: Opt[Annotated[Code, OpenList("stakeholder_sector")]] = opt(
        "Kind of stakeholder, as OGP's form groups them.",
        example="csos",
        source="OGP National Handbook, commitment template 2022: Government, CSOs, Others",
    )
    role: Opt[LocalizedText] = opt("What its part is, in words.", example={"fr": "Appui technique"})


class ParticipantGroup(Stated):
    """Those who took part for one body or one kind of stakeholder."""

    party: Opt[Party] = opt("The body they came from.")
    sector: Opt[Annotated[Code, OpenList("organization_sector")]] = opt("Its sector.", example="civil_society")
    count: Opt[Count] = opt("How many came; absent when nobody counted.", example=12)
    women: Opt[Count] = opt("How many of them were women; absent when nobody counted.", example=7)


class Seat(Party):
    """A seat in a forum or committee."""

    sector: Opt[Annotated[Code, OpenList("organization_sector")]] = opt("Sector it sits for.", example="civil_society")
    count: Opt[Count] = opt("How many seats it has, when more than one.", example=3)
    women: Opt[Count] = opt("How many of them women hold; absent when nobody counted.", example=2)


class GovernanceBody(Model):
    """A multi-stakeholder forum or a follow-up committee."""

    name: LocalizedText = Field(description="Its name.", examples=[{"fr": "Comité de suivi", "ar": "لجنة التتبع"}])
    collectivities: Many[CollectivityRef] = many("The collectivities it works for; absent means all of the plan.")
    remit: Opt[LocalizedText] = opt("What it is for and may decide.", source="OGP Local Handbook 3.3.1: forum")
    rules: Opt[LocalizedText] = opt("How it is composed and works.", source="OGP Local Handbook 3.3.1: forum")
    meetings: Opt[LocalizedText] = opt("How often it meets.")
    seats: Many[Seat] = many("Who sits in it.")
    established: Opt[PartialDate] = opt("When it was set up.", example="2023-04")
    url: Opt[Url] = opt("Where its composition and minutes are published.")
