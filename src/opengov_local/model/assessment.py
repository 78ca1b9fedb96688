"""Assessments: coded answers of an assessor, with the vintage of the scale they use."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from opengov_local.model.base import Many, Model, Opt, many, opt
from opengov_local.model.citation import Attachment
from opengov_local.model.codelist import OpenList
from opengov_local.model.codes import MissingCode
from opengov_local.model.dates import PartialDate, Period
from opengov_local.model.identity import AssessmentTarget, Identified
from opengov_local.model.party import Party
from opengov_local.model.scalars import Code, Line
from opengov_local.model.text import LocalizedText


class Answer(Model):
    """One answer of an assessment: a code, or one of the three ways of having none."""

    criterion: Annotated[Code, OpenList("assessment_criterion")] = Field(
        description="What is asked, as a code of the list assessment_criterion.", examples=["completion"]
    )
    answer: Opt[Annotated[Code, OpenList("assessment_answer")]] = opt("The answer.", example="completion.substantial")
    missing: Opt[MissingCode] = opt(
        "Why there is no answer: NR not reviewed, ND no data, NA not applicable; they stay apart.",
        source="OGP commitments spreadsheet; the meanings are inferred",
    )
    original: Opt[Line] = opt("The word of the source.", example="Sustancial")
    explanation: Opt[LocalizedText] = opt("Brief explanation of the answer.", source="OGP Local assessment forms")
    evidence: Many[Attachment] = many("Evidence for the answer.", source="OGP Local assessment forms")


class Assessment(Identified):
    """A judgement of a plan, commitment or milestone (évaluation · تقييم)."""

    concept = "assessment"

    target: AssessmentTarget = Field(description="Id of the plan, commitment or milestone.", examples=["ma-hcp-02:c-1"])
    assessor: Opt[Party] = opt("Who assesses.", source="OGP Local inception assessment: Name of Evaluator")
    assessor_role: Opt[Annotated[Code, OpenList("assessor_role")]] = opt("In which part.", example="monitoring_body")
    instrument: Opt[Annotated[Code, OpenList("assessment_instrument")]] = opt(
        "The form or method.", example="ogp_local_inception"
    )
    vintage: Opt[Line] = opt("Edition of the instrument: scales of different vintages never mix.", example="2021")
    date: Opt[PartialDate] = opt("When it was made.", example="2023-04")
    period: Opt[Period] = opt("The time it speaks of.")
    answers: Many[Answer] = many("The coded answers.")
    summary: Opt[LocalizedText] = opt("The judgement in a few words.")
    attachments: Many[Attachment] = many("The report itself.")
