"""What a Word file is made of, once read: paragraphs, tables with their cells, and what stands beside the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from opengov_local.account import Piece, Place
from opengov_local.formats.wording.words.markers import Marker
from opengov_local.model.scalars import NOT_BLANK

_READABLE = re.compile(NOT_BLANK)


def is_blank(text: str) -> bool:
    """Tells whether there is nothing to read in a text: white space and invisible characters at most."""
    return _READABLE.search(text) is None


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere.

    Attributes:
        text: the words.
        address: where they lead.
    """

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        text: its words, with tabs and line breaks; never blank.
        style: name of its style, lower case, as Word names it in every language (`heading 1`, `title`).
        level: level of a heading, 1 to 9; 0 for other paragraphs.
        list_level: depth in a list, from 0; None outside lists.
        number: the number that Word prints before it, such as `1.2.`; "" where there is none, or a bullet.
        marked: whether all its words are bold or underlined, as headings without a style are.
        lead: its first words, where they alone are bold or underlined; "" for most.
        links: its links.
        piece: its place and text; None in a cell, which is one piece as a whole.
        answers: whether it answers the question above it, though it is words of a label elsewhere.
        named: what its place and number tell that it names, though its words do not; None for most.
        struck: whether all its words are struck through.
        ours: whether it stands in a form of our own.
    """

    text: str
    style: str = ""
    level: int = 0
    list_level: int | None = None
    number: str = ""
    marked: bool = False
    lead: str = ""
    links: tuple[Link, ...] = ()
    piece: Piece | None = None
    answers: bool = False
    named: Marker | None = None
    struck: bool = False
    ours: bool = False

    def pieces(self) -> Iterator[Piece]:
        """Gives its piece, if it is one by itself."""
        if self.piece is not None:
            yield self.piece


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, seen once however many rows and columns it lies on.

    Attributes:
        piece: its place and text.
        row: first row it lies on, from 1.
        column: first column it lies on, from 1.
        width: number of columns.
        height: number of rows.
        paragraphs: its paragraphs that are not blank.
        tables: tables inside it.
        named: what it names in this document, where its words alone do not tell; None for most.
        said: the words that a mark in it stands for; "" where it says them itself.
        struck: whether all its words are struck through.
        fill: the colour that it is filled with; "" where it is with none, or white.
    """

    piece: Piece
    row: int
    column: int
    width: int = 1
    height: int = 1
    paragraphs: tuple[Paragraph, ...] = ()
    tables: tuple[Table, ...] = ()
    named: Marker | None = None
    said: str = ""
    struck: bool = False
    fill: str = ""

    @property
    def text(self) -> str:
        """Its words, one line a paragraph, or those that its mark stands for; "" where it is blank."""
        return self.said or self.piece.text

    @property
    def lines(self) -> list[Paragraph]:
        """Its lines, each as a paragraph of its own."""
        lines = ((each, line) for each in self.paragraphs for line in each.text.splitlines() if line.strip())
        return [replace(each, text=line.strip()) for each, line in lines]

    def of(self, lines: Sequence[Paragraph]) -> Cell:
        """Gives the cell with some of its lines alone, and no table inside."""
        text = "\n".join(line.text for line in lines)
        return replace(self, piece=self.piece._replace(text=text), paragraphs=tuple(lines), tables=())

    def parted(self, begins: Callable[[str], object]) -> list[Cell]:
        """Parts the cell before each line that begins something."""
        found: list[list[Paragraph]] = []
        for line in self.lines:
            if not found or begins(line.text):
                found.append([])
            found[-1].append(line)
        return list(map(self.of, found))

    @property
    def links(self) -> tuple[Link, ...]:
        """The links in it."""
        return tuple(link for paragraph in self.paragraphs for link in paragraph.links)


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        number: its number, from 1, in the order in which tables begin.
        rows: the cells that begin on each row.
        width: number of columns.
        told: columns, from 1, with what their cells alone tell of commitments, where nothing heads them.
    """

    number: int
    rows: tuple[tuple[Cell, ...], ...]
    width: int
    told: tuple[tuple[int, str], ...] = ()

    def cells(self) -> Iterator[Cell]:
        """Gives all cells, row by row, without those of tables inside them."""
        return (cell for row in self.rows for cell in row)

    @property
    def covering(self) -> list[dict[int, Cell]]:
        """For each row, which cell lies on each column, also one that began further up."""
        grid: list[dict[int, Cell]] = [{} for _ in self.rows]
        for cell in self.cells():
            for row in range(cell.row - 1, min(cell.row - 1 + cell.height, len(grid))):
                for column in range(cell.column, cell.column + cell.width):
                    grid[row].setdefault(column, cell)
        return grid

    def pieces(self) -> Iterator[Piece]:
        """Gives the pieces of all cells that are not blank, with those of tables inside them."""
        for cell in self.cells():
            if cell.text:
                yield cell.piece
            for table in cell.tables:
                yield from table.pieces()


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Hanging:
    """A note or comment, which hangs on words of the body.

    Attributes:
        piece: its place and text.
        label: what it is and where it hangs: `footnote 2 (paragraph 3)`.
        at: place of the words; None where none are known.
    """

    piece: Piece
    label: str
    at: Place | None = None


@dataclass(slots=True)
class Content:
    """All of a Word file.

    Attributes:
        blocks: paragraphs and tables of the body, in order.
        margins: what stands in headers and footers.
        notes: footnotes and endnotes.
        comments: comments.
        hidden: texts that are formatted as hidden.
        struck: texts that are struck through, which are no part of the body.
        struck_read: pieces of the body that are struck through and yet read, for others hang on them.
        addresses: where words of the body lead, each with its place.
        hung: where notes and comments hang, by their kind and id.
        deleted: how many changes were tracked that take text away.
        embedded: how many other documents are embedded in the body, whose words are not read.
        ours: whether it has the bookmarks of a document that the library writes.
        pictures: how many pictures and other objects there are, whose words cannot be read.
    """

    blocks: list[Block] = field(default_factory=list)
    margins: list[Piece] = field(default_factory=list)
    notes: list[Hanging] = field(default_factory=list)
    comments: list[Hanging] = field(default_factory=list)
    hidden: list[Hanging] = field(default_factory=list)
    struck: list[Hanging] = field(default_factory=list)
    struck_read: list[Piece] = field(default_factory=list)
    addresses: list[Hanging] = field(default_factory=list)
    hung: dict[tuple[str, str], Place] = field(default_factory=dict)
    deleted: int = 0
    pictures: int = 0
    embedded: int = 0
    ours: bool = False

    def pieces(self) -> Iterator[Piece]:
        """Gives every piece of the file."""
        for block in self.blocks:
            yield from block.pieces()
        yield from self.margins
        yield from (note.piece for note in (*self.notes, *self.comments, *self.hidden, *self.struck))
