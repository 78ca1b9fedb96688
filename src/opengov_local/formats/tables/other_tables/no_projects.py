"""Tables that have the headings of projects or activities, and no row that gives one: which they are is said."""

from __future__ import annotations

from collections.abc import Iterable

from opengov_local.formats.tables.columns.contribution_columns import is_contributions
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.drafted.state import State

_TITLES = ("commitment.title", "milestone.title")


def say_no_projects(state: State, tables: Iterable[Region]) -> None:
    """Says that the tables of a plan gave no commitment and no activity at all, at the first of them.

    Args:
        state: what was read.
        tables: the tables of the plan.
    """
    titled = [
        one for one in tables if not one.names.isdisjoint(_TITLES) and not is_contributions(one) and not one.reports
    ]
    if not titled or (state.has_plan and (state.plan.data.keys() & {"commitments", "activities"})):
        return
    first = titled[0]
    state.draft.say("import/no-projects", first.grid.place(first.header, 0), sheet=first.grid.name or "1")
