"""What the rows of a table can be: a question with its answer, records, captions, or cells that are neither."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from opengov_local.account import column_name
from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.wording.labels.labels import Labelled, Meaning

_TITLE = ("commitment", "title")


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with its answer.

    Attributes:
        label: the cell of the question.
        said: the question, and what stands below it in its own cell.
        cells: the cells of the answer; none where it was left blank.
        number: the number that stands in the question: `Jalon 1`.
        alone: whether question and answer share the only cell of their row.
        twofold: whether its two cells say the same in two languages.
    """

    label: Cell
    said: Labelled
    cells: tuple[Cell, ...]
    number: str = ""
    alone: bool = False
    twofold: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of records.

    Attributes:
        number: its number, from 1.
        label: words of its heading.
        meanings: all that they can mean; none where they are not known.
    """

    number: int
    label: str
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Records:
    """Records below a row of headings.

    Attributes:
        headings: the cells of the headings.
        columns: the columns that have one.
        rows: for each row its number, and the cell that lies on each column, also one that began further up.
        small: of a small table of funders or indicators, what each column holds; empty for all others.
        others: whether they list something else than projects and steps.
    """

    headings: tuple[Cell, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[int, dict[int, Cell]], ...]
    small: Mapping[int, str] = field(default_factory=dict)
    others: bool = False


def told_records(table: Table) -> Records:
    """Gives the rows of a table whose columns their cells alone tell, as records without headings."""
    columns = tuple(Column(at, column_name(at), (Meaning("commitment", asked),)) for at, asked in table.told)
    return Records((), columns, tuple((number + 1, cells) for number, cells in enumerate(table.covering)))


def alone_below(records: Records) -> list[Cell]:
    """Gives the cells that stand alone in their rows below the last full row of some records: they may be notes."""
    found: list[Cell] = []
    for number, cells in reversed(records.rows):
        there = list({id(cell): cell for cell in cells.values() if cell.text}.values())
        if len(there) > 1:
            return found[::-1]
        found += [cell for cell in there if cell.row == number and cell.width == 1]
    return []


def alone_among(records: Records) -> list[Cell]:
    """Gives the titles that stand alone in a row between full ones: most rows, each with a title, say more."""
    columns = {column.number: {(one.concept, one.field) for one in column.meanings[:1]} for column in records.columns}
    titles = [at for at, asked in columns.items() if asked == {_TITLE}]
    if len(titles) != 1 or any(concept == "milestone" for asked in columns.values() for concept, _ in asked):
        return []
    found: list[Cell] = []
    alone: list[Cell] = []
    full = 0
    for number, cells in records.rows:
        there = list({id(cell): cell for cell in cells.values() if cell.text}.values())
        if len(there) > 1:
            found, alone, full = [*found, *(alone if full else [])], [], full + (titles[0] in cells)
        elif there and there[0] is cells.get(titles[0]) and there[0].row == number and there[0].width == 1:
            alone += there
    return found if len(found) < full else []


@dataclass(frozen=True, slots=True)
class Loose:
    """A cell that is neither question nor answer.

    Attributes:
        cell: the cell.
        alone: whether it lies alone on its row.
        question: the words in front of it that nobody knows, which it answers.
        twin: the cell beside it that names the same in another language; None for most.
    """

    cell: Cell
    alone: bool
    question: str = ""
    twin: Cell | None = None


@dataclass(frozen=True, slots=True)
class Captions:
    """Cells that only name columns or count rows.

    Attributes:
        cells: the cells.
    """

    cells: tuple[Cell, ...]


Part = Answer | Records | Loose | Captions


def cells_of(records: Records) -> Iterator[Cell]:
    """Gives every cell of some records once."""
    seen: set[int] = set()
    for _, cells in records.rows:
        for cell in cells.values():
            if id(cell) not in seen:
                seen.add(id(cell))
                yield cell
