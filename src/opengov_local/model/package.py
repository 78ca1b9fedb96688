"""The exchange package: the one root of every file."""

from __future__ import annotations

from typing import Any, Self

from pydantic import Field

from opengov_local.model.assessment import Assessment
from opengov_local.model.base import Many, Opt, many, opt
from opengov_local.model.collectivity import TerritorialCollectivity
from opengov_local.model.dates import Timestamp
from opengov_local.model.figure import ReportedFigure
from opengov_local.model.identity import ExternalRef, Identified, mint, prefix_of
from opengov_local.model.index import Index
from opengov_local.model.organization import Organization
from opengov_local.model.party import Party
from opengov_local.model.plan import ActionPlan
from opengov_local.model.progress import ProgressUpdate
from opengov_local.model.provenance import Source, Translation
from opengov_local.model.scalars import IdPrefix, Language, Line, SchemaVersion
from opengov_local.model.text import LocalizedText
from opengov_local.model.workshop import Workshop

SCHEMA_VERSION = "0.1"
"""The version of the shared schema that these models are."""


class Package(Identified):
    """A package of data that one publisher hands to others (paquet d'échange)."""

    concept = "package"

    schema_version: SchemaVersion = Field(
        description="Version of the shared schema the package is written in.", examples=[SCHEMA_VERSION]
    )
    id_prefix: Opt[IdPrefix] = opt("The prefix of the publisher's own ids; where absent, that of the package's id.")
    title: Opt[LocalizedText] = opt("What is in it.")
    publisher: Opt[Party] = opt("Who publishes it.")
    published_at: Opt[Timestamp] = opt("When it was published.")
    licence: Opt[Line] = opt(
        "Licence of the data, as an SPDX id or an address; needed to publish.", example="CC-BY-4.0"
    )
    default_language: Opt[Language] = opt("The language to show first.", example="ar")
    synthetic: Opt[bool] = opt("True when the data is made up, for tests or training.", example=False)
    collectivities: Many[TerritorialCollectivity] = many("The collectivities it speaks of.")
    organizations: Many[Organization] = many("The organizations it speaks of.")
    plans: Many[ActionPlan] = many("The action plans.")
    workshops: Many[Workshop] = many("The workshops and consultations.")
    progress_updates: Many[ProgressUpdate] = many("What was reported on the way.")
    assessments: Many[Assessment] = many("What assessors found.")
    reported_figures: Many[ReportedFigure] = many("Declared totals and rates about a network or many collectivities.")
    translations: Many[Translation] = many("Who translated which text.")
    sources: Many[Source] = many("Where the values were read.")
    external_refs: Many[ExternalRef] = many("Objects that are mentioned here and carried elsewhere.")

    @classmethod
    def new(cls, prefix: str, **fields: Any) -> Self:
        """Makes a package of the current schema version with a new id.

        Args:
            prefix: the publisher's own id prefix, such as `ma-hcp-02`.
            fields: any fields of the package.
        """
        return cls(schema_version=SCHEMA_VERSION, id=mint(prefix), id_prefix=prefix, **fields)

    @property
    def own_prefix(self) -> str:
        """The prefix under which the publisher mints ids."""
        return self.id_prefix or prefix_of(self.id)

    def mint(self) -> str:
        """Makes a new id under the publisher's own prefix."""
        return mint(self.own_prefix)

    @property
    def index(self) -> Index:
        """A fresh index of all objects with an id; keep it in a variable to ask it often."""
        return Index(self)
