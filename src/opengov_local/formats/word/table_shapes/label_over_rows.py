"""Rows beside one label of a form that lies over all of them: "Activités" in front of "Inventaire | mars 2026"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.table_shapes.table_parts import Answer, Column, Loose, Part, Records
from opengov_local.formats.wording.labels.labels import Labelled, Labels, Meaning
from opengov_local.formats.wording.words.persons_named import is_body
from opengov_local.formats.wording.words.step_cells import BODY, NUMBER, SUM, TITLE, UNTOLD, WHEN, told_by_steps

_FEWEST: Final = 2
_NAMES: Final = frozenset({"title", "number_title", "form", "ignored"})
_STEPS: Final = "milestones"
_NAMED: Final = frozenset({"leads", "supporting", "indicators", _STEPS})
"""What is asked for by names, each of which may have words beside it."""
_MEANINGS: Final[Mapping[str, tuple[Meaning, ...]]] = {
    NUMBER: (Meaning("milestone", "number"),),
    TITLE: (Meaning("milestone", "title"),),
    WHEN: (Meaning("commitment", "period"), Meaning("milestone", "period")),
    SUM: (Meaning("milestone", "budget"),),
    BODY: (Meaning("milestone", "leads"),),
    UNTOLD: (),
}


def over_rows(table: Table, row: int, labels: Labels) -> tuple[int, list[Part]]:
    """Reads the rows of a label that is merged over several, or has blank cells below it.

    Each has one cell: they are its answer together; or several, of which one names a step and others say when, who and
    for how much, with headings above them or without.

    Args:
        table: the table.
        row: number of the row of the label, from 0.
        labels: knows labels.

    Returns:
        How many rows there are, and what they are; 0 where they are anything else.
    """
    label = table.rows[row][0] if table.rows[row] else None
    if label is None or label.column != 1 or not label.text or label.tables:
        return 0, []
    said = labels.read(label.text)
    asked = {each.field for each in said.meanings if each.concept == "commitment"} if said and not said.value else set()
    rows = _rows(table, row, label)
    if said is None or not asked or asked & _NAMES or len(rows) < _FEWEST:
        return 0, []
    inner = [[cell for cell in cells if cell.text or cell.tables] for cells in rows]
    parts: list[Part] = []
    if all(len(cells) == 1 for cells in inner):
        answers = tuple(cells[0] for cells in inner)
        asks = any((each := labels.read(cell.text)) is not None and each.value for cell in answers)
        parts = [] if asks else [Answer(label, said, answers)]
    elif _STEPS in asked and (steps := _steps(label, row, rows, labels)):
        parts = steps
    elif asked & _NAMED and all(len(cells) <= _FEWEST and _is_named(cells, labels) for cells in inner):
        parts = _named(label, said, inner)
    return (len(rows), parts) if parts else (0, [])


def _rows(table: Table, row: int, label: Cell) -> list[list[Cell]]:
    """Gives the cells behind a label in each of its rows; none where one of them is merged with that of another row."""
    behind, last = label.column + label.width, row + label.height
    while label.height == 1 and last < len(table.rows) and _is_blank_below(table.rows[last], label):
        last += 1
    rows = [[cell for cell in cells if cell.column >= behind] for cells in table.rows[row : min(last, len(table.rows))]]
    return rows if all(cells and all(cell.height == 1 for cell in cells) for cells in rows) else []


def _is_blank_below(cells: Sequence[Cell], label: Cell) -> bool:
    first = cells[0] if len(cells) > 1 else None
    return first is not None and not (first.text or first.tables) and (first.column, first.width) == (1, label.width)


def _is_named(cells: Sequence[Cell], labels: Labels) -> bool:
    """Tells whether a row is a name that asks for nothing, with words behind it."""
    if not cells or any(cell.tables for cell in cells):
        return False
    return is_body(cells[0].text) or labels.read(cells[0].text) is None


def _named(label: Cell, said: Labelled, inner: Sequence[Sequence[Cell]]) -> list[Part]:
    """Gives the names, and what stands beside each; where that are bodies throughout, they are names too."""
    others = [cell for cells in inner for cell in cells[1:]]
    if others and all(is_body(cell.text) for cell in (*others, *(cells[0] for cells in inner))):
        return [Answer(label, said, tuple(cell for cells in inner for cell in cells))]
    beside = [Loose(cell, alone=False, question=cells[0].text) for cells in inner for cell in cells[1:]]
    return [Answer(label, said, tuple(cells[0] for cells in inner)), *beside]


def _steps(label: Cell, row: int, rows: Sequence[Sequence[Cell]], labels: Labels) -> list[Part]:
    """Gives rows of steps: below headings, or with columns that their cells tell."""
    head, *below = rows
    meanings = [labels.meanings(cell.text) for cell in head]
    if len(head) > 1 and all(meanings) and any(each.field == "title" for each in meanings[0]):
        columns = tuple(Column(cell.column, cell.text, each) for cell, each in zip(head, meanings, strict=True))
        return [_records((label, *head), columns, row + 1, below)]
    told = _columns(label, rows)
    return [_records((label,), told, row, rows)] if told else []


def _records(headings: tuple[Cell, ...], columns: tuple[Column, ...], row: int, rows: Sequence[Sequence[Cell]]) -> Part:
    numbered = enumerate(rows, row + 1)
    return Records(
        headings, columns, tuple((number, {cell.column: cell for cell in cells}) for number, cells in numbered)
    )


def _columns(label: Cell, rows: Sequence[Sequence[Cell]]) -> tuple[Column, ...]:
    """Gives the columns of steps as their cells tell them; none where they tell nothing."""
    told = told_by_steps([{cell.column: cell.text for cell in each if cell.text} for each in rows])
    return tuple(Column(at, label.text, _MEANINGS[kind]) for at, kind in told.items())
