"""Codes of ISO 3166-1, ISO 4217 and ISO 639, and the script each language is written in, from `iso_codes.csv`."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from opengov_local.resources import rows_of


class IsoCode(NamedTuple):
    """One code.

    Attributes:
        code: the code.
        instead: the code to write in its place; "" where it is good itself.
        script: ISO 15924 code of the only script its texts are usually in; "" where there are several or none is known.
    """

    code: str
    instead: str
    script: str


@cache
def iso_codes(which: Literal["country", "currency", "language"]) -> dict[str, IsoCode]:
    """Gives the codes of one list, by code."""
    rows = rows_of(__package__, "iso_codes.csv")
    return {row["code"]: IsoCode(row["code"], row["instead"], row["script"]) for row in rows if row["list"] == which}
