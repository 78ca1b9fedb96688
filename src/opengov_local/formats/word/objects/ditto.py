"""Cells of records that say to be the same as the one above ("idem", a ditto mark), read as what that says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from opengov_local.account import Piece
from opengov_local.finding import Severity
from opengov_local.formats.tables.sheets.ditto import ditto_severity, meant, rows_of
from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.table_shapes.table_parts import Column, Records
from opengov_local.formats.wording.headings.phrases import is_no_value
from opengov_local.formats.wording.words.same_words import is_ditto, is_doubtful, names_another, number_named

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
    named = {} if writing.own_form else _of_named(writing, records, made)
    if not made and not named:
        return records
    _say(writing, records, {key: said for key, said in made.items() if not (key in named or _is_untold(said[1]))})
    told = {key: cell for key, (_, cell) in made.items() if not _is_untold(cell)} | named
    rows = tuple(
        (number, {at: told.get(id(cell), cell) for at, cell in cells.items()}) for number, cells in records.rows
    )
    return replace(records, rows=rows)


def _is_untold(cell: Cell) -> bool:
    return bool(number_named(cell.text.strip()))


def _of_named(writing: Writing, records: Records, made: Mapping[int, tuple[Piece, Cell]]) -> dict[int, Cell]:
    """Gives the cells that say to be the same as that of a project which they name by its number; each is said.

    Those that name none, or one that has nothing or several things there, stay as they are.
    """
    column = next((one.number for one in records.columns if _asks(one, "number", "commitment")), None)
    counted = [cells[column].text.strip() if column in cells else "" for _, cells in records.rows] if column else []
    found: dict[int, Cell] = {}
    for one in records.columns if any(counted) else ():
        there = [cells.get(one.number) for _, cells in records.rows]
        said = [made[id(cell)][1] if cell is not None and id(cell) in made else cell for cell in there]
        texts = [cell.text if cell is not None else None for cell in said]
        for at, (cell, text) in enumerate(zip(there, texts, strict=True)):
            number = number_named(text.strip()) if text and cell is not None and one.number != column else ""
            value = meant(counted, texts, at) if number and cell is not None else None
            if cell is None or not number or cell.row != records.rows[at][0]:
                continue
            if value is None:
                if not rows_of(number, counted):
                    writing.draft.say("import/unknown-reference", cell.piece, number=number)
                continue
            other = next(each for each in said if each is not None and each.text == value)
            found[id(cell)] = replace(cell, piece=cell.piece._replace(text=other.text), paragraphs=other.paragraphs)
            writing.draft.say("import/same-as-other", cell.piece, severity=_weight(records, one), heading=one.label,
                              text=cell.text.strip(), number=number, value=other.text.strip())  # fmt: skip
    return found


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
            elif over is not None and (_is_untold(over) or not names_another(over.text)):
                said = cell.piece._replace(text=over.text)
                made[key] = (cell.piece, replace(cell, piece=said, paragraphs=over.paragraphs))
    return made


def _say(writing: Writing, records: Records, made: Mapping[int, tuple[Piece, Cell]]) -> None:
    """Tells each column in which cells were read as what stands above them."""
    columns: dict[int, list[Piece]] = defaultdict(list)
    for piece, cell in made.values():
        columns[cell.column].append(piece)
    headings = {column.number: column for column in records.columns}
    for number, (first, *others) in columns.items():
        column = headings.get(number)
        weight = _weight(records, column)
        writing.draft.say("import/same-as-above", first, severity=weight, heading=column.label if column else "",
                          text=first.text.strip(), count=1 + len(others))  # fmt: skip


def _weight(records: Records, column: Column | None) -> Severity:
    return ditto_severity(
        of_money=column is not None and _asks(column, "budget"),
        of_projects=column is not None and _asks(column, "title", "commitment"),
        numbered=any(_asks(each, "number") for each in records.columns),
        of_steps=any(_asks(each, "title", "milestone", "commitment") for each in records.columns),
    )


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
