"""The sheets of a book: which hold tables, which only help, and in which order they are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from opengov_local.account import Piece, Place
from opengov_local.formats.grids.grid import Book, Grid, is_blank
from opengov_local.formats.tables.columns.contribution_columns import is_answered, is_contributions
from opengov_local.formats.tables.columns.layout import AXES_ALONE, TITLES, Own, Region, headings_of, regions
from opengov_local.formats.tables.columns.named_fields import named_fields
from opengov_local.formats.tables.columns.other_lists import without_lists
from opengov_local.formats.tables.columns.period_headings import is_period
from opengov_local.formats.tables.columns.reversed_columns import put_right
from opengov_local.formats.tables.columns.shown_cells import numbers_shown
from opengov_local.formats.tables.drafted.state import Pair
from opengov_local.formats.tables.fiches.fiche_sheets import FicheSheet, fiche_sheet
from opengov_local.formats.tables.fiches.label_lines import label_of
from opengov_local.formats.tables.fiches.twofold_cards import twofold_cards
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.grid.rearranged import Rearranged, turned
from opengov_local.formats.tables.grid.side_by_side import side_by_side
from opengov_local.formats.tables.levels.level_rows import level_rows
from opengov_local.formats.tables.levels.numbers_beside import with_numbers
from opengov_local.formats.tables.levels.others_below import with_others_parted
from opengov_local.formats.tables.other_tables.actions_of_projects import actions_of_projects
from opengov_local.formats.tables.other_tables.joined_sheets import (
    codes_of,
    has_leading_counts,
    has_references,
    joined_by_code,
    keyed_by_number,
)
from opengov_local.formats.tables.other_tables.joins_below import with_joins
from opengov_local.formats.tables.other_tables.reports import by_number
from opengov_local.formats.tables.plan.help_titles import title_on
from opengov_local.formats.tables.sheets.cover_sheets import is_cover, is_cover_form, is_titled
from opengov_local.formats.tables.sheets.headless import headless
from opengov_local.formats.tables.sheets.workshop_sheets import is_workshop_sheet
from opengov_local.formats.wording.headings.phrases import begins, says
from opengov_local.formats.wording.headings.report_words import report_words

_LOOKED_AT = 30
_TITLE = "commitment.title"
_PLANNED = frozenset({_TITLE, "milestone.title"})
"""Targets of tables that define what others report on."""

_BROUGHT = frozenset({"group", "problem", "contribution.problem"})
"""Targets of tables that say what was brought; one that has none of them may decide on what others hold."""


@dataclass
class Read:
    """A sheet and what was found in it.

    Attributes:
        sheet: its pieces.
        regions: its tables, top to bottom.
        named: whether its name alone says that it only helps.
        role: `data`, `help` (instructions, lists of choices), `cover`, `workshop`, `titled` (the title of a plan, and
            no table), or `other`.
        labels: of a sheet of fiches or cards, the labels that stand there again.
        loose: of a sheet of fiches, what belongs to none.
        joined: of a sheet of fiches, what is read with the cell of another place.
        of_plan: of a sheet of one fiche, what it says of the plan.
        notes: of a sheet of fiches, the lines of notes and signatures below them.
        lists: lists of something else below its tables.
    """

    sheet: Sheet
    regions: tuple[Region, ...] = ()
    role: str = "other"
    named: bool = False
    labels: list[Piece] = field(default_factory=list)
    loose: list[Piece] = field(default_factory=list)
    joined: list[tuple[Piece, Place]] = field(default_factory=list)
    of_plan: list[Pair] = field(default_factory=list)
    notes: list[list[Piece]] = field(default_factory=list)
    lists: tuple[Region, ...] = ()

    def pieces(self) -> list[Piece]:
        """Gives all pieces of the sheet."""
        of_plan = {piece.place: piece for pair in self.of_plan for piece in (pair.label, pair.value)}
        joined = (piece for piece, _ in self.joined)
        noted = (piece for line in self.notes for piece in line)
        return [*self.sheet.pieces(), *self.labels, *self.loose, *joined, *of_plan.values(), *noted]


def look(book: Book, own: Own) -> list[Read]:
    """Finds the tables of every sheet, and tells what the sheets without one are for."""
    reads = _looked(book, own)
    plans = [id(read) for read in reads if any(_TITLE in region.names for region in read.regions)]
    every = [region for read in reads for region in read.regions]

    def others(region: Region) -> frozenset[str]:
        return codes_of(one for one in every if one is not region)

    reads = [_numbered(_parted(read, own, others, beside=plans not in ([], [id(read)]))) for read in reads]
    return reads if any(read.regions for read in reads) else [_unheaded(read) for read in reads]


def _unheaded(read: Read) -> Read:
    """Gives a sheet of a book without tables with the one that nothing heads, or for one with the title of a plan."""
    if not _may_join(read):
        return read
    if table := headless(read.sheet):
        return replace(read, regions=(table,), role="data")
    return read if title_on(read.sheet, of_a_year=True) is None else replace(read, role="titled")


def _numbered(read: Read) -> Read:
    """Makes the numbers of objects what the sheet shows of them."""
    if (grid := numbers_shown(read.sheet.grid, read.regions)) is read.sheet.grid:
        return read
    found = tuple(replace(one, grid=grid) if one.grid is read.sheet.grid else one for one in read.regions)
    return replace(read, sheet=Sheet(grid), regions=found)


def _looked(book: Book, own: Own) -> list[Read]:
    parts = [part for grid in book.sheets for part in side_by_side(grid, headings_of(own))]
    reads = [one for read in _with_workshops(parts, _with_covers(parts, own)) for one in _by_field(read, own)]
    if any(read.regions for read in reads):
        first = next(at for at, read in enumerate(reads) if read.regions)
        reads = [
            replace(read, role="cover")
            if read.role == "other" and (is_cover(read.sheet.grid) or (at < first and is_titled(read.sheet)))
            else read
            for at, read in enumerate(reads)
        ]
    if any(is_contributions(region) for read in reads for region in read.regions):
        reads = [_decides(read, own) for read in reads]
    reads = [replace(read, regions=with_joins(read.regions, own)) for read in _keyed(reads)]
    plans = [read for read in reads if any(_PLANNED & region.names for region in read.regions)]
    reads = [_follows(read, own) if any(plan is not read for plan in plans) else read for read in reads]
    if not any(map(_may_join, reads)):
        return reads
    codes = codes_of(region for plan in plans for region in plan.regions)
    return [_joins(read, own, codes) for read in reads]


def _parted(read: Read, own: Own, codes: Callable[[Region], frozenset[str]], *, beside: bool) -> Read:
    """Parts the tables of a sheet from lists of something else, and from projects that are none of the plan."""
    tables, lists = without_lists(read.regions, headings_of(own), beside=beside, codes=codes)
    return replace(read, regions=with_others_parted(tables), lists=lists)


def _keyed(reads: list[Read]) -> list[Read]:
    """Takes tables that name the projects of others by their numbers alone for what they are: more of these."""
    regions_of = [region for read in reads for region in read.regions]
    keyed = {**actions_of_projects(regions_of)}
    refers = [region for region in regions_of if has_leading_counts(region) or has_references(region)]
    if counting := [region for region in refers if not by_number(region)]:
        numbers = codes_of(region for region in regions_of if region not in counting)
        keyed |= {id(region): keyed_by_number(region, numbers) for region in counting}
    if not keyed:
        return reads
    return [replace(read, regions=tuple(keyed.get(id(one), one) for one in read.regions)) for read in reads]


def _with_covers(parts: list[Grid], own: Own) -> list[Read]:
    """Looks at the sheets of a book, those last that are cover pages where others name projects or activities."""
    covers = [is_cover_form(part) for part in parts]
    reads = [
        Read(Sheet(part)) if cover else _of_cards(part, own) or _look_at(part, own)
        for part, cover in zip(parts, covers, strict=True)
    ]
    names = {name for read in reads for region in read.regions for name in region.names}
    for at in (at for at, cover in enumerate(covers) if cover):
        is_it = _TITLE in names or (names & _PLANNED and is_cover_form(parts[at], strictly=True))
        reads[at] = replace(reads[at], role="cover") if is_it else _look_at(parts[at], own)
    return reads


def _with_workshops(parts: list[Grid], reads: list[Read]) -> list[Read]:
    """Takes sheets that tell of one workshop for that, where other sheets hold a plan."""
    ours = [_may_tell(read) and is_workshop_sheet(part) for part, read in zip(parts, reads, strict=True)]
    rest = [read for read, is_ours in zip(reads, ours, strict=True) if not is_ours]
    if not any(_PLANNED & region.names for read in rest for region in read.regions):
        return reads
    return [
        Read(Sheet(part), role="workshop") if is_ours else read
        for part, read, is_ours in zip(parts, reads, ours, strict=True)
    ]


def _may_tell(read: Read) -> bool:
    """Tells whether a sheet holds no table, or nothing but one fiche without activities."""
    tables = read.regions
    return not tables or (isinstance(read.sheet.grid, Rearranged) and len(tables) == 1 and _has_one_row(tables[0]))


def _has_one_row(region: Region) -> bool:
    return region.end - region.first == 1


def _decides(read: Read, own: Own) -> Read:
    """Looks in a sheet without a table for decisions on what other sheets number."""
    grid = read.sheet.grid
    found = regions(grid, own, seeks="decisions") if read.role == "other" and not grid.hidden else ()
    return replace(read, regions=found, role="data") if found else read


def _may_join(read: Read) -> bool:
    return read.role == "other" and not read.sheet.grid.hidden


def _joins(read: Read, own: Own, codes: frozenset[str]) -> Read:
    """Looks in a sheet without a table for more on what the plan of another sheet numbers."""
    if not _may_join(read) or not codes:
        return read
    found = joined_by_code(read.sheet.grid, own, codes)
    return replace(read, regions=found, role="data") if found else read


def _follows(read: Read, own: Own) -> Read:
    """Looks in a sheet for reports on what the plan of another sheet numbers.

    Below a header of reports that is none of a plan, the first row of data can look like a header.
    """
    grid = read.sheet.grid
    if read.role not in ("other", "data") or grid.hidden or isinstance(grid, Rearranged):
        return read
    found = regions(grid, {**report_words(), **own}, seeks="reports")
    if found and read.regions and not (found[0].reports and found[0].lowest < read.regions[0].lowest):
        return read
    return replace(read, regions=found, role="data") if found else read


def _of_cards(grid: Grid, own: Own) -> Read | None:
    """Gives a sheet of cards in two languages as the table they amount to; None for any other."""
    cards = None if grid.hidden or isinstance(grid, Rearranged) else twofold_cards(grid, headings_of(own))
    if cards is None:
        return None
    whole, held = Sheet(grid), frozenset(cards.origins.values())
    again = [
        piece for at in range(len(grid.rows)) for column, piece in whole.row(at).items() if (at, column) not in held
    ]
    return Read(Sheet(cards), regions(cards, own), "data", labels=again)


def _by_field(read: Read, own: Own) -> list[Read]:
    """Gives a sheet whose only table names what it reports in its rows as one with columns for it, and the others."""
    if len(read.regions) != 1 or read.sheet.grid.hidden:
        return [read]
    found = named_fields(read.regions[0], headings_of(own))
    if found is None:
        return [read]
    again = [piece for cell in sorted(found.again) if (piece := read.sheet.piece(*cell)) is not None]
    made = replace(read, sheet=Sheet(found.grid), regions=regions(found.grid, own), labels=again)
    rest = [Read(Sheet(found.others.grid), (found.others,), read.role)] if found.others else []
    return [made, *rest]


def _look_at(grid: Grid, own: Own) -> Read:
    tables = regions(grid, own)
    back = put_right(grid, tables)
    return _with_tables(back, tables if back is grid else regions(back, own), own)


def _with_tables(grid: Grid, tables: Sequence[Region], own: Own) -> Read:
    found = tuple(region for region in tables if not _names_labels(region, headings_of(own)))
    named = begins("help_sheet", grid.name) or begins("list_sheet", grid.name)
    if named and not any(region.names & set(TITLES) for region in found):
        return Read(Sheet(grid), role="help", named=True)
    if (
        not (grid.hidden or named)
        and (form := fiche_sheet(grid, headings_of(own)))
        and not any(map(_has_levels, found))
    ):
        return _of_fiches(grid, form)
    if not found and 2 <= grid.width <= 40 and len(grid.rows) <= 80:
        other = turned(grid)
        tables = regions(other, own)
        if len(tables) == 1 and len(tables[0].columns) >= 3 and tables[0].score >= 2 and _is_titled(tables[0]):
            return Read(Sheet(other), (with_numbers(tables[0]),), "data")
    if found and not grid.hidden:
        return Read(Sheet(grid), found, "data")
    if not found and _is_help(grid):
        return Read(Sheet(grid), role="help")
    return Read(Sheet(grid), role="other")


def _has_levels(region: Region) -> bool:
    """Tells whether a column of a table names the level of each row, words that are labels of a form elsewhere."""
    found = level_rows(region)
    return found is not None and found.level is not None


def _is_titled(region: Region) -> bool:
    """Tells whether no title of a table turned around is one by its place alone, or the part of a year: "T1"."""
    titles = [column for column in region.columns if column.target in TITLES]
    names = [text for column in titles for text in region.texts(column.index) if text]
    return all(column.is_sure for column in titles) and not any(map(is_period, names))


def _names_labels(region: Region, own: tuple[tuple[str, str], ...]) -> bool:
    """Tells whether what would be titles are labels: of a form, or of a sheet that explains one."""
    titles = [column.index for column in region.columns if column.target in TITLES][:1]
    texts = [value for at in titles for value in region.values(at)[:_LOOKED_AT] if not is_blank(value)]
    labels = {meaning.target for text in texts if (meaning := label_of(text, own))}
    return len(labels) > 2 and 2 * len(labels) >= len(texts)


def _of_fiches(grid: Grid, form: FicheSheet) -> Read:
    """Gives a sheet of fiches, with what its table does not hold."""
    whole, joined = Sheet(grid), dict(form.joined)
    of_plan = {cell for one in form.of_plan for cell in (one.label, *(cell for cell, _ in one.said))}
    labels = form.labels - form.held - of_plan
    elsewhere = form.held | labels | joined.keys() | of_plan | {cell for line in form.notes for cell in line}
    pieces = {(row, column): piece for row in range(len(grid.rows)) for column, piece in whole.row(row).items()}
    return Read(
        Sheet(form.region.grid),
        (form.region,),
        "data",
        labels=[pieces[cell] for cell in sorted(labels)],
        loose=[piece for cell, piece in pieces.items() if cell not in elsewhere],
        joined=[(pieces[cell], grid.place(*other)) for cell, other in joined.items()],
        of_plan=[pair for one in form.of_plan for pair in one.pairs(pieces)],
        notes=[[pieces[cell] for cell in line] for line in form.notes],
    )


def _is_help(grid: Grid) -> bool:
    """Tells whether most texts of a sheet are instructions."""
    texts = [str(value) for row in grid.rows for value in row if not is_blank(value)]
    return bool(texts) and sum(says("help", text) for text in texts) * 2 > len(texts)


def rank(region: Region) -> int:
    """Orders tables: those that others refer to come first."""
    names = region.names
    if is_contributions(region):
        return 6 if is_answered(region) and not names & _BROUGHT else 5
    if region.reports or by_number(region):
        return 4
    if _TITLE in names:
        return 1
    if "milestone.title" in names:
        return 2
    return 0 if names <= AXES_ALONE else 3
