"""Rows that name axes without the word for it: "I. Gouvernance" over all columns, or "I | Gouvernance" and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from opengov_local.formats.word.docx.blocks import Cell
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.objects.objects import Objects
from opengov_local.formats.word.table_shapes.roles import Role
from opengov_local.formats.word.table_shapes.table_parts import Records
from opengov_local.formats.word.texts.headings import CONCEPTS
from opengov_local.formats.word.texts.passages import numbered
from opengov_local.formats.wording.headings.phrases import begins
from opengov_local.formats.wording.words.markers import Marker, read_marker
from opengov_local.formats.wording.words.ordinals import after_ordinal
from opengov_local.importing.dates import read_date

_FEWEST: Final = 2
_LONGEST: Final = 160
_DECIMAL: Final = re.compile(r"[0-9٠-٩]+")
_ENDS: Final = (".", ":", "：", "?", "؟", ";", "؛")


class _Band(NamedTuple):
    """A row that names an axis: the cell of the name, its number, and its words."""

    cell: Cell
    number: str
    title: str


class _Row(NamedTuple):
    """A row that names a project or an axis, and whether it holds nothing but a number and a name."""

    cell: Cell
    number: str
    title: str
    is_alone: bool


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
    bands = [_Band(cell, *_parted(cell.text.strip())) for cell in _bands(records, roles)] or _counted(records, roles)
    for band in bands:
        writing.draft.say("import/assumed", band.cell.piece, severity="info", field="axes", value=band.cell.text)
    return {band.cell.row: Marker("axis", band.number, band.title, "") for band in bands}


def open_axis(writing: Writing, objects: Objects, marker: Marker, cells: Sequence[Cell]) -> None:
    """Opens an axis that a row of its number and name tells."""
    title = next(cell for cell in cells if marker.title in cell.text)
    objects.open_axis(marker.number, marker.title, title.piece)
    for cell in cells:
        if cell is not title and objects.axis is not None:
            writing.draft.used(cell.piece, objects.axis, "number")


def _counted(records: Records, roles: Mapping[int, Role]) -> list[_Band]:
    """Gives the rows that hold nothing but a number and a name, where the numbers tell that these are axes.

    The first row is one, each has projects below it, and the numbers of projects go on from theirs ("1", "1.1"), are of
    another kind ("I", "1"), or there are none.
    """
    named = {(role.concept, role.field): column for column, role in roles.items()}
    if ("commitment", "title") not in named or ("axis", "title") in named or ("milestone", "title") in named:
        return []
    title, number = named["commitment", "title"], named.get(("commitment", "number"), 0)
    rows = [row for row in (_row(at, covering, title, number) for at, covering in records.rows) if row is not None]
    kinds = [row.is_alone for row in rows]
    bands = [row for row in rows if row.is_alone]
    if len(bands) < _FEWEST or not kinds[0] or kinds[-1] or any(map(all, pairwise(kinds))):
        return []
    if not all(band.number and _can_name(band.cell) for band in bands):
        return []
    above, goes_on, others = "", True, [row.number for row in rows if not row.is_alone]
    for row in rows:
        above = row.number if row.is_alone else above
        goes_on = goes_on and (row.is_alone or bool(re.match(rf"{re.escape(above)}[.\-/)]\s*\w", row.number)))
    unlike = not any(map(_DECIMAL.fullmatch, (band.number for band in bands))) and all(map(_DECIMAL.match, others))
    return [_Band(row.cell, row.number, row.title) for row in bands] if goes_on or unlike or not any(others) else []


def _row(at: int, covering: Mapping[int, Cell], title: int, number: int) -> _Row | None:
    """Gives what a row says of a project or an axis; None where it begins none, or is a total."""
    cell = covering.get(title)
    if cell is None or not cell.text or cell.row != at or begins("total", cell.text):
        return None
    counted = covering.get(number)
    said = counted.text.strip(" .)") if counted is not None and counted is not cell else ""
    apart = {id(each) for each in (cell, counted)}
    alone = not any(each.text for each in covering.values() if id(each) not in apart)
    typed, words = ("", cell.text.strip()) if said else _parted(cell.text.strip())
    return _Row(cell, said or typed.strip(" .)"), words, alone)


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
