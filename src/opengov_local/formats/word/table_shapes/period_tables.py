"""Tables of Word files that are read as in sheets: by periods, with states to be ticked, or that count projects."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from opengov_local.formats.tables.cells.date_above import DayAbove
from opengov_local.formats.tables.cells.listed_projects import listed_in, titles_in
from opengov_local.formats.tables.columns.counts import counted
from opengov_local.formats.tables.columns.layout import Region, regions
from opengov_local.formats.tables.columns.month_rows import months_in
from opengov_local.formats.tables.columns.parallel_lists import parallel_columns
from opengov_local.formats.tables.columns.period_headings import PERIOD, names_period, span_of
from opengov_local.formats.tables.drafted.plan_years import only_year
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.levels.level_rows import level_rows
from opengov_local.formats.tables.levels.steps_or_lists import settled
from opengov_local.formats.tables.sheets.plan_tables import read_table
from opengov_local.formats.word.docx.blocks import Table
from opengov_local.formats.word.table_shapes.response_tables import explain_header, grid_of, regions_of
from opengov_local.formats.word.texts.passages import of_cells
from opengov_local.formats.wording.headings.vocabulary import levels_in
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.numbering import split_number
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold, read_boolean

_STEP: Final = "Activité"
_TICK: Final = "status.tick"
_RATE: Final = "progress"
_TITLES: Final = ("commitment.title", "milestone.title")
_OVER: Final = frozenset({"axis", "commitment.title"})
"""What stands in front of columns that count what is below it; cards side by side are counted alone."""
_STEPS: Final = frozenset({"milestone.title", "milestone.list"})
_TOLD: Final = (".text", ".challenges")
_MARK: Final = "schedule.mark"
_REPORTED: Final = frozenset(
    f"{PERIOD}{kind}" for kind in ("text", "challenges", "progress", "status", "any", "done", "planned")
)
_NAMES: Final = frozenset({"commitment.title", "milestone.title", "commitment.number", "milestone.number"})
_FEWEST: Final = 2
"""Columns of periods that make a table one of times or of reports by period."""
_HIGHEST_HEADER: Final = 4
_LONGEST: Final = 40
Own = Mapping[tuple[str, str], str]


def periods_in(table: Table, own: Own) -> Region | None:
    """Finds commitments or activities with a column for each period; None where a table is another.

    Args:
        table: the table.
        own: a council's own words.
    """
    if not is_by_periods(table):
        return None
    found = regions_of(table, own)
    if len(found) != 1 or not _NAMES & found[0].names:
        return None
    return found[0] if _differ(found[0]) else None


def _differ(region: Region) -> bool:
    """Tells whether a table has several columns for different periods; next steps are of no period of their own.

    A day of a year that other columns name is that of what was done in it: "Réalisations 2025 | Taux au 31/12/2025".
    """
    timed = [column for column in region.columns if column.target == _MARK or column.target in _REPORTED]
    spans = {span_of(column.meaning.period if column.meaning else "") or str(column.index) for column in timed}
    days = {span for span in spans if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}/None", span)}
    return len(spans - {day for day in days if f"{day[:4]}/None" in spans}) >= _FEWEST


def ticked_or_counted(table: Table, labels: Labels) -> Region | None:
    """Finds commitments or activities with states to be ticked, columns that count them, or lists side by side.

    Two ticks on a row are no state, nor are numbers: a table with such is none of these, nor is one that is a form
    above or below.

    Args:
        table: the table.
        labels: knows a council's own words, and what forms ask for.
    """
    region = _region_of(table, labels)
    if region is None:
        return None
    ticks = [column.index for column in region.columns if column.target == _TICK]
    side_by_side = bool(parallel_columns(settled(region)))
    return (
        region if _are_states(region, ticks) and (ticks or len(_counted(region)) >= _FEWEST or side_by_side) else None
    )


def rows_in_sheets(table: Table, labels: Labels, *, below: bool, inside: bool = False) -> Region | None:
    """Finds commitments or activities with rates at a day, or below titles; cells that list several; or but counts.

    So are projects with their activities below them, which their numbers alone tell: 1, 1.1, 1.2, 2.

    Args:
        table: the table, which says nothing more of projects that are known.
        labels: knows a council's own words, and what forms ask for.
        below: whether it stands below an axis or a commitment, so that titles in it are of parts of that.
        inside: whether it stands below a commitment.
    """
    region = _region_of(table, labels)
    if region is None:
        return None
    if _are_numbered(region, inside=inside):
        return region
    if (bulleted := _with_bullets(table, region)) is not None or counted(region):
        return bulleted or region
    ticks = [column.index for column in region.columns if column.target == _TICK]
    dated = any(column.meaning and column.target == _RATE and column.meaning.period for column in region.columns)
    told = any(name.endswith(_TOLD) for name in region.names)
    dated = dated and not (told and region.names & _STEPS)  # "Planned activities for 2026" of a report are next steps
    dated = dated and not (told and any(column.meaning is None for column in region.columns))
    return region if _are_states(region, ticks) and (dated or (not below and _is_banded(region))) else None


def _are_numbered(region: Region, *, inside: bool) -> bool:
    """Tells whether numbers alone tell projects from activities; inside a project, the heading must name both."""
    found = level_rows(region)
    if found is None or not found.by_number or not set(_TITLES) <= set(found.levels):
        return False
    column = next(column for column in region.columns if column.index == found.title)
    return bool(levels_in(column.heading)) or (not inside and column.target == _TITLES[0])


def _region_of(table: Table, labels: Labels) -> Region | None:
    """Gives what the sheets' reader finds in a table of commitments or activities that is no form."""
    found = regions_of(table, labels.words) if len(table.rows) >= _FEWEST else ()
    if len(found) != 1 or found[0].names.isdisjoint(_TITLES) or is_form(table, found[0], labels):
        return None
    return found[0]


