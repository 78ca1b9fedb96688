"""Minutes on projects, "Projet | Point abordé | Décision | Responsable | Délai": who and when are of the decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from opengov_local.formats.tables.columns.layout import Column, Region
from opengov_local.formats.wording.headings.heading_meanings import EXACT, Recognised
from opengov_local.formats.wording.headings.phrases import heads

_PROJECT, _NUMBER = "commitment.title", "commitment.number"
_DECISION = "disposition.status"
_NEXT, _TEXT = "update.next_steps", "update.text"
_OF_CONSULTATIONS = ("contribution.", "disposition.")
_OF_DECISIONS = frozenset({"lead", "supporting", "start", "end", "period", "schedule", "status", "progress",
                           "completed_on", "done_or_due"})  # fmt: skip
"""First words of targets of who carries a decision out, by when, and how far it is."""


def of_minutes(region: Region) -> Region:
    """Takes decisions beside what was talked about for next steps of projects; any other table is given as it is.

    An update has no bodies and no dates of its next steps: the columns behind the decision that name these are kept,
    and said to be. So are numbers that count what was talked about.
    """
    at = {column.target: place for place, column in enumerate(region.columns) if column.target}
    talked = [place for place, column in enumerate(region.columns) if heads("talked", column.heading)]
    if len(talked) != 1 or not {_PROJECT, _DECISION} <= at.keys() or {_NEXT, _TEXT} & at.keys():
        return region
    decision = at[_DECISION]
    others = [column.target or "" for place, column in enumerate(region.columns) if place not in (decision, *talked)]
    if at[_PROJECT] > decision or any(target.startswith(_OF_CONSULTATIONS) for target in others):
        return region
    columns = [_but(column) if place > decision else column for place, column in enumerate(region.columns)]
    columns[decision] = replace(columns[decision], meaning=Recognised(_NEXT, EXACT))
    columns[talked[0]] = replace(columns[talked[0]], meaning=Recognised(_TEXT, EXACT))
    if _NUMBER in at and _counts_points(region, at):
        columns[at[_NUMBER]] = replace(columns[at[_NUMBER]], meaning=None)
    return replace(region, columns=tuple(columns))


def _but(column: Column) -> Column:
    """Gives a column behind the decision: without its meaning, where that is said of the decision."""
    is_of_decision = str(column.target).partition(".")[0] in _OF_DECISIONS
    return replace(column, meaning=None) if is_of_decision else column


def _counts_points(region: Region, at: Mapping[str, int]) -> bool:
    """Tells whether numbers count what was talked about: a project has several."""
    numbers, titles = (region.texts(region.columns[at[name]].index) for name in (_NUMBER, _PROJECT))
    of: dict[str, set[str]] = {}
    for number, title in zip(numbers, titles, strict=True):
        if number and title:
            of.setdefault(title, set()).add(number)
    return any(len(found) > 1 for found in of.values())
