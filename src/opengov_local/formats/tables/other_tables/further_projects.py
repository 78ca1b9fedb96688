"""Projects of a table below that of the projects of a sheet, of other headings: they may be none of the plan's."""

from __future__ import annotations

from typing import Final

from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.drafted.state import State
from opengov_local.importing.words import fold

_TITLE: Final = "commitment.title"
_SHOWN: Final = 5


def count_projects(state: State) -> int:
    """Gives how many projects the plan has so far."""
    return len(state.plan.data.get("commitments", ())) if state.has_plan else 0


def say_further(state: State, table: Region, before: int) -> None:
    """Says of a table that has few headings of those above it on its sheet which further projects it makes.

    Args:
        state: what was read so far, this table included.
        table: the table.
        before: how many projects there were before it.
    """
    mine, made = _headings(table), state.plan.data["commitments"][before:] if count_projects(state) > before else ()
    above = [
        _headings(one)
        for one in state.tables
        if one.grid.name == table.grid.name and one.header < table.header and _TITLE in one.names and not one.reports
    ]
    if not made or not above or any(2 * len(mine & headings) > len(mine) for headings in above):
        return
    names = tuple(str(next(iter(one.get("title", {"": ""}).values()))) for one in made[:_SHOWN])
    state.draft.say("import/further-projects", table.grid.place(table.header, table.columns[0].index),
                    severity="warning", count=len(made), names=names)  # fmt: skip


def _headings(table: Region) -> frozenset[str]:
    return frozenset(fold(column.heading) for column in table.columns)
