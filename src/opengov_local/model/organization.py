"""Organizations: bodies that are not territorial collectivities, or parts of one."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from opengov_local.model.base import Many, Opt, many, opt
from opengov_local.model.codelist import OpenList
from opengov_local.model.identity import CollectivityRef, Identified
from opengov_local.model.party import Person
from opengov_local.model.scalars import Code, CountryCode, Line, Url
from opengov_local.model.text import LocalizedText


class Organization(Identified):
    """A body with a part to play: ministry, association, consultative body, department, enterprise."""

    concept = "organization"

    name: LocalizedText = Field(description="Its name.", examples=[{"fr": "Impact pour le développement"}])
    abbreviation: Opt[Line] = opt("Its short name.", example="DGCT")
    sector: Opt[Annotated[Code, OpenList("organization_sector")]] = opt("Its sector.", example="civil_society")
    roles: Many[Annotated[Code, OpenList("organization_role")]] = many("What it does in open government.")
    collectivity: Opt[CollectivityRef] = opt("The collectivity it is a department or body of.")
    country: Opt[CountryCode] = opt("Its country, ISO 3166-1 alpha-2.", example="MA")
    website: Opt[Url] = opt("Its web site.")
    contacts: Many[Person] = many("Whom to reach.")
