"""Tables that name a project in each row of its steps, below a heading that says nothing of steps: "Key actions"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.tables.levels.projects_named import Named, named_in_rows
from opengov_local.formats.wording.headings.heading_meanings import NEAR, Recognised
from opengov_local.formats.wording.headings.phrases import begins
from opengov_local.importing.words import fold, read_boolean

_STEP = "milestone.title"
_PROJECT = "commitment.title"
_OF_STEPS, _LOOSE = "action", "group.heading"
"""Targets of headings that in such a table name steps: «التدابير», "Modalités de mise en œuvre"."""
_DESCRIBED = frozenset({"description", "commitment.description", "milestone.description"})
"""Targets of headings that name steps where their dates differ too, row by row: "Composantes", «مكونات المشروع»."""
_OF_ROWS = frozenset({"lead", "end", "start", "schedule", "schedule.mark", "status", "progress"})
"""Targets of which one must stand behind a heading that nobody knows, for its texts to be steps."""
_ONCE = _OF_ROWS - {"lead", "schedule.mark"}
"""Targets that a project has once."""
_SHORTEST = 6
"""Letters that titles of steps have on average."""


def with_steps(region: Region) -> Region:
    """Takes the first column of texts behind that of the projects for their steps, where a project has several rows.

    Each of these rows must have a text, another one than the others of the project. A heading that nobody knows makes
    an unsure column: it has the score of one.
    """
    names = [str(column.target) for column in region.columns if column.target]
    if names.count(_PROJECT) != 1 or any(name.startswith(("milestone.", "indicator")) for name in names):
        return region
    title = next(column.index for column in region.columns if column.target == _PROJECT)
    behind = [column for column in region.columns if column.index > title]
    untold = [c for c in behind if c.meaning is None or c.target in (_OF_STEPS, _LOOSE, *_DESCRIBED)]
    asked = next((c for c in untold if c.meaning or not _says_only_yes_or_no(region.values(c.index))), None)
    unsure = asked is not None and asked.target != _OF_STEPS
    if asked is None or (unsure and not any(c.target in _OF_ROWS for c in behind)):
        return region
    if not _are_steps(region, asked) or (asked.target in _DESCRIBED and not _differ(region, behind)):
        return region
    held = asked.meaning or Recognised(_STEP, NEAR)
    meaning = replace(held, target=_STEP, score=NEAR if unsure else held.score)
    columns = (replace(column, meaning=meaning) if column is asked else column for column in region.columns)
    return replace(region, columns=tuple(columns))


def _are_steps(region: Region, column: Column) -> bool:
    texts = region.texts(column.index)
    named = zip(named_in_rows(region), map(fold, texts), region.data, strict=True)
    counted = [(name, text) for name, text, cells in named if text or not is_foreign(cells)]
    rows = zip(carried([name for name, _ in counted]), [text for _, text in counted], strict=True)
    groups = [[text for _, text in group] for key, group in groupby(rows, key=lambda row: row[0]) if any(map(any, key))]
    several = [group for group in groups if len(group) > 1]
    said = [text for group in groups for text in group if text]
    if not several or 2 * len(several) < len(groups):
        return False
    if sum(map(_letters, said)) < _SHORTEST * len(said):
        return False
    below = [group if group[0] else group[1:] for group in several]  # the first row may be the project's own
    return all(all(group) and len(set(group)) == len(group) for group in below)


def _differ(region: Region, columns: Sequence[Column]) -> bool:
    """Tells whether a project with several rows has several dates or states."""
    names = list(carried(named_in_rows(region)))
    for column in columns:
        if column.target not in _ONCE:
            continue
        said = {(name, fold(text)) for name, text in zip(names, region.texts(column.index), strict=True) if text}
        if len(said) > len({name for name, _ in said}):
            return True
    return False


def _says_only_yes_or_no(values: Sequence[Value]) -> bool:
    """Tells whether cells only tick what they stand beside, or are blank."""
    said = [value for value in values if not is_blank(value)]
    return not said or all(isinstance(one, str | bool) and read_boolean(one) is not None for one in said)


def is_foreign(cells: Sequence[Value]) -> bool:
    """Tells whether a row without a step says nothing of any: it is blank but for boxes, a total, or a note."""
    said = [str(value) for value in cells if not (is_blank(value) or isinstance(value, bool))]
    return not said or begins("total", said[0]) or (len(said) == 1 and begins("note", said[0]))


def carried(names: Sequence[Named]) -> Iterator[Named]:
    """Gives the name of the project of each row: of one that names none, that of the row above."""
    last: Named = ()
    for name in names:
        last = name if any(map(any, name)) else last
        yield last


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
