"""Tables of Word files that say more of the projects above them, named by number or title, read as in sheets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from opengov_local.formats.grids.grid import Grid, is_blank
from opengov_local.formats.tables.columns.layout import NUMBERS, SAID, Column, Own, Region
from opengov_local.formats.tables.drafted.known_titles import key, names_of
from opengov_local.formats.tables.drafted.numbers_of_parents import has_parents, say_untied
from opengov_local.formats.tables.drafted.references import numbered_by_projects, referring, with_told_numbers
from opengov_local.formats.tables.other_tables.joined_sheets import (
    but_of_others,
    has_leading_counts,
    keyed_by_number,
    of_what_is_listed,
    speaks_of,
)
from opengov_local.formats.tables.other_tables.reports import is_time, plans
from opengov_local.formats.tables.plan.project_above import with_projects_beside
from opengov_local.formats.word.docx.blocks import Table
from opengov_local.formats.word.table_shapes import table_parts
from opengov_local.formats.word.table_shapes.response_tables import grid_of, regions_of
from opengov_local.formats.word.table_shapes.table_parts import Records
from opengov_local.formats.wording.headings.heading_meanings import STRIPPED, Recognised
from opengov_local.formats.wording.headings.phrases import begins, heads
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.project_references import is_reference
from opengov_local.importing.draft import Draft
from opengov_local.importing.words import fold

_TITLE: Final = "commitment.title"
_NUMBER: Final = "commitment.number"
_STEP: Final = "milestone.title"
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
    columns = tuple(
        table_parts.Column(cell.column, cell.text, labels.meanings(cell.text)) for cell in head if cell.text
    )
    lines = tuple((number + 1, table.covering[number]) for number in range(1, len(table.rows)))
    return Records(tuple(cell for cell in head if cell.text), columns, lines)


def more_of_projects(
    table: Table,
    own: Own,
    plan: Mapping[str, Any],
    *,
    opened: bool = False,
    timed: bool = False,
    follows: bool = False,
) -> Region | None:
    """Finds a table whose rows name projects that are known, and say more of them; None where it is another.

    "N° projet | Budget", "Projet | Indicateur | Cible", «رقم المشروع | النشاط»; activities "1.1", "1.2", "2.1". Below
    a bare "N°" any list is numbered.

    Args:
        table: the table.
        own: a council's own words.
        plan: the plan with the commitments that stand above.
        opened: whether it stands below one of them, so that activities "1.1" are those of that one.
        timed: whether a heading over it says when what it tells was so.
        follows: whether a heading over it speaks of a follow-up, so that a column of it may say when.
    """
    known = list(plan.get("commitments", ()))
    found = regions_of(table, own) or regions_of(table, own, seeks="joins") if known else ()
    found = found or (_of_others(grid_of(table)) if known else ())
    if len(found) == 1 and _reports_on(found[0], known, timed=timed, follows=follows):
        return replace(found[0], reports=True)
    if len(found) != 1 or found[0].reports:
        return None
    times = Counter(fold(str(one["number"])) for one in known if "number" in one)
    region, numbers = with_told_numbers(found[0]), frozenset(number for number, count in times.items() if count == 1)
    region = region if opened else with_projects_beside(region, map(dict, known))
    if not opened and has_parents(region, numbers):
        return region
    if not opened and numbered_by_projects(region, numbers):
        return _referring(region, plan, bare=True)
    if "axis" in region.names and (found_on := _referring(region, plan)):
        return found_on
    return _by_names(region, known, numbers) or _referring(region, plan)


def _reports_on(region: Region, known: Sequence[Mapping[str, Any]], *, timed: bool, follows: bool) -> bool:
    """Tells whether a table says how far known projects and activities are and when, and plans nothing.

    Less than half of the projects that it names may be others, which their reader says.
    """
    timed = timed or (follows and any(is_time(region, column) for column in region.columns))
    if not timed or region.names.isdisjoint(SAID) or plans(region):
        return False
    keys = [column.index for column in region.columns if column.target in {_TITLE, _NUMBER}]
    named_by, steps = names_of(map(dict, known)), names_of(step for one in known for step in one.get("milestones", ()))
    told = [text for at in keys for text in region.texts(at) if text and not begins("total", text)]
    fits = sum(len(named_by(text)) == 1 for text in told)
    listed = [column.index for column in region.columns if column.target == _STEP]
    return bool(fits) and 2 * fits > len(told) and all(steps(text) for at in listed for text in region.texts(at))


def _referring(region: Region, plan: Mapping[str, Any], *, bare: bool = False) -> Region | None:
    """Gives a table whose rows name projects of the plan in any way, but for rows that name none; else None."""
    region = referring(region, plan, bare=bare)
    return None if region.refers is None else of_what_is_listed(region) or region


def _by_names(region: Region, known: Sequence[Mapping[str, Any]], numbers: frozenset[str]) -> Region | None:
    """Gives a table all of whose rows name projects by their numbers or titles; None where it is another."""
    titles = {key(text) for one in known for text in one.get("title", {}).values()}
    if has_leading_counts(region) or not titles.intersection(map(key, region.texts(region.columns[0].index))):
        region = keyed_by_number(region, numbers)
    named = region.names & {_TITLE, *NUMBERS}
    if _TITLE not in named:
        return but_of_others(region) if named and speaks_of(region, numbers, bare=False) else None
    at = next(column.index for column in region.columns if column.target == _TITLE)
    said = [str(value) for value in region.values(at) if not is_blank(value)]
    named_by = names_of(map(dict, known))
    titled = [text for text in said if key(text) in titles or len(named_by(text)) == 1]
    if named != {_TITLE} or not titled or not all(text in titled or is_reference(text) for text in said):
        return None
    by_year = any(column.meaning is not None and column.meaning.year for column in region.columns)
    return region if by_year or not region.names.isdisjoint(_TOLD) else of_what_is_listed(region)


def say_own_numbers(draft: Draft, table: Table, own: Own, plan: Mapping[str, Any]) -> None:
    """Says of a table of activities or indicators that its numbers tie them to no project above, where they could.

    Args:
        draft: where it is said.
        table: the table.
        own: a council's own words.
        plan: what was read so far.
    """
    found = regions_of(table, own) if plan.get("commitments") else ()
    if len(found) == 1:
        say_untied(draft, found[0], plan)


def _of_others(grid: Grid) -> tuple[Region, ...]:
    """Gives a table of what nothing is known of, "Projet | Risque | Mesure", by the projects in its first column."""
    head, *rows = grid.rows or [[]]
    heading = "" if not head or any(map(is_blank, head)) else str(head[0])
    if len(head) < _FEWEST or not rows or not heads("project", heading):
        return ()
    numbered = all(is_reference(str(row[0])) for row in rows if not is_blank(row[0]))
    named = Column(0, heading, Recognised(_NUMBER if numbered else _TITLE, STRIPPED))
    columns = (named, *(Column(at, str(text)) for at, text in enumerate(head) if at))
    return (Region(grid, 0, 0, 0, columns, (), 1, len(grid.rows)),)
