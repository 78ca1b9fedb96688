"""Working groups of a workshop with a table each, in sheets of their own or below each other: "Groupe 1 : Propreté"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from opengov_local.account import Piece, Place
from opengov_local.formats.tables.columns.contribution_columns import is_answered, is_contributions
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.columns.online_forms import is_form, name_of_form
from opengov_local.formats.tables.columns.workshop_lines import said_of_workshop
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.drafted.working_groups import group_of
from opengov_local.formats.tables.grid.pieces import Row, Sheet
from opengov_local.formats.tables.other_tables.contributions import PERSONS, group_above, is_group, read_contributions
from opengov_local.formats.tables.other_tables.workshops import read_workshop
from opengov_local.formats.tables.plan.party_cells import put_person
from opengov_local.formats.tables.sheets.sheets import Read
from opengov_local.formats.wording.headings.phrases import phrases, says
from opengov_local.formats.wording.labels.labels import choose, known_labels
from opengov_local.formats.wording.words.persons_named import with_offices
from opengov_local.importing.draft import Node
from opengov_local.importing.words import fold, read_list

_MARKS = " \u00a0\t:："
_MOST_CELLS = 60


class _GroupTitle(NamedTuple):
    """What a table of contributions says of the group that brought them.

    Attributes:
        piece: the title of the group.
        assumed: whether only the name of the sheet says so, without a word for a group.
    """

    piece: Piece
    assumed: bool = False


class WorkshopTables:
    """The tables of contributions of a file: what one workshop brought, or each of its groups.

    Attributes:
        covers: the sheets without a table that say when, where or what the workshop was.
    """

    def __init__(self, state: State, reads: Sequence[Read], name: str | None) -> None:
        """Looks at all sheets of the file.

        Args:
            state: what was read so far.
            reads: the sheets.
            name: what the workshop is called where nothing says its title.
        """
        self._state = state
        self._name = name
        regions = [(read.sheet, region) for read in reads for region in read.regions]
        ours = [(sheet, region) for sheet, region in regions if is_contributions(region)]
        self._groups = {id(region): title for (_, region), title in zip(ours, _titles_of_groups(ours), strict=True)}
        of_workshop = len(ours) == len(regions) > 0
        self.covers = [read for read in reads if of_workshop and read.role in ("cover", "other") and _tells(read.sheet)]
        told = [read for read in reads if read.role == "workshop"]
        self.covers += told if ours and len(told) == 1 else []
        self._workshop: Node | None = None

    def read(self, table: Region, region: Region, sheet: Sheet, above: Sequence[Row]) -> None:
        """Reads one table.

        Args:
            table: the table as it was found.
            region: the table as its columns are understood.
            sheet: its cells.
            above: the rows above it, by column.
        """
        title = self._groups[id(table)]
        group = title.piece if title else group_above(region, sheet)
        rest: list[Row] = [{at: piece for at, piece in row.items() if piece != group} for row in above]
        first = next((at for at, row in enumerate(above) if group in row.values()), 0) if title else len(rest)
        before, after = rest[:first], rest[first:]
        if self._workshop is None:
            said = [read.sheet.row(row) for read in self.covers for row in range(len(read.sheet.grid.rows))]
            form = is_form(column.heading for column in table.columns)
            name = name_of_form(self._name) if form else self._name
            kind = "online_consultation" if form else "co_creation"
            self._workshop, before = read_workshop(self._state, name, [*said, *before], kind), []
        if title is not None:
            _read_group_table(self._state, region, sheet, self._workshop, title, [*before, *after])
        else:
            unsaid = [piece for row in (*before, *after) for piece in row.values()]
            _keep_above(self._state, self._workshop, unsaid)
            known = self._unanswered(self._workshop) if is_answered(region) else ()
            read_contributions(self._state, region, sheet, self._workshop, known=known)

    def _unanswered(self, workshop: Node) -> list[Node]:
        """Gives the contributions of the tables before this one that nothing became of yet: it may decide on them."""
        holders = [*map(self._state.draft.node_of, workshop.data.get("working_groups", ())), workshop]
        brought = [one for holder in holders for one in holder.data.get("contributions", ())]
        return [self._state.draft.node_of(one) for one in brought if "disposition" not in one]


def _titles_of_groups(tables: Sequence[tuple[Sheet, Region]]) -> list[_GroupTitle | None]:
    """Gives the groups of the tables of contributions of a file, where several of them have one each.

    Args:
        tables: the tables, each with its sheet.
    """
    none: list[_GroupTitle | None] = [None] * len(tables)
    if len(tables) < 2 or any("group" in region.names for _, region in tables):
        return none
    lines = [_line(sheet, region) for sheet, region in tables]
    if sum(line is not None for line in lines) > 1:
        return [_GroupTitle(line) if line else None for line in lines]
    names = [region.grid.name for _, region in tables]
    if len(set(names)) < len(names) or any(is_generic(name) for name in names):
        return none
    pieces = [Piece(Place("line", f"sheet {name}"), name) for name in names]
    if all(map(is_group, pieces)):
        return [_GroupTitle(piece) for piece in pieces]
    headings = {tuple(column.heading for column in region.columns) for _, region in tables}
    return [_GroupTitle(piece, assumed=True) for piece in pieces] if len(headings) == 1 else none


def _line(sheet: Sheet, region: Region) -> Piece | None:
    """Gives the cell above a table that titles its group, alone in its row."""
    rows = (sheet.row(row) for row in range(region.header - 1, region.top - 1, -1))
    alone = (next(iter(cells.values())) for cells in rows if len(cells) == 1)
    return next((piece for piece in alone if is_group(piece)), None)


def _read_group_table(
    state: State, region: Region, sheet: Sheet, workshop: Node, title: _GroupTitle, above: Sequence[Row]
) -> None:
    """Reads the table of one group: who led it, and what it brought; what else stands above it is kept, and said.

    Args:
        state: what was read so far.
        region: the table.
        sheet: its cells.
        workshop: the workshop.
        title: the title of the group.
        above: the rows above the table that nobody has spoken of, by column.
    """
    group = group_of(state, workshop, title.piece)
    if title.assumed:
        value = title.piece.text
        state.draft.say("import/assumed", severity="info", node=group, field="title", value=value)
    kept = []
    for row in above:
        pieces = [piece for _, piece in sorted(row.items()) if piece != title.piece]
        while pieces:
            piece = pieces.pop(0)
            if piece.text in workshop.data.get("title", {}).values():
                state.draft.used(piece, workshop, "title")
            elif pieces and _persons(state, group, piece, pieces[0]):
                pieces.pop(0)
            else:
                kept.append(piece)
    _keep_above(state, group, kept)
    read_contributions(state, region, sheet, workshop, group)


def _keep_above(state: State, node: Node, pieces: Sequence[Piece]) -> None:
    for piece in pieces:
        state.draft.keep(piece, node)
    if pieces:
        state.draft.say("import/kept-above", pieces[0], severity="info", count=len(pieces), text=pieces[0].text)


def _persons(state: State, group: Node, label: Piece, value: Piece) -> bool:
    """Reads who led a group or reported for it."""
    meaning = choose(known_labels().get(fold(label.text.strip(_MARKS)), ()), ("group",))
    if meaning is None or meaning.field not in PERSONS:
        return False
    state.draft.ignore(label, "heading")
    for name in with_offices(read_list(value.text, commas="names").items, label.text):
        put_person(state.draft, state.draft.add(group, meaning.field, value), "", name, value)
    return True


def _tells(sheet: Sheet) -> bool:
    """Tells whether a sheet without a table says when, where or what a workshop was."""
    rows = [row for at in range(len(sheet.grid.rows)) if (row := sheet.row(at))]
    pieces = [piece for row in rows for piece in row.values()]
    if sheet.grid.hidden or not pieces or len(pieces) > _MOST_CELLS:
        return False
    fields = {said.field for said in said_of_workshop(rows)}
    return len(fields) > 1 or (bool(fields) and any(says("workshop", piece.text) for piece in pieces))


def is_generic(name: str) -> bool:
    """Tells whether the name of a sheet says nothing: "Feuil1", "Plan d'action"."""
    words = _without_number(name)
    return words in phrases("generic_title") or not words


def is_part(name: str) -> bool:
    """Tells whether the name of a sheet says nothing of a plan but what of it the sheet holds: "Budget", "Projets"."""
    return _without_number(name) in phrases("part_title")


def _without_number(name: str) -> str:
    return fold(name).rstrip(" 0123456789")
