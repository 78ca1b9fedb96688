"""Tables of a Word file that say how the plan was made; they are kept, but for when it was adopted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from opengov_local.formats.tables.other_tables.making import of_making
from opengov_local.formats.word.docx.blocks import Block, Cell, Paragraph, Table
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.fields import values
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.table_shapes.roles import roles_of
from opengov_local.formats.word.table_shapes.table_parts import Column
from opengov_local.formats.word.texts.headings import LOWEST, level, named_by
from opengov_local.formats.word.texts.passages import of_cells
from opengov_local.formats.wording.labels.labels import Labels, choose
from opengov_local.importing.dates import read_date

_FARTHEST = 60
"""Blocks above a table among which its headings stand."""
_FEWEST = 2
"""Rows of such a table, with that of its headings."""


class Above(NamedTuple):
    """What stands above a table.

    Attributes:
        headings: the line right above it and its headings, the nearest first.
        is_section: whether the last of them begins a chapter, of a higher level than the names of commitments.
        behind_table: whether but headings, of an axis, stand between it and the table before it.
        before: the blocks before the table.
        ahead: those behind it.
    """

    headings: tuple[str, ...]
    is_section: bool
    behind_table: bool = False
    before: Sequence[Block] = ()
    ahead: Sequence[Block] = ()


def headings_above(whole: Sequence[Block], position: int, rank: int) -> Above:
    """Gives what stands above a table, up to what names an axis or commitment.

    Args:
        whole: the blocks of the file.
        position: how many of them stand before the table.
        rank: level of the heading that names the open commitment, 0 where none does.
    """
    found: list[str] = []
    blocks, ahead = whole[:position], whole[position + 1 :]
    lowest = LOWEST + 1
    for block in reversed(blocks[-_FARTHEST:]):
        if isinstance(block, Table):
            found = found or [""]
            continue
        here = level(block)
        if named_by(block, listing=False) is not None:
            break
        if 0 < here < lowest or (not found and block.text):
            found.append(block.text)
        lowest = min(lowest, here or lowest)
        if lowest == 1:
            break
    headings, behind = tuple(filter(None, found)), _is_behind_table(blocks)
    return Above(headings, is_section=1 == lowest < rank, behind_table=behind, before=blocks, ahead=ahead)


def _is_behind_table(blocks: Sequence[Block]) -> bool:
    """Tells whether the last table stands right above, or a heading right below it: no words behind it are its own."""
    below: Paragraph | None = None
    for block in reversed(blocks):
        if isinstance(block, Table):
            return below is None or bool(level(below) or named_by(below, listing=False))
        below = block if block.text else below
    return False


def keep_making(writing: Writing, labels: Labels, objects: Objects, table: Table, above: Above) -> bool:
    """Keeps a table that says how the plan was made, and says so; tells whether it was such.

    Where only its rows let one think so it is read as any other, and that is said.

    Args:
        writing: what is at hand.
        labels: the labels.
        objects: the plan so far: below a commitment stand its own steps.
        table: the table.
        above: what stands above it.
    """
    if writing.own_form or objects.gathering is not None or len(table.rows) < _FEWEST:
        return False
    if objects.commitment is not None and not above.is_section:
        return False
    head, *below = table.rows
    columns = [Column(cell.column, cell.text, labels.meanings(cell.text)) for cell in head if cell.text]
    named = {role.concept for role in roles_of(columns, in_commitment=False).values() if role.field == "title"}
    rows = [cells for cells in below if any(cell.text for cell in cells)]
    if named != {"milestone"} or not rows:
        return False
    found = of_making(above.headings, [" ".join(cell.text for cell in cells) for cells in rows])
    first = next(cell.piece for cell in rows[0] if cell.text)
    if found == "told":
        for cell in head:
            if cell.text:
                writing.draft.ignore(cell.piece, "heading")
        for cells in rows:
            _keep(writing, labels, objects, cells, {column.number: column.label for column in columns})
        writing.draft.say("import/making-kept", first, count=len(rows), text=first.text)
    elif found and objects.commitment is None:
        writing.draft.say("import/making-doubted", first, severity="info", count=len(rows), text=first.text)
    return found == "told"


def _keep(writing: Writing, labels: Labels, objects: Objects, cells: Sequence[Cell], heads: dict[int, str]) -> None:
    """Keeps a row; one of two cells that says when the plan was adopted is read."""
    there = [cell for cell in cells if cell.text]
    meaning = choose(labels.meanings(there[0].text), ("plan",)) if there else None
    adopted = meaning is not None and meaning.field == "adopted" and len(there) > 1
    for cell in there:
        passage = of_cells([cell])
        if adopted and cell is there[0]:
            writing.draft.ignore(cell.piece, "heading")
        elif adopted and passage is not None and read_date(passage.text, writing.context) is not None:
            values.put(writing, objects.plan, "adopted", passage, there[0].text)
        else:
            writing.draft.keep(cell.piece, objects.plan if objects.has_plan else None, label=heads.get(cell.column))
