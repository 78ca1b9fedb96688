"""Actions in a table of their own, each with the number of its project: "Code projet | N° action | Action"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.other_tables.joined_sheets import codes_of
from opengov_local.formats.wording.headings.phrases import heads, says
from opengov_local.importing.words import fold

_TITLE: Final = "commitment.title"
_KEYS: Final = frozenset({"commitment.number", "commitment.identifier"})
_ACTIONS: Final = ("action_heading", "measure_of_project_heading")
_STEPS: Final = {_TITLE: "milestone.title", "commitment.number": "milestone.number"}


def actions_of_projects(tables: Sequence[Region]) -> Mapping[int, Region]:
    """Gives the tables whose actions are those of projects that other tables name, as such; by what they were.

    Args:
        tables: all tables of a book.
    """
    able = [(region, key) for region in tables if (key := _key(region)) is not None]
    others = [region for region in tables if _TITLE in region.names and all(region is not one for one, _ in able)]
    codes = codes_of(others) if able else frozenset()
    found: dict[int, Region] = {}
    for region, key in able:
        numbers = [fold(text) for text in region.texts(key.index) if text]
        worded = says("project_word", key.heading)
        if numbers and codes.issuperset(numbers) and (worded or len({*numbers}) < len(numbers)):
            found[id(region)] = replace(region, columns=tuple(_of_action(column, key) for column in region.columns))
    return found


def _key(region: Region) -> Column | None:
    """Gives the column of the numbers of projects in a table whose only titles are headed by a word for actions."""
    titles = [column for column in region.columns if column.target == _TITLE]
    if len(titles) != 1 or "milestone.title" in region.names or not _names_action(titles[0].heading):
        return None
    numbers = [column for column in region.columns if column.target in _KEYS]
    keys = [column for column in numbers if not any(says(kind, column.heading) for kind in _ACTIONS)]
    return keys[0] if len(keys) == 1 and keys[0].index < titles[0].index else None


def _names_action(heading: str) -> bool:
    return heads("action", heading) or heads("single_action", heading) or heads("measure_of_project", heading)


def _of_action(column: Column, key: Column) -> Column:
    target = _STEPS.get(column.target or "")
    return column if column is key or target is None else column.asking(target)
