"""Citations and attachments: where a fact was read, and the files that go with an object."""

from __future__ import annotations

from typing import Annotated

from opengov_local.model.base import Many, Opt, Stated, many, opt
from opengov_local.model.codelist import OpenList
from opengov_local.model.dates import PartialDate
from opengov_local.model.scalars import Code, FilePath, Language, Line, MediaType, Sha256, Url
from opengov_local.model.text import LocalizedText


class Citation(Stated):
    """Where a fact was read."""

    title: Opt[LocalizedText] = opt("Title of the page or document.")
    publisher: Opt[Line] = opt("Who published it.", example="Open Government Partnership")
    url: Opt[Url] = opt("Its address.", example="https://www.opengovpartnership.org/")
    date: Opt[PartialDate] = opt("When it was published.", example="2023-03")
    retrieved: Opt[PartialDate] = opt("When it was read.", example="2026-11-23")
    note: Opt[LocalizedText] = opt(
        "What to know about it: an archived copy, a beginning only, press and not the council."
    )


class Attachment(Stated):
    """A file that goes with an object: deliberation, minutes, evidence."""

    title: Opt[LocalizedText] = opt("Its title.")
    kind: Opt[Annotated[Code, OpenList("attachment_kind")]] = opt("What it is.", example="minutes")
    url: Opt[Url] = opt("Its address.", example="https://example.org/pv.pdf")
    path: Opt[FilePath] = opt(
        "Its place beside this package, as a relative path with forward slashes.", example="pv.pdf"
    )
    media_type: Opt[MediaType] = opt("Its media type.", example="application/pdf")
    sha256: Opt[Sha256] = opt("Its SHA-256, to prove that it is the same file.")
    languages: Many[Language] = many("Languages it is written in.", example=["ar"])
    date: Opt[PartialDate] = opt("Its date.", example="2023-10-03")
