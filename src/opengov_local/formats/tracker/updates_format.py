"""Updates in long form, as CSV or workbook: one row for each period and object, joined to a base package."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from opengov_local.account import Piece
from opengov_local.document import Document, Import
from opengov_local.finding import Finding
from opengov_local.formats import json_format
from opengov_local.formats.grids import Book, Grid, is_blank, read_book, read_csv
from opengov_local.formats.known_headings import telling_read
from opengov_local.formats.ogp_csv.rows import text_of
from opengov_local.formats.ogp_pages.writing import leave_out
from opengov_local.formats.tables.grid.struck_cells import keep_struck, without_struck
from opengov_local.formats.tables.grid.unseen_cells import say_struck
from opengov_local.formats.tables.sheets.sheets import look
from opengov_local.formats.tracker.again import leave_known
from opengov_local.formats.tracker.column_steps import MEASURES, SAYS, TOLD
from opengov_local.formats.tracker.columns import Columns, find_columns, latin_language
from opengov_local.formats.tracker.headings import Heading
from opengov_local.formats.tracker.merged import say_filled, with_merged
from opengov_local.formats.tracker.named_fields import FIELD, Headed, with_named_field
from opengov_local.formats.tracker.named_objects import make_objects, named_by
from opengov_local.formats.tracker.plan_again import is_plan_again
from opengov_local.formats.tracker.records import book_of
from opengov_local.formats.tracker.reported import have_numbers, may_plan, names_by_number, names_steps_alone, reports
from opengov_local.formats.tracker.said_before import without_known
from opengov_local.formats.tracker.spoken_of import TARGETS, target_of
from opengov_local.formats.tracker.targets import Target, Targets
from opengov_local.formats.tracker.time_above import put_time
from opengov_local.formats.tracker.update import Cells, put_update
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.kept import with_kept
from opengov_local.importing.options import ImportOptions
from opengov_local.importing.signatures import looks_like

FORMAT = "tracker-updates"
_PLANNED = frozenset(("commitment.title", "milestone.title"))
"""What a sheet that defines a plan has, by the headings of plans; beside one, reports are read with it."""
_WHEN = frozenset(("date", "period"))


def read(data: bytes, source: str | None = None, *, options: ImportOptions | None = None) -> Import:
    """Reads updates and joins them to the package that `options.base` holds; without it, they stay as they are."""
    if looks_like(data) != "zip" and (document := _as_data(data, source)) is not None:
        records = book_of(document)
        if records is not None:
            return read_updates(records, data, source, options)
    book = read_book(data, source, "xlsx") if looks_like(data) == "zip" else read_csv(data, source)
    if isinstance(book, Finding):
        return Import(None, (book,))
    return read_updates(book, data, source, options)


def _as_data(data: bytes, source: str | None) -> Document | None:
    """Reads JSON or YAML; None where a file is neither."""
    if (source or "").lower().endswith((".yaml", ".yml")):
        from opengov_local.formats import yaml_format

        return yaml_format.read(data, source, kind_at=lambda _: "text").document
    if data.removeprefix(codecs.BOM_UTF8).lstrip()[:1] in (b"[", b"{"):
        return json_format.read(data, source).document
    return None


def are_records(document: Document) -> bool:
    """Tells whether data is a list of records that report progress, as rows of a table of updates do."""
    book = book_of(document)
    return book is not None and is_updates(book)


def is_updates(book: Book) -> bool:
    """Tells whether a book reports progress by period, and does not itself define a plan."""
    found = [find_columns(grid, ImportOptions(), narrow=True) for grid in book.sheets]
    tables = [table for table in found if table]
    if tables and all(map(may_plan, tables)):
        return False
    if not tables or not all(map(reports, tables)):
        found = [find_columns(grid, ImportOptions()) for grid in book.sheets]
        tables = [table for table in found if table]
        if not tables or not all(reports(table) and names_by_number(table) for table in tables):
            return False
    others = [grid for grid, table in zip(book.sheets, found, strict=True) if table is None]
    return not others or not any(
        _PLANNED & region.names for read in look(Book(tuple(others)), {}) for region in read.regions
    )


def names_base(book: Book, options: ImportOptions) -> bool:
    """Tells whether a book reports by period on what an earlier package has: most of its rows name an object of that.

    It may have the titles of those objects beside their numbers, as plans do.
    """
    if not isinstance(options.base, dict):
        return False
    found = [find_columns(grid, options) for grid in book.sheets]
    tables = [table for table in found if table]
    if not tables or not all(reports(table, based=True) for table in tables):
        return False
    targets = Targets(options.base)
    for table in tables:
        columns = [position for position, heading in table.known.items() if heading.field in TARGETS]
        said = [[text_of(row[at]) for at in columns if len(row) > at and not is_blank(row[at])]
                for row in table.grid.rows[table.header + 1 :]]  # fmt: skip
        named = [any(map(targets.find, cells)) for cells in said if cells]
        fields = {heading.field for heading in table.known.values()}
        again = "period" in fields and all(named) and len({tuple(cells) for cells in said}) < len(said)
        steps = bool(table.by_base) or names_steps_alone(table)
        again = again or (steps and all(_inside(targets, cells) for cells in said if cells))
        told = (
            table.is_square
            or not fields.isdisjoint(TOLD)
            or again
            or (not fields.isdisjoint(_WHEN) and have_numbers(said))
        )
        if not told or 2 * sum(named) <= len(named) or is_plan_again(table, targets):
            return False
    others = tuple(grid for grid, table in zip(book.sheets, found, strict=True) if table is None)
    return not others or not any(read.regions for read in look(Book(others), {}))


def _inside(targets: Targets, cells: list[str]) -> bool:
    """Tells whether cells name what lies in a commitment, which a plan of such rows alone has not."""
    return any(len(target.above) > 1 for text in cells for target in targets.find(text))


def reports_on_indicators(grid: Grid, options: ImportOptions) -> bool:
    """Tells whether a sheet reports on indicators: what they were at some time, or what was done."""
    table = find_columns(grid, options)
    if table is None or not reports(table) or may_plan(table):
        return False
    fields = {heading.field for heading in table.known.values()}
    return "indicator" in fields and not fields.isdisjoint((*TOLD, "value"))


def names_indicators(book: Book, options: ImportOptions, tree: Mapping[str, Any]) -> bool:
    """Tells whether most of what the rows of a book name as indicators are indicators of a plan.

    Args:
        book: sheets that report on indicators.
        options: what the user told beside.
        tree: the plan.
    """
    targets = Targets(tree)
    tables = [table for grid in book.sheets if (table := find_columns(grid, options))]
    rows = [cells for table in tables for cells in _rows(table, targets, options)]
    said = [[piece.text for heading, piece in cells if heading and heading.field == "indicator"] for cells in rows]
    known = [any(targets.find(text, "indicator") for text in texts) for texts in said if texts]
    return 2 * sum(known) > len(known)


def makes_plan(book: Book, options: ImportOptions | None) -> bool:
    """Tells whether the rows of a book name indicators and what these lie in by titles: they are enough for a plan."""
    given = options or ImportOptions()
    tables = [found for grid in book.sheets if (found := find_columns(grid, given))]
    return bool(named_by(chain.from_iterable(_rows(table, Targets({}), given) for table in tables)))


def read_updates(book: Book, data: bytes, source: str | None, options: ImportOptions | None) -> Import:
    """Reads updates from a book; see `read`."""
    options = options or ImportOptions()
    whole = [grid.cells() for grid in book.sheets]
    book, struck = without_struck(book)
    joins = isinstance(options.base, dict)
    tables = [found for grid in book.sheets if (found := find_columns(grid, options))]
    options = replace(options, language=options.language or latin_language(tables))
    draft = Draft.onto("tracker", source, data, options) if joins else Draft("tracker", source, data, options)
    known = Targets(options.base or {})
    rows = [list(_rows(table, known, options)) for table in tables]
    named = not joins and make_objects(draft, list(chain(*rows)), source, _above(tables))
    rows = _without_measures(rows) if named else rows
    targets = Targets(draft.root.data) if named else known if joins else None
    if not tables:
        draft.say("import/nothing-recognised", severity="error")
    elif targets is None:
        draft.say("import/no-base", severity="error")
    earlier: dict[tuple[str, str], Node] = {}
    for table, told in zip(tables, rows, strict=True):
        _head(draft, table)
        seen: dict[tuple[str, str], Node] = {}
        for cells in told:
            _row(draft, targets, table, cells, seen, earlier)
        earlier |= {key: update for key, update in seen.items() if key[1]}
        say_filled(draft, table.grid, table.header, table.known)
    if joins:
        leave_known(draft, options.base or {})
    keep_struck(draft, struck)
    for grid in book.sheets:
        say_struck(draft, grid)
    for grid in book.sheets:
        for number in grid.helps:
            for position in range(len(grid.rows[number])):
                draft.ignore(Piece(grid.place(number, position), text_of(grid.value(number, position))), "help")
    pieces = [
        Piece(grid.place(row, column), text_of(value))
        for grid, cells in zip(book.sheets, whole, strict=True)
        for row, column, value in cells
    ]
    done = draft.finish(FORMAT, pieces, telling=telling_read)
    return with_kept(replace(done, findings=(*book.findings, *done.findings)), source)


def _without_measures(rows: list[list[Headed]]) -> list[list[Headed]]:
    """Gives the cells of rows without what they say of indicators themselves, which was read with them."""
    return [
        [[cell for cell in row if cell[0] is None or cell[0].field not in MEASURES] for row in told] for told in rows
    ]


def _above(tables: list[Columns]) -> list[Piece]:
    """Gives the texts that stand alone in their rows above the first table."""
    if not tables:
        return []
    grid = tables[0].grid
    rows = [[at for at, value in enumerate(grid.rows[row]) if not is_blank(value)] for row in range(tables[0].header)]
    return [Piece(grid.place(row, found[0]), text_of(grid.value(row, found[0])))
            for row, found in enumerate(rows) if len(found) == 1]  # fmt: skip


def _head(draft: Draft, table: Columns) -> None:
    for position, value in enumerate(table.grid.rows[table.header]):
        if is_blank(value):
            continue
        place = table.grid.place(table.header, position)
        draft.ignore(Piece(place, text_of(value)), "heading")
        if position not in table.known:
            draft.say("import/column-unmapped", place, heading=text_of(value))
        elif position in table.by_base:
            field = table.known[position].field
            draft.say("import/heading-uncertain", place, severity="warning", heading=text_of(value), field=field)


def _rows(table: Columns, targets: Targets, options: ImportOptions) -> Iterator[Headed]:
    """Gives the cells of the rows of a table that have any, with what is merged over them."""
    for number, values in enumerate(table.grid.rows[table.header + 1 :], start=table.header + 1):
        cells: Headed = []
        for position, value in enumerate(values):
            if not is_blank(value):
                own = None if isinstance(value, str) else value
                piece = Piece(table.grid.place(number, position), text_of(value), own)
                cells.append((table.known.get(position), piece))
        if cells:
            yield with_named_field(with_merged(table.grid, number, table.known, cells), targets, options)


def _row(
    draft: Draft,
    targets: Targets | None,
    table: Columns,
    cells: Headed,
    seen: dict[tuple[str, str], Node],
    earlier: Mapping[tuple[str, str], Node],
) -> None:
    """Reads a row; `seen` are the updates of its table, `earlier` those of the tables before that say their time."""
    target = target_of(draft, targets, cells) if targets is not None else None
    if target is None or targets is None:
        for heading, piece in cells:
            if heading and heading.field == "contact":
                leave_out(draft, None, [piece], heading.heading)
            else:
                draft.keep(piece, label=heading.heading if heading else _heading(table, piece))
        return
    cells = without_known(draft, targets, target, cells)
    period = next((piece.text for heading, piece in cells if heading and heading.field in ("period", "date")), "")
    fields = {heading.field for heading, _ in cells if heading}
    before = seen.get((target.id, period))
    goes_on = FIELD in fields and before is not None and before.data.keys().isdisjoint(fields & SAYS)
    other = earlier.get((target.id, period))
    again = other is not None and not other.data.keys().isdisjoint(fields & SAYS)
    if (before is not None and not goes_on) or again:
        draft.say("import/update-repeated", cells[0][1], name=target.id, period=period)
    headed = [(heading, piece) for heading, piece in cells if heading and _fits(targets, target, heading, piece)]
    used = {piece for _, piece in headed}
    others = [(_heading(table, piece), piece) for _, piece in cells if piece not in used]
    told = Cells(headed, others, table.dates, table.percent, table.scale, target.in_percent)
    seen[target.id, period] = update = put_update(draft, target, told, before if goes_on else None)
    if update.data.keys().isdisjoint(_WHEN) and fields.isdisjoint(_WHEN) and table.time is not None:
        put_time(draft, update, table.time, first=len(seen) == 1)
    elif update.data.keys().isdisjoint(_WHEN) and fields.isdisjoint(_WHEN):
        draft.say("import/report-without-date", cells[0][1], node=update, count=1)


def _fits(targets: Targets, target: Target, heading: Heading, piece: Piece) -> bool:
    """Tells whether a cell says something of an object, or names it or what it lies in; other names are kept."""
    if heading.field not in TARGETS:
        return True
    return bool({target.id, *target.above} & {each.id for each in targets.find(piece.text)})


def _heading(table: Columns, piece: Piece) -> str | None:
    value = table.grid.value(table.header, table.grid.at(piece.place)[1])
    return None if is_blank(value) else text_of(value)
