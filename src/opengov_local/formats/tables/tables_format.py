"""Plans in workbooks and CSV files: any layout that can be understood, every cell accounted for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import PurePath

from opengov_local.account import Piece, Place
from opengov_local.document import Import
from opengov_local.formats.grids.grid import Book
from opengov_local.formats.known_headings import telling
from opengov_local.formats.tables.cells.date_above import DaysAbove
from opengov_local.formats.tables.cells.typed_states import take_typed_states
from opengov_local.formats.tables.columns.contribution_columns import is_contributions
from opengov_local.formats.tables.columns.counts import counted
from opengov_local.formats.tables.columns.layout import TITLES, Region
from opengov_local.formats.tables.columns.other_lists import keep_list
from opengov_local.formats.tables.drafted.adopted_beside import adopted_beside
from opengov_local.formats.tables.drafted.axis_above import title_of_axis
from opengov_local.formats.tables.drafted.plan_years import only_year
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.drafted.units_elsewhere import units_noted
from opengov_local.formats.tables.fiches.fiche_plan import read_of_plan
from opengov_local.formats.tables.fiches.labels_as_rows import say_labels_as_rows
from opengov_local.formats.tables.grid.pieces import Row
from opengov_local.formats.tables.grid.struck_cells import keep_struck, without_struck
from opengov_local.formats.tables.grid.unseen_cells import say_unseen
from opengov_local.formats.tables.levels.axis_references import title_by_numbers
from opengov_local.formats.tables.other_tables.further_projects import count_projects, say_further
from opengov_local.formats.tables.other_tables.long_form import long_form
from opengov_local.formats.tables.other_tables.making import keep_making
from opengov_local.formats.tables.other_tables.no_projects import say_no_projects
from opengov_local.formats.tables.other_tables.other_projects import keep_others, keep_past, names_others
from opengov_local.formats.tables.other_tables.report_rows import ReportRows
from opengov_local.formats.tables.other_tables.reports import reports_alone
from opengov_local.formats.tables.other_tables.told_headings import explain, read_headings
from opengov_local.formats.tables.plan.help_titles import head_of, read_help_titles
from opengov_local.formats.tables.plan.plan_rows import read_plan_row
from opengov_local.formats.tables.plan.preamble import close, read_preamble
from opengov_local.formats.tables.plan.project_above import title_above
from opengov_local.formats.tables.sheets.collection_titles import names_plan, without_title
from opengov_local.formats.tables.sheets.cover_sheets import read_cover
from opengov_local.formats.tables.sheets.ditto import without_ditto
from opengov_local.formats.tables.sheets.group_sheets import WorkshopTables, is_generic, is_part
from opengov_local.formats.tables.sheets.headless import is_headless, read_above, say_headless
from opengov_local.formats.tables.sheets.legends import legend, used, with_legend, without_legends
from opengov_local.formats.tables.sheets.plan_tables import meant, read_rows
from opengov_local.formats.tables.sheets.several_plans import PlanSheets, parted, read_owner, say_plans, say_several
from opengov_local.formats.tables.sheets.sheet_languages import spoken
from opengov_local.formats.tables.sheets.sheets import Read, look, rank
from opengov_local.formats.tables.sheets.workshop_sheets import read_workshop_sheet
from opengov_local.formats.wording.headings.phrases import begins
from opengov_local.formats.wording.headings.several_axes import share_axes
from opengov_local.formats.wording.words.units import unit_in
from opengov_local.importing.contributions_twice import say_contributions_twice
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.nameless import say_nameless
from opengov_local.importing.options import ImportOptions
from opengov_local.importing.said_twice import join_languages
from opengov_local.importing.words.status import word_or_sign
from opengov_local.model.package import Package

IMPORTER = "tables"
_OWN = frozenset({*TITLES, "axis"})
"""Targets of tables that name what they are about themselves; others join what has their codes."""
_PAGES = {"cover": read_cover, "titled": read_above}


def read_tables(
    book: Book, data: bytes, source: str | None = None, *, format: str, options: ImportOptions | None = None
) -> Import:
    """Reads the tables of a book into a draft of a package.

    Args:
        book: the sheets.
        data: the bytes of the file.
        source: its name.
        format: name of the format it was read from.
        options: what the user told beside.
    """
    draft, pieces = tables_in(book, partial(Draft, IMPORTER, source, data), source, options or ImportOptions())
    done = draft.finish(format, pieces, telling=telling)
    return replace(done, findings=(*book.findings, *done.findings))


def tables_in(
    book: Book, drafted: Callable[[ImportOptions], Draft], source: str | None, options: ImportOptions
) -> tuple[Draft, list[Piece]]:
    """Reads the tables of a book into a draft that is made for what the book tells of its words and language.

    Returns:
        The draft, and every piece of the book in its order.
    """
    book, struck = without_struck(book)
    meant = legend(book)
    reads = with_legend(look(book, options.words), meant)
    told = used(meant, reads)
    options = replace(
        options, words={**{("status", word_or_sign(one.word)): one.code for one in told}, **options.words}
    )
    if options.language is None:
        options = replace(options, language=spoken(reads))
    draft = drafted(options)
    reads, of_legend = without_legends(reads, meant) if told else (reads, [])
    for piece in of_legend:
        draft.ignore(piece, "heading")
    reads = [without_ditto(draft, read) for read in reads]
    if told:
        text = "; ".join(f"{one.word} = {one.state}" for one in told)
        draft.say("import/legend", told[0].place, severity="info", text=text)
    found = parted(reads)
    say_plans(draft, found)
    for plan in found.plans:
        _read_plan(draft, plan, source)
    say_several(draft, found.plans)
    tables = {region.grid.name for read in reads for region in read.regions}
    keep_struck(draft, struck)
    say_unseen(draft, (grid for grid in book.sheets if grid.name in tables))
    share_axes(draft)
    title_by_numbers(draft)
    join_languages(draft)
    say_contributions_twice(draft)
    say_nameless(draft)
    if not any(read.regions for read in reads):
        draft.say("import/nothing-recognised", severity="error")
    if options.language and any(read.regions or read.role == "titled" for read in reads):
        draft.root.data["default_language"] = options.language
    return draft, [piece for read in reads for piece in read.pieces()]


def _read_plan(draft: Draft, plan: PlanSheets, source: str | None) -> None:
    """Reads the sheets of one plan, with the workshops in them."""
    reads = plan.reads
    tables = [(read, region) for read in reads for region in read.regions]
    state = State(draft, names_plan=names_plan(tables), currency=plan.owner.currency if plan.owner else None)
    workshop = WorkshopTables(state, reads, _name(reads, source, of_workshop=True))
    titles = [rows for one in reads if one.role == "help" and (rows := head_of(one.sheet))]
    for one in reads:
        if one not in workshop.covers:
            _apart(state, one, [piece for rows in titles for row in rows for piece in row.values()])
    state.tables = [region for _, region in tables]
    state.units = units_noted(read.sheet for read in reads if not read.regions)
    days = DaysAbove(draft, ((read.sheet, read.regions) for read in reads))
    state.reports_alone = reports_alone({id(table): (table, days.of(table)) for _, table in tables}.values())
    for read, table in sorted(tables, key=lambda table: rank(table[1])):
        before = count_projects(state)
        _read_table(state, days, workshop, read, table)
        say_further(state, table, before)
    for one in reads:
        if one.role == "workshop" and one not in workshop.covers:
            read_workshop_sheet(state, one.sheet)
    days.close()
    read_owner(state, plan.owner)
    take_typed_states(state)
    say_no_projects(state, (table for _, table in tables))
    read_help_titles(state, titles)
    adopted_beside(state, {read.sheet.grid.name for read in reads})
    name = _name(reads, source, of_workshop=False)
    if plan.years and state.has_plan and "period" not in state.plan.data:
        start, end = plan.years  # as the name of a sheet says
        state.plan.data["period"] = {"start": start, "end": end}
        draft.say("import/assumed", node=state.plan, field="period", value=f"{start}/{end}")
    close(state, f"{name} {'-'.join(plan.years)}" if name and plan.years else name, draft.options.language)


def _read_table(state: State, days: DaysAbove, workshop: WorkshopTables, read: Read, table: Region) -> None:
    """Reads one table, with what stands above it."""
    draft = state.draft
    if table.others:
        keep_others(state, table, read.sheet, [read.sheet.row(row) for row in range(table.top, table.header)])
        return
    when = days.of(table)
    region, sheet, form, of_colours = meant(state, table, read.sheet, timed=when is not None)
    if region.reports or (form is not None and form.timed):
        days.take(table)
    explain(draft, form.report if form else region, () if region.reports else counted(table))
    say_labels_as_rows(draft, table)
    if is_headless(table):
        say_headless(draft, table)
    beside = read_headings(state, read.sheet, table)
    rows = range(region.top, region.header)
    above = [{} if row in region.grid.helps else _but(read.sheet.row(row), of_colours) for row in rows]
    above += [beside] if beside else []
    if is_contributions(table):
        workshop.read(table, region, sheet, above)
        return
    above = days.rest(table, above)
    state.day = days.day
    unread = title_of_axis(state, region, read_preamble(state, title_above(state, region, above)))
    unread += read_plan_row(state, table, region, read.sheet) if form is None else []
    read_of_plan(state, read.of_plan)
    state.above += _kept(draft, without_title(state, [*unread, *read.loose]), table.unit)
    state.year = only_year([region.grid.name, *(piece.text for row in above for piece in row.values())])
    if not region.reports and form is None and keep_making(state, region, sheet, above):
        return
    if keep_others(state, table, sheet, above) or keep_past(state, table, sheet, above):
        return
    read_rows(state, region, sheet, when.date if when else "")
    if form is not None:
        at = when.date if when and form.timed else ""
        ReportRows(state, form.report_on(region), read.sheet, form.repeated, when=at).read()
    _told_with(draft, read.joined, read.notes)
    days.give(table)


def names_all(book: Book, options: ImportOptions | None = None) -> bool:
    """Tells whether every table of a book is in long form: what it reports on is named by titles in its rows."""
    reads = look(book, options.words if options else {})
    tables = [(region, read.sheet) for read in reads for region in read.regions]
    return bool(tables) and all(long_form(region, sheet) is not None for region, sheet in tables)


def _but(row: Row, places: frozenset[Place]) -> Row:
    return {at: piece for at, piece in row.items() if piece.place not in places} if places else row


def _apart(state: State, read: Read, titles: list[Piece]) -> None:
    """Deals with the sheets and cells that hold no table, but for what may be the title of the plan."""
    draft, grid = state.draft, read.sheet.grid
    for piece in read.labels:
        draft.ignore(piece, "heading")
    for row in grid.helps:
        for piece in read.sheet.row(row).values():
            draft.ignore(piece, "help")
    for one in read.lists:
        keep_list(draft, one, read.sheet)
    if read.role == "help":
        pieces = [piece for piece in read.sheet.pieces() if piece not in titles]
        for piece in pieces:
            draft.ignore(piece, "help")
        if read.named and pieces:
            draft.say("import/sheet-as-help", pieces[0], severity="info", sheet=grid.name or "1", count=len(pieces))
        draft.explain("layout/help-sheet", Place("line", f"sheet {grid.name}"), sheet=grid.name)
    elif page := _PAGES.get(read.role):
        page(state, read.sheet)
    elif read.role == "other" and (pieces := read.sheet.pieces()):
        code = "import/hidden-sheet" if grid.hidden else "import/sheet-unread"
        draft.say(code, pieces[0], sheet=grid.name or "1", count=len(pieces))


def _kept(draft: Draft, pieces: list[Piece], unit: str) -> list[Piece]:
    """Keeps cells that nothing was made of, and gives them; one that names the unit of the table is a heading."""
    units = [piece for piece in pieces if unit and unit_in(piece.text) == unit]
    for piece in pieces:
        if piece in units:
            draft.ignore(piece, "heading")
        else:
            draft.keep(piece)
    return [piece for piece in pieces if piece not in units]


def _told_with(draft: Draft, joined: list[tuple[Piece, Place]], notes: list[list[Piece]]) -> None:
    """Accounts for cells whose text was read with that of another as the other was, and for notes below fiches."""
    for line in notes:
        for piece in line:
            draft.keep(piece)
        draft.say("import/note-row", line[0], severity="info", text=" ".join(piece.text.strip() for piece in line))
    if not joined:
        return
    said = {entry.piece.place: entry for entry in draft.entries if entry.fate == "mapped"}
    for piece, place in joined:
        if (entry := said.get(place)) is not None:
            draft.used(piece, Node({}, Package, entry.target or "", ""), entry.field or "")


def _name(reads: list[Read], source: str | None, *, of_workshop: bool) -> str | None:
    """Gives a name for a plan or workshop whose file gives it no title: that of its sheet, else that of the file."""
    found = [read for read in reads if any(not region.reports for region in read.regions)]
    found = [read for read in found if any(region.names & _OWN for region in read.regions)] or found
    if any(not is_contributions(region) for read in found for region in read.regions):  # else a plan has no sheet
        found = [read for read in found if any(is_contributions(region) == of_workshop for region in read.regions)]
    names = [read.sheet.grid.name for read in found]
    names = [name for name in names if of_workshop or not names_others(name, beside=len(found) > 1)]
    telling = [name for name in names if name and not is_generic(name) and not begins("axis_word", name)]
    if len(telling) == 1 and (of_workshop or not is_part(telling[0])):
        return telling[0]
    return PurePath(source).stem.strip() or None if source and source != "-" else None
