"""Columns that repeat with a number for each step: "Jalon 1", "Jalon 2", "Échéance 1", "Échéance 2"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from opengov_local.formats.tables.columns.layout import Column
from opengov_local.formats.wording.headings.heading_meanings import targets

_TITLE = "milestone.title"
_SEVERAL = 2
_OF_STEPS = ("start", "end", "schedule", "milestone.", "deliverable", "status", "progress", "completed_on",
             "done_or_due", "description", "lead")  # fmt: skip
"""Beginnings of targets that are a step's where they have its number; two partners or funders may be the project's."""


def numbered_steps(columns: Sequence[Column]) -> Mapping[int, int | None]:
    """Gives the column of the title of the step that each numbered column speaks of; None where it is the project's.

    A column that stands between a title and the next one goes by its place, as columns without a number do; but beside
    one for each step, that without a number is the project's: "Lead 1", "Lead 2", "Overall lead".

    Args:
        columns: those of the table, left to right.
    """
    steps = {_ordinal(column): column.index for column in columns if column.target == _TITLE}
    if None in steps or len(steps) < len([column for column in columns if column.target == _TITLE]):
        return {}
    found: dict[int, int | None] = {}
    apart: set[str] = set()
    for column in columns:
        ordinal, target = _ordinal(column), column.target
        if target is None or ordinal is None or targets()[target].scope not in ("item", "milestone"):
            continue
        if target == _TITLE:
            continue
        named = column.meaning is not None and column.meaning.concept == "milestone"
        before = max((at for at in steps.values() if at < column.index), default=None)
        if named or (ordinal in steps and target.startswith(_OF_STEPS)):
            found[column.index] = steps.get(ordinal, -1)
        elif steps and before != steps.get(ordinal):
            apart.add(target)
    theirs = Counter(c.target for c in columns if c.index in found and _ordinal(c))
    of_all = {target for target, count in theirs.items() if count == len(steps) > 1}
    found.update((c.index, None) for c in columns if c.target in of_all and _ordinal(c) is None)
    found.update((c.index, None) for c in columns if c.target in apart and _ordinal(c) and c.index not in found)
    return found


def _ordinal(column: Column) -> int | None:
    return column.meaning.ordinal if column.meaning else None


def behind_groups(columns: Sequence[Column]) -> list[int]:
    """Gives the columns behind the groups of several steps that stand below none: "Remarks" behind "Milestone 3".

    Args:
        columns: those of the table, left to right.
    """
    steps = [at for at, column in enumerate(columns) if column.target == _TITLE]
    groups = [columns[at].group for at in steps]
    if len(steps) < _SEVERAL or not all(groups) or len(set(groups)) < len(groups):
        return []
    if not all(columns[at + 1].group == columns[at].group for at in steps if at + 1 < len(columns)):
        return []
    behind = columns[max(at for at, column in enumerate(columns) if column.group == groups[-1]) + 1 :]
    return [column.index for column in behind if not column.group and _ordinal(column) is None]
