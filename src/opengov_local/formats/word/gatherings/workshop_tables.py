"""Tables with a workshop on each row, in plans, reports and minutes: "Atelier | Date | Lieu | Participants"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.gatherings.gathering import Gathering
from opengov_local.formats.word.table_shapes.totals import total_of
from opengov_local.formats.word.texts.passages import of_cells
from opengov_local.formats.wording.labels.labels import Labels, Meaning, choose
from opengov_local.formats.wording.words.minute_words import names_gathering
from opengov_local.importing.dates import DateContext, read_date
from opengov_local.importing.draft import Node

_LONGEST_HEADING: Final = 60
_BESIDE: Final = frozenset({"place", "count", "women", "participants"})
"""What is asked of workshops beside their day: a day alone has much else."""
_ASKED: Final = _BESIDE | {"date", "date_place", "organizers", "agenda", "summary"}


class WorkshopTable(NamedTuple):
    """A table of workshops.

    Attributes:
        head: its headings.
        title: the column of their titles.
        asked: what is asked of them, by column.
        rows: the cells of each row that are not blank.
    """

    head: tuple[Cell, ...]
    title: int
    asked: dict[int, Meaning]
    rows: list[list[Cell]]


def workshops_in(table: Table, labels: Labels, context: DateContext) -> WorkshopTable | None:
    """Gives a table as one of workshops; None for any other.

    Its first column of words names gatherings, another says when each was held, a third where, or how many came.
    """
    head, *below = table.rows or ((),)
    there = [cell for cell in head if cell.text]
    rows = [[cell for cell in cells if cell.text] for cells in below if any(cell.text for cell in cells)]
    if len(there) < 3 or not rows or any(len(cell.text) > _LONGEST_HEADING for cell in there):
        return None
    title = next((cell.column for cell in there[:2] if names_gathering(cell.text)), 0)
    meant = {cell.column: choose(labels.meanings(cell.text), ("workshop",)) for cell in there if cell.column != title}
    asked = {column: each for column, each in meant.items() if each is not None and each.field in _ASKED}
    fields = [meaning.field for meaning in asked.values()]
    if not title or len(set(fields)) < len(fields) or "date" not in fields or not _BESIDE & set(fields):
        return None
    day = next(column for column, meaning in asked.items() if meaning.field == "date")
    found = WorkshopTable(tuple(there), title, asked, rows)
    held = [cells for cells in rows if total_of(cells, [title]) is None]
    fits = bool(held) and all(_is_held(cells, title, day, context) for cells in held)
    return found if fits else None


def _is_held(cells: Sequence[Cell], title: int, day: int, context: DateContext) -> bool:
    """Tells whether a row names a gathering, and a time where it names any."""
    said = {cell.column: cell.text for cell in cells}
    return title in said and (day not in said or read_date(said[day], context) is not None)


def read_workshops(writing: Writing, labels: Labels, table: Table, plan: Node | None) -> bool:
    """Reads a table of workshops, each into one of its own; tells whether it was such.

    Args:
        writing: what is at hand.
        labels: the labels of the file.
        table: the table.
        plan: the plan that they were held for, None where no plan is read.
    """
    found = workshops_in(table, labels, writing.context) if not writing.own_form else None
    if found is None:
        return False
    for cell in found.head:
        known = cell.column == found.title or cell.column in found.asked
        writing.draft.ignore(cell.piece, "heading")
        if not known:
            writing.draft.say("import/column-unmapped", cell.piece, heading=cell.text)
    heads = {cell.column: cell.text for cell in found.head}
    for cells in found.rows:
        if (total := total_of(cells, [found.title])) is not None:
            for cell in cells:
                writing.draft.keep(cell.piece, plan, label=heads.get(cell.column))
            writing.draft.say("import/total-row", total.piece, severity="info")
            continue
        _read(writing, found, cells, heads, plan)
    return True


def _read(
    writing: Writing, found: WorkshopTable, cells: Sequence[Cell], heads: dict[int, str], plan: Node | None
) -> None:
    gathering = Gathering(writing, plan)
    for cell in cells:
        passage, meaning, label = of_cells([cell]), found.asked.get(cell.column), heads.get(cell.column, "")
        if passage is None:
            continue
        if cell.column == found.title:
            gathering.title(passage)
        elif meaning is not None:
            gathering.answer(meaning, passage, label)
        else:
            writing.draft.keep(cell.piece, gathering.workshop, label=label or None)
    gathering.finish()
