"""Words that are nothing but how someone is reached: an e-mail address, a telephone number."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from opengov_local.formats.tables.vocabulary import surely
from opengov_local.importing.dates import read_date

_EMAIL = re.compile(r"[^\s@:]+@[^\s@]+\.[^\s@]+")
_PHONE = re.compile(r"\+?\(?[0-9٠-٩][0-9٠-٩ .()/\u00a0-]{6,}[0-9٠-٩]")
_LABELS = frozenset({"lead.email", "lead.phone"})
_FEWEST, _MOST = 8, 15
"""Digits of a telephone number."""


class Reached(NamedTuple):
    """How someone is reached.

    Attributes:
        kind: what it is.
        text: the address or the number, without a word for it.
    """

    kind: Literal["email", "phone"]
    text: str


@lru_cache(maxsize=1 << 12)
def reached_by(text: str) -> Reached | None:
    """Gives the e-mail address or telephone number that a text is; None where it says anything else, as a date does."""
    label, colon, rest = text.partition(":")
    meaning = surely(label.strip(), ()) if colon else None
    said = (rest if meaning is not None and meaning.target in _LABELS else text).strip()
    if _EMAIL.fullmatch(said):
        return Reached("email", said)
    if not _PHONE.fullmatch(said) or not _FEWEST <= sum(map(str.isdecimal, said)) <= _MOST or read_date(said):
        return None
    return Reached("phone", said)
