"""What a row of records names: the title of an axis, commitment or milestone, and the number beside it or in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from opengov_local.account import Piece
from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.word.table_shapes.roles import Role
from opengov_local.formats.word.table_shapes.table_parts import Records
from opengov_local.formats.word.texts.headings import marker_of
from opengov_local.formats.word.texts.passages import numbered, of_cells
from opengov_local.formats.wording.words.numbering import split_number


class Named(NamedTuple):
    """A commitment as a row names it: its number, "" where it has none, its title, and the cell of that."""

    number: str
    title: str
    piece: Piece


def title_on(roles: Mapping[int, Role], cells: Mapping[int, Cell], concept: str) -> tuple[Cell | None, str]:
    """Gives the cell of the title of a concept on a row, and the number beside it."""
    title = number = None
    for column, role in roles.items():
        if role.concept == concept and role.field == "title":
            title = cells.get(column)
        elif role.concept == concept and role.field == "number":
            number = cells.get(column)
    written = of_cells([number]) if number is not None else None
    return title, written.text if written is not None and not written.is_nothing else ""


def number_and_title(cell: Cell, concept: str) -> tuple[str, str]:
    """Gives number and title of an axis or commitment, as the cell of its title says them.

    Roman numbers count axes, "I. Transparence", and one may have no more than its number: "Axe premier".
    """
    marker = marker_of(cell, (concept,))
    if marker and (marker.title or (concept == "axis" and marker.number)):
        return marker.number, marker.title
    number, title = numbered(cell.text)
    if number or concept != "axis":
        return number, title
    said = split_number(cell.text.strip(), "axis_word")
    return said.number or "", said.title


def commitments_named(roles: Mapping[int, Role], records: Records) -> Iterator[Named]:
    """Gives the commitments that begin on the rows of some records, each with its number."""
    for number, cells in records.rows:
        cell, said = title_on(roles, cells, "commitment")
        if cell is not None and cell.text and cell.row == number:
            own, title = number_and_title(cell, "commitment")
            yield Named(said or own, title, cell.piece)
