"""Tables of how a plan was made: "Étape | Période" below "Méthodologie d’élaboration"; they promise nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.pieces import Row, Sheet
from opengov_local.formats.wording.headings.phrases import says

_LONGEST = 90
"""Letters of the longest line that is a heading."""
_FEWEST = 2
Making = Literal["told", "doubted", ""]
"""Whether a heading tells that a table is of the making of the plan, or its rows alone let one think so."""


def of_making(headings: Iterable[str], rows: Sequence[str]) -> Making:
    """Tells whether the rows of a table of steps say how the plan itself was made.

    A heading that names the making of a plan tells so where any row does too; one that says less, "Méthodologie", where
    half of the rows do. Without a heading the rows may as well be what is promised.

    Args:
        headings: what stands above the table: headings, the name of its sheet.
        rows: the words of each row.
    """
    made = sum(says("making_step", row) for row in rows)
    short = [text for text in headings if len(text) <= _LONGEST]
    if any(says("making", text) for text in short) and made:
        return "told"
    if not made or 2 * made < len(rows):
        return ""
    if any(says("method", text) for text in short):
        return "told"
    return "doubted" if len(rows) >= _FEWEST else ""


def keep_making(state: State, region: Region, sheet: Sheet, above: Iterable[Row]) -> bool:
    """Keeps the rows of a sheet that say how the plan was made, and says so; tells whether they were such.

    Where only the rows let one think so they are read, and that is said.
    """
    if not region.has_steps_alone or state.pairs or state.axis_above or region.titled_at is not None:
        return False
    rows = {row: sheet.row(row) for row in range(region.first, region.end)}
    said = {row: cells for row, cells in rows.items() if cells}
    headings = [region.grid.name, *(piece.text for row in above for piece in row.values())]
    found = of_making(headings, [" ".join(piece.text for piece in cells.values()) for cells in said.values()])
    if not found:
        return False
    first = next(iter(next(iter(said.values())).values()))
    if found == "doubted":
        state.draft.say("import/making-doubted", first, severity="info", count=len(said), text=first.text)
        return False
    heads = {column.index: column.heading for column in region.columns}
    for cells in said.values():
        for at, piece in cells.items():
            state.draft.keep(piece, state.plan if state.has_plan else None, label=heads.get(at))
    state.draft.say("import/making-kept", first, count=len(said), text=first.text)
    return True