def _are_states(region: Region, ticks: Sequence[int]) -> bool:
    """Tells whether columns of ticks hold no numbers alone, and no row has two."""
    if any(all(str(row[at] or "0").isdecimal() for row in region.data) for at in ticks):
        return False
    return all(sum(bool(read_boolean(str(row[at]))) for at in ticks) <= 1 for row in region.data)


def _with_bullets(table: Table, region: Region) -> Region | None:
    """Gives a table of projects whose cells list several, with the bullets that Word prints before them; else None."""
    column = titles_in(region)
    if column is None or column.target != "commitment.title" or "milestone.title" in region.names:
        return None
    rows = [list(row) for row in region.grid.rows]
    for cell in (cell for row in table.rows[region.first :] for cell in row if cell.column == column.index + 1):
        passage = of_cells([cell])
        lines = passage.lines if passage is not None else ()
        if any(line.item for line in lines):
            said = (f"- {line.text}" if line.item and line.text[:1].isalpha() else line.text for line in lines)
            rows[cell.row - 1][column.index] = "\n".join(said)
    made = replace(region, grid=replace(region.grid, rows=rows))
    return made if listed_in(made) is not None else None


def _is_banded(region: Region) -> bool:
    """Tells whether projects stand below rows of a number and a title alone, or of one cell, the first of all such."""
    if "commitment.title" not in region.names or "axis" in region.names:
        return False
    named = {column.index for column in region.columns if column.target in _NAMES}
    rows = [{at for at, value in enumerate(cells) if value is not None} for cells in region.data]
    alone = [len(filled) == 1 or filled <= named for filled in rows if filled]
    return alone[:1] == [True] and not all(alone)


def _counted(region: Region) -> list[str]:
    """Gives the headings that count objects below what stands in front; "Engagement" before "Engagement 1" is none."""
    meant = [(column.heading, column.meaning) for column in region.columns if column.meaning]
    over = tuple(fold(heading) for heading, held in meant if held.ordinal is None and held.target in _OVER)
    found = {(held.target, held.ordinal): heading for heading, held in meant if held.ordinal and held.target in _TITLES}
    headings = list(found.values()) if over else []
    return [] if any(fold(heading).startswith(over) for heading in headings) else headings


