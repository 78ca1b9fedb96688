"""Questions of OGP's forms that each ask why a commitment serves one of OGP's values."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ASKS_WHY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "transparency_why": "access_to_information",
        "accountability_why": "public_accountability",
        "participation_why": "civic_participation",
    }
)
"""Question → the value it asks about."""
