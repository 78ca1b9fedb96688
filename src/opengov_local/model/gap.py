"""What stands in a draft where a value is missing that a package must have: it is shown as a gap, never as data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

GAP: Final = "x_gap"
"""The code, or the words, of a gap."""
_NO_LANGUAGE: Final = "zxx"
"""No linguistic content (ISO 639-3)."""
GAP_TEXT: Final[Mapping[str, str]] = {_NO_LANGUAGE: GAP}
"""The text of a gap by language."""
NO_COUNTRY: Final = "ZZ"
"""Stands in for a country: user-assigned in ISO 3166, unknown in CLDR."""
UNKNOWN_CURRENCY: Final = "XTS"
"""Stands in for a currency: reserved for testing, so that no amount is stated in it (ISO 4217)."""
NO_CURRENCY: Final = "XXX"
"""Says of an amount that no currency is involved (ISO 4217): no gap."""


def is_gap(text: Mapping[str, str] | str) -> bool:
    """Tells whether a text, or a text by language, is a gap."""
    return text == GAP if isinstance(text, str) else text.get(_NO_LANGUAGE) == GAP