def is_form(table: Table, region: Region, labels: Labels) -> bool:
    """Tells whether rows above a header hold more than one cell each, or rows below ask for something over columns.

    So does a table most of whose rows begin with a question: it holds cards beside each other.
    """
    fronts = [row[0].text for row in table.rows[region.first :] if row and row[0].column == 1 and row[0].text]
    if 2 * sum(map(bool, map(labels.meanings, fronts))) > len(fronts):
        return True
    asked = (row for row in table.rows[region.first :] if len(row) > 1 and any(cell.width > 1 for cell in row))
    above = any(len(row) > 1 for row in table.rows[: region.header])
    return above or any(row[0].text and labels.meanings(row[0].text) for row in asked)


def periods_below(table: Table, own: Own) -> Region | None:
    """Finds activities of a commitment, with a column for each period, below a first heading that was left blank.

    Args:
        table: the table.
        own: a council's own words.
    """
    if not is_by_periods(table) or any(cell.text and cell.column == 1 for cell in table.rows[0]):
        return None
    plain = grid_of(table)
    rows = [[_STEP, *plain.rows[0][1:]], *plain.rows[1:]]
    found = regions(replace(plain, rows=rows, headed=_STEP), own)
    fits = len(found) == 1 and found[0].header == 0 and len(_periods(found[0])) >= _FEWEST
    return found[0] if fits else None


def is_by_periods(table: Table) -> bool:
    """Tells whether one of the first rows of a table names periods side by side, or months by their letters."""
    grid = grid_of(table)
    for row, cells in enumerate(table.rows[:_HIGHEST_HEADER]):
        times = [cell for cell in cells if 0 < len(cell.text) <= _LONGEST and names_period(cell.text, ())]
        if len(times) >= _FEWEST or months_in(grid, row):
            return True
    return False


def reports_by_period(table: Table, own: Own) -> bool:
    """Tells whether the columns of periods say what was done, or how far it is; crosses only say when it is due."""
    region = periods_in(table, own)
    return region is not None and any(target.startswith(PERIOD) for target in _periods(region))


def _periods(region: Region) -> list[str]:
    targets = [column.target or "" for column in region.columns]
    return [target for target in targets if target == _MARK or target.startswith(PERIOD)]


def read_periods(
    draft: Draft,
    region: Region,
    plan: Node,
    commitment: Node | None,
    year: str = "",
    *,
    reported: bool = False,
    axis: Node | None = None,
    over: DayAbove | None = None,
) -> None:
    """Reads such a table.

    Args:
        draft: the document in the making.
        region: the table.
        plan: the plan that it speaks of.
        commitment: the commitment that it stands below, if any; a table that names commitments speaks of those.
        year: words that may name the year of periods without one: those of the heading above the table; where they
            name none, the title of the plan may.
        reported: whether the document is a report on the plan.
        axis: the axis that its commitments stand below, if any.
        over: the time that the heading over a table of reports says, if any.
    """
    state, sheet = State(draft, in_report=reported), Sheet(region.grid)
    state.go_on(plan)
    above = (piece.text for row in range(region.top, region.header) for piece in sheet.row(row).values())
    state.year = only_year([year, *above]) or only_year(plan.data.get("title", {}).values())
    projects = plan.data.get("commitments", ())
    on = None if axis is None or _names_others(region, projects, axis.target) else axis
    axes = {data["id"]: draft.node_of(data) for data in plan.data.get("axes", ())}
    for data in projects:
        node = draft.node_of(data)
        own: list[Node | None] = [axes[one] for one in data.get("axes", ()) if one in axes]
        for each in own or [on]:
            state.remember(node, each)
    explain_header(draft, region, sheet)
    state.axis_above = on
    read_table(state, region, commitment, over)


def _names_others(region: Region, projects: Sequence[Mapping[str, Any]], axis: str) -> bool:
    """Tells whether a table behind the projects of an axis names projects of others too: it is no list of that axis."""
    held = [data for data in projects if axis in data.get("axes", ())]
    mine, others = _titles(held), _titles([data for data in projects if axis not in data.get("axes", [axis])])
    columns = [column.index for column in region.columns if column.target == "commitment.title"]
    said = {fold(split_number(text, "project_word").title) for index in columns for text in region.texts(index)}
    return bool(held) and not (others - mine).isdisjoint(said)


def _titles(projects: Sequence[Mapping[str, Any]]) -> set[str]:
    return {fold(text) for data in projects for text in data.get("title", {}).values()}
