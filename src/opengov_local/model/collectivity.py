"""Territorial collectivities: regions, prefectures, provinces, communes, and their like elsewhere."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from opengov_local.model.base import Many, Model, Opt, many, opt
from opengov_local.model.citation import Citation
from opengov_local.model.codelist import OpenList
from opengov_local.model.dates import PartialDate
from opengov_local.model.figure import ReportedFigure
from opengov_local.model.identity import CollectivityRef, Identified
from opengov_local.model.party import Person
from opengov_local.model.scalars import Code, CountryCode, Language, Line, Url
from opengov_local.model.text import LocalizedText


class Membership(Model):
    """Membership of a network or partnership."""

    network: Annotated[Code, OpenList("network")] = Field(description="The network.", examples=["remacto"])
    since: Opt[PartialDate] = opt("Since when.", example="2022-10")
    until: Opt[PartialDate] = opt("Until when, when it has ended.")
    phase: Opt[Line] = opt("Phase or cohort it joined in.", example="1")
    source: Opt[Citation] = opt("Who says so, and where.")


class TerritorialCollectivity(Identified):
    """A local government with its own council (collectivité territoriale · جماعة ترابية)."""

    concept = "collectivity"

    name: LocalizedText = Field(
        description="Its name, without the word for its kind.", examples=[{"ar": "الشرق", "fr": "Oriental"}]
    )
    kind: Annotated[Code, OpenList("collectivity_kind")] = Field(
        description="Its kind, as a code of the list collectivity_kind.", examples=["region"]
    )
    country: CountryCode = Field(description="Its country, ISO 3166-1 alpha-2.", examples=["MA"])
    parent: Opt[CollectivityRef] = opt("The collectivity it lies in.")
    memberships: Many[Membership] = many("Networks it belongs to.")
    term_end: Opt[PartialDate] = opt("End of the term of office of its council.", example="2027-09")
    languages: Many[Language] = many("Languages it works in.", example=["ar", "fr"])
    focal_points: Many[Person] = many("Its focal points for open government (point focal · نقطة ارتكاز).")
    website: Opt[Url] = opt("Its web site.")
    valid_from: Opt[PartialDate] = opt("Since when it exists in this form.", example="2015")
    valid_to: Opt[PartialDate] = opt("Until when it existed in this form.")
    replaced_by: Many[CollectivityRef] = many("What took its place.")
    reported_figures: Many[ReportedFigure] = many("Declared totals and rates about it.")
