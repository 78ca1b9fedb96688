"""Word files that are tables as sheets are, with lines above and between: read by the reader of sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any, Final

from opengov_local.account import Piece, Place
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

_NARROW: Final = 2
"""Columns of tables of labels and answers, and of small lists."""
_SHORT: Final = 2
_LONG: Final = 6
_FEW: Final = 8
_PROSE: Final = 160
"""Characters of a line, from which it is a passage."""
_SOME: Final = 3
_MANY: Final = 10
_FAR_LESS: Final = 0.4
"""Share of what the other reading leaves unread."""
_UNREAD: Final = ("unmapped", "help")
_PARTS: Final = ("commitments", "activities", "indicators")
_NAMES: Final = ("title", "name")
_DOCUMENTS: Final = frozenset({"minutes", "report", "follow_up"})
_MEETINGS: Final = frozenset({"minutes"})
_DOUBTS: Final = frozenset({"import/further-projects", "import/number-of-another", "import/labels-as-rows"})
"""What is said of objects that may be others that the file names already."""
_ALIKE: Final = "import/alike-not-joined"
"""The same, where a document asks whether to join them, and a sheet has both."""


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
    helps: list[int] = []
    ends: list[int] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            if block.piece is not None:
                helps += [len(rows)] if is_contents(block) else []
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
    return PageGrid(name, rows, tuple(merges), helps=tuple(helps), ends=tuple(ends), tables=tables, lines=lines,
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
    if listed or any(cell.tables for cell in cells) or not any(_is_of_objects(table, options) for table in tables):
        return None
    parted = [without_repeated(block) if isinstance(block, Table) else (block, ()) for block in content.blocks]
    blocks, again = [block for block, _ in parted], [piece for _, pieces in parted for piece in pieces]
    made = _read(data, source, options, content, form, [page_of(blocks)], again)
    sheets = _sheets(blocks)
    if sheets:
        apart, names = [page_of(part, name) for name, part in sheets], _names(blocks)
        other = _read(data, source, options, replace(content), form, apart, [*again, *names])
        return min(made, other, key=_doubt)
    return made


def _sheets(blocks: Sequence[Block]) -> list[tuple[str, list[Block]]]:
    """Parts a file at its highest headings, whose names are then those of sheets; none where they are no such."""
    names = _names(blocks)
    if len(names) < _SHORT or len({piece.text for piece in names}) < len(names):
        return []
    parts: list[tuple[str, list[Block]]] = [("", [])]
    for block in blocks:
        if isinstance(block, Paragraph) and block.piece in names:
            parts.append((block.text, []))
        else:
            parts[-1][1].append(block)
    return [part for part in parts if part[1]]


def _names(blocks: Sequence[Block]) -> list[Piece]:
    """Gives the highest headings of a file."""
    headings = [block for block in blocks if isinstance(block, Paragraph) and block.level]
    highest = min((block.level for block in headings), default=0)
    return [piece for block in headings if block.level == highest for piece in block.pieces()]


def _doubt(made: Import) -> tuple[bool, int, int]:
    return any(one.severity == "error" for one in made.findings), _left(made), _warnings(made)


def _read(
    data: bytes, source: str | None, options: ImportOptions, content: Content, form: str, pages: Sequence[PageGrid],
    headings: Sequence[Piece],
) -> Import:  # fmt: skip
    """Reads sheets made of a file."""
    draft, _ = tables_in(Book(tuple(pages)), partial(Draft, form, source, data), source, options)
    for piece in headings:
        draft.ignore(piece, "heading")
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


def is_fuller(made: Import, other: Import, content: Content, options: ImportOptions) -> bool:
    """Tells whether a reading of a file as a sheet says more than another, as a document.

    Less unread is no proof alone: no line may have become an object, no adoption may be lost, and nothing be doubtful
    that was not; reports and minutes are documents. A file that was pasted from a workbook is read as that, unless it
    leaves more. Where all tables of another are such as sheets have, some pieces less are enough, or fewer warnings in
    one without prose. Beside other tables it must leave far less.
    """
    if made.document is None or other.document is None or any(one.severity == "error" for one in made.findings):
        return False
    kinds = {one.params.get("kind") for one in other.layout}
    doubts = _DOUBTS & {one.code for one in made.findings} - {one.code for one in other.findings}
    twice = any(one.code == _ALIKE for one in made.findings) and _projects(made) > _projects(other)
    tables = [block for block in content.blocks if isinstance(block, Table)]
    pasted = _is_pasted(content, tables)
    parted = pasted and bool(_sheets(content.blocks))
    if kinds & (_MEETINGS if parted else _DOCUMENTS) or doubts or twice or _objects_of_lines(made):
        return False
    if _adoptions(made) < _adoptions(other) or (_reported(other) and not _reported(made)):
        return False
    left, unread = _left(made), _left(other)
    warned = _warnings(made) - _warnings(other)
    if parted and _left(made, helps=False) <= _left(other, helps=False) and warned < _SHORT:
        return True
    large = [table for table in tables if table.width > _NARROW and len(table.rows) > _SHORT]
    if not all(_is_of_objects(table, options) for table in large):
        return unread - left >= _MANY and left <= _FAR_LESS * unread
    return unread - left >= _SOME or (left <= unread and warned <= 0 and pasted)


def _objects_of_lines(made: Import) -> bool:
    """Tells whether a line of the text became an object of a plan, not what stands over its tables."""
    held = {id for plan in _plans(made) for part in _PARTS for id in _ids(plan.get(part, ()))}
    read = made.account.of("mapped") if made.account else ()
    lines = (entry for entry in read if entry.piece.place.kind == "paragraph")
    return any(entry.target in held and (entry.field or "").startswith(_NAMES) for entry in lines)


def _ids(objects: Any) -> Iterator[str]:
    for one in objects:
        yield one.get("id", "")
        yield from _ids(one.get("milestones", ()))


def _adoptions(made: Import) -> int:
    return sum(len(plan.get("adoptions", ())) for plan in _plans(made))


def _projects(made: Import) -> int:
    return sum(len(plan.get("commitments", ())) for plan in _plans(made))


def _plans(made: Import) -> Sequence[Mapping[str, Any]]:
    return made.document.tree.get("plans", ()) if made.document else ()


def _reported(made: Import) -> int:
    """Counts the updates that say of which time they are."""
    updates = made.document.tree.get("progress_updates", ()) if made.document else ()
    return sum("date" in one or "period" in one for one in updates)


def _warnings(made: Import) -> int:
    return sum(one.severity == "warning" for one in made.findings)


def _is_pasted(content: Content, tables: Sequence[Table]) -> bool:
    """Tells whether a file is a long table with a few lines beside it, or several below the names of their sheets.

    It has no other headings, no list, no prose and one paragraph in a cell.
    """
    lines = [block for block in content.blocks if isinstance(block, Paragraph)]
    names = _names(content.blocks)
    sheets = _sheets(content.blocks) if content.blocks[0] in lines and lines[0].level else []
    plain = sum(line.level > 0 for line in lines) == len(sheets) and all(line.list_level is None for line in lines)
    single = all(len(cell.paragraphs) <= 1 for table in tables for cell in table.cells())
    few = len(lines) - len(names) <= _FEW * max(1, len(sheets)) and not any(map(_is_prose, lines))
    return plain and single and few and (bool(sheets) or max(len(table.rows) for table in tables) > _LONG)


def _is_prose(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.text) > _PROSE


def _is_of_objects(table: Table, options: ImportOptions) -> bool:
    """Tells whether a table has headings and an object on each row below, and no form above or below, nor a project."""
    table, _ = without_repeated(table)
    found = regions_of(table, options.words) if table.width > _NARROW else ()
    labels = Labels(options.words)
    if len(found) != 1 or is_form(table, found[0], labels):
        return False
    if any(marker_of(cell, ("commitment",)) for row in table.rows[: found[0].header] for cell in row):
        return False
    return sum(isinstance(part, Records) for part in parts_of(table, labels)) <= 1


def _left(made: Import, *, helps: bool = True) -> int:
    """Counts the pieces of a file of which nothing was made, those that only help among them or not."""
    return sum(1 for fate in _UNREAD if helps or fate != "help" for _ in made.account.of(fate)) if made.account else 0
