"""Whose the columns of a table are that both projects and activities can have: dates, states, leads, costs."""

from __future__ import annotations

from opengov_local.formats.tables.columns.layout import Column
from opengov_local.formats.wording.headings.heading_meanings import targets


def scoped(columns: tuple[Column, ...]) -> dict[int, str]:
    """Says for each column of an item whose it is: the commitment's, or the milestone's.

    A group heading decides; else columns behind the first title or number of a milestone are the milestone's, the
    others the commitment's. In a table of milestones alone, all are the milestone's. Where milestones stand side by
    side, only columns that are repeated for each of them are theirs.
    """
    names = [column.target for column in columns]
    milestones = [at for at, name in enumerate(names) if name in ("milestone.title", "milestone.number")]
    side_by_side = len(_titles_side_by_side(columns)) > 1
    has_commitment = any(name in ("commitment.title", "commitment.number") for name in names)
    known = targets()
    found: dict[int, str] = {}
    for at, column in enumerate(columns):
        if column.target is None or known[column.target].scope != "item":
            continue
        behind = bool(milestones) and (at > milestones[0] or not has_commitment)
        if side_by_side and has_commitment:
            behind = behind and names.count(column.target) > 1
        found[column.index] = column.scope or ("milestone" if behind else "commitment")
    return found


def _titles_side_by_side(columns: tuple[Column, ...]) -> list[Column]:
    """Gives the title columns of milestones, those of further languages left out."""
    titles = [column for column in columns if column.target == "milestone.title" and column.meaning]
    spoken = {column.meaning.text_language for column in titles if column.meaning}
    return titles if len(titles) > len(spoken - {None}) else titles[:1]
