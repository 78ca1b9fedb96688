"""The annex of a document: what it names and says no more of: organizations, contributions, updates, workshops."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from opengov_local.formats.paper.content import Blocks, Grid, Line, Lines, Part, Row, Sheet
from opengov_local.formats.paper.grids import grid
from opengov_local.formats.paper.questions import show
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.paper.whose import whose
from opengov_local.model.contribution import Contribution
from opengov_local.model.organization import Organization
from opengov_local.model.progress import ProgressUpdate
from opengov_local.model.workshop import WorkingGroup, Workshop

TITLE: Final = "annex.organizations"
BROUGHT: Final = "annex.contributions"
WHOSE: Final = "annex.collectivities"
REPORTED: Final = "annex.updates"
HELD: Final = "annex.workshops"
COLUMNS: Final = (("name", 8), ("abbreviation", 3), ("sector", 5), ("website", 6))
"""The columns of the table of organizations, with their weights; those of nothing but blanks are left away."""
WHERE: Final = (("text", 9), ("kind", 4), ("workshop", 6), ("workshop_kind", 4), ("group", 5))
"""The same of the table of contributions that the document answers and does not list."""
ABOUT: Final = (("text", 9), ("target", 9), ("date", 4))
"""The same of the table of progress updates that the document names: no document lists them."""
MEETING: Final = (("title", 9), ("kind", 4))
"""The same of the table of workshops that the document names and does not list."""


def annex(scribe: Scribe) -> tuple[Sheet, ...]:
    """Makes the annex of all bodies that a scribe has named so far; none where there is nothing to say of them."""
    others = [each for each, told in scribe.collectivities.items() if not told]
    named = [found for each in scribe.organizations if (found := scribe.index.find(each, Organization))]
    parts: list[tuple[str, Blocks]] = []
    if named:
        parts.append((TITLE, (_organizations(scribe, named),)))
    if others:
        parts.append((WHOSE, (Row(WHOSE, None, whose(scribe, others)),)))
    if held := [each for each, told in scribe.workshops.items() if not told]:
        parts.append((HELD, (_workshops(scribe, held),)))
    if brought := [each for each, told in scribe.contributions.items() if not told]:
        parts.append((BROUGHT, (_contributions(scribe, brought),)))
    if scribe.updates:
        parts.append((REPORTED, (_updates(scribe),)))
    if not parts:
        return ()
    title = Line((scribe.words("annex.title"),))
    made = tuple(Part(key, scribe.label(key), blocks, weight="own") for key, blocks in parts)
    return (Sheet("annex", scribe.label("annex.kind"), title, Line(()), made),)


def _organizations(scribe: Scribe, named: list[Organization]) -> Grid:
    rows = [{name: _cell(scribe, each, name) for name, _ in COLUMNS} for each in named]
    return _grid(scribe, TITLE, "organization", COLUMNS, rows)


def _contributions(scribe: Scribe, brought: list[str]) -> Grid:
    """Says of contributions that the document only names what they are, and where they were brought."""
    rows: list[dict[str, Lines]] = []
    for each in brought:
        said = scribe.index.find(each, Contribution)
        above = scribe.index.parent_of(said) if said else None
        group = above if isinstance(above, WorkingGroup) else None
        workshop = scribe.index.parent_of(group) if group else above
        if said is not None and isinstance(workshop, Workshop):
            rows.append(
                {
                    "text": (Line(scribe.name(said.text)),),
                    "kind": (Line((scribe.code("contribution_kind", said.kind),)),),
                    "workshop": (Line(scribe.name(workshop.title)),),
                    "workshop_kind": () if workshop.id in scribe.workshops else _kind_of(scribe, workshop),
                    "group": (Line(scribe.name(group.title)),) if group else (),
                }
            )
    return _grid(scribe, BROUGHT, "contribution", WHERE, rows)


def _updates(scribe: Scribe) -> Grid:
    """Says of the progress updates that the document names what they are about."""
    named = [found for each in scribe.updates if (found := scribe.index.find(each, ProgressUpdate))]
    rows = [{name: show(scribe, each, name) for name, _ in ABOUT} for each in named]
    for row, each in zip(rows, named, strict=True):
        row["text"] = (Line(scribe.name(each.text or {})),)  # as the line that names it
    return _grid(scribe, REPORTED, "update", ABOUT, rows)


def _workshops(scribe: Scribe, held: list[str]) -> Grid:
    named = [found for each in held if (found := scribe.index.find(each, Workshop))]
    rows = [{"title": (Line(scribe.name(each.title)),), "kind": _kind_of(scribe, each)} for each in named]
    return _grid(scribe, HELD, "workshop", MEETING, rows)


def _grid(
    scribe: Scribe, title: str, of: str, columns: Iterable[tuple[str, int]], rows: Sequence[Mapping[str, Lines]]
) -> Grid:
    """Makes a table of those columns in which a row says something."""
    there = [(name, weight) for name, weight in columns if any(row[name] for row in rows)]
    labels = [(f"{of}.{name}", weight) for name, weight in there]
    return grid(scribe, title, labels, [tuple(row[name] for name, _ in there) for row in rows])


def _kind_of(scribe: Scribe, workshop: Workshop) -> Lines:
    return (Line((scribe.code("workshop_kind", workshop.kind),)),)


def _cell(scribe: Scribe, organization: Organization, name: str) -> Lines:
    if name == "name":
        return (Line(scribe.name(organization.name)),)
    return show(scribe, organization, name)
