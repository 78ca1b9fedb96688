"""Tables that are kept: of projects that are none of the plan, "Projets non retenus"; of how they stood once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.pieces import Row, Sheet
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.importing.draft import Draft

_LONGEST = 90
"""Letters of the longest line that is a heading."""
_PROJECT = "commitment.title"
_STATED = frozenset({"status", "progress"})


def names_others(heading: str, *, beside: bool) -> bool:
    """Tells whether a heading, or the name of a sheet, says that the projects below are none of the plan.

    Args:
        heading: the words.
        beside: whether the file has projects elsewhere: an earlier plan alone is the plan that it tells of.
    """
    if len(heading) > _LONGEST:
        return False
    return says("not_retained", heading) or (beside and says("earlier_plan", heading))


def tells_past(region: Region, heading: str) -> bool:
    """Tells whether a heading, or the name of a sheet, says that a table is of what was once so: "Historique"."""
    named = not region.names.isdisjoint({_PROJECT, "commitment.number"})
    return named and not region.names.isdisjoint(_STATED) and len(heading) <= _LONGEST and says("past_states", heading)


def keep_past(state: State, region: Region, sheet: Sheet, above: Sequence[Row]) -> bool:
    """Keeps the rows of a table of how the projects of other tables stood once, and says so; tells whether it is such.

    Args:
        state: what was read so far.
        region: the table.
        sheet: its pieces.
        above: what stands above it.
    """
    headings = (region.grid.name, *(piece.text for row in above for piece in row.values()))
    told = next((text for text in headings if tells_past(region, text)), "")
    if not told or not (state.has_plan and "commitments" in state.plan.data):
        return False
    heads = {column.index: column.heading for column in region.columns}
    pieces = [(at, piece) for row in range(region.first, region.end) for at, piece in sheet.row(row).items()]
    for at, piece in pieces:
        state.draft.keep(piece, state.plan, label=heads.get(at))
    if pieces:
        (_, first), (_, last) = pieces[0], pieces[-1]
        state.draft.say("import/other-list-kept", first, first=first.place.row, last=last.place.row, text=told.strip())
    return True


def keep_others(state: State, region: Region, sheet: Sheet, above: Iterable[Row]) -> bool:
    """Keeps the rows of a table of projects of no plan, or of an earlier plan beside those of this one, and says so.

    Args:
        state: what was read so far.
        region: the table.
        sheet: its pieces.
        above: what stands above it.

    Returns:
        Whether it is such a table.
    """
    if _PROJECT not in region.names:
        return False
    if region.others:
        _keep_head(state.draft, region, sheet, above)
        return _keep_rows(state, region, sheet, region.others)
    beside = any(_PROJECT in other.names for other in state.tables if other is not region)
    headings = (region.grid.name, *(piece.text for row in above for piece in row.values()))
    told = next((text for text in headings if names_others(text, beside=beside)), "")
    return bool(told) and _keep_rows(state, region, sheet, told)


def _keep_head(draft: Draft, region: Region, sheet: Sheet, above: Iterable[Row]) -> None:
    """Keeps the line above a table that was parted from another, and accounts for its headings."""
    for row in above:
        for piece in row.values():
            draft.keep(piece)
    for at in range(region.header, region.first):
        for piece in sheet.row(at).values():
            draft.ignore(piece, "heading")


def _keep_rows(state: State, region: Region, sheet: Sheet, told: str) -> bool:
    """Keeps the rows of a table, and says that the projects in them are none of the plan."""
    heads = {column.index: column.heading for column in region.columns}
    pieces = [(at, piece) for row in range(region.first, region.end) for at, piece in sheet.row(row).items()]
    for at, piece in pieces:
        state.draft.keep(piece, state.plan if state.has_plan else None, label=heads.get(at))
    if pieces:
        rows = {piece.place.row for _, piece in pieces}
        first = pieces[0][1]
        state.draft.say("import/other-projects-kept", first, count=len(rows), last=max(rows), text=told.strip())
    return True
