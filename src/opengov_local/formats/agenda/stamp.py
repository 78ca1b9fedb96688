"""When a package was made, as far as it says so: the stamp of every event of a calendar (RFC 5545, 3.8.7.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from opengov_local.model.dates import PartialDate
from opengov_local.model.package import Package
from opengov_local.model.walk import walk

_MADE: Final = "2026-01-01T00:00:00Z"
"""The stamp of a package without any such day: the same package gives the same bytes."""
_NOTED: Final = ("as_of", "retrieved")
"""Fields that say on which day something was so, or was read."""
_WRITTEN: Final = ("ProgressUpdate", "Assessment", "Source")
"""Concepts whose date is that of what was written; other dates may lie in the future."""


def stamp(package: Package) -> tuple[str, bool]:
    """Gives the moment that a package was published, else the latest day that it says something of.

    Args:
        package: the package.

    Returns:
        The moment, and whether the package states it as that of its publication.
    """
    if package.published_at:
        return package.published_at, True
    latest = max((day.earliest for day in _days(package)), default=None)
    return (f"{latest.isoformat()}T00:00:00Z" if latest else _MADE), False


def _days(package: Package) -> Iterator[PartialDate]:
    for node in walk(package):
        fields = (*_NOTED, "date") if node.kind.__name__ in _WRITTEN else _NOTED
        for field in fields:
            day = getattr(node.value, field, None)
            if isinstance(day, PartialDate) and day.precision == "day":
                yield day
