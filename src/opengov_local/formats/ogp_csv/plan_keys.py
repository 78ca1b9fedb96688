"""What tells the plan of a row from others: its id, its member and number, else its member and years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from opengov_local.formats.ogp_csv.rows import year_of

YEARS: Final = ("submission", "plan_end")
"""Ways of reading whose columns hold the years of a plan."""


class Key(NamedTuple):
    """What tells a plan from others.

    Attributes:
        named: its id, or its member and number.
        years: where neither id nor number is stated, its years, "" for one that is not stated.
    """

    named: tuple[str, ...]
    years: tuple[str, ...] = ()


def key_of(text: Callable[[str], str]) -> Key:
    """Gives what a row says that tells its plan from others.

    Args:
        text: gives the words of a cell by its way of reading, "" for none.
    """
    if plan_id := text("plan_id"):
        return Key((plan_id,))
    number = text("plan_number")
    years = () if number else tuple(year_of(said) or said for said in map(text, YEARS))
    return Key((text("member_code"), text("member"), number), years)


def settled(keys: Iterable[Key]) -> dict[Key, Key]:
    """Gives the plan of each key: rows that leave a year blank are of the one plan that their other cells fit.

    Where they fit several plans, nobody knows of which they are, and they make a plan of their own.
    """
    members: defaultdict[tuple[str, ...], dict[Key, None]] = defaultdict(dict)
    for key in keys:
        members[key.named][key] = None
    plans = {}
    for known in members.values():
        for key in known:
            fuller = [other for other in known if _says_more(other, key)] if "" in key.years else []
            fullest = [other for other in fuller if not any(_says_more(one, other) for one in fuller)]
            plans[key] = fullest[0] if len(fullest) == 1 else key
    return plans


def _says_more(key: Key, other: Key) -> bool:
    """Tells whether a key says all that another says, and more."""
    return key != other and all(said in ("", more) for said, more in zip(other.years, key.years, strict=True))
