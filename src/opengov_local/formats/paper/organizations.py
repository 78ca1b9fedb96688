"""The annex of a document: the organizations that it names, so that readers know who they are."""

from __future__ import annotations

from typing import Final

from opengov_local.formats.paper.content import Line, Lines, Part, Sheet
from opengov_local.formats.paper.grids import grid
from opengov_local.formats.paper.questions import show
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.organization import Organization

TITLE: Final = "annex.organizations"
COLUMNS: Final = (("name", 8), ("abbreviation", 3), ("sector", 5), ("website", 6))
"""The columns of the table of organizations, with their weights; those of nothing but blanks are left away."""


def annex(scribe: Scribe) -> tuple[Sheet, ...]:
    """Makes the annex of all organizations that a scribe has named so far; none where there are none."""
    named = [found for each in scribe.organizations if (found := scribe.index.find(each, Organization))]
    if not named:
        return ()
    rows = [{name: _cell(scribe, each, name) for name, _ in COLUMNS} for each in named]
    there = [(name, weight) for name, weight in COLUMNS if any(row[name] for row in rows)]
    table = grid(
        scribe,
        TITLE,
        [(f"organization.{name}", weight) for name, weight in there],
        [tuple(row[name] for name, _ in there) for row in rows],
    )
    part = Part(TITLE, scribe.label(TITLE), (table,), weight="own")
    title = Line((scribe.words("annex.title"),))
    return (Sheet("organizations", scribe.label("annex.kind"), title, Line(()), (part,), new_page=False),)


def _cell(scribe: Scribe, organization: Organization, name: str) -> Lines:
    if name == "name":
        return (Line(scribe.name(organization.name)),)
    return show(scribe, organization, name)
