"""Axes: the themes a plan is ordered by."""

from __future__ import annotations

from pydantic import Field

from opengov_local.model.base import Many, Opt, many, opt
from opengov_local.model.identity import AxisRef, Identified
from opengov_local.model.scalars import Number
from opengov_local.model.text import LocalizedText


class Axis(Identified):
    """A theme of a plan (axe · محور), or a part of one."""

    concept = "axis"

    number: Opt[Number] = opt("Its number in the plan, as printed.", example="1")
    title: LocalizedText = Field(description="Its name.", examples=[{"ar": "تيسير الولوج الرقمي إلى المعلومة"}])
    parent: Opt[AxisRef] = opt("The axis it is a part of.")
    objectives: Many[LocalizedText] = many("What it is meant to reach.")
    themes: Many[LocalizedText] = many("What it speaks of.", example=[{"fr": "Données ouvertes"}])
