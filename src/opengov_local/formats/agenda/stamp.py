"""When a package was made, as far as it says so: the stamp of every event of a calendar (RFC 5545, 3.8.7.2)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final

from opengov_local.model.base import Model
from opengov_local.model.dates import PartialDate
from opengov_local.model.package import Package
from opengov_local.model.shape import shape_of
from opengov_local.model.walk import Survey

_MADE: Final = "2026-01-01T00:00:00Z"
"""The stamp of a package without any such day: the same package gives the same bytes."""
_NOTED: Final = ("as_of", "retrieved")
"""Fields that say on which day something was so, or was read."""
_WRITTEN: Final = ("ProgressUpdate", "Assessment", "Source")
"""Concepts whose date is that of what was written; other dates may lie in the future."""


def stamp(package: Package, survey: Survey | None = None) -> tuple[str, bool]:
    """Gives the moment that a package was published, else the latest day that it says something of.

    Args:
        package: the package.
        survey: what a walk over it noted, where one was made already.

    Returns:
        The moment, and whether the package states it as that of its publication.
    """
    if package.published_at:
        return package.published_at, True
    latest = max((day.earliest for day in _days(survey or Survey(package))), default=None)
    return (f"{latest.isoformat()}T00:00:00Z" if latest else _MADE), False


def _days(survey: Survey) -> Iterator[PartialDate]:
    for kind, nodes in survey.by_kind.items():
        for field, node in product(_dated(kind), nodes):
            day = getattr(node.value, field)
            if isinstance(day, PartialDate) and day.precision == "day":
                yield day


@cache
def _dated(kind: type[Model]) -> tuple[str, ...]:
    """Gives the fields of a concept that say on which day it was so, or was written."""
    asked = (*_NOTED, "date") if kind.__name__ in _WRITTEN else _NOTED
    return tuple(field for field in asked if field in shape_of(kind))
