"""Tables with axes, projects and activities below each other in one column: their rows, each with its level."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.levels.axis_rows import AMOUNT, axis_rows
from opengov_local.formats.tables.levels.bulleted_levels import by_bullets
from opengov_local.formats.tables.levels.headings_again import without_headings
from opengov_local.formats.tables.levels.named_levels import KINDS, LEVELS, levels_of_words
from opengov_local.formats.tables.levels.told_depths import by_column, by_indents
from opengov_local.formats.wording.headings.level_words import word_in_front
from opengov_local.formats.wording.headings.phrases import begins, phrases
from opengov_local.formats.wording.headings.vocabulary import levels_in
from opengov_local.formats.wording.words.number_depths import ENOUGH, depth_parts, parts_of, unclear_rows, unsure_rows
from opengov_local.formats.wording.words.numbering import split_number, word_before
from opengov_local.importing.words import fold

_FEWEST_ROWS = 3
_LOOKED_AT = 60
"""Rows at the beginning that must have levels, for the others to be looked at."""
_NUMBERED = ("commitment.number", "milestone.number", "axis.number")


class LevelRows(NamedTuple):
    """The levels of the rows of a table.

    Attributes:
        levels: the target that the title of each row is read into; None where nobody can tell.
        title: column of the titles.
        titles: where the title of each row stands: elsewhere, where it is all that stands in the row.
        number: column of their numbers, if there is one.
        level: column that names the levels, if there is one.
        by_number: whether the numbers alone tell them.
        totals: of each row, whether it is one of totals, which is at the lowest level.
        unsure: rows, counted from the first, that are read as projects as their numbers do not tell what they are.
    """

    levels: tuple[str | None, ...]
    title: int
    titles: tuple[int, ...]
    number: int | None
    level: int | None
    by_number: bool
    totals: tuple[bool, ...]
    unsure: frozenset[int] = frozenset()


def rows_of_unclear_level(region: Region, found: LevelRows | None) -> tuple[Column, list[int]] | None:
    """Gives the column of the titles of a table whose numbers tell levels but for too many rows, and these rows.

    Args:
        region: the table.
        found: the levels that are known; where they tell but axes, numbers may tell those below.
    """
    region = without_headings(region)
    titles = [column for column in region.columns if column.target in LEVELS[3:]]
    if len(titles) != 1 or len(region.data) < _FEWEST_ROWS:
        return None
    number = _number_of(region)
    texts = region.texts(titles[0].index)
    printed = _numbers(region, number, texts)
    levels = found.levels if found else (None,) * len(texts)
    axes = [str(level).startswith("axis") for level in levels]
    if found and len({level for level, is_axis in zip(levels, axes, strict=True) if level and not is_axis}) > 1:
        return None
    texts = ["" if axis or begins("total", text) else text for text, axis in zip(texts, axes, strict=True)]
    rows = sorted(unclear_rows(printed, texts))
    return (titles[0], [region.first + row for row in rows]) if rows else None


def level_rows(region: Region) -> LevelRows | None:
    """Tells the levels of the rows of a table by a column of words, by the words in front of the titles, or by numbers.

    Returns:
        None where all rows are of one level, or the table has columns for each level.
    """
    region = without_headings(region)
    beginning = replace(region, end=min(region.end, region.first + _LOOKED_AT))
    if beginning.end < region.end and _level_rows(beginning) is None:
        return None
    return _level_rows(region)


def _level_rows(region: Region) -> LevelRows | None:
    titles = [column for column in region.columns if column.target in LEVELS[3:]]
    listed = any("\n" in str(value) for column in titles for value in region.values(column.index))
    fewest = len(levels_in(titles[0].heading)) or _FEWEST_ROWS if titles and not listed else _FEWEST_ROWS
    if not titles or len(titles) > 2 or len(region.data) < fewest:
        return None
    title = titles[0]
    places = tuple(_place(row, title.index) for row in region.data)
    texts = [_text(row, place) for row, place in zip(region.data, places, strict=True)]
    number = _number_of(region)
    printed = _numbers(region, number, texts)
    totals = [not number and begins("total", text) for text, number in zip(texts, printed, strict=True)]
    objects = ["" if is_total else text for text, is_total in zip(texts, totals, strict=True)]
    said = _said(region, titles, number, objects, printed)
    if said is None:
        return None
    lowest = next(level for level in reversed(LEVELS) if level in said.levels)
    levels = (lowest if is_total else level for level, is_total in zip(said.levels, totals, strict=True))
    return LevelRows(
        tuple(levels), title.index, places, number, said.column, said.by_number, tuple(totals), said.unsure
    )


def _numbers(region: Region, number: int | None, texts: Sequence[str]) -> list[str]:
    """Gives the number of each row: what stands below the heading of numbers, or else in front of the titles."""
    said = [_printed(value) for value in region.values(number)] if number is not None else []
    return said if any(said) else [split_number(text, "axis_word").number or "" for text in texts]


def _number_of(region: Region) -> int | None:
    """Gives the column of numbers; none where it has those of activities beside a column of projects."""
    numbers = next((column for column in region.columns if column.target in _NUMBERED), None)
    if numbers is not None and numbers.target == "milestone.number":
        return None if sum(column.target in LEVELS[3:] for column in region.columns) > 1 else numbers.index
    return numbers.index if numbers else None


def _said(
    region: Region, titles: Sequence[Column], number: int | None, texts: Sequence[str], printed: Sequence[str]
) -> _Levels | None:
    """Tells the levels of rows by whatever says them."""
    title = titles[0]
    if len(titles) > 1:
        beside = [column.target for column in titles] == [*LEVELS[3:]]
        return _by_axes(region, title, texts, printed, beside=True) if beside else None
    for column in region.columns:
        if column is title or column.index == number:
            continue
        depths = by_column(region, column, texts)
        if found := _by_words(region, column, texts) or _by_depths(region, title, texts, depths):
            return _Levels(found, by_number=False, column=column.index)
    if levels := _by_titles(region, title, texts, printed):
        return levels
    found = _by_depths(region, title, texts, by_indents(region, title.index, texts))
    return _Levels(found, by_number=True) if found else None


class _Levels(NamedTuple):
    levels: tuple[str | None, ...]
    by_number: bool
    column: int | None = None
    unsure: frozenset[int] = frozenset()


def _by_titles(region: Region, title: Column, texts: Sequence[str], printed: Sequence[str]) -> _Levels | None:
    """Reads what stands in front of the titles: words, else numbers."""
    if found := _by_own_words(texts) or _by_some_words(title, texts, printed):
        return _Levels(found, by_number=False)
    if axes := _by_axes(region, title, texts, printed):
        return axes
    if numbered := _by_numbers(region, title, texts, printed):
        return numbered
    if found := by_bullets(title, texts):
        return _Levels(found, by_number=False)
    found = _by_being_numbered(title, texts, printed)
    return _Levels(found, by_number=True) if found else None


def _place(row: Sequence[Value], title: int) -> int:
    """Gives where the title of a row stands: in its column, unless a word for a level is all that stands elsewhere."""
    filled = [at for at, value in enumerate(row) if not is_blank(value)]
    return filled[0] if len(filled) == 1 and filled[0] != title and word_before(str(row[filled[0]])) else title


def _text(row: Sequence[Value], at: int) -> str:
    return "" if at >= len(row) or is_blank(row[at]) else str(row[at]).strip()


def _by_words(region: Region, column: Column, texts: Sequence[str]) -> tuple[str | None, ...]:
    """Reads a column that names the level of each row; empty where it does not."""
    said = ["" if is_blank(value) else str(value).strip() for value in region.values(column.index)]
    bare = [re.sub(r"[\s0-9٠-٩.:\-]+$", "", text) for text in said]
    words = {fold(text) for text in bare} - {""}
    if not 2 <= len(words) <= 2 * len(LEVELS):
        return ()
    meant = levels_of_words(frozenset(words))
    found = tuple(meant.get(fold(word)) if text else None for word, text in zip(bare, texts, strict=True))
    return found if _tells(found, texts) else ()


def _by_depths(
    region: Region, title: Column, texts: Sequence[str], parts: Sequence[tuple[str, ...]]
) -> tuple[str | None, ...]:
    """Reads depths that are told otherwise than by numbers, 1 for the highest; empty where there are none."""
    depths = sorted({len(part) for part in parts if part})
    meant = _of_depths(region, title, depths, parts) if len(depths) > 1 else {}
    found = tuple(meant.get(len(part)) for part in parts) if meant else ()
    return found if _tells(found, texts) else ()


def _by_own_words(texts: Sequence[str]) -> tuple[str | None, ...]:
    """Reads the words that stand in front of the titles, with a number or a colon alone: "Projet 1 : Portail"."""
    return found if _tells(found := _worded(texts, word_in_front), texts) else ()


def _worded(texts: Sequence[str], unnumbered: Callable[[str], str] = lambda _: "") -> tuple[str | None, ...]:
    words = [word_before(text) or unnumbered(text) for text in texts]
    meant = levels_of_words(frozenset(words) - {""})
    return tuple(meant.get(word) for word in words)


def _by_some_words(title: Column, texts: Sequence[str], printed: Sequence[str]) -> tuple[str | None, ...]:
    """Reads titles of which only those above others have a word in front: the others are what stands below them.

    Either the heading names no level, or that of activities; or the numbers of the others begin with those above.
    """
    said, found = _worded(texts), list[str | None]()
    if "commitment.title" not in said or "milestone.title" in said:
        return ()
    plain = title.target == "milestone.title" or fold(title.heading) in phrases("neutral_heading")
    above: tuple[str, ...] = ()
    last = 0
    for level, text, number in zip(said, texts, printed, strict=True):
        if level is None and text and found and (parent := next(filter(None, reversed(found)), None)):
            parts = depth_parts(number)
            begun = len(parts) > len(above) > 0 and parts[: len(above)] == above
            last = _follows(parts, last)
            if not begun and (not plain or (parts and not last)):
                return ()
            found.append("milestone.title" if parent in LEVELS[3:] else "commitment.title")
            continue
        if level is not None:
            above, last = depth_parts(split_number(text, KINDS[LEVELS.index(level)]).number or number), 0
        found.append(level)
    return tuple(found) if _tells(found, texts) else ()


def _follows(parts: Sequence[str], last: int) -> int:
    """Gives a number that follows the last one, 0 being that before the first; 0 where it does not."""
    return last + 1 if len(parts) == 1 and parts[0] == str(last + 1) else 0


def _tells(found: Sequence[str | None], texts: Sequence[str]) -> bool:
    """Tells whether most rows with a title have a level, and there are several of them, titles among them."""
    known = [level for level in found if level]
    filled = sum(map(bool, texts))
    return len(set(known)) > 1 and len(known) >= ENOUGH * filled and bool(set(known) & set(LEVELS[3:]))


def _by_axes(
    region: Region, title: Column, texts: Sequence[str], printed: Sequence[str], *, beside: bool = False
) -> _Levels | None:
    """Reads rows of axes, and those below them: of one level, as the heading says, or of several by their numbers.

    Args:
        region: the table.
        title: the column of titles.
        texts: the title of each row.
        printed: the number of each row.
        beside: whether what is below the projects has a column of its own.
    """
    if any(str(target).startswith("axis") for target in region.names - {"axis.number"}):
        return None
    found = axis_rows(region, title.index, texts, printed)
    if found is None:
        return None
    meant = levels_of_words(frozenset(word for word in found.words if word)) if any(found.words) else {}
    if not set(meant.values()) <= set(LEVELS[:3]):
        return None
    axes = [meant.get(word or "", LEVELS[0]) if is_axis else None for word, is_axis in zip(*found, strict=True)]
    below = ["" if is_axis else text for text, is_axis in zip(texts, found.are, strict=True)]
    parts = parts_of(printed, below)
    depths = sorted({len(part) for part in parts if part})
    levels: dict[int, str] = {}
    unsure = unsure_rows(parts, below, depths)
    if not beside and len(depths) in (2, 3) and unsure is not None:
        free = [level for level in LEVELS[:3] if level not in axes]
        levels = dict(zip(reversed(depths), (*reversed(LEVELS[3:]), *free[:1]), strict=False))
    rows = (row for row, is_axis in zip(region.data, axes, strict=True) if is_axis)
    if not levels and any(found.words) and all(sum(not is_blank(value) for value in row) == 1 for row in rows):
        return None  # titles of sections: they are told row by row
    rest = (levels.get(len(part), title.target) if text else None for part, text in zip(parts, below, strict=True))
    said = [axis or other for axis, other in zip(axes, rest, strict=True)]
    known = unsure or frozenset() if levels else frozenset()
    for row in known:
        said[row] = LEVELS[3]
    return _Levels(tuple(said), by_number=bool(levels) or not any(found.words), unsure=known)


def _by_numbers(region: Region, title: Column, texts: Sequence[str], printed: Sequence[str]) -> _Levels | None:
    """Reads the levels off numbers such as 1, 1.1 and 1.1.1; each but the first level must have its parent above."""
    parts = parts_of(printed, texts)
    known = [part for part in parts if part]
    depths = sorted({len(part) for part in known})
    if len(depths) < 2 or len(known) < ENOUGH * sum(map(bool, texts)):
        return None
    unsure = unsure_rows(parts, texts, depths)
    meant = _of_depths(region, title, depths, parts) if unsure is not None else {}
    if unsure is None or not meant:
        return None
    said = [LEVELS[3] if at in unsure else meant.get(len(part)) if part else None for at, part in enumerate(parts)]
    return _Levels(tuple(said), by_number=True, unsure=unsure)


def _by_being_numbered(title: Column, texts: Sequence[str], printed: Sequence[str]) -> tuple[str | None, ...]:
    """Reads a column whose heading names two levels, "Projets / activités": those of the first alone have numbers."""
    said = levels_in(title.heading)
    rows = [(bool(number), bool(text)) for number, text in zip(printed, texts, strict=True)]
    numbered = [has_number for has_number, has_text in rows if has_text]
    if len(said) != len(("above", "below")) or not numbered or not numbered[0] or all(numbered):
        return ()
    if any(len(depth_parts(number)) != 1 for number in printed if number):
        return ()
    return tuple(said[0 if has_number else 1] if has_text else None for has_number, has_text in rows)


def _of_depths(
    region: Region, title: Column, depths: Sequence[int], parts: Sequence[tuple[str, ...]]
) -> dict[int, str]:
    """Gives what the depths of numbers are: as the heading says, else axes with projects with activities."""
    below = {2: LEVELS[3:], 3: ("axis", *LEVELS[3:]), 4: ("axis", "axis.2", *LEVELS[3:])}
    said = levels_in(title.heading)
    if len(said) == len(depths):
        return dict(zip(depths, said, strict=True))
    has_axis = any(str(target).startswith("axis") for target in region.names - {"axis.number"})
    if len(depths) not in below or (has_axis and len(depths) > 2):
        return {}
    first = [(row, part) for row, part in zip(region.data, parts, strict=True) if len(part) == depths[0]]
    bare = all(_is_bare(row, sums=not any(map(str.isdigit, part[0]))) for row, part in first)
    if len(depths) == 2 and bare and not has_axis and title.target == "commitment.title":
        return dict(zip(depths, ("axis", "commitment.title"), strict=True))
    return dict(zip(depths, below[len(depths)], strict=True))


def _is_bare(row: Sequence[Value], *, sums: bool) -> bool:
    """Tells whether a row has a number and a title at most; and sums, where that may be."""
    said = [str(value).strip() for value in row if not is_blank(value)]
    return sum(not (sums and AMOUNT.fullmatch(text)) for text in said) <= 2


def _printed(value: Value) -> str:
    return "" if is_blank(value) else str(value).strip().rstrip(".):")
