"""The reasoned responses: every contribution, what became of it, why, and the projects it led to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import compress
from typing import Final

from msgspec.structs import replace

from opengov_local import codelists
from opengov_local.formats.paper.content import Blocks, Grid, Line, Lines, Part, Sheet
from opengov_local.formats.paper.drafts import is_unusable, unanswered
from opengov_local.formats.paper.grids import grid
from opengov_local.formats.paper.naming import all_named
from opengov_local.formats.paper.questions import is_said, show
from opengov_local.formats.paper.sayings import say
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.model.contribution import Contribution, Disposition
from opengov_local.model.gap import GAP
from opengov_local.model.workshop import WorkingGroup, Workshop

COLUMNS: Final = (
    ("number", 3),
    ("text", 17),
    ("kind", 8),
    ("group", 8),
    ("status", 8),
    ("reason", 15),
    ("decided", 8),
    ("commitments", 9),
)
"""The columns of the table, with their weights; those of nothing but blanks are left away, but for the asked ones."""
ASKED: Final = frozenset({"text", "kind", "status", "reason", "commitments"})
BELOW: Final = ("author", "axis", "answers", "channel", "date", "supporters")
"""What stands below the words of a contribution, each with its label."""
SHOWN: Final = {"number", "text", "kind", "disposition", *BELOW}
"""The fields of a contribution that the table shows."""

REASONED: Final = frozenset({"rejected", "partly_accepted"})
"""What asks for a reason."""
_FEW: Final = 4
"""How many contributions at most have their responses on the sheet of the report."""
_NARROW: Final = 6
"""How many columns at most the table has there: more would leave too little room to the words of contributions."""
_UNUSABLE: Final = "x_unusable"
_NONE: Final = {_UNUSABLE: "note.unusable", "": "response.none"}
"""What is said in the place of a response that a draft could not use, and of one that is not there."""
_ORDER: Final = (*(entry.code for entry in codelists.get("disposition")), GAP, _UNUSABLE, "")
"""What becomes of contributions, in the order of the list; then what a draft does not know, and no response."""

Brought = tuple[Contribution, WorkingGroup | None]
"""A contribution and the working group that brought it."""


def responses(scribe: Scribe, anchor: str, workshop: Workshop, report: Sheet) -> tuple[Sheet, ...]:
    """Puts the reasoned responses behind a report: many, or many columns, on a sheet on its side, else on its sheet.

    Args:
        scribe: who writes.
        anchor: name of the sheet inside the document.
        workshop: the workshop.
        report: its report.
    """
    all_brought = list(brought_in(workshop))
    if not all_brought:
        return (report,)
    groups = {id(each): (Line(scribe.name(each.title)),) for each in workshop.working_groups if each.contributions}
    cells = [list(_cells(scribe, each, groups.get(id(group), ()))) for each, group in all_brought]
    kept = [column[0] in ASKED or any(row[at] for row in cells) for at, column in enumerate(COLUMNS)]
    there = [*compress(COLUMNS, kept)]
    rows = [tuple(compress(row, kept)) for row in cells]
    table: Blocks = (grid(scribe, "part.responses", [(f"response.{n}", weight) for n, weight in there], rows),)
    parts = (
        *([Part("part.summary", scribe.label("part.summary"), _summary(scribe, all_brought))] if rows[1:] else []),
        Part("part.responses", scribe.label("part.responses"), table),
    )
    if len(rows) <= _FEW and len(there) <= _NARROW:
        return (replace(report, parts=(*report.parts, *parts)),)
    title = Line((scribe.words("sheet.responses"),))
    return (report, Sheet(anchor, report.kind, title, Line(scribe.name(workshop.title)), parts, "wide"))


def brought_in(workshop: Workshop) -> Iterator[Brought]:
    """Gives every contribution of a workshop with its group, those outside groups last."""
    for group in workshop.working_groups:
        yield from ((each, group) for each in group.contributions)
    yield from ((each, None) for each in workshop.contributions)


def _summary(scribe: Scribe, all_brought: list[Brought]) -> Blocks:
    """Counts the contributions by what became of them; those without a response are counted as such."""
    counts = Counter(_became(scribe, each) for each, _ in all_brought)
    codes = sorted(counts, key=_ORDER.index)
    head = tuple(scribe.label(_NONE[c]) if c in _NONE else scribe.code("disposition", c).text for c in codes)
    cells = tuple((Line((scribe.plain(str(counts[code])),)),) for code in codes)
    return (Grid("part.summary", None, head, (1,) * len(head), (cells,)),)


def _became(scribe: Scribe, contribution: Contribution) -> str:
    """Gives the code of what became of a contribution, or that of what is said in its place."""
    if contribution.disposition is not None:
        return contribution.disposition.status
    return _UNUSABLE if is_unusable(scribe, contribution, ("disposition",)) else ""


def _cells(scribe: Scribe, contribution: Contribution, group: Lines) -> Iterator[Lines]:
    """Gives what stands in each column for a contribution of a group."""
    yield (Line((scribe.plain(contribution.number),)),) if contribution.number else ()
    below = [
        line
        for field in BELOW
        if is_said(contribution, field)
        for line in scribe.labelled(f"response.{field}", _below(scribe, contribution, field))
    ]
    yield (*scribe.text(contribution.text), *below)
    yield (Line((scribe.code("contribution_kind", contribution.kind),)),)
    yield group
    if is_unusable(scribe, contribution, ("disposition",)):
        yield from (unanswered(scribe, contribution, ("disposition",)), (), (), ())
    else:
        yield from _response(scribe, contribution.disposition)


def _response(scribe: Scribe, disposition: Disposition | None) -> Iterator[Lines]:
    """Gives what stands in the columns of a response: what became of the contribution, why, when, what it led to."""
    if disposition is None:
        yield from ((Line((scribe.words("response.none"),)),), (), (), ())
        return
    merged = all_named(scribe, [disposition.merged_into]) if disposition.merged_into else ()
    status = Line((scribe.code("disposition", disposition.status),))
    yield (status, *scribe.labelled("response.merged_into", merged))
    if disposition.status in REASONED and disposition.reason is None:
        yield (Line((scribe.words("response.no_reason"),)),)
    else:
        yield show(scribe, disposition, "reason")
    yield (*say(disposition.date, scribe), *say(disposition.by, scribe))
    yield show(scribe, disposition, "commitments")


def _below(scribe: Scribe, contribution: Contribution, name: str) -> Lines:
    if name == "supporters":
        return (Line((scribe.plain(str(contribution.supporters)),)),)
    if name == "axis":
        return all_named(scribe, [contribution.axis] if contribution.axis else [])
    return show(scribe, contribution, name)
