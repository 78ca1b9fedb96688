"""The language that the headings and texts of a book are in."""

from __future__ import annotations

import re
from collections import Counter

from opengov_local.formats.grids.grid import Grid
from opengov_local.formats.tables.sheets.sheets import Read
from opengov_local.formats.wording.headings.phrases import small_words

_STRONG = 95
_OF_WORDS = ("en", "fr", "es")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")


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
    """Counts the small words of each language in the texts of the tables, and of sheets of a plan without one."""
    counted: Counter[str] = Counter()
    parts = [(region.grid, region.first, region.end) for read in reads for region in read.regions]
    parts += [(read.sheet.grid, 0, len(read.sheet.grid.rows)) for read in reads if read.role == "titled"]
    for grid, first, end in parts:
        columns = (index for index in range(grid.width) if _has_latin(grid, index))
        values = (value for index in columns for value in grid.column(index)[first:end])
        for text, count in Counter(value for value in values if isinstance(value, str)).items():
            for word in text.lower().replace("’", "'").split() if _LATIN.search(text) else ():
                counted.update({language: count for language in _OF_WORDS if word in small_words(language)})
    return counted


def _has_latin(grid: Grid, column: int) -> bool:
    """Tells by its different texts whether a column holds Latin letters."""
    return _LATIN.search("\n".join(grid.different_texts(column))) is not None
