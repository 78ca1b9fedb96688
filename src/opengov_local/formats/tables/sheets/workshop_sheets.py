"""Sheets that tell of one workshop beside the plan that other sheets hold: what it was, when and where, in labels."""

from __future__ import annotations

from opengov_local.formats.grids.grid import Grid, is_blank
from opengov_local.formats.tables.columns.workshop_lines import said_of_workshop
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.pieces import Row, Sheet
from opengov_local.formats.tables.other_tables.workshops import read_workshop
from opengov_local.formats.tables.plan.plan_title import MARKS
from opengov_local.formats.wording.headings.phrases import begins, phrases, says
from opengov_local.importing.words import fold

_MOST_ROWS, _MOST_CELLS = 60, 120
_WIDEST = 2
_TOLD = frozenset({"date", "place", "date_place"})


def is_workshop_sheet(grid: Grid) -> bool:
    """Tells whether a sheet of lines and labels is about one workshop: its name or title says so, and a day or place.

    One that names a project, or has a row of more cells than a label and its answer, is none.

    Args:
        grid: the sheet.
    """
    if grid.hidden or len(grid.rows) > _MOST_ROWS:
        return False
    texts = [[str(value).strip() for value in row if not is_blank(value)] for row in grid.rows]
    if sum(map(len, texts)) > _MOST_CELLS or any(len(row) > _WIDEST for row in texts):
        return False
    labels = [fold(row[0].strip(MARKS)) for row in texts if len(row) == _WIDEST]
    if any(begins("project_word", label) for label in labels):
        return False
    alone = [row[0] for row in texts if len(row) == 1]
    titles = [row[1] for row in texts if len(row) == _WIDEST and fold(row[0].strip(MARKS)) in phrases("document_label")]
    if not any(map(_names_workshop, (grid.name, *alone[:2], *titles))):
        return False
    return any(said.field in _TOLD for said in said_of_workshop(_rows(Sheet(grid))))


def read_workshop_sheet(state: State, sheet: Sheet) -> None:
    """Reads the workshop that a sheet tells of.

    Args:
        state: what was read so far.
        sheet: its cells.
    """
    read_workshop(state, sheet.grid.name, _rows(sheet))


def _rows(sheet: Sheet) -> list[Row]:
    return [row for at in range(len(sheet.grid.rows)) if (row := sheet.row(at))]


def _names_workshop(text: str) -> bool:
    return begins("workshop", text) or bool(says("workshop", text) and not says("plan", text))
