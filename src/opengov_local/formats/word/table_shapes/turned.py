"""Records that stand in columns, with the questions in front: funders, indicators and activities side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.table_shapes.numbers_of_titles import asks_title, counted
from opengov_local.formats.word.table_shapes.pairs import Asks
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.small_tables import KINDS, targets_of

_NAMES: Final = frozenset({("milestone", "title"), ("commitment", "milestones"), ("plan", "activities")})
_ONLY_NUMBERS: Final = re.compile(r"[\W\d_]*")
_FEWEST: Final = 2
_MOST: Final = 12
"""Questions that records in columns have at most."""
_MOST_OF_COMMITMENTS: Final = 40
"""Questions that commitments in columns have at most."""


def turned(table: Table, row: int, labels: Labels, asks: Asks) -> Table | None:
    """Gives the records that begin on a row and stand in columns as a table whose records stand in rows.

    Each row of at least three cells begins with a question, and has an answer for each record: "Source de financement |
    Commune | Région" over "Montant | 100 | 200". Its questions are those of a small table, or the first one names
    activities. The table has as many columns as rows were taken.

    Args:
        table: the table.
        row: number of the row, from 0.
        labels: knows labels.
        asks: tells whether the whole of a cell is a question.
    """
    last = _last(table, row)
    if _are_commitments(table.rows[row:last], labels):
        return replace(table, rows=_turn(table.rows[row:last]), width=last - row)
    last = min(last, row + _MOST)
    for end in range(last, row + 1, -1):
        if _is_turned(table.rows[row:end], labels, asks):
            return replace(table, rows=_turn(table.rows[row:end]), width=end - row)
    return None


def _last(table: Table, row: int) -> int:
    """Gives the row behind the last one that has the columns of a first one, and words in front."""
    columns = [(cell.column, cell.width) for cell in table.rows[row]]
    last = row
    while last < min(len(table.rows), row + _MOST_OF_COMMITMENTS) and len(columns) > 2 and columns[0][0] == 1:
        cells = table.rows[last]
        if [(cell.column, cell.width) for cell in cells] != columns or any(cell.height > 1 for cell in cells):
            break
        if not cells[0].text:
            break
        last += 1
    return last


def _is_turned(rows: Sequence[tuple[Cell, ...]], labels: Labels, asks: Asks) -> bool:
    questions = [cells[0].text for cells in rows]
    names = [cell.text for cell in rows[0][1:] if cell.text]
    answers = [cell for cells in rows[1:] for cell in cells[1:] if cell.text]
    if len(names) < 2 or not answers or any(map(asks, answers)):
        return False
    targets = targets_of(questions)
    if targets is not None:
        known = all(target or labels.meanings(question) for target, question in zip(targets, questions, strict=True))
        return known and len({kind for target in targets if (kind := target.partition(".")[0]) in KINDS}) == 1
    asked = [labels.meanings(question) for question in questions]
    named = all(asked) and any(meaning[:2] in _NAMES for meaning in asked[0])
    return named and not any(labels.meanings(name) or _ONLY_NUMBERS.fullmatch(name) for name in names)


def _are_commitments(rows: Sequence[tuple[Cell, ...]], labels: Labels) -> bool:
    """Tells whether rows are commitments in columns, counted in the first: "Engagement | 1 | 2" over their titles.

    Their answers can then be words of labels: "Statut | Réalisé | En cours".
    """
    if len(rows) <= _FEWEST:
        return False
    asked = [labels.meanings(cells[0].text) for cells in rows]
    counts = asks_title(asked[0]) or any(each.field == "number" for each in asked[0])
    titles = [cells[1:] for cells, each in zip(rows[1:], asked[1:], strict=True) if asks_title(each)]
    named = len(titles) == 1 and all(cell.text for cell in titles[0])
    if not (counts and named and sum(map(bool, asked)) > _FEWEST):
        return False
    numbers = counted(titles[0], rows[0][1:])
    return bool(numbers) and len(set(numbers)) == len(numbers)


def _turn(rows: Sequence[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """Gives the columns of some rows as rows; places of the cells stay what they were."""
    return tuple(
        tuple(replace(cell, row=at, column=number, width=1) for number, cell in enumerate(column, 1))
        for at, column in enumerate(zip(*rows, strict=True), 1)
    )
