"""Reported figures: totals and rates that somebody declared, never computed from lists."""

from __future__ import annotations

from pydantic import Field

from opengov_local.model.base import Many, Model, Opt, many, opt
from opengov_local.model.citation import Citation
from opengov_local.model.dates import PartialDate
from opengov_local.model.scalars import Code, Decimal
from opengov_local.model.text import LocalizedText


class ReportedFigure(Model):
    """A declared total or rate with its date and source: sources disagree, so none stands alone."""

    measure: Code = Field(description="What is counted, as a short code of your own.", examples=["projects"])
    label: Opt[LocalizedText] = opt("What is counted, in words.", example={"fr": "Projets", "ar": "المشاريع"})
    value: Decimal = Field(description="The declared number.", examples=["17"])
    numerator: Opt[Decimal] = opt("What was counted, for a rate.", example="3")
    denominator: Opt[Decimal] = opt("Out of how many, for a rate.", example="17")
    unit: Opt[LocalizedText] = opt("Unit, when it is not a plain count.", example={"fr": "%"})
    as_of: Opt[PartialDate] = opt("The day or month it speaks of.", example="2023-10-03")
    sources: Many[Citation] = many("Who says so, and where.")
    note: Opt[LocalizedText] = opt("What to know before using it.")
