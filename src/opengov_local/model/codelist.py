"""The mark of a field that takes its codes from an open code list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenList:
    """Names the open list of a field: other codes are allowed, and reported when nobody published them."""

    name: str
