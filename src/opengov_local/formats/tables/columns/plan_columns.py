"""What headings that tables of contributions have too mean in a table of a plan: "Problèmes", "Projets liés"."""

from __future__ import annotations

from dataclasses import replace

from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.wording.headings.heading_meanings import targets

_OURS = {
    "contribution.problem": "problem",
    "contribution.solution": "action",
    "contribution.proposal": "action",
    "disposition.commitments": "related",
}
"""What is asked of a project under headings of contributions that name one thing only."""
_THEIRS = ("contribution", "disposition")


def of_plan(region: Region) -> Region:
    """Decides what the headings of contributions in a table of projects mean; each field is taken once."""
    names = {column.target for column in region.columns}
    columns: list[Column] = []
    for column in region.columns:
        target = _asked(column)
        if column.meaning is None or target is None or target in names:
            columns.append(column)
        else:
            names.add(target)
            columns.append(column.asking(target))
    return replace(region, columns=tuple(columns))


def _asked(column: Column) -> str | None:
    """Gives what a heading of contributions asks of a project; None for any other heading."""
    meaning = column.meaning
    if meaning is None or targets()[meaning.target].scope not in _THEIRS:
        return None
    others = (name for name in meaning.alternatives if targets()[name].scope not in _THEIRS)
    return next(others, _OURS.get(meaning.target))
