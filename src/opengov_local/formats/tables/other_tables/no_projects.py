"""Plans that have headings of projects or activities, and nothing below that gives one: which they are is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from opengov_local.account import Place
from opengov_local.formats.tables.columns.contribution_columns import is_contributions
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.drafted.state import State
from opengov_local.importing.draft import Draft

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
    plans = [state.plan.data] if state.has_plan else []
    if titled:
        first = titled[0]
        heading = next(column.heading for column in first.columns if column.target in _TITLES)
        say_none(state.draft, plans, heading, first.grid.place(first.header, 0))


def say_none(draft: Draft, plans: Iterable[Mapping[str, Any]], heading: str, place: Place) -> None:
    """Says that plans have no commitment and no activity, though a heading asks for them.

    Args:
        draft: the document in the making.
        plans: what was read of the plans.
        heading: the first heading that asks for projects or activities.
        place: where it stands.
    """
    if not any(plan.keys() & {"commitments", "activities"} for plan in plans):
        draft.say("import/no-projects", place, text=heading)
