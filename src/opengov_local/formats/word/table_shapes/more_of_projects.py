"""Tables of Word files that say more of the projects above them, named by number or title, read as in sheets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.layout import NUMBERS, Own, Region, regions
from opengov_local.formats.tables.drafted.joining import key
from opengov_local.formats.tables.drafted.numbers_of_parents import has_parents
from opengov_local.formats.tables.other_tables.joined_sheets import (
    but_of_others,
    has_leading_counts,
    keyed_by_number,
    speaks_of,
)
from opengov_local.formats.word.docx.blocks import Table
from opengov_local.formats.word.table_shapes.response_tables import grid_of
from opengov_local.formats.word.table_shapes.table_parts import Column, Records
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.importing.words import fold

_TITLE: Final = "commitment.title"
_FEWEST: Final = 2
"""Columns of a table that says something of what the first one names."""

_TOLD: Final = frozenset({"indicator", "budget.funder"})
"""What several rows of one project may each have, in cells that belong together."""


def said_of_projects(table: Table, labels: Labels, projects: Iterable[Mapping[str, Any]]) -> Records | None:
    """Reads a table whose first column names projects that stand above, whatever its other columns say of them.

    Args:
        table: the table.
        labels: knows what its headings mean.
        projects: the commitments that stand above.
    """
    head, *rows = table.rows or [()]
    first = [cell for row in rows for cell in row if cell.column == 1 and cell.text]
    asked = labels.meanings(head[0].text) if head and head[0].text and first else ()
    if len(head) < _FEWEST or ("commitment", "title") not in {meaning[:2] for meaning in asked}:
        return None
    titles = {key(text) for one in projects for text in one.get("title", {}).values()}
    if not titles.issuperset(key(cell.text) for cell in first):
        return None
    columns = tuple(Column(cell.column, cell.text, labels.meanings(cell.text)) for cell in head if cell.text)
    lines = tuple((number + 1, table.covering[number]) for number in range(1, len(table.rows)))
    return Records(tuple(cell for cell in head if cell.text), columns, lines)


def more_of_projects(
    table: Table, own: Own, projects: Iterable[Mapping[str, Any]], *, opened: bool = False
) -> Region | None:
    """Finds a table whose rows name projects that are known, and say more of them; None where it is another.

    "N° projet | Budget", "Projet | Indicateur | Cible", «رقم المشروع | النشاط»; activities "1.1", "1.2", "2.1". Below
    a bare "N°" any list is numbered.

    Args:
        table: the table.
        own: a council's own words.
        projects: the commitments that stand above.
        opened: whether it stands below one of them, so that activities "1.1" are those of that one.
    """
    known = list(projects)
    grid = grid_of(table)
    found = regions(grid, own) or regions(grid, own, seeks="joins") if known else ()
    if len(found) != 1 or found[0].reports:
        return None
    times = Counter(fold(str(one["number"])) for one in known if "number" in one)
    region, numbers = found[0], frozenset(number for number, count in times.items() if count == 1)
    if not opened and has_parents(region, numbers):
        return region
    titles = {key(text) for one in known for text in one.get("title", {}).values()}
    if has_leading_counts(region) or not titles.intersection(map(key, region.texts(region.columns[0].index))):
        region = keyed_by_number(region, numbers)
    named = region.names & {_TITLE, *NUMBERS}
    if _TITLE not in named:
        return but_of_others(region) if named and speaks_of(region, numbers, bare=False) else None
    at = next(column.index for column in region.columns if column.target == _TITLE)
    said = [key(str(value)) for value in region.values(at) if not is_blank(value)]
    tells = named == {_TITLE} and not region.names.isdisjoint(_TOLD)
    return region if said and tells and titles.issuperset(said) else None
