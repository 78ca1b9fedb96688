"""The content of a document before it is drawn: phrases in lines, rows, grids and prose, parts, sheets.

A large document has hundreds of thousands of phrases, and thousands of parts: they are structs, which are made in a
fifth of the time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

import msgspec

Place = Literal["plain", "item", "below"]
Weight = Literal["form", "recalled", "own"]
Layout = Literal["tall", "wide", "cover"]
"""How a sheet lies: upright, on its side, or upright with its words in the middle."""
BLANK_LINE: Final = "\u2060"
"""What a blank line within a text is printed as: a sign that nobody sees, so that a reader tells it from mere room."""
NUMBERED: Final = ".\u00a0"
"""What stands between a printed number and its title, so that a reader tells "I. Accès" from two sentences."""


class Phrase(msgspec.Struct, frozen=True, gc=False, cache_hash=True):
    """Words in one language.

    Attributes:
        text: the words, without line breaks and without characters that XML cannot hold.
        data: whether they come from the package; the form's own words do not.
        language: BCP 47 tag of words of the package; None where they are in no language, or are the form's own.
        mark: name of that language, to be shown beside the words, where it is not that of the form.
        href: where they lead: http, https, mailto, or # and an anchor of the form.
        gap: whether they mark a value that is missing and must be there.
        small: whether they stand in small print: what is there for reference only.
    """

    text: str
    data: bool = False
    language: str | None = None
    mark: str | None = None
    href: str | None = None
    gap: bool = False
    small: bool = False


class Line(msgspec.Struct, frozen=True, gc=False, cache_hash=True):
    """A paragraph.

    Attributes:
        phrases: its words, in order, with their own punctuation between them.
        language: BCP 47 tag of the whole paragraph where it is not the language of the form.
        place: `item` begins an item of a list, `below` carries it on.
    """

    phrases: tuple[Phrase, ...]
    language: str | None = None
    place: Place = "plain"

    @property
    def text(self) -> str:
        """Gives the words of the line."""
        return "".join([phrase.text for phrase in self.phrases])


Lines = tuple[Line, ...]


def itemized(groups: Iterable[Lines]) -> Lines:
    """Makes a list of some groups of lines, one item each; a single group stays as it is."""
    there = [group for group in groups if group]
    if len(there) < 2:
        return there[0] if there else ()
    return tuple(
        Line(line.phrases, line.language, "below" if number else "item")
        for group in there
        for number, line in enumerate(group)
    )


class Row(msgspec.Struct, frozen=True, gc=False):
    """A question with its answer.

    Attributes:
        key: key of the label.
        label: the question; None where the title of the part asks it.
        lines: the answer; never empty.
        stated: False when the answer only says that there is none.
        note: what to know about the question.
    """

    key: str
    label: str | None
    lines: Lines
    stated: bool = True
    note: str | None = None


class Grid(msgspec.Struct, frozen=True, gc=False):
    """A table with a heading row.

    Attributes:
        key: key of the label.
        label: what the table holds; None where the title of the part says it.
        head: titles of the columns.
        weights: how wide the columns are beside each other.
        rows: cells, row by row; the last cell of a row of fewer cells than columns lies on the columns that are left.
    """

    key: str
    label: str | None
    head: tuple[str, ...]
    weights: tuple[int, ...]
    rows: tuple[tuple[Lines, ...], ...]


class Prose(msgspec.Struct, frozen=True, gc=False):
    """Running text.

    Attributes:
        key: key of what it says.
        lines: its paragraphs and lists; never empty.
    """

    key: str
    lines: Lines


class Entry(msgspec.Struct, frozen=True, gc=False):
    """A line of the table of contents.

    Attributes:
        level: 1 for a sheet, 2 and 3 for its parts.
        line: the heading.
        anchor: the place it leads to.
    """

    level: Literal[1, 2, 3]
    line: Line
    anchor: str


class Contents(msgspec.Struct, frozen=True, gc=False):
    """The table of contents.

    Attributes:
        key: key of its title.
        entries: its lines, in order.
        name: what it is called for who does not see it; no other table of contents of the document has that name.
    """

    key: str
    entries: tuple[Entry, ...]
    name: str


class Box(msgspec.Struct, frozen=True, gc=False):
    """A box that somebody signs.

    Attributes:
        title: in which office.
        whose: for which body; no phrases where there is one only.
        blanks: what is to be written in by hand, each with room behind it.
    """

    title: str
    whose: Line
    blanks: tuple[str, ...]


class Signatures(msgspec.Struct, frozen=True, gc=False):
    """Boxes for signatures, side by side.

    Attributes:
        key: key of the label.
        boxes: the boxes; at least one.
    """

    key: str
    boxes: tuple[Box, ...]


Block = Row | Grid | Prose | Contents | Signatures
Blocks = tuple[Block, ...]


def runs_of(blocks: Blocks) -> list[list[Block]]:
    """Groups blocks for drawing: questions that follow each other make one table, any other block stands alone."""
    runs: list[list[Block]] = []
    for block in blocks:
        if runs and isinstance(block, Row) and isinstance(runs[-1][0], Row):
            runs[-1].append(block)
        else:
            runs.append([block])
    return runs


class Part(msgspec.Struct, frozen=True, gc=False):
    """A titled part of a sheet.

    Attributes:
        key: key of the label of its title.
        title: its title, in words of the document.
        blocks: questions, tables and texts, in order.
        weight: `form` for what is verified of OGP's form, `recalled` or `own` for blocks that are set apart.
        level: 2 for a part, 3 for a part of the part before it.
        heading: its title where words of the package stand in it; else None.
        anchor: its name inside the document, as that of a sheet; "" where nothing leads there.
        together: whether it stays on one page.
    """

    key: str
    title: str
    blocks: Blocks
    weight: Weight = "form"
    level: Literal[2, 3] = 2
    heading: Line | None = None
    anchor: str = ""
    together: bool = False


class Sheet(msgspec.Struct, frozen=True, gc=False):
    """One form or chapter, or a cover.

    Attributes:
        anchor: its name inside the document: letters, digits and _, as Word wants bookmarks.
        kind: what form it is, in words.
        title: the heading.
        subtitle: whose plan it is, or which plan the commitment belongs to.
        parts: its parts, in order; a cover has none.
        layout: how it lies.
        lines: what stands below the subtitle, on a cover.
        new_page: whether it begins on a new page; one that lies otherwise than the one before always does.
    """

    anchor: str
    kind: str
    title: Line
    subtitle: Line
    parts: tuple[Part, ...]
    layout: Layout = "tall"
    lines: Lines = ()
    new_page: bool = True


class Faults(msgspec.Struct, frozen=True, gc=False):
    """Values of a draft that are wrong in the same way.

    Attributes:
        title: the way, and how many they are.
        items: where each stands, and what is wrong with it.
    """

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole document.

    Attributes:
        language: language of the form.
        title: title of the document, plain text.
        subject: what kind of document it is, for its properties.
        banner: what every sheet and page must say first, if anything.
        footer: what every page says at its foot.
        page: pattern of the page number with `{page}` and `{pages}`.
        sheets: the forms.
        about_title: title of the notices.
        notices: what to know about the document, in sentences.
        faults: what is wrong in a draft: how many values of a kind, and each with its place.
        published: when the data was published, `YYYY-MM-DDThh:mm:ssZ`.
    """

    language: str
    title: str
    subject: str
    banner: str | None
    footer: str
    page: str
    sheets: tuple[Sheet, ...]
    about_title: str
    notices: tuple[str, ...]
    published: str | None
    faults: tuple[Faults, ...] = ()
