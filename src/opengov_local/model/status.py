"""Status: how far something is, with the word the source used."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from opengov_local.model.base import Model, Opt, opt
from opengov_local.model.codelist import OpenList
from opengov_local.model.codes import OgpCompletionCode, StatusCode
from opengov_local.model.dates import PartialDate
from opengov_local.model.party import Party
from opengov_local.model.scalars import Code, Line


class Statement(Model):
    """What every declared state says beside its code."""

    original: Opt[Line] = opt("The word of the source, kept whatever the code.", example="En cours")
    as_of: Opt[PartialDate] = opt("The day or month it speaks of.", example="2024-11")
    by: Opt[Party] = opt("Who declares it.")


class Status(Statement):
    """How far a commitment or a milestone is, as declared."""

    code: StatusCode = Field(description="State, as a code of the closed list status.", examples=["in_progress"])


class PlanStatus(Statement):
    """Where a plan is in its life."""

    code: Annotated[Code, OpenList("plan_status")] = Field(
        description="Stage, as a code of the list plan_status.", examples=["adopted"]
    )


class Completion(Statement):
    """Completion on OGP's own scale, which is not the scale of `Status`."""

    code: OgpCompletionCode = Field(
        description="Level, as a code of the closed list ogp_completion.",
        examples=["substantial"],
        json_schema_extra={"$comment": "Source: OGP, IRM completion scale"},
    )
