"""The day or period that stands above a table of updates whose rows say none: "Suivi au 30/06/2025"."""

from __future__ import annotations

from opengov_local.account import Piece
from opengov_local.formats.grids import Grid, is_blank
from opengov_local.formats.ogp_csv.rows import text_of
from opengov_local.formats.tables.cells.date_above import DayAbove, day_above
from opengov_local.formats.tables.cells.time_said import time_in_name
from opengov_local.importing.draft import Draft, Node


def time_above(grid: Grid, header: int) -> DayAbove | None:
    """Gives the one day or period that the rows above a header, or the name of the sheet, say that it reports on.

    Args:
        grid: the sheet.
        header: row of the headings, from 0.
    """
    rows = [
        {
            column: Piece(grid.place(row, column), text_of(value), None if isinstance(value, str) else value)
            for column, value in enumerate(grid.rows[row])
            if not is_blank(value)
        }
        for row in range(header)
    ]
    above = day_above([row for row in rows if row])
    named = time_in_name(grid.name, "") if above is None and grid.name else ""
    return DayAbove(named, (), -1) if named else above


def put_time(draft: Draft, update: Node, time: DayAbove, *, first: bool) -> None:
    """Puts the time above a table as that of one of its updates.

    Args:
        draft: the document in the making.
        update: the update.
        time: what stands above the table.
        first: whether it is the first update of the table: it is said once.
    """
    update.data.update({"date": time.date} if time.is_day else {"period": {"start": time.date, "end": time.date}})
    if not first:
        return
    field = "date" if time.is_day else "period"
    for label in time.pieces[:-1]:
        draft.ignore(label, "heading")
    for said in time.pieces[-1:]:
        draft.used(said, update, field)
    if time.in_title or not time.pieces:
        where = time.pieces[-1] if time.pieces else None
        draft.say("import/assumed", where, severity="info", node=update, field=field, value=time.date)
