"""Tables made simpler before they are read: captions and numbers of rows taken off, objects side by side apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.table_shapes.cards_beside import cards_beside
from opengov_local.formats.word.texts.headings import marker_of
from opengov_local.formats.wording.labels.labels import Labels, Meaning
from opengov_local.formats.wording.words.caption_words import is_caption_word
from opengov_local.formats.wording.words.markers import read_marker
from opengov_local.importing.language import language_of

_NUMBER: Final = re.compile(r"\s*[(]?(?:[0-9٠-٩]{1,2}(?:[.-][0-9٠-٩]{1,2})*|[A-Za-z]|[أ-ي])\s*[.)-]?\s*")
_OBJECTS: Final = ("commitment", "group")
_TITLES: Final = frozenset({("commitment", "title"), ("commitment", "number_title"), ("group", "title")})
_FIRST_NAMES: Final = 2
"""Rows of which one has the names of objects side by side; their numbers may stand above."""
_WIDE: Final = 2
"""Cells of a row that has an empty one beside its first."""
_SECTIONED: Final = 3
"""Columns of a form with its sections in front."""
_MOST: Final = 0.6
"""Share of the rows of a form that must begin with a label."""


Row = tuple[Cell, ...]


class Simpler(NamedTuple):
    """What a table amounts to.

    Attributes:
        captions: cells that only name columns or count rows.
        tables: the tables it holds.
    """

    captions: tuple[Cell, ...]
    tables: tuple[Table, ...]


def simpler(table: Table, labels: Labels) -> Simpler:
    """Gives what a table amounts to: itself, where nothing can be made simpler.

    Args:
        table: the table.
        labels: knows labels.
    """
    table = _with_high_sections(_with_wide_group(table), labels)
    parted = _bands(table, labels)
    if parted is not None:
        return Simpler((), (parted,))
    numbers, counted = _without_numbers(table, labels)
    head, captioned = _without_captions(counted, labels)
    beside = cards_beside(captioned, labels) or _side_by_side(captioned, labels)
    return Simpler((*numbers, *head), beside or (captioned,))


def _with_wide_group(table: Table) -> Table:
    """Takes a group that stands alone in the first row for its whole width, as where that was merged."""
    head, *rows = table.rows or ((),)
    if len(head) < _WIDE or not rows or any(cell.text for cell in head[1:]) or not _is_group(head[0]):
        return table
    return replace(table, rows=((replace(head[0], width=table.width),), *rows))


def _with_high_sections(table: Table, labels: Labels) -> Table:
    """Takes sections in front of questions for all rows below that are blank, as where these were merged with them.

    "Identification | Intitulé | Portail" stands over " | Responsable | DSI".
    """
    rows = table.rows
    if table.width != _SECTIONED or any(len(row) != _SECTIONED or row[0].height > 1 for row in rows):
        return table
    first = [row[0].text for row in rows]
    if not rows or not first[0] or all(first) or not all(_asks(row[1], labels) for row in rows):
        return table
    starts = [at for at, text in enumerate(first) if text]
    high = {start: end - start for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)}
    merged = ((replace(row[0], height=high[at]), *row[1:]) if at in high else row[1:] for at, row in enumerate(rows))
    return replace(table, rows=tuple(merged))


def _asks(cell: Cell, labels: Labels) -> bool:
    said = labels.read(cell.text) if cell.text else None
    return said is not None and not said.value


def _without_captions(table: Table, labels: Labels) -> tuple[tuple[Cell, ...], Table]:
    """Takes off rows that say "Rubrique | Contenu" over the questions and answers of a form, or of a part of it."""
    heads = [at for at in range(len(table.rows) - 1) if _is_caption(table.rows, at, labels)]
    rows = tuple(() if at in heads else row for at, row in enumerate(table.rows))
    return tuple(cell for at in heads for cell in table.rows[at]), replace(table, rows=rows)


def _is_caption(rows: Sequence[tuple[Cell, ...]], at: int, labels: Labels) -> bool:
    """Tells whether a row names the columns of the questions below it: the first row, or one below a title."""
    cells, below = rows[at], rows[at + 1]
    if len(cells) not in (2, 4) or len(below) != len(cells) or not all(is_caption_word(cell.text) for cell in cells):
        return False
    first = all(len(row) < 2 for row in rows[:at]) or len(rows[at - 1]) == 1
    return first and _asks(below[0], labels) and _is_form(rows[at + 1 :], labels)


def _is_form(rows: Sequence[tuple[Cell, ...]], labels: Labels, at: int = 0) -> bool:
    """Tells whether most rows are a question with an answer."""
    there = [row for row in rows if len(row) > at + 1]
    asked = sum(_asks(row[at], labels) for row in there)
    return bool(there) and asked >= max(1, _MOST * len(there))


def _without_numbers(table: Table, labels: Labels) -> tuple[tuple[Cell, ...], Table]:
    """Takes off a first column that only counts the questions of a form."""
    body = [row for row in table.rows if len(row) > 2 and row[0].column == 1 and row[0].width == 1]
    named = bool(body) and all(is_caption_word(cell.text) or _is_number_sign(cell, labels) for cell in body[0])
    head = body[0] if named else ()
    if not _is_form(body[1:] if named else body, labels, at=1):
        return (), table
    counted = [row[0] for row in body if row is not head]
    if not all(_NUMBER.fullmatch(cell.text) or not cell.text for cell in counted):
        return (), table
    gone = [*counted, *head[:1]]
    dropped = {id(cell) for cell in gone}
    rows = tuple(tuple(_moved(cell) for cell in row if id(cell) not in dropped) for row in table.rows)
    return tuple(cell for cell in gone if cell.text), replace(table, rows=rows, width=table.width - 1)


def _is_number_sign(cell: Cell, labels: Labels) -> bool:
    return any(meaning.field == "number" for meaning in labels.meanings(cell.text))


def _moved(cell: Cell) -> Cell:
    """Moves a cell one column to the front; one that lay on the first column becomes narrower."""
    return replace(cell, width=max(1, cell.width - 1)) if cell.column == 1 else replace(cell, column=cell.column - 1)


def _bands(table: Table, labels: Labels) -> Table | None:
    """Gives a table in which a cell that names an object stands above its questions, not over all their rows."""
    named = [row[0] for row in table.rows if row and row[0].column == 1 and row[0].text]
    asked = all(len(row) > 1 and _asks(row[-2], labels) for row in table.rows)
    if table.width < 3 or not named or not all(_names(cell) and (cell.height > 1 or asked) for cell in named):
        return None
    rows: list[tuple[Cell, ...]] = []
    for row in table.rows:
        first = [cell for cell in row if cell.column == 1 and cell.text]
        rows += [(replace(cell, height=1, width=table.width),) for cell in first]
        rows.append(tuple(replace(cell, column=cell.column - 1) for cell in row if cell.column > 1))
    if not _is_form([row for row in rows if len(row) > 1], labels):
        return None
    lines = tuple(tuple(replace(cell, row=at) for cell in row) for at, row in enumerate(rows, 1))
    return replace(table, rows=lines)


def _names(cell: Cell) -> bool:
    marker = marker_of(cell, _OBJECTS)
    return marker is not None and bool(marker.number)


# --- objects side by side


def _side_by_side(table: Table, labels: Labels) -> tuple[Table, ...]:
    """Parts a table whose columns are commitments or working groups, with the questions in front of them."""
    rows = [row for row in table.rows if row]
    head = rows[0] if rows else ()
    if len(head) > 1 and all(map(_is_group, head)) and not any(_asks_one(row, labels) for row in rows[1:]):
        return tuple(_column(table, cell.column) for cell in head)
    if table.width < 3:
        return ()
    marked = [marker_of(cell, _OBJECTS) for cell in head[1:]]
    names = len(marked) > 1 and all(marker is not None and marker.number for marker in marked)
    body = rows[1:] if names else rows
    if not body or any(len(row) < 2 for row in body):
        return ()
    titled = [row for row in body if names_several(row[1:], labels.meanings(row[0].text))]
    if not (names or titled) or not _asks_of_each(body, head if names else titled[0], titled, labels):
        return ()
    starts = [cell.column for cell in (head[1:] if names else max(body, key=len)[1:])]
    return tuple(_part(table, column, last=number == len(starts) - 1) for number, column in enumerate(starts))


def _asks_of_each(body: Sequence[Row], named: Row, titled: Sequence[Row], labels: Labels) -> bool:
    """Tells whether rows are questions with an answer for each of several objects.

    Where the names stand first, and each row has a cell for each, nobody need know all the questions, and answers may
    be words of labels: "Statut | Réalisé | En cours".
    """
    answering = not any(_asks(cell, labels) for row in body for cell in row[1:])
    if answering and all(_asks(row[0], labels) for row in body):
        return True
    if any(len(row) != len(named) or not row[0].text for row in body) or named in body[_FIRST_NAMES:]:
        return False
    return _is_form(body, labels) and not any(_asks(cell, labels) for row in titled for cell in row[1:])


def _is_group(cell: Cell) -> bool:
    marker = read_marker(cell.text, ("group",))
    return marker is not None and bool(marker.number)


def _asks_one(row: Row, labels: Labels) -> bool:
    """Tells whether the first cell of a row asks, and others do not: a question with its answers."""
    return _asks(row[0], labels) and not all(_asks(cell, labels) for cell in row)


def _column(table: Table, column: int) -> Table:
    """Gives one column of a table."""
    rows = ([cell for cell in row if cell.column <= column < cell.column + cell.width] for row in table.rows)
    return replace(table, rows=tuple(tuple(replace(cell, column=1, width=1) for cell in row) for row in rows), width=1)


def names_several(cells: Sequence[Cell], meanings: Sequence[Meaning]) -> bool:
    """Tells whether cells name several objects, in one language, where a question asks for the name of one."""
    names = {cell.text for cell in cells}
    scripts = {language_of(name, "latin") for name in names}
    asked = any(meaning[:2] in _TITLES for meaning in meanings)
    return asked and "" not in names and len(names) == len(cells) > 1 and len(scripts) == 1


def _part(table: Table, column: int, *, last: bool) -> Table:
    """Gives the questions with the answers of one column; cells of the questions that stay blank are left out."""
    rows = []
    for row in table.rows:
        first = [replace(cell, width=1) for cell in row if cell.column == 1 and cell.text]
        here = [cell for cell in row if 1 < cell.column <= column < cell.column + cell.width]
        if last:
            here += [cell for cell in row if cell.column > column and cell not in here]
        rows.append((*first, *(replace(cell, column=2, width=1) for cell in here)))
    return replace(table, rows=tuple(rows), width=2)
