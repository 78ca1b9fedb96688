"""Provenance: where the values of an object were read, and who translated its texts."""

from __future__ import annotations

from pydantic import Field

from opengov_local.model.base import Many, Model, Opt, Stated, many, opt
from opengov_local.model.citation import Citation
from opengov_local.model.codes import TranslationOrigin
from opengov_local.model.dates import PartialDate
from opengov_local.model.identity import AnyRef
from opengov_local.model.party import Party
from opengov_local.model.scalars import FieldPath, Language, Line, Sha256, Text
from opengov_local.model.text import LocalizedText


class Extract(Model):
    """What one place of a source says about one object."""

    target: AnyRef = Field(description="Id of the object.", examples=["ma-hcp-02:w-1"])
    fields: Many[FieldPath] = many(
        "The fields of it, by path; absent means the whole object.", example=["title.fr", "date"]
    )
    location: Opt[Line] = opt("The place in the source: cell, line, paragraph.", example="Feuille1!B4")
    original: Opt[Text] = opt("The text as the source has it.", example="28 مارس 2023")


class Source(Stated):
    """A document or page, or several that say the same, and what was read in it.

    It can be cut from the package without loss to the plan.
    """

    citations: Many[Citation] = many("The documents or pages.")
    sha256: Opt[Sha256] = opt("SHA-256 of the file, to prove that it is the same.")
    importer: Opt[Line] = opt("The program that read it.", example="opengov_local tables")
    importer_version: Opt[Line] = opt("Its version.", example="0.1.0")
    date: Opt[PartialDate] = opt("When it was read.", example="2026-11-23")
    extracts: Many[Extract] = many("What was read in it.")
    note: Opt[LocalizedText] = opt("What to know about it.")


class Translation(Model):
    """Who translated a text: human or machine, reviewed or not."""

    target: AnyRef = Field(description="Id of the object.", examples=["ma-hcp-02:w-1"])
    field: FieldPath = Field(description="The field, by path, without the language.", examples=["title"])
    language: Language = Field(description="The language it was translated into.", examples=["fr"])
    from_language: Opt[Language] = opt("The language it was translated from.", example="ar")
    origin: TranslationOrigin = Field(description="Who made it: human or machine.", examples=["human"])
    translator: Opt[Party] = opt("By name.")
    reviewed: bool = Field(description="Whether a speaker has reviewed it.", examples=[False])
    date: Opt[PartialDate] = opt("When it was made.")
