"""The sheets of a book: which hold tables, which only help, and in which order they are read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from opengov_local.account import Place
from opengov_local.formats.grids.grid import Book, Grid, is_blank
from opengov_local.formats.tables.contribution_columns import is_contributions
from opengov_local.formats.tables.layout import AXES_ALONE, TITLES, Own, Region, regions
from opengov_local.formats.tables.pieces import Sheet
from opengov_local.formats.tables.vocabulary import begins, says, small_words

_STRONG = 95


class Turned(Grid):
    """A sheet with rows and columns exchanged, for forms whose headings stand below each other."""

    def place(self, row: int, column: int) -> Place:
        """Gives the place of a cell in the sheet as it is."""
        return super().place(column, row)


def turned(grid: Grid) -> Turned:
    """Exchanges the rows and columns of a sheet."""
    rows: list[list[Any]] = [[grid.value(row, column) for row in range(len(grid.rows))] for column in range(grid.width)]
    percents = frozenset((column, row) for row, column in grid.percents)
    return Turned(grid.name, rows, hidden=grid.hidden, percents=percents)


@dataclass
class Read:
    """A sheet and what was found in it.

    Attributes:
        sheet: its pieces.
        regions: its tables, top to bottom.
        named: whether its name alone says that it only helps.
        role: `data`, `help` (instructions, lists of choices), or `other`.
    """

    sheet: Sheet
    regions: tuple[Region, ...] = ()
    role: str = "other"
    named: bool = False
    errors: list[tuple[int, int]] = field(default_factory=list)


def look(book: Book, own: Own) -> list[Read]:
    """Finds the tables of every sheet, and tells what the sheets without one are for."""
    return [_look_at(grid, own) for grid in book.sheets]


def _look_at(grid: Grid, own: Own) -> Read:
    found = regions(grid, own)
    named = begins("help_sheet", grid.name) or begins("list_sheet", grid.name)
    if named and not any(region.names & set(TITLES) for region in found):
        return Read(Sheet(grid), role="help", named=True)
    if not found and 2 <= grid.width <= 40 and len(grid.rows) <= 80:
        other = turned(grid)
        form = regions(other, own)
        if len(form) == 1 and len(form[0].columns) >= 3 and form[0].score >= 2:
            return Read(Sheet(other), form, "data")
    if found and not grid.hidden:
        return Read(Sheet(grid), found, "data")
    if not found and _is_help(grid):
        return Read(Sheet(grid), role="help")
    return Read(Sheet(grid), role="other")


def _is_help(grid: Grid) -> bool:
    """Tells whether most texts of a sheet are instructions."""
    texts = [str(value) for row in grid.rows for value in row if not is_blank(value)]
    return bool(texts) and sum(says("help", text) for text in texts) * 2 > len(texts)


def rank(region: Region) -> int:
    """Orders tables: those that others refer to come first."""
    names = region.names
    if is_contributions(region):
        return 4
    if "commitment.title" in names:
        return 1
    if "milestone.title" in names:
        return 2
    return 0 if names <= AXES_ALONE else 3


def spoken(reads: list[Read]) -> str | None:
    """Gives the language in Latin letters that most headings can be in, those of one language weighing more.

    Returns:
        None where there are no such headings, or two languages are even.
    """
    counted: Counter[str] = Counter()
    for column in (column for read in reads for region in read.regions for column in region.columns):
        if column.meaning and column.meaning.score >= _STRONG:
            languages = column.meaning.languages - {"ar"}
            counted.update({language: 3 if len(languages) == 1 else 2 for language in languages})
    if not counted:
        counted = _words(reads)
    ranked = counted.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _words(reads: list[Read]) -> Counter[str]:
    """Counts the small words of each language in the texts of the tables."""
    counted: Counter[str] = Counter()
    for region in (region for read in reads for region in read.regions):
        texts = (value for row in region.data for value in row if isinstance(value, str))
        for word in (word for text in texts for word in text.lower().replace("’", "'").split()):
            counted.update(language for language in ("en", "fr", "es") if word in small_words(language))
    return counted
