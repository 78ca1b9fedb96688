"""Updates in long form, as CSV or workbook: one row for each period and object, joined to a base package."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from opengov_local.account import Piece
from opengov_local.document import Import
from opengov_local.finding import Finding
from opengov_local.formats.grids import Book, Grid, is_blank, read_book, read_csv
from opengov_local.formats.ogp_csv.rows import text_of
from opengov_local.formats.tables.date_above import DayAbove
from opengov_local.formats.tables.sheets import look
from opengov_local.formats.tables.struck_cells import keep_struck, without_struck
from opengov_local.formats.tables.unseen_cells import say_struck
from opengov_local.formats.tables.vocabulary import recognise
from opengov_local.formats.tracker.again import leave_known
from opengov_local.formats.tracker.columns_by_cells import rates, remarks, remedies, sentences, states
from opengov_local.formats.tracker.headings import Heading, heading_of
from opengov_local.formats.tracker.merged import say_filled, with_merged
from opengov_local.formats.tracker.named_fields import FIELD, Headed, with_named_field
from opengov_local.formats.tracker.named_objects import make_objects, named_by
from opengov_local.formats.tracker.spoken_of import NUMBER, TARGETS, target_of
from opengov_local.formats.tracker.targets import Target, Targets, is_worded_number
from opengov_local.formats.tracker.time_above import put_time, time_above
from opengov_local.formats.tracker.update import Cells, put_update
from opengov_local.importing.dates import DateContext, column_context
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.kept import with_kept
from opengov_local.importing.options import ImportOptions
from opengov_local.importing.signatures import looks_like
from opengov_local.importing.words.percent import PercentScale, column_percent
from opengov_local.privacy.contacts import LEFT_OUT

FORMAT = "tracker-updates"
_SEARCHED = 20
_SAYS = frozenset(("status", "progress", "text", "value", "evidence", "challenges"))
_TOLD = frozenset(("text", "challenges"))
"""What reports say of what was done, and plans do not."""
_DEFINES = frozenset(("axis", "problem", "objectives", "action", "lead", "supporting", "budget", "deliverable"))
"""What a table that defines a plan says of its commitments, and a report on progress does not."""
_BODIES = frozenset(("lead", "supporting"))
_PLANNED = frozenset(("commitment.title", "milestone.title"))
"""What a sheet that defines a plan has, by the headings of plans; beside one, reports are read with it."""
_SURE = 95
_WHEN = frozenset(("date", "period"))
_CANADA = frozenset(("NS", "LP", "SP", "C"))


@dataclass
class Columns:
    """The columns of a table of updates.

    Attributes:
        grid: the sheet.
        header: row of the headings, from 0.
        known: what the columns hold, by position.
        dates: what the columns of dates show of the order of day and month.
        percent: what bare numbers mean in the columns of progress.
        scale: the scale of codes in the column of status.
        time: the day or period that stands above the table.
    """

    grid: Grid
    header: int
    known: dict[int, Heading]
    dates: dict[str, DateContext] = field(default_factory=dict)
    percent: PercentScale | None = None
    scale: str = ""
    time: DayAbove | None = None


def read(data: bytes, source: str | None = None, *, options: ImportOptions | None = None) -> Import:
    """Reads updates and joins them to the package that `options.base` holds; without it, they stay as they are."""
    book = read_book(data, source, "xlsx") if looks_like(data) == "zip" else read_csv(data, source)
    if isinstance(book, Finding):
        return Import(None, (book,))
    return read_updates(book, data, source, options)


def is_updates(book: Book) -> bool:
    """Tells whether a book reports progress by period, and does not itself define a plan."""
    found = [_find(grid, ImportOptions(), narrow=True) for grid in book.sheets]
    tables = [table for table in found if table]
    if not tables or not all(map(_reports, tables)):
        found = [_find(grid, ImportOptions()) for grid in book.sheets]
        tables = [table for table in found if table]
        if not tables or not all(_reports(table) and _names_by_number(table) for table in tables):
            return False
    others = [grid for grid, table in zip(book.sheets, found, strict=True) if table is None]
    return not others or not any(
        _PLANNED & region.names for read in look(Book(tuple(others)), {}) for region in read.regions
    )


def names_base(book: Book, options: ImportOptions) -> bool:
    """Tells whether a book reports by period on what an earlier package has: most of its rows name an object of that.

    It may have the titles of those objects beside their numbers, as plans do.
    """
    tables = [table for grid in book.sheets if (table := _find(grid, options)) and _reports(table, based=True)]
    if not isinstance(options.base, dict) or not tables or len(tables) < len(book.sheets):
        return False
    targets = Targets(options.base)
    for table in tables:
        columns = [position for position, heading in table.known.items() if heading.field in TARGETS]
        said = [[text_of(row[at]) for at in columns if len(row) > at and not is_blank(row[at])]
                for row in table.grid.rows[table.header + 1 :]]  # fmt: skip
        named = [any(map(targets.find, cells)) for cells in said if cells]
        fields = {heading.field for heading in table.known.values()}
        again = "period" in fields and all(named) and len({tuple(cells) for cells in said}) < len(said)
        told = not fields.isdisjoint(_TOLD) or again or (not fields.isdisjoint(_WHEN) and _have_numbers(said))
        if not told or 2 * sum(named) <= len(named):
            return False
    return True


def makes_plan(book: Book, options: ImportOptions | None) -> bool:
    """Tells whether the rows of a book name indicators and what these lie in by titles: they are enough for a plan."""
    given = options or ImportOptions()
    tables = [found for grid in book.sheets if (found := _find(grid, given))]
    return bool(named_by(chain.from_iterable(_rows(table, Targets({}), given) for table in tables)))


def _have_numbers(rows: list[list[str]]) -> bool:
    """Tells whether each row names what it speaks of by a number, be there a title beside it, and no two are alike."""
    named = [tuple(filter(NUMBER.fullmatch, map(str.strip, cells))) for cells in rows]
    return all(named) and len(set(named)) == len(named)


def _reports(table: Columns, *, based: bool = False) -> bool:
    """Tells whether a table reports; where it names objects of a base, a date and a state are enough for that."""
    fields = {heading.field for heading in table.known.values()}
    row = table.grid.rows[table.header]
    headings = {at: text_of(value) for at, value in enumerate(row) if not is_blank(value)}
    meanings = [recognise(heading) for at, heading in headings.items() if at not in table.known]
    defined = {meaning.target.partition(".")[0] for meaning in meanings if meaning and meaning.score >= _SURE}
    dated = "date" in fields or ("status" in fields and not fields.isdisjoint(_TOLD))
    few = 1 if based else 2
    timed = "period" in fields or (dated and len(fields & _SAYS) >= few and (based or _names_by_number(table)))
    beside = defined & _DEFINES <= _BODIES and not fields.isdisjoint(_TOLD)
    reported = defined.isdisjoint(_DEFINES) or (beside and _of_several_indicators(table))
    return timed and len(table.known) * 2 > len(headings) and reported


def _of_several_indicators(table: Columns) -> bool:
    """Tells whether rows name several indicators of one activity for one period, as plans do not."""
    at: dict[str, list[int]] = {}
    for position, heading in table.known.items():
        at.setdefault(heading.field, []).append(position)
    if not {"indicator", "milestone", "period"} <= at.keys():
        return False
    said: dict[tuple[str, ...], set[str]] = {}
    for row in table.grid.rows[table.header + 1 :]:
        texts = {name: [text_of(row[one]) for one in at[name] if len(row) > one and not is_blank(row[one])]
                 for name in ("indicator", "milestone", "period", "commitment") if name in at}  # fmt: skip
        if all(texts[name] for name in ("indicator", "milestone", "period")):
            key = (*texts["period"], *texts.get("commitment", ()), *texts["milestone"])
            said.setdefault(key, set()).add(texts["indicator"][0])
    return any(len(names) > 1 for names in said.values())


def _names_by_number(table: Columns) -> bool:
    """Tells whether all rows name what they speak of by a number, as reports do and plans do not."""
    rows = table.grid.rows[table.header + 1 :]
    columns = [position for position, heading in table.known.items() if heading.field in TARGETS]
    cells = [text_of(row[at]) for row in rows for at in columns if len(row) > at and not is_blank(row[at])]
    return bool(cells) and all(NUMBER.fullmatch(cell.strip()) or is_worded_number(cell) for cell in cells)


def read_updates(book: Book, data: bytes, source: str | None, options: ImportOptions | None) -> Import:
    """Reads updates from a book; see `read`."""
    options = options or ImportOptions()
    whole = [grid.cells() for grid in book.sheets]
    book, struck = without_struck(book)
    joins = isinstance(options.base, dict)
    tables = [found for grid in book.sheets if (found := _find(grid, options))]
    options = replace(options, language=options.language or _latin(tables))
    draft = Draft.onto("tracker", source, data, options) if joins else Draft("tracker", source, data, options)
    known = Targets(options.base or {})
    rows = [list(_rows(table, known, options)) for table in tables]
    named = not joins and make_objects(draft, list(chain(*rows)), source)
    targets = Targets(draft.root.data) if named else known if joins else None
    if not tables:
        draft.say("import/nothing-recognised", severity="error")
    elif targets is None:
        draft.say("import/no-base", severity="error")
    for table, told in zip(tables, rows, strict=True):
        _head(draft, table)
        seen: dict[tuple[str, str], Node] = {}
        for cells in told:
            _row(draft, targets, table, cells, seen)
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
    done = draft.finish(FORMAT, pieces)
    return with_kept(replace(done, findings=(*book.findings, *done.findings)), source)


def _find(grid: Grid, options: ImportOptions, *, narrow: bool = False) -> Columns | None:
    """Finds the header: a row that names an object and says something of it.

    Args:
        grid: the sheet.
        options: what the user told beside.
        narrow: whether only headings of updates count, and none that tables of plans have too.
    """
    for number, values in enumerate(grid.rows[:_SEARCHED]):
        known = {
            position: heading
            for position, value in enumerate(values)
            if isinstance(value, str) and (heading := heading_of(value, options.words, also_of_plans=not narrow))
        }
        fields = {heading.field for heading in known.values()}
        if not fields.isdisjoint(TARGETS):
            known |= states(grid, number, known) if "status" not in fields else {}
            known |= rates(grid, number, known) if "progress" not in fields else {}
            known |= sentences(grid, number, known) if "text" not in fields else {}
            known |= remedies(values, known)
            fields = {heading.field for heading in known.values()}
            known |= remarks(values, known) if fields.isdisjoint(_TOLD) and not narrow else {}
            fields = {heading.field for heading in known.values()}
        if not fields.isdisjoint(TARGETS) and not fields.isdisjoint(_SAYS):
            table = Columns(grid, number, known)
            _look(table)
            return table
    return None


def _look(table: Columns) -> None:
    """Looks at whole columns, and above the table, for what single cells do not tell."""
    table.time = time_above(table.grid, table.header)
    rows = table.grid.rows[table.header + 1 :]
    for position, heading in table.known.items():
        values = [row[position] for row in rows if len(row) > position and not is_blank(row[position])]
        if heading.field in ("period", "date"):
            table.dates[heading.field] = column_context(values)
        elif heading.field == "progress":
            table.percent = column_percent([value for value in values if isinstance(value, (str, int, float))])
        elif heading.field == "status" and values and {str(value).strip() for value in values} <= _CANADA:
            table.scale = "canada"


def _latin(tables: list[Columns]) -> str | None:
    """Gives the one language that most headings in Latin letters are in: that of cells in Latin letters."""
    spoken = Counter(heading.spoken for table in tables for heading in table.known.values() if heading.spoken != "ar")
    most = spoken.most_common(2)
    if not most or not most[0][0] or (len(most) == 2 and most[0][1] == most[1][1]):
        return None
    return most[0][0]


def _head(draft: Draft, table: Columns) -> None:
    for position, value in enumerate(table.grid.rows[table.header]):
        if is_blank(value):
            continue
        place = table.grid.place(table.header, position)
        draft.ignore(Piece(place, text_of(value)), "heading")
        if position not in table.known:
            draft.say("import/column-unmapped", place, heading=text_of(value))


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
    draft: Draft, targets: Targets | None, table: Columns, cells: Headed, seen: dict[tuple[str, str], Node]
) -> None:
    target = target_of(draft, targets, cells) if targets is not None else None
    if target is None or targets is None:
        for heading, piece in cells:
            if heading and heading.field == "contact":
                draft.ignore(piece._replace(text=LEFT_OUT, value=None), "help")
                draft.say("import/contact-left-out", piece, severity="info", count=1)
            else:
                draft.keep(piece, label=heading.heading if heading else _heading(table, piece))
        return
    period = next((piece.text for heading, piece in cells if heading and heading.field in ("period", "date")), "")
    fields = {heading.field for heading, _ in cells if heading}
    before = seen.get((target.id, period))
    goes_on = FIELD in fields and before is not None and before.data.keys().isdisjoint(fields & _SAYS)
    if before is not None and not goes_on:
        draft.say("import/update-repeated", cells[0][1], name=target.id, period=period)
    headed = [(heading, piece) for heading, piece in cells if heading and _fits(targets, target, heading, piece)]
    used = {piece for _, piece in headed}
    others = [(_heading(table, piece), piece) for _, piece in cells if piece not in used]
    told = Cells(headed, others, table.dates, table.percent, table.scale)
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
    value = table.grid.value(table.header, piece.place.column - 1)
    return None if is_blank(value) else text_of(value)
