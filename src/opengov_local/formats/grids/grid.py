"""Grid and Book: the cells of a sheet, and the sheets of a file."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain
from typing import Any, Final, NamedTuple, cast

from opengov_local.account import Place
from opengov_local.finding import Finding, Location

Value = None | str | int | float | datetime.date | datetime.time | datetime.timedelta
"""What a cell can hold; bool is an int, datetime is a date."""

MOST_CELLS: Final = 4_000_000
"""Cells of a sheet, from A1 to the last one used, that are read; empty rows do not count."""


_SAMPLE: Final = 200
_RECUR: Final = 4
"""Cells for each different one, from which the different ones are looked at in their place."""
_TEXT_OR_BLANK = frozenset({str, type(None)})
_place = tuple.__new__  # of a place, at half the price of its own call; every cell has one


class TooManyCellsError(ValueError):
    """A sheet with more cells than are read.

    Attributes:
        rows: rows that are not empty, or as many as were seen.
        columns: columns up to the last one used.
    """

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__(rows, columns)
        self.rows = rows
        self.columns = columns


class Merge(NamedTuple):
    """A merged range: its first and last cells, counted from 0, both within."""

    row: int
    column: int
    last_row: int
    last_column: int


class Unseen(NamedTuple):
    """What is read of a sheet though it does not show it, or strikes it through; counted from 0.

    Attributes:
        rows: hidden rows, blank or not.
        columns: hidden columns, blank or not.
        struck: cells whose text is struck through, blank or not.
    """

    rows: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()
    struck: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Grid:
    """The cells of one sheet. Rows and columns count from 0: `rows[0][0]` is A1.

    Attributes:
        name: name of the sheet, "" where there is none (CSV).
        rows: values by row and column; a row may be shorter than others: what it lacks is blank. Blank rows and
            columns behind the last value are left out.
        merges: merged ranges.
        hidden: whether the sheet is hidden in the program it was made with.
        right_to_left: whether its first column stands at the right.
        percents: cells whose number is shown as a percentage: 0.4 is seen as 40 %.
        formulas_without_value: cells whose formula was never calculated; they are blank here.
        errors: cells that show an error such as #N/A, which is their value here.
        helps: rows that say how to read the file and hold no data (`sep=;`).
        ends: rows that no table goes on to from above, whatever stands in them.
        coloured: gives the cells that are filled with a colour, by row and column; the same words are the same colour.
            None where nobody can tell.
        recoloured: tells whether formats on conditions colour cells.
        italic: gives cells in italics among the first of the sheet; none where the format is not asked for it.
        unseen: what is read though the sheet does not show it, or strikes it through.
        money: gives the cells whose number is shown with a unit of money, by row and column of the sheet as it is.
        shown: gives so what cells show whose number is shown less its thousands, or with zeros beside: "1.10".
    """

    name: str
    rows: list[list[Value]]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    right_to_left: bool = False
    percents: frozenset[tuple[int, int]] = frozenset()
    formulas_without_value: tuple[tuple[int, int], ...] = ()
    errors: tuple[tuple[int, int, str], ...] = ()
    helps: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    coloured: Callable[[], Mapping[tuple[int, int], str]] | None = field(default=dict, compare=False, repr=False)
    recoloured: Callable[[], bool] = field(default=bool, compare=False, repr=False)
    italic: Callable[[], Collection[tuple[int, int]]] = field(default=tuple, compare=False, repr=False)
    unseen: Unseen = field(default=Unseen(), compare=False, repr=False)
    money: Callable[[], Mapping[tuple[int, int], str]] = field(default=dict, compare=False, repr=False)
    shown: Callable[[], Mapping[tuple[int, int], str]] = field(default=dict, compare=False, repr=False)

    @cached_property
    def width(self) -> int:
        """How many columns the longest row has."""
        return max(map(len, self.rows), default=0)

    def value(self, row: int, column: int) -> Value:
        """Gives the value of a cell; None beyond the last one."""
        return self.rows[row][column] if row < len(self.rows) and column < len(self.rows[row]) else None

    def column(self, index: int) -> list[Value]:
        """Gives the cells of a column, None where a row has none; made once, and not to be changed."""
        if not self._columns and len({*map(len, self.rows)}) == 1:
            cells = list(chain.from_iterable(self.rows))
            self._columns.update((at, cells[at :: self.width]) for at in range(self.width))
        if index not in self._columns:
            self._columns[index] = [row[index] if index < len(row) else None for row in self.rows]
        return self._columns[index]

    def sampled(self, first: int) -> range:
        """Gives the rows that are looked at to learn what columns hold: the first ones from a row on."""
        return range(first, min(first + _SAMPLE, len(self.rows)))

    def sample(self, first: int) -> list[list[Value]]:
        """Gives the cells of those rows."""
        return self.rows[first : first + _SAMPLE]

    def sample_of(self, column: int, first: int) -> Sequence[Value]:
        """Gives the cells of a column in those rows that are not blank; made once."""
        if (key := ("sample", column, first)) not in self.counted:
            said = (row[column] for row in self.sample(first) if column < len(row))
            self.counted[key] = tuple(value for value in said if not is_blank(value))
        return cast(Sequence[Value], self.counted[key])

    def sample_texts(self, column: int, first: int) -> list[str]:
        """Gives those cells as `texts` does."""
        return self.texts(column)[first : first + _SAMPLE]

    def has_full(self, count: int, first: int, end: int) -> bool:
        """Tells whether so many columns have a value that is no blank and no 0 in each of some rows."""
        if (key := ("full", count, first, end)) not in self.counted:
            for index in range(self.width):
                count -= all(self.column(index)[first:end]) and all(self.texts(index)[first:end])
                if not count:
                    break
            self.counted[key] = not count
        return bool(self.counted[key])

    def different(self, index: int) -> Set[Value]:
        """Gives the different values of a column, blank ones among them, top to bottom, as they lie in memory."""
        if index not in self._different:
            self._different[index] = dict.fromkeys(self.column(index)).keys()
        return self._different[index]

    def different_texts(self, index: int) -> list[str]:
        """Gives the texts among them."""
        different, all_texts = self.different(index), self.kinds(index) == {str}
        return cast(list[str], [*different] if all_texts else [one for one in different if isinstance(one, str)])

    def kinds(self, index: int) -> Set[type]:
        """Gives the types of the different values of a column; made once."""
        if (key := ("kinds", index)) not in self.counted:
            self.counted[key] = frozenset(map(type, self.different(index)))
        return cast(Set[type], self.counted[key])

    def kinds_of(self, index: int, values: Sequence[Value]) -> Set[type]:
        """Gives the types of some cells of a column."""
        return kinds if values and (kinds := self.kinds(index)) == {str} else {*map(type, values)}

    def beginnings(self, index: int) -> Set[str]:
        """Gives the first four characters of the texts of a column, by which most readers are done; made once."""
        if (key := ("beginnings", index)) not in self.counted:
            self.counted[key] = frozenset([text[:4] for text in self.different_texts(index)])
        return cast(Set[str], self.counted[key])

    def texts(self, column: int) -> list[str]:
        """Gives the cells of a column as stripped texts, "" where a row has none or it is blank; made once."""
        if column not in self._texts:
            values, different = self.column(column), self.different(column)
            said: Set[str] = frozenset()
            bare = False
            if self.kinds(column) == {str}:
                said = cast(Set[str], different)
                bare = len(values) > _RECUR * len(said) and all(text == text.strip() for text in said)
                texts = cast(list[str], values) if bare else list(map(str.strip, cast(list[str], values)))
                bare = bare or not any(start[:1].isspace() for start in self.beginnings(column))
            else:
                texts = ["" if value is None else str(value).strip() for value in values]
            begun = self.beginnings(column) if bare else texts
            self._worded[column] = all(map(str.isalnum, {text[:1] for text in begun} - {""}))
            if not self._worded[column]:
                texts = ["" if is_blank(value) else text for value, text in zip(values, texts, strict=True)]
            self._texts[column] = texts
        return self._texts[column]

    def has_words_alone(self, column: int) -> bool:
        """Tells whether all cells of a column are texts, without space around them, that begin with letter or digit."""
        texts = self.texts(column)
        return self._worded[column] and "" not in texts and texts == self.column(column)

    @cached_property
    def rows_of_texts(self) -> Collection[int]:
        """The rows in which each cell is a text or blank."""
        rows: Collection[int] = range(len(self.rows))
        for index in range(self.width) if rows else ():
            if not self.kinds(index) <= _TEXT_OR_BLANK:
                types = list(map(type, self.column(index)))
                rows = {row for row in rows if types[row] in _TEXT_OR_BLANK}
                if not rows:
                    break
        return rows

    @cached_property
    def _columns(self) -> dict[int, list[Value]]:
        return {}

    @cached_property
    def _different(self) -> dict[int, Set[Value]]:
        return {}

    @cached_property
    def _worded(self) -> dict[int, bool]:
        return {}

    @cached_property
    def _texts(self) -> dict[int, list[str]]:
        return {}

    @cached_property
    def counted(self) -> dict[tuple[Any, ...], Any]:
        """What was counted of its cells, by whoever counted and what of: several readers ask for the same."""
        return {}

    def cells(self) -> Iterator[tuple[int, int, Value]]:
        """Gives every cell that is not blank: row, column, value; row by row."""
        for number, row in enumerate(self.rows):
            for column, value in enumerate(row):
                if value is not None and not is_blank(value):
                    yield number, column, value

    def place(self, row: int, column: int) -> Place:
        """Gives the place of a cell, as the account of an import tells it."""
        return _place(Place, ("cell", self.name or None, row + 1, column + 1))

    def at(self, place: Place) -> tuple[int, int]:
        """Gives the row and column of a place of this sheet."""
        return place.row - 1, place.column - 1

    def location(self, row: int, column: int, source: str | None = None) -> Location:
        """Gives the place of a cell, as findings tell it."""
        return self.place(row, column).location(source)


@dataclass(frozen=True)
class Book:
    """The sheets of a file.

    Attributes:
        sheets: in the order of the file.
        epoch1904: whether the file counts days from 1904, not 1900; the dates here are right in both.
        findings: what was concluded, and what is doubtful.
    """

    sheets: tuple[Grid, ...]
    epoch1904: bool = False
    findings: tuple[Finding, ...] = ()


@cache
def _invisible() -> str:
    """Gives white space, control characters and format characters (joiners, direction marks, byte order marks)."""
    characters = map(chr, range(0x10000))
    return "".join(
        character
        for character in characters
        if character.isspace() or unicodedata.category(character) in {"Cc", "Cf", "Zs", "Zl", "Zp"}
    )


def is_blank(value: Value) -> bool:
    """Tells whether a reader would see nothing in a cell: no value, white space, characters without shape."""
    if value is None:
        return True
    return isinstance(value, str) and not (value[:1].isalnum() or value.strip(_invisible()))


def trimmed(rows: list[list[Value]]) -> list[list[Value]]:
    """Gives the rows without the blank ones at the end and the blank columns at the right."""
    last = len(rows)
    while last and all(map(is_blank, rows[last - 1])):
        last -= 1
    kept = rows[:last]
    width = max(map(len, kept), default=0)
    while width and all(is_blank(row[width - 1]) for row in kept if len(row) >= width):
        width -= 1
    return kept if max(map(len, kept), default=0) <= width else [row[:width] for row in kept]
