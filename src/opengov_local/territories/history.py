"""Region numbers before 2015: the same two digits meant other regions, and 13 to 16 are no longer in use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from opengov_local.territories.register import register, rows


@dataclass(frozen=True, slots=True)
class FormerRegion:
    """What a two-digit region number meant from 1997 to 2015, when Morocco had 16 regions.

    Attributes:
        number: the two digits, "01" to "16".
        hcp_name: the region that the HCP code géographique meant (known from secondary lists only).
        iso_name: the region that ISO 3166-2 meant by "MA-" and these digits: another order than HCP's.
        in_use: whether a region has this number today, in both schemes (01 to 12).
    """

    number: str
    hcp_name: str
    iso_name: str
    in_use: bool


@cache
def _former_regions() -> dict[str, FormerRegion]:
    known = register().by_code
    return {
        row["number"]: FormerRegion(row["number"], row["hcp_name"], row["iso_name"], row["number"] in known)
        for row in rows("regions_before_2015_ma.csv")
    }


def pre_2015_region_note(code: str) -> FormerRegion | None:
    """Tells what the region number at the head of a code meant before 2015.

    Args:
        code: an HCP code with dots or as digits, or an ISO region code ("MA-08"); it need not be in use.

    Returns:
        The former region of that number, or None when the code begins with no number from 01 to 16.
    """
    digits = code.upper().removeprefix("MA-").replace(".", "")
    if len(digits) == 9 and digits.startswith("00"):  # digits form of a city with arrondissements: 001511010
        digits = digits[1:]
    return _former_regions().get(digits[:2]) if digits.isascii() and digits.isdigit() else None
