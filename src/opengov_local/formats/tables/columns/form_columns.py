"""What a form on the web adds to its answers, and the contacts it asks for: kept as they stand, and said once."""

from __future__ import annotations

from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.columns.layout import Region
from opengov_local.formats.tables.columns.online_forms import is_added, is_form
from opengov_local.importing.draft import Draft


def say_added(draft: Draft, region: Region) -> frozenset[int]:
    """Says which columns of a form hold contacts, or what its program added.

    Returns:
        Their numbers; none in any other table.
    """
    if not is_form(column.heading for column in region.columns):
        return frozenset()
    added = [column for column in region.columns if column.meaning is None and is_added(column.heading)]
    filled = [column for column in added if not all(map(is_blank, region.values(column.index)))]
    if filled:
        place, text = region.grid.place(region.lowest, filled[0].index), ", ".join(one.heading for one in filled)
        draft.say("import/form-columns-kept", place, severity="info", count=len(filled), text=text)
    return frozenset(column.index for column in added)
