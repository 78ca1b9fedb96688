"""Columns of activities: whether each cell lists all steps of its commitment, or names one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.columns.twin_columns import in_two_languages
from opengov_local.formats.tables.levels.projects_named import AXES, NAMING, projects_named
from opengov_local.formats.wording.words.bilingual import two_parts
from opengov_local.importing.words.bullets import has_items, lines_of
from opengov_local.importing.words.lists import may_be_list, read_list

_FEWEST = 2
_BULLETS = frozenset("-–•*▪")


def settled(region: Region) -> Region:
    """Decides whether a column lists all steps of a commitment in one cell, or names one milestone in each row.

    The heading proposes; where most cells hold a list, or a commitment has several rows, the cells decide.
    """
    columns = region.columns
    steps = [column for column in columns if column.target in ("milestone.title", "milestone.list")]
    titles = any(column.target in NAMING for column in columns)
    twins = len(steps) == 2 and len(list(in_two_languages(steps))) == 1
    if not (len(steps) == 1 or twins) or steps[0].meaning is None or not titles:
        return region
    step = steps[0]
    texts = list(filter(None, region.texts(step.index)))
    at = (region.first, region.end)
    names = tuple((column.target, column.index) for column in columns if column.target in (*AXES, *NAMING))
    counted = region.grid.counted
    if (key := ("lists", step.index, *at)) not in counted:
        counted[key] = sum(map(_is_list, texts)) if may_be_list(" ".join(texts)) else 0
    if (of := ("projects", names, *at)) not in counted:
        counted[of] = projects_named(region)
    listed, named = counted[key], counted[of]
    target = "milestone.title" if len(texts) > named else step.target
    if listed * 2 > len(texts) or (len(texts) <= named and _has_lists(texts)):
        single = len(texts) > named and not any(map(_holds_several, texts))
        target = "milestone.title" if single else "milestone.list"
    lines = [text for text in texts if "\n" in text]
    if lines and all(map(two_parts, lines)):
        target = "milestone.title"  # the same in two languages, one below the other
    if target == step.target or target is None:
        return region
    return replace(region, columns=tuple(one.asking(target) if one in steps else one for one in columns))


def _has_lists(texts: Sequence[str]) -> bool:
    """Tells whether lines of some cells are surely several things: two plain lines of one cell alone may be one."""
    lists = [lines_of(text) for text in texts if has_items(text)]
    return len(lists) >= _FEWEST or any(mark != "line" or len(items) > _FEWEST for items, mark in lists)


def _is_list(text: str) -> bool:
    """Tells whether a cell lists several things, or begins as lists do."""
    return may_be_list(text) and (text.lstrip()[:1] in _BULLETS or _holds_several(text))


def _holds_several(text: str) -> bool:
    return len(read_list(text, commas="never").items) > 1
