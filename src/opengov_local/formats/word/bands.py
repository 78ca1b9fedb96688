"""Rows of one cell over all columns that name axes without the word for it: "I. Gouvernance" above its projects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from opengov_local.formats.tables.phrases import begins
from opengov_local.formats.word.blocks import Cell
from opengov_local.formats.word.headings import CONCEPTS
from opengov_local.formats.word.markers import Marker, read_marker
from opengov_local.formats.word.objects import Objects
from opengov_local.formats.word.ordinals import after_ordinal
from opengov_local.formats.word.passages import numbered
from opengov_local.formats.word.roles import Role
from opengov_local.formats.word.table_parts import Records
from opengov_local.formats.word.writing import Writing
from opengov_local.importing.dates import read_date

_FEWEST: Final = 2
_LONGEST: Final = 160
_ENDS: Final = (".", ":", "：", "?", "؟", ";", "؛")


def axes_in_bands(writing: Writing, objects: Objects, records: Records, roles: Mapping[int, Role]) -> dict[int, Marker]:
    """Gives the axes that bands name, by the row of each, and says so; none where they may say something else.

    Two bands at the least are axes where the first stands above all projects, and each has projects below it. One with
    nothing below it, behind all others, is a note. Below a project or an axis they are parts of that, and no axes.

    Args:
        writing: says what was taken for an axis.
        objects: the objects of the plan.
        records: the records of a table.
        roles: what its columns are.
    """
    if writing.own_form or objects.commitment is not None or objects.axis is not None:
        return {}
    bands = _bands(records, roles)
    for cell in bands:
        writing.draft.say("import/assumed", cell.piece, severity="info", field="axes", value=cell.text)
    return {cell.row: Marker("axis", *_parted(cell.text.strip()), "") for cell in bands}


def _bands(records: Records, roles: Mapping[int, Role]) -> list[Cell]:
    named = {(role.concept, role.field): column for column, role in roles.items()}
    if ("commitment", "title") not in named or ("axis", "title") in named:
        return []
    kinds = list(_kinds(records, named["commitment", "title"]))
    while kinds and kinds[-1] is not None:
        kinds.pop()
    bands = [cell for cell in kinds if cell is not None]
    if len(bands) < _FEWEST or kinds[0] is None or not all(map(_can_name, bands)):
        return []
    return [] if any(one is not None and other is not None for one, other in pairwise(kinds)) else bands


def _kinds(records: Records, title: int) -> Iterator[Cell | None]:
    """Gives the rows from the top: of a band its cell, of one that names a project None; others are not counted."""
    for number, covering in records.rows:
        there = list({id(cell): cell for cell in covering.values() if cell.text}.values())
        if len(there) == 1 and there[0].width > 1 and there[0].row == number:
            yield there[0]
        elif (cell := covering.get(title)) is not None and cell.text:
            yield None


def _can_name(cell: Cell) -> bool:
    text = cell.text.strip()
    if len(text) > _LONGEST or "\n" in text or text.endswith(_ENDS) or begins("total", text) or begins("note", text):
        return False
    return read_marker(text, CONCEPTS) is None and read_date(text) is None


def _parted(text: str) -> tuple[str, str]:
    number, rest = after_ordinal(text)
    return (number, rest.strip()) if number else numbered(text)
