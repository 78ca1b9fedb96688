"""Cells of records that say to be the same as the one above ("idem", a ditto mark), read as what that says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from opengov_local.account import Piece
from opengov_local.formats.tables.sheets.ditto import ditto_severity
from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.table_shapes.table_parts import Column, Records
from opengov_local.formats.wording.headings.phrases import is_no_value
from opengov_local.formats.wording.words.same_words import is_ditto, is_doubtful, names_another

_BODIES = ("leads", "supporting")


def with_above(writing: Writing, records: Records) -> Records:
    """Gives records in which cells that say "idem" say what stands above them; a finding tells each column.

    Args:
        writing: where the finding goes.
        records: records of a table.
    """
    if not writing.own_form:
        _say_doubts(writing, records)
    made = {} if writing.own_form else _same(records)
    if not made:
        return records
    _say(writing, records, made)
    rows = tuple(
        (number, {column: made[id(cell)][1] if id(cell) in made else cell for column, cell in cells.items()})
        for number, cells in records.rows
    )
    return replace(records, rows=rows)


def _same(records: Records) -> dict[int, tuple[Piece, Cell]]:
    """Gives the cells that stand for those above them, by the identity of each: as they are, and as what they say."""
    made: dict[int, tuple[Piece, Cell]] = {}
    above: dict[int, Cell] = {}
    titled = {column.number for column in records.columns if _asks(column, "title", but="milestone")}
    named = {column.number for column in records.columns if any(_asks(column, field) for field in _BODIES)}
    for number, cells in records.rows:
        fresh = {id(cell): cell for cell in cells.values() if cell.text and cell.row == number}
        for key, cell in fresh.items():
            over = above.get(cell.column)
            if not is_ditto(cell.text.strip(), titled=cell.column in titled, named=cell.column in named):
                if len({id(one) for one in cells.values() if one.text}) > 1 or len(cells) == 1:
                    above[cell.column] = cell
            elif over is not None and not names_another(over.text):
                said = cell.piece._replace(text=over.text)
                made[key] = (cell.piece, replace(cell, piece=said, paragraphs=over.paragraphs))
    return made


def _say(writing: Writing, records: Records, made: Mapping[int, tuple[Piece, Cell]]) -> None:
    """Tells each column in which cells were read as what stands above them."""
    columns: dict[int, list[Piece]] = defaultdict(list)
    for piece, cell in made.values():
        columns[cell.column].append(piece)
    headings = {column.number: column for column in records.columns}
    numbered = any(_asks(column, "number") for column in records.columns)
    of_steps = any(_asks(column, "title", "milestone", "commitment") for column in records.columns)
    for number, (first, *others) in columns.items():
        column = headings.get(number)
        weight = ditto_severity(
            of_money=column is not None and _asks(column, "budget"),
            of_projects=column is not None and _asks(column, "title", "commitment"),
            numbered=numbered,
            of_steps=of_steps,
        )
        writing.draft.say("import/same-as-above", first, severity=weight, heading=column.label if column else "",
                          text=first.text.strip(), count=1 + len(others))  # fmt: skip


def _say_doubts(writing: Writing, records: Records) -> None:
    """Says of each column how many cells below a filled one say "//", which are read as nothing."""
    titled = {column.number for column in records.columns if _asks(column, "title", but="milestone")}
    headings = {column.number: column.label for column in records.columns}
    filled: set[int] = set()
    found: dict[int, list[Piece]] = defaultdict(list)
    for number, cells in records.rows:
        for cell in {id(cell): cell for cell in cells.values() if cell.text and cell.row == number}.values():
            if cell.column not in titled and is_doubtful(cell.text):
                found[cell.column] += [cell.piece] if cell.column in filled else []
            elif is_no_value(cell.text):
                filled.discard(cell.column)
            else:
                filled.add(cell.column)
    for column, pieces in found.items():
        for first in pieces[:1]:
            writing.draft.say("import/same-or-nothing", first, severity="warning", heading=headings.get(column, ""),
                              text=first.text.strip(), count=len(pieces))  # fmt: skip


def _asks(column: Column, field: str, concept: str = "", but: str = "") -> bool:
    """Tells whether a column can ask for a field, of a concept if one is given, and not of another."""
    meant = {each.concept for each in column.meanings if each.field == field}
    return bool(meant) and (not concept or concept in meant) and but not in meant
