"""Indicators: what is measured, from where to where."""

from __future__ import annotations

from pydantic import Field

from opengov_local.model.base import Many, Opt, Stated, many, opt
from opengov_local.model.citation import Citation
from opengov_local.model.dates import PartialDate
from opengov_local.model.identity import Identified
from opengov_local.model.party import Party
from opengov_local.model.scalars import Decimal
from opengov_local.model.text import LocalizedText


class Measurement(Stated):
    """A value of an indicator, as a number or in words."""

    value: Opt[Decimal] = opt("The number.", example="60")
    text: Opt[LocalizedText] = opt("The value in words, when it is no number.", example={"en": "almost 60%"})
    date: Opt[PartialDate] = opt("When it was or will be reached.", example="2025-05")
    source: Opt[Citation] = opt("Where it was read.")


class Indicator(Identified):
    """What is measured to know whether a promise is kept."""

    concept = "indicator"

    name: LocalizedText = Field(
        description="What is measured.", examples=[{"fr": "Part des services entièrement numériques"}]
    )
    unit: Opt[LocalizedText] = opt("Its unit.", example={"fr": "%", "ar": "٪"})
    baseline: Opt[Measurement] = opt("Where it started.")
    target: Opt[Measurement] = opt("Where it should arrive.")
    values: Many[Measurement] = many("Where it was, over time.")
    leads: Many[Party] = many("Who is responsible for reaching it.")
    due: Opt[PartialDate] = opt("When it should be reached.", example="2025-12")
    schedule: Opt[LocalizedText] = opt(
        "Its dates as the source writes them, when they are no plain dates.", example={"en": "Throughout the plan"}
    )
