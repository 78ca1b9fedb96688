"""Columns that count projects and name none: "Axes | Projets | Activités" over "3 | 8 | 24"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Final

from opengov_local.formats.grids.grid import Value, is_blank
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.wording.headings.how_many import are_answers, asks_how_many
from opengov_local.formats.wording.headings.phrases import heads
from opengov_local.importing.words.numerals import plain_digits

_NAMES: Final = ("commitment.title", "milestone.title", "axis")
_LONGEST: Final = 4
"""Digits of the largest count."""


def is_count(text: str) -> bool:
    """Tells whether a text is a whole number that may count something, and no title."""
    said = plain_digits(text.strip())
    return said.isdecimal() and len(said) <= _LONGEST


def counted(region: Region) -> frozenset[int]:
    """Gives the columns under whose headings titles should stand, and numbers alone do.

    Axes may be named by their numbers, beside projects that have titles; where no column has titles, they are counted.
    """
    titles = {column.index: column.target for column in region.columns if column.target in _NAMES}
    asked = {column.index for column in region.columns if asks_how_many(column.heading, column.target)}
    counts = {at for at in titles if are_counts(row[at] for row in region.data if at < len(row))}
    rows = [row for row in region.data if asked and sum(not is_blank(value) for value in row) > 1]  # no lines alone
    answered = {at for at in asked & titles.keys() if are_answers(row[at] for row in rows if at < len(row))}
    return counting(titles, counts | answered)


def counting(titles: Mapping[int, str | None], counts: Collection[int]) -> frozenset[int]:
    """Gives the columns that count and do not name.

    Args:
        titles: what each column should name: an axis, under "axis", a project or an activity.
        counts: those of them that hold numbers alone.
    """
    named = {what for at, what in titles.items() if at not in counts}
    if all(titles[at] == "axis" for at in counts):
        return frozenset()
    return frozenset(at for at in counts if titles[at] not in named and not (titles[at] == "axis" and named))


def without_counts(region: Region) -> Region:
    """Takes the meaning from columns that only count."""
    counts = counted(region)
    if not counts:
        return region
    columns = (replace(column, meaning=None) if column.index in counts else column for column in region.columns)
    return replace(region, columns=tuple(columns))


def are_counts(values: Iterable[Value]) -> bool:
    """Tells whether some values are counts, and no other stands beside; it looks no further than the first of those."""
    count = 0
    for value in values:
        if not is_blank(value):
            if not is_count(str(value)):
                return False
            count += 1
    return count > 0


def may_count(heading: str, said: Iterable[str]) -> bool:
    """Tells whether numbers below "Projets" may tell how many there are, and not which."""
    return heads("projects", heading) and all(map(is_count, said))
