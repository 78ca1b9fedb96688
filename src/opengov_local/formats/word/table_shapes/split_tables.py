"""Tables that go on in a second one, without headings or below them again, as where a page broke them: read as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.tables.columns.help_rows import counts_columns
from opengov_local.formats.word.docx.blocks import Block, Cell, Paragraph, Table
from opengov_local.formats.word.table_shapes.table_parts import Records
from opengov_local.formats.word.table_shapes.tables import parts_of
from opengov_local.formats.word.table_shapes.totals import total_of
from opengov_local.formats.word.texts.headings import marker_of, named_by
from opengov_local.formats.wording.labels.labels import Labels, choose
from opengov_local.formats.wording.words.continued import breaks_page, without_continued
from opengov_local.formats.wording.words.meaning import LISTS
from opengov_local.formats.wording.words.minute_words import names_table
from opengov_local.importing.words import fold
from opengov_local.importing.words.numerals import plain_digits

_FEWEST: Final = 3
"""Columns of a table that may go on in another: tables of two are questions with their answers."""
_DEPTH: Final = 2
"""Rows of headings that are merged."""
_HIGHEST: Final = 4
"""Rows among which the numbers of columns stand."""
_AXES: Final = ("axis", "subaxis")
_NAMED: Final = frozenset(
    {(concept, field) for concept in ("axis", "commitment") for field in ("title", "number_title")}
)
"""What names that to which a row belongs."""
Covering = dict[int, Cell]


class Joined(NamedTuple):
    """The blocks of a file with its split tables joined.

    Attributes:
        blocks: the blocks.
        halves: the first words of each half that was joined.
        again: the cells of headings that stood again above a half, and are in no table now.
    """

    blocks: list[Block]
    halves: tuple[Piece, ...] = ()
    again: tuple[Piece, ...] = ()


def joined_tables(blocks: Iterable[Block], labels: Labels) -> Joined:
    """Joins each table of records with the one right behind it that has as many columns, no headings, and like rows.

    One that has the same headings again goes on with the table above where its first row leaves blank which project or
    axis it belongs to, or axes are named in rows of their own above and it has other projects. One below the next axis
    stays apart, with what its columns hold.

    Args:
        blocks: the blocks of a file.
        labels: what headings mean.
    """
    made: list[Block] = []
    halves: list[Piece] = []
    again: list[Piece] = []
    for each in blocks:
        block, repeated = without_repeated(each) if isinstance(each, Table) else (each, ())
        again += repeated
        at = len(made) - 1
        if at > 0 and isinstance(line := made[at], Paragraph) and _goes_on_below(line.text):
            at -= 1
        above = made[at] if made else None
        if isinstance(block, Table) and (told := _told_above(made, block, labels)):
            block = replace(block, told=told)
            halves += [piece for piece in block.pieces() if any(map(str.isalpha, piece.text))][:1]
        if not isinstance(block, Table) or not isinstance(above, Table):
            made.append(block)
            continue
        heads = _headed_again(above, block, labels)
        if not heads and not _goes_on(above, block, labels):
            made.append(block)
            continue
        again += (cell.piece for row in block.rows[:heads] for cell in row if cell.text)
        made[at] = _joined(above, block, heads)
        first, *others = [piece for piece in block.pieces() if piece not in again]
        halves.append(next((piece for piece in (first, *others) if any(map(str.isalpha, piece.text))), first))
    return Joined(made, tuple(halves), tuple(again))


def _goes_on_below(text: str) -> bool:
    """Tells whether a line says that the table above goes on below it: "Suite du tableau", "Tableau 1 (suite)"."""
    return breaks_page(text) or names_table(without_continued(text) or "")


def without_repeated(table: Table) -> tuple[Table, tuple[Piece, ...]]:
    """Takes off rows of merged headings that stand again further down, as where a page begins; gives their pieces.

    So does a row that numbers the columns below their headings.
    """
    table, numbers = _without_column_numbers(table)
    head = table.rows[0] if table.rows else ()
    depth = max((max(cell.height, 1 + (cell.width > 1)) for cell in head), default=1)
    heads = [_shape(row) for row in table.rows[:depth]]
    if depth < _DEPTH or len(head) < _DEPTH or not all(heads):
        return table, numbers
    gone: set[int] = set()
    for at in range(depth, len(table.rows) - depth + 1):
        if [_shape(row) for row in table.rows[at : at + depth]] == heads:
            gone |= {*range(at, at + depth)}
    rows = tuple(() if at in gone else row for at, row in enumerate(table.rows))
    again = tuple(cell.piece for at in gone for cell in table.rows[at] if cell.text)
    return replace(table, rows=rows), (*numbers, *again)


def _without_column_numbers(table: Table) -> tuple[Table, tuple[Piece, ...]]:
    """Takes off the row below the headings that numbers the columns, "(1) | (2) | (3)", where words stand below it."""
    heads = table.rows[:_HIGHEST]
    at = next((at for at, row in enumerate(heads) if at and counts_columns([cell.text for cell in row])), 0)
    numbers, below = heads[at] if at else (), table.rows[at + 1 :]
    if len(numbers) != table.width or plain_digits(numbers[0].text).strip("() ") != "1":
        return table, ()
    if not any(map(str.isalpha, "".join(cell.text for row in below for cell in row))):
        return table, ()
    rows = tuple(() if row is numbers else row for row in table.rows)
    return replace(table, rows=rows), tuple(cell.piece for cell in numbers)


def _shape(row: Sequence[Cell]) -> list[tuple[int, int, int, str]]:
    """Gives where the cells of a row lie, and their folded texts."""
    return [(cell.column, cell.width, cell.height, fold(cell.text)) for cell in row]


def _headed_again(above: Table, below: Table, labels: Labels) -> int:
    """Gives how many rows of the headings above stand again over rows that go on; 0 where the table is another one."""
    first, second = _last_records(above, labels), _last_records(below, labels)
    if first is None or second is None or above.width != below.width:
        return 0
    if [cell.text for cell in first.headings] != [cell.text for cell in second.headings]:
        return 0
    number, cells = second.rows[0]
    heads = number - 1
    if sum(bool(cell.text) for row in below.rows[:heads] for cell in row) != len(second.headings):
        return 0
    asked = {column.number: {each[:2] for each in column.meanings} for column in second.columns}
    named = [
        cells.get(column) for column, meant in asked.items() if meant & _NAMED and ("milestone", "title") not in meant
    ]
    blank = any(cell is None or not cell.text for cell in named) or _is_under_axis(above, below, heads)
    return heads if blank and any(cell.text for cell in cells.values()) else 0


def _is_under_axis(above: Table, below: Table, heads: int) -> bool:
    """Tells whether the first row of a table names no axis, as rows above do, and no row is one of those again."""
    axes = [row for row in above.rows if _names_axis(row, above.width)]
    again = {fold(row[0].text) for row in above.rows if row} & {fold(row[0].text) for row in below.rows[heads:] if row}
    return bool(axes) and not again and not _is_band(below.rows[heads], below.width)


def _goes_on(above: Table, below: Table, labels: Labels) -> bool:
    if above.width != below.width or above.width < _FEWEST or not any(True for _ in below.pieces()):
        return False
    if any(cell.tables for cell in below.cells()) or (records := _last_records(above, labels)) is None:
        return False
    axes = any(_names_axis(row, above.width) for row in above.rows)
    if any(_is_band(row, below.width) and not (axes and _names_axis(row, below.width)) for row in below.rows):
        return False
    rows = [(row, below.covering[at]) for at, row in enumerate(below.rows) if _is_record(records, row)]
    if not rows:
        return not all(_is_band(row, below.width) for row in below.rows)  # nothing but the total of those above
    asks = any(labels.meanings(cell.text) for row, _ in rows for cell in row[:1] if cell.text)
    if asks or sum(bool(labels.meanings(cell.text)) for cell in below.rows[0] if cell.text) > 1:
        return False
    over = [cells for number, cells in records.rows if _is_record(records, above.rows[number - 1])]
    return _are_alike(records, over, [cells for _, cells in rows])


def _names_axis(row: Sequence[Cell], width: int) -> bool:
    return _is_band(row, width) and marker_of(row[0], _AXES) is not None


def _is_record(records: Records, row: Sequence[Cell]) -> bool:
    """Tells whether a row is none over all columns, and none of totals."""
    titles = [column.number for column in records.columns if {each[:2] for each in column.meanings} & _NAMED]
    return not _is_band(row, len(records.columns)) and total_of([cell for cell in row if cell.text], titles) is None


def _told_above(made: Sequence[Block], below: Table, labels: Labels) -> tuple[tuple[int, str], ...]:
    """Gives what the columns of a table of projects hold that stands below the next axis, without headings again."""
    line, above = (made[-1], made[-2]) if len(made) > 1 else (None, None)
    if not isinstance(line, Paragraph) or not isinstance(above, Table) or not _goes_on(above, below, labels):
        return ()
    named, records = named_by(line, listing=False), _last_records(above, labels)
    if named is None or named.concept not in ("axis", "subaxis") or records is None:
        return ()
    meant = {column.number: choose(column.meanings, ("commitment",)) for column in records.columns}
    told = tuple((at, each.field) for at, each in meant.items() if each is not None and each.field not in LISTS)
    return told if len(told) == below.width and "title" in dict(told).values() else ()


def _is_band(row: Sequence[Cell], width: int) -> bool:
    return len(row) == 1 and row[0].width == width


def _last_records(table: Table, labels: Labels) -> Records | None:
    """Gives the records that a table ends with, below headings over all columns; None where it ends otherwise."""
    *_, last = (None, *parts_of(table, labels))
    if not isinstance(last, Records) or not last.rows or last.rows[-1][0] != len(table.rows):
        return None
    return last if len(last.columns) == table.width and not last.small else None


def _are_alike(records: Records, above: Sequence[Covering], below: Sequence[Covering]) -> bool:
    """Tells whether rows go on with those of a table: numbers stand where numbers stood, and something ties them."""
    tied = False
    for column in (column.number for column in records.columns):
        over = list(_texts(above, column))
        under = list(_texts(below, column))
        counted = bool(over) and all(map(_has_digit, over))
        if counted and not all(map(_has_digit, under)):
            return False
        tied |= (counted and bool(under)) or bool(set(map(fold, over)) & set(map(fold, under)))
    first = below[0].get(1)
    return tied or first is None or not first.text


def _texts(rows: Iterable[Covering], column: int) -> Iterator[str]:
    """Gives the words of each cell of a column once."""
    seen: set[int] = set()
    for cells in rows:
        cell = cells.get(column)
        if cell is not None and cell.text and cell.column == column and id(cell) not in seen:
            seen.add(id(cell))
            yield cell.text


def _has_digit(text: str) -> bool:
    return any(map(str.isdecimal, text))


def _joined(above: Table, below: Table, heads: int = 0) -> Table:
    """Puts the rows of a table below those of another, without its headings; each cell keeps its place in the file."""
    down = len(above.rows) - heads
    moved = (tuple(replace(cell, row=cell.row + down) for cell in row) for row in below.rows[heads:])
    return replace(above, rows=(*above.rows, *moved))
