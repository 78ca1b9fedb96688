"""The kind of stakeholder that the sector of a body says already, so that nobody need say it again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

GROUPS: Final = ("government", "csos", "others")
"""Codes of the list stakeholder_sector, in the order of OGP's template of 2022."""
GROUP_OF_SECTOR: Final[Mapping[str | None, str]] = {
    "government": "government",
    "local_government": "government",
    "civil_society": "csos",
    "private": "others",
    "international": "others",
}
"""Code of organization_sector → code of stakeholder_sector.

The template of 2022 names the private sector among the others, that of 2017 multilaterals beside it. Of sectors that
are not here no form of OGP says where they belong, or each says it otherwise.
"""
GROUP_OF_COLLECTIVITIES: Final = GROUP_OF_SECTOR["local_government"]
