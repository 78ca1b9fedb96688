"""Official numbers that tell by their shape what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from opengov_local import codelists

_BRACKETS = re.compile(r"[(\[]\s*([^()\[\]]+?)\s*[)\]]")
_MONTH_AND_YEAR = re.compile(r"[A-Za-z]{2,5}(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class IdentifierReading:
    """An official number.

    Attributes:
        scheme: code of the list identifier_scheme.
        value: the number as written.
    """

    scheme: str
    value: str


def read_identifier(text: str, schemes: Sequence[str] = ("OGP", "OGP-PLAN")) -> IdentifierReading | None:
    """Reads an official number, in brackets or not; case does not count.

    Args:
        text: the text of a cell.
        schemes: codes of the list identifier_scheme, the likeliest first. Name a scheme whose numbers look like any
            other (GeoNames, DECIDIM) only where the heading says it.

    Returns:
        The number, or None where the text has the shape of no scheme. “Dec2025” has the shape of an OGP id, but is
        taken for a month and a year.

    Raises:
        KeyError: there is no such scheme.
    """
    known = codelists.get("identifier_scheme")
    bracketed = _BRACKETS.fullmatch(text.strip())
    value = bracketed[1] if bracketed else text.strip()
    for scheme in schemes:
        pattern = known[scheme].value_pattern
        if not pattern or (scheme == "OGP" and _MONTH_AND_YEAR.fullmatch(value)):
            continue
        if re.fullmatch(pattern, value, re.IGNORECASE | re.ASCII):
            return IdentifierReading(scheme, value)
    return None
