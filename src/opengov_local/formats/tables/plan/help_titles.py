"""Titles of plans on sheets that else only help: "Lisez-moi", «تعليمات»."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import Final

from opengov_local.account import Piece
from opengov_local.formats.tables.drafted.plan_years import years_in, years_of_plan
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.drafted.unregistered import named_in, told_in
from opengov_local.formats.tables.grid.pieces import Row, Sheet
from opengov_local.formats.tables.plan.plan_title import may_be_title
from opengov_local.formats.tables.plan.preamble import read_preamble
from opengov_local.formats.wording.headings.phrases import begins, is_infinitive, says
from opengov_local.importing.places import mentioned

_SEARCHED: Final = 3
"""Filled rows from the top in which the title is looked for."""


def title_on(sheet: Sheet, *, of_a_year: bool = False) -> Piece | None:
    """Gives the line at the top of a sheet that is the title of a plan with its years or council, or with any year."""
    filled = (cells for row in range(len(sheet.grid.rows)) if (cells := sheet.row(row)))
    for cells in islice(filled, _SEARCHED):
        (piece, *others) = cells.values()
        if not others and _is_title(piece.text.strip(), of_a_year=of_a_year):
            return piece
    return None


def head_of(sheet: Sheet) -> list[Row]:
    """Gives the filled rows of a sheet of help up to the title of a plan with its years or council; none without.

    The line right below that names a collectivity is one of them: "Ville de Niort (France)".
    """
    title = title_on(sheet)
    if title is None:
        return []
    rows = [row for row in map(sheet.row, range(len(sheet.grid.rows))) if row]
    above = [*takewhile(lambda row: title not in row.values(), rows)]
    below = rows[len(above) + 1 : len(above) + 2]
    named = [row for row in below if len(row) == 1 and all(told_in(piece.text) for piece in row.values())]
    return [*above, {title.place.column - 1: title}, *named]


def read_help_titles(state: State, found: list[list[Row]]) -> None:
    """Takes the first of some titles for that of the plan, if nothing else gave one, and what stands above for whose.

    The others only help.
    """
    for rows in found:
        untitled = state.has_plan and "title" not in state.plan.data
        left = read_preamble(state, rows) if untitled else [piece for row in rows for piece in row.values()]
        for piece in left:
            state.draft.ignore(piece, "help")


def _is_title(text: str, *, of_a_year: bool) -> bool:
    """Tells whether a text calls a plan with its years or council, and neither instructs nor speaks of the form."""
    timed = years_of_plan(text) or (of_a_year and years_in(text))
    if not (says("plan", text) and (timed or _names_council(text)) and may_be_title(text)):
        return False
    if text.endswith((".", ":", "：")):
        return False
    return not (says("help", text) or says("help_sheet", text) or begins("help_title", text) or is_infinitive(text))


def _names_council(text: str) -> bool:
    """Tells whether a title names a collectivity with the word for its kind."""
    named = mentioned(text)
    return (named is not None and named.territory is not None) or bool(named_in(text))
