"""Depths of rows that something beside their numbers tells: ranks, the title of the row above, blanks before titles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.wording.headings.phrases import heads, phrases
from opengov_local.importing.words import fold

Parts = list[tuple[str, ...]]
_FEWEST_BLANKS = 2
"""Blanks that set a title below another: one alone is a slip of the hand."""
_FEWEST_BELOW = 2
"""Rows that must be set below others."""


def by_column(region: Region, column: Column, texts: Sequence[str]) -> Parts:
    """Reads a column that says the rank of each row, or what it is a part of; empty for any other column.

    Args:
        region: the table.
        column: the column.
        texts: the title of each row, "" for rows that are no objects.
    """
    tells = next((tells for kind, tells in _TELLERS if heads(kind, column.heading)), None)
    if tells is None:
        return []
    said = ["" if is_blank(value) else _plain(value) for value in region.values(column.index)]
    rises = all(one <= two for one, two in pairwise(filter(None, said)))
    if rises and fold(column.heading) in phrases("running_number"):
        return []  # "Rang" over 1, 1, 2 is the order of projects, as far as anybody can tell
    return tells(said, texts)


def by_indents(region: Region, title: int, texts: Sequence[str]) -> Parts:
    """Reads the blanks in front of titles: each row is as deep, as it is set in; empty where they tell nothing."""
    values = [str(value or "") if text else "" for value, text in zip(region.values(title), texts, strict=True)]
    blanks = [len(value.expandtabs(4)) - len(value.expandtabs(4).lstrip()) for value in values]
    steps = sorted({count for count, text in zip(blanks, texts, strict=True) if text})
    above = [at for at, text in enumerate(texts) if text][:1]
    if len(steps) < 2 or not above or blanks[above[0]] != steps[0]:
        return []
    if any(two - one < _FEWEST_BLANKS for one, two in pairwise(steps)):
        return []
    depths = [steps.index(count) + 1 if text else 0 for count, text in zip(blanks, texts, strict=True)]
    return _deep(depths) if _go_down_by_one(depths) and sum(depth > 1 for depth in depths) >= _FEWEST_BELOW else []


def _plain(value: Value) -> str:
    """Gives a cell as a text; whole numbers of other kinds without what stands behind the point."""
    text = str(value).strip()
    return text.removesuffix(".0") if isinstance(value, float) else text


def _of_ranks(said: Sequence[str], texts: Sequence[str]) -> Parts:
    if not all(text.isdecimal() and len(text) == 1 for text in said if text):
        return []
    return _deep([int(rank) if rank and text else 0 for rank, text in zip(said, texts, strict=True)])


def _of_parents(said: Sequence[str], texts: Sequence[str]) -> Parts:
    """Reads the titles of what rows are parts of: each must be the title of a row above, not far up."""
    open_titles: list[str] = []
    depths = []
    for parent, text in zip(said, texts, strict=True):
        if not text:
            depths.append(0)
            continue
        if parent and fold(parent) not in open_titles:
            return []
        open_titles = open_titles[: open_titles.index(fold(parent)) + 1] if parent else []
        open_titles.append(fold(text))
        depths.append(len(open_titles))
    return _deep(depths)


def _go_down_by_one(depths: Sequence[int]) -> bool:
    """Tells whether no row is deeper than one step below the row above."""
    known = [depth for depth in depths if depth]
    return all(two <= one + 1 for one, two in pairwise(known))


def _deep(depths: Sequence[int]) -> Parts:
    return [("1",) * depth for depth in depths]


_TELLERS = (("level", _of_ranks), ("parent", _of_parents))
