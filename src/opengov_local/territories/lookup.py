"""Look-up of territories by code, name or alias: exact after folding, never a guess."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from opengov_local.territories.folding import DIGITS
from opengov_local.territories.reading import may_be_the_same, parts, readings
from opengov_local.territories.register import register
from opengov_local.territories.territory import Territory

How = Literal["code", "name", "alias", "none"]
Accept = Callable[[Territory], bool]

_COUNTRY = frozenset({"maroc", "morocco", "مغرب"})
_CODE = re.compile(r"[0-9.]+|MA-[0-9A-Z]{2,3}")
_TO_ASCII = str.maketrans(DIGITS)


@dataclass(frozen=True, slots=True)
class Matches:
    """The answer to a look-up.

    Attributes:
        query: the text, as it was asked.
        items: every territory the text can mean.
        how: what matched: a code, an official name, an alias, or nothing ("none").
        kind: the kind that was asked for, beside the kind words of the text.
    """

    query: str
    items: tuple[Territory, ...] = ()
    how: How = "none"
    kind: str | None = None

    @property
    def one(self) -> Territory | None:
        """The territory when there is exactly one, else None."""
        return self.items[0] if len(self.items) == 1 else None

    @property
    def ambiguous(self) -> bool:
        """True when the text can mean several territories."""
        return len(self.items) > 1

    @property
    def suggestions(self) -> tuple[Territory, ...]:
        """Up to five near territories when nothing matched, nearest first; never a match.

        Worked out at each access: some milliseconds.
        """
        if self.items:
            return ()
        from opengov_local.territories.nearby import near

        return near(self.query, self.kind)


def get(code: str) -> Territory | None:
    """Gives the territory of a code: HCP ("02.411.01.23"), its digits form ("024110123") or ISO ("MA-02")."""
    known = register()
    plain = as_code(code) or ""
    return known.by_code.get(plain) or known.by_other_code.get(plain)


def ancestors(code: str) -> tuple[Territory, ...]:
    """Lists the units above a territory, nearest first; empty for a region and for an unknown code."""
    known = register()
    above: list[Territory] = []
    unit = get(code)
    while unit and unit.parent:
        unit = known.by_code[unit.parent]
        above.append(unit)
    return tuple(above)


def find(text: str, *, kind: str | None = None, within: str | Territory | None = None) -> Matches:
    """Finds the territories that a text means.

    The text is a code, or a name in French or Arabic, alone or with a kind word ("Commune d'Oujda",
    "إقليم العرائش", "Conseil régional de l'Oriental") and with the place it lies in ("Ouled Said, Settat").
    Kind words, places and the same name in the other script restrict; a place that is unknown, or does not
    hold the name, leaves no match.

    Args:
        text: what to look for.
        kind: the only kind to accept.
        within: a territory, or the code or name of one, that the answer must lie in.

    Returns:
        Every territory that the text can mean; the caller decides what to do with none or several.
    """
    head, *places = parts(text) or [""]
    accepts: list[Accept] = [_within(place, may_be_the_same(head, place)) for place in places]
    if kind is not None:
        accepts.append(lambda unit: unit.kind == kind)
    if within is not None:
        accepts.append(_within(within.code if isinstance(within, Territory) else within, own=False))
    items, how = _match(head, lambda unit: all(accept(unit) for accept in accepts))
    return Matches(text, items, how, kind)


def without_places(text: str) -> str:
    """Gives the name in a text without the places it is said to lie in: "Commune de Tiznit, Maroc".

    Args:
        text: a name, as `find` takes it.

    Returns:
        The text as it stands where it is that of no single territory, or says more than what holds it: "Fès (Fez)".
    """
    head, *places = parts(text) or [text]
    unit = find(text).one if places else None
    return head if unit and all(_is_country(place) or _holds(place, unit) for place in places) else text


def _holds(place: str, unit: Territory) -> bool:
    """Tells whether a place is one that a territory lies in, and not perhaps itself."""
    codes = {one.code for one in _match(place, lambda _: True)[0]}
    return unit.code not in codes and any(up.code in codes for up in ancestors(unit.code))


def _is_country(place: str) -> bool:
    return readings(place)[-1].key in _COUNTRY


def as_code(text: str) -> str | None:
    """Gives a text that is written like an HCP or ISO code, known or not, in ASCII capitals; else None."""
    plain = text.translate(_TO_ASCII).upper()
    return plain if _CODE.fullmatch(plain) else None


def _match(part: str, accept: Accept) -> tuple[tuple[Territory, ...], How]:
    if as_code(part):
        unit = get(part)
        return ((unit,), "code") if unit and accept(unit) else ((), "none")
    known = register()
    for reading in readings(part):
        named = known.names.get(reading.key, ())
        both = dict.fromkeys((*named, *known.aliases.get(reading.key, ())))
        items = tuple(unit for unit in both if reading.allows(unit.kind) and accept(unit))
        if items:
            how: How = "name" if any(unit in named for unit in items) else "alias"
            return items, how
    return (), "none"


def _within(place: str, own: bool) -> Accept:
    """Gives the test of one place: a country, a kind word alone, or a territory that must lie above.

    With `own` the territory of the place itself passes too: "Oujda (02.411.01.23)", "Oujda (وجدة)".
    """
    last = readings(place)[-1]
    if _is_country(place):
        return lambda unit: True
    if not last.key and last.kinds is not None:
        return lambda unit: last.allows(unit.kind)
    codes = {unit.code for unit in _match(place, lambda unit: True)[0]}
    return lambda unit: (own and unit.code in codes) or any(up.code in codes for up in ancestors(unit.code))
