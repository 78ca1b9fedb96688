"""What names the projects of the rows of a table, and how many rows name one."""

from __future__ import annotations

from itertools import chain, compress
from operator import ne

from opengov_local.formats.tables.layout import Region
from opengov_local.importing.words import fold

Named = tuple[tuple[str, ...], ...]
"""What names the project of a row: axis by axis, title and number."""
_TITLE, _NUMBER = "commitment.title", "commitment.number"
NAMING = (_TITLE, _NUMBER)
"""Targets of the columns that name a project."""
AXES = ("axis", "axis.2", "axis.3")


def projects_named(region: Region) -> int:
    """Counts the rows that name a project, but for those that name the one above again."""
    telling = [texts for target in NAMING for texts in _texts(region, target)]
    rows = list(zip(*chain.from_iterable(_names(region)), strict=True))
    return sum(compress(map(ne, rows, [None, *rows[:-1]]), map(any, zip(*telling, strict=True))))


def named_in_rows(region: Region) -> list[Named]:
    """Gives the axis, title and number of the project that each row names, folded; rows of one project have the same.

    Numbers that differ in all rows number the rows, not projects.
    """
    blank: list[tuple[str, ...]] = [()] * len(region.data)
    rows = (list(zip(*columns, strict=True)) if columns else blank for columns in _names(region))
    return list(zip(*rows, strict=True))


def _names(region: Region) -> list[list[list[str]]]:
    """Gives the columns that name the project of a row, for each target of them."""
    names = [_texts(region, target) for target in (*AXES, _TITLE)]
    numbers = _texts(region, _NUMBER)
    if not any(map(any, names[-1])) or len({*zip(*numbers, strict=True)}) < len(region.data):
        names.append(numbers)
    return names


def _texts(region: Region, target: str) -> list[list[str]]:
    """Gives the texts of each column of a target, row by row."""
    return [_folded(region.texts(column.index)) for column in region.columns if column.target == target]


def _folded(texts: list[str]) -> list[str]:
    known = {text: fold(text) for text in {*texts}}  # projects and axes stand in many rows
    return [known[text] for text in texts]
