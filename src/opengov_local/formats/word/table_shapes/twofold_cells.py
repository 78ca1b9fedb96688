"""Cards in two languages whose cells hold both label and answer: "Titre : Portail" beside «العنوان: بوابة»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.table_shapes.table_parts import Answer, Captions, Loose, Part
from opengov_local.formats.word.table_shapes.twofold import NAMED, named_twice, shared, tongues_of
from opengov_local.formats.wording.labels.labels import Labelled, Labels
from opengov_local.formats.wording.words.caption_words import names_languages
from opengov_local.formats.wording.words.markers import read_marker

_FEWEST: Final = 2
"""Rows in two languages that tell how a table is made."""
_LABEL: Final = re.compile(r"\s*(?P<label>[^:：]{2,60}?)\s*(?P<by>[:：])\s*(?P<value>\S.*)", re.DOTALL)


class Side(NamedTuple):
    """A cell that holds a label, and its answer or none."""

    cell: Cell
    said: Labelled


def told_in_cells(table: Table, labels: Labels) -> list[Part] | None:
    """Reads a table whose rows say the same in two languages, label and answer in one cell each; None for any other.

    Args:
        table: the table.
        labels: knows labels.
    """
    filled = ([cell for cell in row if cell.text or cell.tables] for row in table.rows)
    rows = [line for row in filled if row for line in _lines(row, labels)]
    evident = sum(_shows(row, labels) for row in rows)
    if evident < _FEWEST or not all(len(row) == 1 or tongues_of(row) for row in rows):
        return None
    return [part for row in rows for part in _parts(row, labels)]


def _lines(row: list[Cell], labels: Labels) -> list[list[Cell]]:
    """Gives a row, or one for each label where its two cells hold the same number of them, line by line."""
    sides = [_by_label(cell, labels) for cell in row] if tongues_of(row) and not any(c.tables for c in row) else []
    if not sides or len(sides[0]) != len(sides[1]) or len(sides[0]) < _FEWEST:
        return [row]
    pairs = [list(pair) for pair in zip(*sides, strict=True)]
    return pairs if all(_shows(pair, labels) or named_twice(pair) for pair in pairs) else [row]


def _by_label(cell: Cell, labels: Labels) -> list[Cell]:
    """Parts a cell where lines begin with a label, or name an object."""

    def begins(line: str) -> bool:
        said = labels.read(line)
        return (said is not None and bool(said.value)) or read_marker(line, NAMED) is not None

    return cell.parted(begins)


def _shows(row: Sequence[Cell], labels: Labels) -> bool:
    """Tells whether a row shows that all is said twice: one question with its answer, in two languages."""
    said = [labels.read(cell.text) for cell in row] if tongues_of(row) else []
    return bool(said) and all(each and each.value for each in said) and bool(shared([e.meanings for e in said if e]))


def _parts(row: Sequence[Cell], labels: Labels) -> Iterator[Part]:
    if len(row) == 1:
        said = labels.read(row[0].text)
        yield Answer(row[0], said, (), alone=True) if said and said.value else Loose(row[0], alone=True)
        return
    named = named_twice(row)
    sides = _sides(row, labels) if named is None else None
    if names_languages(cell.text for cell in row):
        yield Captions(tuple(row))
    elif named is not None:
        yield named
    elif sides is None:
        yield from (_apart(cell, labels) for cell in row)
    else:
        yield from _asked(*sides)


def _apart(cell: Cell, labels: Labels) -> Part:
    """Reads a cell by itself that says something else than the one beside it."""
    said = labels.read(cell.text)
    return Answer(cell, said, (), alone=True) if said is not None and said.value else Loose(cell, alone=False)


def _sides(row: Sequence[Cell], labels: Labels) -> tuple[Side, Side] | None:
    """Gives the two labels of a row with their answers; one of the labels may be unknown. None where they differ."""
    read = [labels.read(cell.text) for cell in row]
    meanings = shared([said.meanings for said in read if said is not None])
    if not meanings:
        return None
    said = [each or _unknown(cell.text) for each, cell in zip(read, row, strict=True)]
    one, other = ((cell, each) for cell, each in zip(row, said, strict=True))
    if one[1] is None or other[1] is None:
        return None
    return Side(one[0], one[1]._replace(meanings=meanings)), Side(other[0], other[1])


def _unknown(text: str) -> Labelled | None:
    """Parts a text at its first colon: what is in front of it is a label that nobody knows."""
    found = _LABEL.match(text)
    return Labelled((), found["label"], found["value"].strip(), found["by"]) if found else None


def _asked(one: Side, other: Side) -> Iterator[Part]:
    values = tuple(_answer(side) for side in (one, other) if side.said.value or side.cell.tables)
    yield Answer(one.cell, one.said._replace(value=""), values, twofold=len(values) > 1)
    yield Captions(tuple(side.cell for side in (one, other) if not side.said.value))


def _answer(side: Side) -> Cell:
    """Gives a cell without the label it begins with."""
    cell, values = side.cell, [line.strip() for line in side.said.value.splitlines() if line.strip()]
    if not values:
        return replace(cell.of(()), tables=cell.tables)
    there = zip(cell.lines[-len(values) :], values, strict=True)
    return replace(cell, paragraphs=tuple(replace(line, text=text) for line, text in there))
