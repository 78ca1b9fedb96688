"""What names the projects of the rows of a table, and how many rows name one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress, count, islice
from operator import ne

from opengov_local.formats.tables.columns.layout import Region
from opengov_local.importing.words import fold

Named = tuple[tuple[str, ...], ...]
"""What names the project of a row: axis by axis, title and number."""
_PLAIN = re.compile("[A-Za-z]")
"""How texts begin whose key is surely not empty."""
_TITLE, _NUMBER = "commitment.title", "commitment.number"
NAMING = (_TITLE, _NUMBER)
"""Targets of the columns that name a project."""
AXES = ("axis", "axis.2", "axis.3")


def projects_named(region: Region) -> int:
    """Counts the rows that name a project, but for those that name the one above again."""
    telling = [texts for target in NAMING for texts in _texts(region, target)]
    columns = [texts for target in _targets(region) for texts in _texts(region, target)]
    changed = rows_changed(columns)  # as written: fewer are folded
    keys = list(zip(*(_folded([texts[at] for at in changed]) for texts in columns), strict=True))
    begun = compress(changed, map(ne, keys, [None, *keys[:-1]]))
    return sum(any(_PLAIN.match(texts[at]) or fold(texts[at]) for texts in telling) for at in begun)


def rows_changed(columns: Sequence[Sequence[str]]) -> list[int]:
    """Gives the rows in which one of some columns holds something else than in the row above; the first is one."""
    changed = {0} if any(columns) else set[int]()
    for texts in columns:
        changed.update(compress(count(1), map(ne, islice(texts, 1, None), texts)))
    return sorted(changed)


def named_in_rows(region: Region) -> list[Named]:
    """Gives the axis, title and number of the project that each row names, folded; rows of one project have the same.

    Numbers that differ in all rows number the rows, not projects.
    """
    blank: list[tuple[str, ...]] = [()] * len(region.data)
    names = ([_folded(texts) for texts in _texts(region, target)] for target in _targets(region))
    rows = (list(zip(*columns, strict=True)) if columns else blank for columns in names)
    return list(zip(*rows, strict=True))


def _targets(region: Region) -> tuple[str, ...]:
    """Gives the targets of the columns that name the project of a row."""
    most, numbers = len(region.data), _texts(region, _NUMBER)
    if len({*zip(*numbers, strict=True)}) >= most and any(any(map(fold, texts)) for texts in _texts(region, _TITLE)):
        numbers = [_folded(texts) for texts in numbers]  # fewer may differ so
        if len({*zip(*numbers, strict=True)}) >= most:
            return (*AXES, _TITLE)
    return (*AXES, _TITLE, _NUMBER)


def _texts(region: Region, target: str) -> list[list[str]]:
    """Gives the texts of each column of a target, row by row."""
    return [region.texts(column.index) for column in region.columns if column.target == target]


def _folded(texts: Sequence[str]) -> list[str]:
    known = {text: fold(text) for text in {*texts}}  # projects and axes stand in many rows
    return [known[text] for text in texts]
