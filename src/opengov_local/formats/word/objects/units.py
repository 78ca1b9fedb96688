"""What the units of a plan are: its actions, where nothing in it names projects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import repeat
from typing import Final, TypeVar

from opengov_local.formats.word.docx.blocks import Block, Cell, Paragraph, Table
from opengov_local.formats.word.head.kinds import Evidence
from opengov_local.formats.word.table_shapes.table_parts import Answer, Column, Loose, Part, Records
from opengov_local.formats.word.table_shapes.tables import parts_of
from opengov_local.formats.word.table_shapes.unmarked import asked_in, commitment_headings, names_commitment
from opengov_local.formats.word.texts.headings import is_contents, level, marker_of
from opengov_local.formats.wording.labels.labels import Labels, Meaning
from opengov_local.formats.wording.labels.table_meanings import may_name_in_tables
from opengov_local.formats.wording.words.markers import Marker, names_object, read_marker, word_of
from opengov_local.formats.wording.words.ordinals import without_ordinal
from opengov_local.formats.wording.words.plan_words import begins_with, names_plan
from opengov_local.importing.words import fold

_FEWEST: Final = 2
"""Actions that make a plan of a file which nothing else shows to be one."""
_CARD: Final = 2
"""Cells of the widest row of a card: question and answer."""
_Named = TypeVar("_Named", Paragraph, Cell)


def by_actions(blocks: Sequence[Block], labels: Labels, evidence: Evidence) -> tuple[list[Block], Labels] | None:
    """Takes the actions of a plan for its commitments, as tables of plans are read; None where they are none.

    They are where nothing names projects, neither by a word nor by places and numbers; then what stands below them is
    their milestones: activities, steps, and the actions whose numbers go on from theirs. It is decided for the whole
    of a file, before it is read: by its headings and numbered lines, else by the columns of its tables.

    Args:
        blocks: the blocks of the file.
        labels: the labels of the file.
        evidence: what the file shows of itself, read with the words as they are.
    """
    if evidence.kind == "minutes":
        return None
    actions = list(_actions(blocks))
    columns = [] if actions else list(_columns(blocks, labels))
    found = len(actions) or sum(len(records.rows) for records in columns)
    if not found or (evidence.kind == "other" and found < _FEWEST):
        return None
    if _names_projects(blocks, labels, columns):
        return None
    if not actions:
        names = {fold(column.label): (_named(column.meanings),) for each in columns for column in _units(each)}
        return list(blocks), labels.with_more(names)
    numbers = {action.number for action in actions}
    words = {fold(word): labels.meanings(word) for word in _words(blocks)}
    also = {word: (*meanings, _named(meanings)) for word, meanings in words.items() if meanings}
    return [_marked(block, numbers) for block in blocks], labels.with_more(also)


def names_units(blocks: Sequence[Block], labels: Labels) -> bool:
    """Tells whether anything in a file names projects, actions or activities: words, columns, or places and numbers."""
    if _names_projects(blocks, labels, ()) or any(True for _ in _actions(blocks)):
        return True
    for block in blocks:
        if isinstance(block, Table):
            asked = {each[:2] for meanings in asked_in(block, labels) for each in meanings}
            if ("milestone", "title") in asked:
                return True
        elif (marker := marker_of(block, ("milestone",))) is not None and marker.number and not is_contents(block):
            return True
    return False


# --- headings, lines and bands


def _actions(blocks: Iterable[Block]) -> Iterator[Marker]:
    """Gives the actions that headings, numbered lines, bands and the first cells of cards name."""
    for block in blocks:
        first = [row[0] for row in block.rows if 0 < len(row) <= _CARD] if isinstance(block, Table) else [block]
        yield from (marker for each in first if (marker := _action(each)) is not None)


def _action(block: Paragraph | Cell) -> Marker | None:
    """Reads what names an action: with its number, or as a heading."""
    heading = isinstance(block, Paragraph) and bool(level(block))
    if isinstance(block, Paragraph) and (block.named is not None or is_contents(block)):
        return None
    marker = read_marker(block.text, ("milestone",))
    if marker is None or not (marker.number or (heading and marker.title)):
        return None
    return marker._replace(concept="commitment") if _is_action(word_of(block.text)) else None


def _words(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        for each in block.cells() if isinstance(block, Table) else [block]:
            if _action(each) is not None:
                yield word_of(each.text)


def _marked(block: Block, numbers: set[str]) -> Block:
    """Marks the actions of a block as commitments, but for those that are parts of another action: "1.2.1" of "1.2"."""
    if isinstance(block, Paragraph):
        return _with_name(block, numbers)
    rows = tuple(tuple(_with_name(cell, numbers) for cell in row) for row in block.rows)
    return replace(block, rows=rows)


def _with_name(block: _Named, numbers: set[str]) -> _Named:
    marker = _action(block)
    if marker is None or any(marker.number.startswith(f"{number}{sign}") for number in numbers - {""} for sign in ".-"):
        return block
    return replace(block, named=marker)


# --- columns of tables


def _columns(blocks: Iterable[Block], labels: Labels) -> Iterator[Records]:
    """Gives the records that have a column of actions."""
    for block in blocks:
        if isinstance(block, Table):
            for part in parts_of(block, labels):
                if isinstance(part, Records) and not part.small and any(True for _ in _units(part)):
                    yield part


def _units(records: Records) -> Iterator[Column]:
    """Gives the columns of actions: what they ask for may name commitments in tables, and steps elsewhere."""
    for column in records.columns:
        asked = {each[:2] for each in column.meanings}
        names_part = ("milestone", "title") in asked or names_object(column.label)
        if names_part and ("commitment", "title") not in asked and may_name_in_tables(column.label):
            yield column


def _lies_on_axes(records: Records) -> bool:
    """Tells whether records have a column of axes: what stands beside them is no step of a heading above."""
    return any(("axis", "title") in {each[:2] for each in column.meanings} for column in records.columns)


# --- projects


def _names_projects(blocks: Sequence[Block], labels: Labels, columns: Sequence[Records]) -> bool:
    """Tells whether anything names projects or commitments: a word, or places and numbers.

    Headings without a word for it do where something is asked below them; actions are then their steps. They do not
    where a table has axes beside its actions, which are then no steps of what stands above it.
    """
    if any(map(_says_project, blocks, repeat(labels))):
        return True
    if any(map(_lies_on_axes, columns)):
        return False
    headings = (blocks[at] for at in commitment_headings(blocks, labels))
    return any(isinstance(block, Paragraph) and not _heads_actions(block) for block in headings)


def _says_project(block: Block, labels: Labels) -> bool:
    if isinstance(block, Table):
        return any(map(_is_named, parts_of(block, labels)))
    marker = marker_of(block, ("commitment",))
    if marker is not None and (marker.number or level(block)) and not is_contents(block):
        return True
    said = labels.asked_by(block)
    return said is not None and names_commitment(said.meanings) and not _of_action(said.label)


def _is_named(part: Part) -> bool:
    """Tells whether a part of a table names projects: a question, a column, or a band."""
    if isinstance(part, Answer):
        return names_commitment(part.said.meanings) and not _of_action(part.said.label)
    if isinstance(part, Records):
        return any(names_commitment(column.meanings) and not _of_action(column.label) for column in part.columns)
    marker = read_marker(part.cell.text, ("commitment",)) if isinstance(part, Loose) else None
    return marker is not None and bool(marker.number)


def _of_action(label: str) -> bool:
    """Tells whether a label asks for names of actions, "Intitulé de l'action", and not of projects."""
    words = [word for word in fold(label).split() if _is_action(word)]
    return bool(words) and not any(read_marker(f"{word} 1", ("commitment",)) for word in words)


def _heads_actions(block: Paragraph) -> bool:
    """Tells whether a heading stands above all actions, "Les actions", and is no title of a project."""
    bare = without_ordinal(block.text) or block.text
    return names_plan(bare) or any(begins_with(bare, kind) for kind in ("parts", "section"))


def _is_action(word: str) -> bool:
    """Tells whether a word for a part of a project may name commitments in tables: "Action", and not "Activité"."""
    return names_object(word) and may_name_in_tables(word)


def _named(meanings: Sequence[Meaning]) -> Meaning:
    return Meaning("commitment", "title", meanings[0].language)
