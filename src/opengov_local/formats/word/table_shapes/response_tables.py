"""Tables of proposals with what became of each, in a Word file: read by the reader that sheets of them have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from opengov_local.account import Place
from opengov_local.formats.grids.grid import Grid, Merge, Value, is_blank
from opengov_local.formats.tables.columns.contribution_columns import KINDS, is_contributions, of_contributions
from opengov_local.formats.tables.columns.counts import counted
from opengov_local.formats.tables.columns.layout import Region, Sought, regions
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.grid.pieces import Sheet
from opengov_local.formats.tables.other_tables.contributions import read_contributions
from opengov_local.formats.tables.other_tables.told_headings import say_doubts
from opengov_local.formats.word.docx.blocks import Table
from opengov_local.formats.wording.headings.vocabulary import recognise
from opengov_local.importing.draft import Draft, Node

_FEWEST_COLUMNS = 3
_HIGHEST_HEADER = 4
_LONGEST_HEADING = 80
_TOLD = ("disposition.", "contribution.author", "contribution.supporters")
"""What such a table says of a proposal, and lists do not."""
Own = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class TableGrid(Grid):
    """The cells of a table of a Word file.

    Attributes:
        number: number of the table.
        headed: a heading that the first column was given, having none; "" as a rule.
        above: how many rows of the table were read before as titles.
        moved: the number of the table and the row that rows have in the file which were joined to it.
    """

    number: int = 0
    headed: str = ""
    above: int = 0
    moved: Mapping[int, tuple[int | str | None, int]] = field(default_factory=dict)

    def place(self, row: int, column: int) -> Place:
        """Gives the place of a cell in its table."""
        if row in self.moved:
            return Place("cell", *self.moved[row], column + 1)
        return Place("cell", self.number, row + 1 + self.above, column + 1)

    def at(self, place: Place) -> tuple[int, int]:
        """Gives row and column of a place in the table, from 0."""
        row, column = super().at(place)
        there = next((at for at, of in self.moved.items() if of == (place.part, place.row)), None)
        return row - self.above if there is None else there, column


def grid_of(table: Table) -> TableGrid:
    """Makes a sheet of the cells of a table."""
    rows: list[list[Value]] = [[None] * table.width for _ in table.rows]
    merges = []
    for cell in table.cells():
        rows[cell.row - 1][cell.column - 1] = cell.text or None
        if cell.width > 1 or cell.height > 1:
            last = (cell.row - 2 + cell.height, cell.column - 2 + cell.width)
            merges.append(Merge(cell.row - 1, cell.column - 1, *last))
    above = next((cell.piece.place.row - cell.row for cell in table.cells()), 0)
    stand = {cell.row - 1: (cell.piece.place.part, cell.piece.place.row) for cell in table.cells()}
    moved = {row: of for row, of in stand.items() if of[0] != table.number}
    return TableGrid("", rows, tuple(merges), number=table.number, above=above, moved=moved)


def regions_of(table: Table, own: Own, *, seeks: Sought = "plan") -> tuple[Region, ...]:
    """Finds in a table what `regions` does in sheets; the next who asks the same of it is told at once."""
    return _regions(table, frozenset(own.items()), seeks)


@lru_cache(maxsize=8)
def _regions(table: Table, own: frozenset[tuple[tuple[str, str], str]], seeks: Sought) -> tuple[Region, ...]:
    return regions(grid_of(table), dict(own), seeks=seeks)


def responses_in(table: Table, own: Own, *, brings: bool = False) -> Region | None:
    """Finds the proposals and what became of them in a table; None where it is another.

    Args:
        table: the table.
        own: a council's own words.
        brings: whether something was brought above, so that it may be named by its numbers alone.
    """
    if table.width < _FEWEST_COLUMNS or not any(map(_tells, _first_texts(table))):
        return None
    found = regions_of(table, own) or (regions_of(table, own, seeks="decisions") if brings else ())
    if len(found) != 1 or not is_contributions(found[0]):
        return None
    region = of_contributions(found[0])
    brought = [target for target in region.names if KINDS.get(target) or target == "contribution.text"]
    answered = any(target.startswith(_TOLD[0]) for target in region.names)
    told = len(brought) == 1 and any(target.startswith(_TOLD) for target in region.names)
    return region if answered or told else None


def _first_texts(table: Table) -> list[str]:
    return [cell.text for row in table.rows[:_HIGHEST_HEADER] for cell in row if 0 < len(cell.text) < _LONGEST_HEADING]


def _tells(text: str) -> bool:
    meaning = recognise(text, ())
    return meaning is not None and any(name.startswith(_TOLD) for name in (meaning.target, *meaning.alternatives))


def explain_header(draft: Draft, region: Region, sheet: Sheet) -> None:
    """Tells what the columns of a table mean, and accounts for its headings; one that a column was given is assumed.

    Of a column whose heading is not known it is said that it is kept, where anything stands below it.
    """
    say_doubts(draft, region)
    counts = counted(region)
    for column in region.columns:
        place = region.grid.place(region.lowest, column.index)
        if column.index in counts:
            draft.say("import/counts-no-titles", place, severity="info", heading=column.heading)
        elif column.meaning is None:
            draft.explain("layout/word-column-unknown", place, label=column.heading)
            if column.of:
                draft.say("import/said-of-others", place, heading=column.heading, name=column.of)
            elif not all(map(is_blank, region.values(column.index))):
                draft.say("import/column-unmapped", place, heading=column.heading)
        else:
            draft.explain("layout/word-label", place, label=column.heading, field=column.meaning.target)
    headed = region.grid.headed if isinstance(region.grid, TableGrid) else ""
    for row in range(region.header, region.first):
        for at, piece in sheet.row(row).items():
            if (row, at, piece.text) == (0, 0, headed):
                draft.say("import/assumed", piece, severity="info", field="milestones", value=headed)
                continue
            draft.ignore(piece, "help" if row in region.helps else "heading")


class ResponseTables:
    """Reads such tables into workshops."""

    def __init__(self, draft: Draft) -> None:
        self._state = State(draft)
        self._draft = draft

    @property
    def plan(self) -> Node | None:
        """The plan whose projects the tables name, if one is known."""
        return self._state.plan if self._state.has_plan else None

    def go_on(self, plan: Node) -> None:
        """Takes the projects and axes that are named for those of a plan."""
        self._state.go_on(plan)

    def read(self, region: Region, workshop: Node, group: Node | None) -> None:
        """Reads a table.

        Args:
            region: the table.
            workshop: the workshop that brought the proposals.
            group: the working group whose part of the document the table stands in, if any.
        """
        sheet = Sheet(region.grid)
        explain_header(self._draft, region, sheet)
        read_contributions(self._state, region, sheet, workshop, group, self._brought(workshop))

    def _brought(self, workshop: Node) -> list[Node]:
        """Gives what the lists above say that the workshop and its groups brought."""
        holders = [workshop.data, *workshop.data.get("working_groups", ())]
        return [self._draft.node_of(each) for holder in holders for each in holder.get("contributions", ())]
