"""Cards of projects in one cell each, line by line: "Intitulé : Portail⏎Responsable : DSI"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.table_shapes.table_parts import Answer, Loose, Part
from opengov_local.formats.wording.labels.labels import Labelled, Labels, Meaning
from opengov_local.importing.words.printed_numbers import NUMBER

_FEWEST: Final = 2
"""Cards in a table, and questions on a card, that are no accident."""
_TITLE: Final = ("commitment", "title")
_COUNTS: Final = Meaning("commitment", "number")
_ASKS: Final = re.compile(r"\s*[^\W\d_][^:：]{1,60}[:：]")
_NUMBER: Final = re.compile(rf"\s*{NUMBER}\s*[.)]?\s*")


def cards_in_cells(table: Table, labels: Labels) -> list[Part] | None:
    """Reads a table whose cells are a project each, the title in the first line; None for any other.

    Numbers alone may stand beside them.

    Args:
        table: the table.
        labels: knows labels.
    """
    cards = [cell for cell in table.cells() if cell.text and not _NUMBER.fullmatch(cell.text)]
    if len(cards) < _FEWEST or any(cell.tables for cell in table.cells()):
        return None
    asked = {id(cell): cell.parted(_ASKS.match) for cell in cards}  # also in words that nobody knows
    if not all(_is_card(lines, labels) for lines in asked.values()):
        return None
    return [part for row in table.rows for part in _row(row, asked, labels)]


def _is_card(lines: Sequence[Cell], labels: Labels) -> bool:
    """Tells whether the first line of a cell alone gives the title of a project, and others more of it."""
    said = [labels.read(line.text) for line in lines]
    titled = [each is not None and bool(each.value) and _titles(each.meanings) for each in said]
    known = [each for each in said if each is not None]
    return titled[0] and not any(titled[1:]) and len(known) >= _FEWEST


def _titles(meanings: Sequence[Meaning]) -> bool:
    return any(meaning[:2] == _TITLE for meaning in meanings)


def _row(row: Sequence[Cell], asked: dict[int, list[Cell]], labels: Labels) -> Iterator[Part]:
    """Gives what the cards of a row say; a number in front of one is its own."""
    numbers: list[Cell] = []
    for cell in row:
        if id(cell) not in asked:
            numbers += [cell] if cell.text else []
            continue
        for line in asked[id(cell)]:
            said = labels.read(line.text)
            if said is None:
                yield Loose(replace(line, column=1), alone=False)  # a question that nobody knows
                continue
            title = tuple(meaning for meaning in said.meanings if meaning[:2] == _TITLE)
            yield Answer(line, said._replace(meanings=title or said.meanings), (), alone=True)
            for number in numbers:
                yield Answer(number.of(()), Labelled((_COUNTS,), ""), (number,))
            numbers = []
    for number in numbers:
        yield Loose(number, alone=True)
