"""One table of a plan or of reports on it: what its columns mean beside all others, and its rows read."""

from __future__ import annotations

from opengov_local.account import Piece, Place
from opengov_local.formats.tables.cells.date_above import DayAbove, DaysAbove
from opengov_local.formats.tables.cells.listed_projects import with_projects_parted
from opengov_local.formats.tables.cells.revised_dates import with_revised
from opengov_local.formats.tables.columns.colours import by_colour
from opengov_local.formats.tables.columns.contribution_columns import is_contributions, of_contributions
from opengov_local.formats.tables.columns.counts import without_counts
from opengov_local.formats.tables.columns.layout import SAID, Region, headings_of
from opengov_local.formats.tables.columns.minuted import of_minutes
from opengov_local.formats.tables.columns.numbered_projects import with_projects_below
from opengov_local.formats.tables.columns.plan_columns import of_plan
from opengov_local.formats.tables.columns.shown_cells import sums_shown
from opengov_local.formats.tables.drafted.axis_above import AXES
from opengov_local.formats.tables.drafted.known_titles import names_of
from opengov_local.formats.tables.drafted.numbers_of_parents import with_parents
from opengov_local.formats.tables.drafted.plan_years import of_year_of_sheet
from opengov_local.formats.tables.drafted.references import with_listed_titles
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.drafted.step_numbers import numbered
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.levels.axis_codes import coded_axes
from opengov_local.formats.tables.levels.axis_references import axes_by_number
from opengov_local.formats.tables.levels.carried_aims import with_carried_aims, with_carried_places
from opengov_local.formats.tables.levels.feet import without_foot
from opengov_local.formats.tables.levels.repeated_projects import with_steps
from opengov_local.formats.tables.levels.steps_or_lists import settled
from opengov_local.formats.tables.levels.untold_parts import with_untold
from opengov_local.formats.tables.other_tables.joined_sheets import of_what_is_listed
from opengov_local.formats.tables.other_tables.long_form import LongForm, long_form
from opengov_local.formats.tables.other_tables.report_rows import ReportRows
from opengov_local.formats.tables.other_tables.reports import as_report
from opengov_local.formats.tables.plan.project_above import of_project, with_projects_beside
from opengov_local.formats.tables.plan.texts_below_titles import with_texts_below
from opengov_local.formats.tables.rows.by_level import by_level
from opengov_local.formats.tables.rows.rows import PlanRows
from opengov_local.formats.tables.sheets.ditto import without_ditto
from opengov_local.formats.tables.sheets.project_sheets import project_of, title_by_sheet
from opengov_local.formats.tables.sheets.sheets import Read
from opengov_local.formats.wording.headings.phrases import begins
from opengov_local.importing.draft import Node


def meant(
    state: State, table: Region, sheet: Sheet, *, timed: bool
) -> tuple[Region, Sheet, LongForm | None, frozenset[Place]]:
    """Decides what the columns of a table mean, and which of its cells are read as rows of a plan.

    Returns:
        The table, its pieces, its long form if it is in one, and the places of its legend of colours.
    """
    if is_contributions(table):
        return of_contributions(table), sheet, None, frozenset()
    coloured = by_colour(state.draft, *sums_shown(state.draft, table, sheet))
    table = of_minutes(without_foot(state.draft, coloured.region, coloured.sheet))
    region = as_report(state, table, timed=timed)
    if region.reports:
        return region, coloured.sheet, None, coloured.legend
    table = _of_others_listed(state, without_counts(table))
    table = with_listed_titles(table, state.plan.data if state.has_plan else {})
    form = long_form(table, coloured.sheet, timed=timed and state.reports_alone)
    sheet = Sheet(form.plan.grid) if form else coloured.sheet
    if form is not None or table.refers is not None:
        region = form.plan if form else table
    else:
        region, sheet = by_level(state.draft, table, sheet)
    region = of_year_of_sheet(state, region)
    projects = state.plan.data.get("commitments", ()) if state.has_plan else ()
    region = of_project(of_plan(with_projects_beside(region, projects)), headings_of(state.draft.options.words))
    region, sheet = with_projects_below(state.draft, region, sheet)
    region, sheet = with_texts_below(region, sheet, headings_of(state.draft.options.words))
    region, sheet = with_carried_places(*with_carried_aims(region, sheet))
    region, sheet = numbered(with_steps(settled(region)), sheet)
    region, sheet = with_parents(state, *with_projects_parted(state.draft, region, sheet))
    return with_untold(with_revised(region)), sheet, form, coloured.legend


def _of_others_listed(state: State, table: Region) -> Region:
    """Gives a table of risks and the like of projects that are all known with that alone unread, but for states."""
    titles = [column.index for column in table.columns if column.target == "commitment.title"]
    projects = state.plan.data.get("commitments", ()) if state.has_plan else ()
    if not (titles and projects and table.names.isdisjoint(SAID - {"update.next_steps"})):
        return table
    named_by = names_of(projects)
    known = all(named_by(text) for at in titles for text in filter(None, table.texts(at)))
    return (of_what_is_listed(table) if known else None) or table


def read_table(state: State, table: Region, above: Node | None, over: DayAbove | None = None) -> None:
    """Reads a table alone, as those of books are read.

    Args:
        state: what is known of the plan.
        table: the table.
        above: the commitment that it stands below, whose activities it lists, if any.
        over: the time that the heading over it says, if any: what it reports was so then.
    """
    read = without_ditto(state.draft, Read(Sheet(table.grid), (table,)))
    region, sheet, form, _ = meant(state, read.regions[0], read.sheet, timed=over is not None)
    days = DaysAbove(state.draft, ())
    if over is not None and (region.reports or (over.is_sure and over.is_day)):
        days.tell(region, over)
    read_rows(state, region, sheet, over.date if over else "", above)
    days.give(region)
    if form is not None:
        ReportRows(state, form.report_on(region), read.sheet, form.repeated, when="").read()


def read_rows(state: State, region: Region, sheet: Sheet, when: str, above: Node | None = None) -> None:
    """Reads the rows of a table of a plan, or of reports on it; a commitment that it stands below may be given."""
    if region.reports:
        ReportRows(state, region, sheet, when=when).read()
        return
    named_above = state.axis_above is not None or any(pair.meaning.target in AXES for pair in state.pairs)
    names, region = region.names, axes_by_number(region, named_above=named_above)
    state.axes_by_number = region.names != names
    state.coded_axes |= coded_axes(region)
    in_axis = begins("axis_word", region.grid.name) and "axis" not in region.names
    named = Piece(Place("line", f"sheet {region.grid.name}"), region.grid.name) if in_axis else None
    title_by_sheet(state, region)
    PlanRows(state, region, sheet, named, above or project_of(state, region)).read()
