"""Tables with axes, projects and activities below each other in one column: their rows, each with its level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.tables.layout import Column, Region
from opengov_local.formats.tables.numbering import split_number
from opengov_local.formats.tables.vocabulary import levels_in, phrases
from opengov_local.importing.words import fold

LEVELS = ("axis", "axis.2", "axis.3", "commitment.title", "milestone.title")
"""Targets of titles, from the highest level down."""
_KINDS = ("axis_word", "second_axis_word", "third_axis_word", "project_word", "activity_word")
"""Kinds of the words for each level."""
_ENOUGH = 0.8
"""Share of the rows whose level must be known."""
_FEWEST_ROWS = 3
_PARTS = re.compile(r"[.\-/ ]")
_PART = re.compile(r"[A-Za-z]{0,3}[0-9٠-٩]{1,3}|[A-Za-z]|[IVX]{1,5}")
_NUMBERED = ("commitment.number", "milestone.number", "axis.number")


class LevelRows(NamedTuple):
    """The levels of the rows of a table.

    Attributes:
        levels: the target that the title of each row is read into; None where nobody can tell.
        title: column of the titles.
        number: column of their numbers, if there is one.
        level: column that names the levels, if there is one.
        by_number: whether the numbers alone tell them.
    """

    levels: tuple[str | None, ...]
    title: int
    number: int | None
    level: int | None
    by_number: bool


def level_rows(region: Region) -> LevelRows | None:
    """Tells the levels of the rows of a table by a column of words, by the words in front of the titles, or by numbers.

    Returns:
        None where all rows are of one level, or the table has columns for each level.
    """
    titles = [column for column in region.columns if column.target in LEVELS[3:]]
    if len(titles) != 1 or len(region.data) < _FEWEST_ROWS:
        return None
    (title,) = titles
    texts = ["" if is_blank(value) else str(value).strip() for value in region.values(title.index)]
    numbers = next((column for column in region.columns if column.target in _NUMBERED), None)
    number = numbers.index if numbers else None
    for column in region.columns:
        if column is not title and column.index != number and (found := _by_words(region, column, texts)):
            return LevelRows(found, title.index, number, column.index, by_number=False)
    if found := _by_own_words(texts):
        return LevelRows(found, title.index, number, None, by_number=False)
    values = region.values(number) if number is not None else []
    printed = [_printed(value) for value in values] or [split_number(text, "axis_word").number or "" for text in texts]
    if found := _by_numbers(region, title, texts, printed):
        return LevelRows(found, title.index, number, None, by_number=True)
    return None


def _by_words(region: Region, column: Column, texts: Sequence[str]) -> tuple[str | None, ...]:
    """Reads a column that names the level of each row; empty where it does not."""
    said = ["" if is_blank(value) else str(value).strip() for value in region.values(column.index)]
    bare = [re.sub(r"[\s0-9٠-٩.:\-]+$", "", text) for text in said]
    words = {fold(text) for text in bare} - {""}
    if not 2 <= len(words) <= 2 * len(LEVELS):
        return ()
    meant = _meant(frozenset(words))
    found = tuple(meant.get(fold(word)) if text else None for word, text in zip(bare, texts, strict=True))
    return found if _tells(found, texts) else ()


@cache
def _meant(words: frozenset[str]) -> dict[str, str]:
    """Gives the levels that words name beside each other: an action is a project's, unless only axes have actions."""
    ranks = {word: [rank for rank, kind in enumerate(_KINDS) if word in phrases(kind)] for word in words}
    known = {word: of for word, of in ranks.items() if of}
    taken = {of[0] for of in known.values() if len(of) == 1}
    found = {}
    for word, of in sorted(known.items(), key=lambda pair: len(pair[1])):
        free = [rank for rank in of if len(of) == 1 or rank not in taken]
        found[word] = LEVELS[min(free) if free else max(of)]
        taken.add(min(free) if free else max(of))
    return found


def _by_own_words(texts: Sequence[str]) -> tuple[str | None, ...]:
    """Reads the words with a number that stand in front of the titles: "Projet 1 : Portail"."""
    found = tuple(_of_own_word(text) if text else None for text in texts)
    return found if _tells(found, texts) else ()


def _of_own_word(text: str) -> str | None:
    bare = split_number(text, "").number
    for rank in (4, 3, 2, 1, 0):
        if (split_number(text, _KINDS[rank]).number or None) != bare:
            return LEVELS[rank]
    return None


def _tells(found: Sequence[str | None], texts: Sequence[str]) -> bool:
    """Tells whether most rows with a title have a level, and there are several of them, titles among them."""
    known = [level for level in found if level]
    filled = sum(map(bool, texts))
    return len(set(known)) > 1 and len(known) >= _ENOUGH * filled and bool(set(known) & set(LEVELS[3:]))


def _by_numbers(region: Region, title: Column, texts: Sequence[str], printed: Sequence[str]) -> tuple[str | None, ...]:
    """Reads the levels off numbers such as 1, 1.1 and 1.1.1; each but the first level must have its parent above."""
    parts = [_depth(number) if text else () for number, text in zip(printed, texts, strict=True)]
    known = [part for part in parts if part]
    depths = sorted({len(part) for part in known})
    seen: set[tuple[str, ...]] = set()
    held = 0
    for part in known:
        held += len(part) == depths[0] or any(part[:length] in seen for length in depths if length < len(part))
        seen.add(part)
    if len(depths) < 2 or len(known) < _ENOUGH * sum(map(bool, texts)) or held < len(known):
        return ()
    meant = _of_depths(region, title, depths, parts)
    return tuple(meant.get(len(part)) if part else None for part in parts)


def _of_depths(
    region: Region, title: Column, depths: Sequence[int], parts: Sequence[tuple[str, ...]]
) -> dict[int, str]:
    """Gives what the depths of numbers are: as the heading says, else axes with projects with activities."""
    below = {2: ("commitment.title", "milestone.title"), 3: ("axis", *LEVELS[3:]), 4: ("axis", "axis.2", *LEVELS[3:])}
    said = levels_in(title.heading)
    if len(said) == len(depths):
        return dict(zip(depths, said, strict=True))
    has_axis = any(str(target).startswith("axis") for target in region.names - {"axis.number"})
    if len(depths) not in below or (has_axis and len(depths) > 2):
        return {}
    bare = all(
        sum(not is_blank(value) for value in row) <= 2
        for row, part in zip(region.data, parts, strict=True)
        if len(part) == depths[0]
    )
    if len(depths) == 2 and bare and not has_axis and title.target == "commitment.title":
        return dict(zip(depths, ("axis", "commitment.title"), strict=True))
    return dict(zip(depths, below[len(depths)], strict=True))


def _printed(value: Value) -> str:
    return "" if is_blank(value) else str(value).strip().rstrip(".):")


def _depth(number: str) -> tuple[str, ...]:
    parts = tuple(part for part in _PARTS.split(number) if part)
    return parts if parts and all(map(_PART.fullmatch, parts)) else ()
