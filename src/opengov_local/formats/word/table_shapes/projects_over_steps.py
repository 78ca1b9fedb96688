"""Projects with their activities below them, in one column or list: "Projet / Activités" over "Portail :" and items."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final, NamedTuple

from opengov_local.formats.word.docx.blocks import Block, Cell, Paragraph, Table
from opengov_local.formats.word.texts.headings import level
from opengov_local.formats.word.texts.passages import bare, is_item, of_paragraph
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.markers import Marker
from opengov_local.importing.words.tables import AND

_AND: Final = re.compile(rf"\s*[/|&+\n]\s*|\s+(?:{AND})\s+|\s+و\s?(?=ال)", re.IGNORECASE)
_ENDS: Final = (":", "：")
_SIGNS: Final = " \u00a0:："
_PARTS: Final = ("commitment", "milestone")
Group = tuple[list[Paragraph], list[Paragraph]]
"""The line that names a project, and those of its steps."""


class _Column(NamedTuple):
    """A column of projects over their steps.

    Attributes:
        cell: its heading.
        words: the two words of its heading.
        groups: what each cell below it holds, by its row.
    """

    cell: Cell
    words: tuple[str, str]
    groups: Mapping[int, Sequence[Group]]


def with_steps_apart(blocks: Sequence[Block], labels: Labels) -> list[Block]:
    """Gives the blocks of a file with the steps of projects in a column of their own, where one column holds both.

    Args:
        blocks: the blocks of a file.
        labels: what headings mean.
    """
    made: list[Block] = []
    over = below_name = False
    for block, below in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Table):
            column = _column(block, labels)
            made.append(_parted(block, column) if column is not None else block)
            over = below_name = False
            continue
        over = _parts(block.text, labels) is not None if level(block) or not over else over
        item, title = _is_item(block), block.text.rstrip(_SIGNS)
        if over and not item:
            ends = title != block.text.rstrip() and not _asks(title, labels)
            below_name = ends and isinstance(below, Paragraph) and _is_item(below)
        named = Marker(_PARTS[item], "", bare(title) if item else title, "") if over and below_name else None
        made.append(replace(block, named=named) if named is not None else block)
    return made


def _asks(title: str, labels: Labels) -> bool:
    """Tells whether a line before a list asks for something and names no project: "Objectifs", "Partenaires sont"."""
    return bool(labels.meanings(title) or labels.meanings(title.rpartition(" ")[0]))


def _is_item(paragraph: Paragraph) -> bool:
    return paragraph.piece is not None and is_item(of_paragraph(paragraph, paragraph.piece).lines[0])


def _parts(heading: str, labels: Labels) -> tuple[str, str] | None:
    """Parts a heading that has a word for projects and one for steps, and no other; None for others."""
    words = [word for word in _AND.split(heading.strip(_SIGNS)) if word]
    if len(words) != len(_PARTS) or not all(map(_names, words, _PARTS, [labels, labels])):
        return None
    return words[0], words[1]


def _column(table: Table, labels: Labels) -> _Column | None:
    """Finds a column that is headed with words for projects and for steps, and names projects above lists of them."""
    for cell in next((row for row in table.rows if len(row) > 1 or table.width == 1), ()):
        words = _parts(cell.text, labels) if cell.width == 1 else None
        if words is None:
            continue
        below = [each for row in table.rows[cell.row :] for each in row if each.column == cell.column and each.text]
        groups = {each.row: _groups(each) for each in below if each.width == 1}
        if groups and all(groups.values()) and any(steps for said in groups.values() for _, steps in said):
            return _Column(cell, words, groups)
    return None


def _names(word: str, concept: str, labels: Labels) -> bool:
    named = {each.concept for each in labels.meanings(word) if each.field == "title"}
    return concept in named and named.isdisjoint(set(_PARTS) - {concept})


def _groups(cell: Cell) -> list[Group]:
    """Parts the lines of a cell at those that name a project; nothing where that cannot be told."""
    lines = cell.lines
    items = [is_item(of_paragraph(line, cell.piece).lines[0]) for line in lines]
    ends = [line.text.rstrip().endswith(_ENDS) for line in lines]
    heads = ends if any(ends) else [not item for item in items]
    if cell.tables or not heads[0] or any(head and item for head, item in zip(heads, items, strict=True)):
        return []
    if any(items) and any(not head and not item for head, item in zip(heads, items, strict=True)):
        return []
    found: list[Group] = []
    for line, head in zip(lines, heads, strict=True):
        if head:
            found.append(([replace(line, text=line.text.rstrip(_SIGNS))], []))
        else:
            found[-1][1].append(line)
    return found


def _parted(table: Table, column: _Column) -> Table:
    """Gives a table with two columns in the place of one, and a row for each project."""
    at = column.cell.column
    counts = [len(column.groups.get(row, ())) or 1 for row in range(1, len(table.rows) + 1)]
    starts = [1 + sum(counts[:row]) for row in range(len(counts))]
    rows: list[list[Cell]] = [[] for _ in range(sum(counts))]
    for cell in table.cells():
        last = min(cell.row - 1 + cell.height, len(counts))
        moved = replace(cell, row=starts[cell.row - 1], height=sum(counts[cell.row - 1 : last]))
        here = moved.row - 1
        if cell is column.cell:
            first, second = (replace(moved, said=word) for word in column.words)
            rows[here] += [first, replace(second, column=at + 1)]
        elif cell.column == at and cell.width == 1 and cell.row in column.groups:
            for number, group in enumerate(column.groups[cell.row]):
                parts = [replace(moved.of(lines), row=moved.row + number, height=1) for lines in group]
                rows[here + number] += [parts[0], replace(parts[1], column=at + 1)]
        elif cell.column <= at:
            over = cell.column + cell.width > at
            rows[here].append(replace(moved, width=cell.width + over))
        else:
            rows[here].append(replace(moved, column=cell.column + 1))
    lines = tuple(tuple(sorted(row, key=lambda cell: cell.column)) for row in rows)
    return replace(table, rows=lines, width=table.width + 1)
