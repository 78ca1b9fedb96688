"""Word files that are tables as sheets are, with lines above and between: read by the reader of sheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Final

from opengov_local.account import Fate, Piece, Place
from opengov_local.document import Import
from opengov_local.formats.grids.grid import Book, Grid, Merge, Value
from opengov_local.formats.known_headings import telling
from opengov_local.formats.tables.drafted.adopted_beside import put_adopted_in
from opengov_local.formats.tables.tables_format import tables_in
from opengov_local.formats.word.docx.beside import account_for
from opengov_local.formats.word.docx.blocks import Block, Content, Paragraph, Table
from opengov_local.formats.word.table_shapes.period_tables import is_form
from opengov_local.formats.word.table_shapes.response_tables import grid_of, regions_of
from opengov_local.formats.word.table_shapes.split_tables import without_repeated
from opengov_local.formats.word.table_shapes.table_parts import Records
from opengov_local.formats.word.table_shapes.tables import parts_of
from opengov_local.formats.word.table_shapes.votes import is_of_votes
from opengov_local.formats.word.texts.headings import is_contents, marker_of
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.importing.draft import Draft
from opengov_local.importing.options import ImportOptions

NARROW: Final = 2
"""Columns of tables of labels and answers, and of small lists."""
_FEWEST: Final = 2
"""Sheets in which a file is parted by their names."""
_UNREAD: Final = ("unmapped", "help")


@dataclass(frozen=True)
class PageGrid(Grid):
    """The text of a Word file as a sheet: a row for each line, one for each row of a table, and one behind each table.

    Attributes:
        tables: for each row of a table the number of the table, and the row in it that is row 0 here.
        lines: for each other row its place.
    """

    tables: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    lines: Mapping[int, Place] = field(default_factory=dict)

    def place(self, row: int, column: int) -> Place:
        """Gives the place of a cell in its table, or that of a line."""
        if row in self.tables:
            number, first = self.tables[row]
            return Place("cell", number, row - first + 1, column + 1)
        return self.lines.get(row) or super().place(row, column)

    def at(self, place: Place) -> tuple[int, int]:
        """Gives row and column of a place, from 0."""
        if place.kind == "paragraph":
            return self._rows[place], 0
        return self._first[place.part] + place.row - 1, place.column - 1

    @cached_property
    def _rows(self) -> dict[Place, int]:
        return {place: row for row, place in self.lines.items()}

    @cached_property
    def _first(self) -> dict[object, int]:
        return dict(self.tables.values())


def page_of(blocks: Sequence[Block], name: str = "") -> PageGrid:
    """Makes a sheet of the lines and tables of a file, but those of a vote: they are of the session."""
    rows: list[list[Value]] = []
    merges: list[Merge] = []
    colours: dict[tuple[int, int], str] = {}
    tables: dict[int, tuple[int, int]] = {}
    lines: dict[int, Place] = {}
    ends: list[int] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            if block.piece is not None:
                lines[len(rows)] = block.piece.place
                rows.append([block.piece.text])
            continue
        if is_of_votes(block):
            continue
        grid = grid_of(block)
        first = len(rows)
        tables.update((first + row, (block.number, first - grid.above)) for row in range(len(grid.rows)))
        merges += [one._replace(row=one.row + first, last_row=one.last_row + first) for one in grid.merges]
        colours.update({(first + cell.row - 1, cell.column - 1): cell.fill for cell in block.cells() if cell.fill})
        rows += [*grid.rows, []]
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        if not (isinstance(below, Table) and below.width == block.width):
            ends.append(len(rows) - 1)
    return PageGrid(name, rows, tuple(merges), ends=tuple(ends), tables=tables, lines=lines,
                    coloured=lambda: colours)  # fmt: skip


def read_page(data: bytes, source: str | None, options: ImportOptions, content: Content, form: str) -> Import | None:
    """Reads the lines and tables of a file as those of a sheet; None where no table is one that sheets have.

    Args:
        data: the bytes of the file.
        source: name of the file, for the findings.
        options: what the user told beside.
        content: what the file is made of.
        form: name of its format.
    """
    tables = [block for block in content.blocks if isinstance(block, Table)]
    cells = [cell for table in tables for cell in table.cells()]
    listed = any(line.list_level is not None for cell in cells for line in cell.paragraphs)
    if listed or any(cell.tables for cell in cells) or not any(is_of_objects(table, options) for table in tables):
        return None
    bare = [without_repeated(block) if isinstance(block, Table) else (block, ()) for block in content.blocks]
    blocks = [block for block, _ in bare if not _is_of_contents(block)]
    beside: list[tuple[Piece, Fate]] = [(piece, "heading") for _, pieces in bare for piece in pieces]
    beside += [(piece, "help") for block, _ in bare if _is_of_contents(block) for piece in block.pieces()]
    made = _read(data, source, options, content, form, [page_of(blocks)], beside)
    sheets = parted(blocks)
    if sheets:
        apart = [page_of(part, name) for name, part in sheets]
        names: list[tuple[Piece, Fate]] = [(piece, "heading") for piece in names_of_parts(blocks)]
        other = _read(data, source, options, replace(content), form, apart, [*beside, *names])
        return min(made, other, key=_doubt)
    return made


def parted(blocks: Sequence[Block]) -> list[tuple[str, list[Block]]]:
    """Parts a file at its highest headings, whose names are then those of sheets; none where they are no such."""
    names = names_of_parts(blocks)
    if len(names) < _FEWEST or len({piece.text for piece in names}) < len(names):
        return []
    parts: list[tuple[str, list[Block]]] = [("", [])]
    for block in blocks:
        if isinstance(block, Paragraph) and block.piece in names:
            parts.append((block.text, []))
        else:
            parts[-1][1].append(block)
    return [part for part in parts if part[1]]


def _is_of_contents(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_contents(block)


def names_of_parts(blocks: Sequence[Block]) -> list[Piece]:
    """Gives the highest headings of a file."""
    headings = [block for block in blocks if isinstance(block, Paragraph) and block.level]
    highest = min((block.level for block in headings), default=0)
    return [piece for block in headings if block.level == highest for piece in block.pieces()]


def _doubt(made: Import) -> tuple[bool, int, int]:
    return any(one.severity == "error" for one in made.findings), left_by(made), warnings_of(made)


def _read(
    data: bytes, source: str | None, options: ImportOptions, content: Content, form: str, pages: Sequence[PageGrid],
    beside: Iterable[tuple[Piece, Fate]],
) -> Import:  # fmt: skip
    """Reads sheets made of a file, with what stands beside them and its fate."""
    draft, _ = tables_in(Book(tuple(pages)), partial(Draft, form, source, data), source, options)
    for piece, fate in beside:
        draft.ignore(piece, fate)
    _lines_beside(draft, content)
    draft.explain("layout/word-as-sheet")
    account_for(draft, content)
    return draft.finish(form, content.pieces(), telling=telling)


def _lines_beside(draft: Draft, content: Content) -> None:
    """Keeps the lines below tables on the plan, if there is one; one of them may say when it was adopted."""
    plans = draft.root.data.get("plans", ())
    if len(plans) != 1:
        return
    plan, told = draft.node_of(plans[0]), {entry.piece.place for entry in draft.entries}
    lines = [piece for block in content.blocks if isinstance(block, Paragraph) for piece in block.pieces()]
    beside = [piece for piece in lines if piece.place not in told]
    for piece in beside:
        draft.keep(piece, plan)
    if "adoptions" not in plan.data:
        put_adopted_in(draft, plan, beside)


def is_of_objects(table: Table, options: ImportOptions) -> bool:
    """Tells whether a table has headings and an object on each row below, and no form above or below, nor a project."""
    table, _ = without_repeated(table)
    found = regions_of(table, options.words) if table.width > NARROW else ()
    labels = Labels(options.words)
    if len(found) != 1 or is_form(table, found[0], labels):
        return False
    if any(marker_of(cell, ("commitment",)) for row in table.rows[: found[0].header] for cell in row):
        return False
    return sum(isinstance(part, Records) for part in parts_of(table, labels)) <= 1


def left_by(made: Import, *, helps: bool = True) -> int:
    """Counts the pieces of a file of which nothing was made, those that only help among them or not."""
    return sum(1 for fate in _UNREAD if helps or fate != "help" for _ in made.account.of(fate)) if made.account else 0


def warnings_of(made: Import) -> int:
    """Counts the warnings of a reading."""
    return sum(one.severity == "warning" for one in made.findings)
