"""Headings that mean something of their own where progress is reported: "Fait", «المنجز», "Problèmes"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from opengov_local.importing.words import fold
from opengov_local.resources import rows_of


@cache
def report_words() -> Mapping[tuple[str, str], str]:
    """Gives the headings that mean something of their own in reports, as a council's own words are given."""
    rows = rows_of("opengov_local.formats.wording", "report_headings.csv")
    return {("heading", fold(row["heading"])): row["target"] for row in rows}
