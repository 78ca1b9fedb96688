"""A first row that names the plan itself, in a table whose rows say their level: "Plan | Plan d'action 2026-2027"."""

from __future__ import annotations

from dataclasses import replace

from opengov_local.account import Piece
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.levels.level_rows import LevelRows, level_rows
from opengov_local.formats.tables.plan.plan_title import about, read_title
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.importing.words import fold


def without_plan_row(region: Region) -> tuple[Region, LevelRows] | None:
    """Gives a table below the row of its plan, and the levels of the other rows; None where no row names a plan.

    Several rows that say "Programme" are a level of the table, and no plan.
    """
    row = region.data[0] if region.data else []
    if not any(_is_level(str(value)) for value in row if not is_blank(value)):
        return None
    below = replace(region, first=region.first + 1)
    found = level_rows(below)
    if found is None or found.level is None or not _is_level(str(row[found.level])):
        return None
    if any(_is_level(str(value)) for value in below.values(found.level)):
        return None
    return (below, found) if found.title < len(row) and not is_blank(row[found.title]) else None


def read_plan_row(state: State, table: Region, region: Region, sheet: Sheet) -> list[Piece]:
    """Reads the title of the plan off the row that `without_plan_row` took from a table.

    Returns:
        What else stands in the row; and the title, where the plan has another one.
    """
    parted = without_plan_row(table) if region.first > table.first else None
    if parted is None:
        return []
    _, found = parted
    unread: list[Piece] = []
    for column, piece in sheet.row(table.first).items():
        if column == found.level:
            state.draft.ignore(piece, "heading")
        elif column != found.title:
            unread.append(piece)
        elif state.has_plan and "title" in state.plan.data:
            unread += [] if read_title(state, piece) else [piece]
        else:
            state.draft.put(state.plan, "title", piece.text.strip(), piece)
            about(state, piece, piece.text)
    return unread


def _is_level(text: str) -> bool:
    return fold(text) in phrases("plan_word")
