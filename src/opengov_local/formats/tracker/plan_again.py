"""Tables that may be the plan of a base itself, imported again, though they report too: they say all that it says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from opengov_local.formats.grids import is_blank
from opengov_local.formats.ogp_csv.rows import text_of
from opengov_local.formats.tracker.columns import Columns
from opengov_local.formats.tracker.reported import defines, is_no_plan
from opengov_local.formats.tracker.targets import Targets
from opengov_local.formats.wording.headings.heading_meanings import targets as known_targets
from opengov_local.formats.wording.headings.vocabulary import recognise

_BESIDE: Final = frozenset(("id", "number", "title", "identifiers", "status", "progress", "x_unmapped"))
"""What plans and reports on them say alike."""
_HOLDS: Final[Mapping[str, str]] = {"milestone": "milestones", "indicator": "indicators", "axis": "axes"}
"""Where a commitment holds the objects that columns name."""
_SAME: Final[Mapping[str, str]] = {"due": "end"}
"""Fields of activities that are called otherwise of projects."""


def is_plan_again(table: Columns, targets: Targets) -> bool:
    """Tells whether a table that may as well plan has a column for all that the base says of projects and activities.

    Args:
        table: the table.
        targets: the objects of the base.
    """
    may_plan = bool(defines(table)) or not is_no_plan(table)
    said = targets.fields_of("commitment") | targets.fields_of("milestone")
    return may_plan and not {_SAME.get(name, name) for name in said} - _BESIDE - _fields(table)


def _fields(table: Columns) -> set[str]:
    """Gives the fields of commitments that the columns of a table fill."""
    found = {_HOLDS.get(heading.field, heading.field) for heading in table.known.values()}
    for value in table.grid.rows[table.header]:
        meaning = None if is_blank(value) else recognise(text_of(value))
        if meaning is not None:
            target = known_targets()[meaning.target]
            found.add(_HOLDS.get(str(target.scope), target.field.partition(".")[0]))
            found.add(target.field.partition(".")[0])
    return found
