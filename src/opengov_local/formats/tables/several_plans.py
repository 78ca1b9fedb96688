"""Workbooks with plans of several collectivities, a sheet for each: said, as they are read into one plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from opengov_local import territories
from opengov_local.formats.grids.grid import is_blank
from opengov_local.formats.tables.contribution_columns import is_contributions
from opengov_local.formats.tables.layout import Region
from opengov_local.formats.tables.sheets import Read
from opengov_local.importing.draft import Draft
from opengov_local.importing.places import mentioned

_LONGEST = 300


def say_several(draft: Draft, reads: Sequence[Read]) -> None:
    """Says where sheets with tables of projects name different territories, by their names or above their tables."""
    named: dict[str, str] = {}
    for read in reads:
        tables = [region for region in read.regions if not (region.reports or is_contributions(region))]
        if not tables or read.sheet.grid.hidden or "collectivity" in tables[0].names:
            continue
        codes = set(_territories(tables[0]))
        if len(codes) == 1:
            named.setdefault(codes.pop(), read.sheet.grid.name)
    if len(named) > 1:
        draft.say("import/several-plans", count=len(named), names=tuple(named.values()))


def _territories(region: Region) -> Iterator[str]:
    """Gives the codes of the territories that the name of a sheet, or else a line above its table, names."""
    found = territories.find(region.grid.name).one if region.grid.name else None
    if found is not None:
        yield found.code
        return
    texts = (str(value) for row in region.grid.rows[: region.header] for value in row if not is_blank(value))
    for text in (region.grid.name, *(text for text in texts if len(text) <= _LONGEST)):
        there = mentioned(text)
        if there is not None and there.territory is not None:
            yield there.territory.code
