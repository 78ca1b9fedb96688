"""Near territories for a text that matched nothing: suggestions for a person, never a match."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from opengov_local.territories.lookup import as_code
from opengov_local.territories.reading import parts, readings
from opengov_local.territories.register import register
from opengov_local.territories.territory import Territory

_MOST = 5
_LIKENESS = 0.75  # difflib ratio: "Ouajda" is near "Oujda", "Tanger" is not near "Tata"
_CODE_LENGTHS = (2, 5, 9)


def near(text: str, kind: str | None = None) -> tuple[Territory, ...]:
    """Lists up to five territories near a text that matched nothing, those of the wanted kind first.

    Args:
        text: a name or a code, as in `find`.
        kind: the wanted kind; else the kinds that the kind words of the text allow.
    """
    head = (parts(text) or [""])[0]
    if code := as_code(head):
        return tuple(dict.fromkeys(_near_codes(code)))[:_MOST]
    read = readings(head)
    found = dict.fromkeys(_near_names([reading.key for reading in read]))

    def unwanted(unit: Territory) -> bool:
        return unit.kind != kind if kind else not read[-1].allows(unit.kind)

    return tuple(sorted(found, key=unwanted))[:_MOST]


def _near_codes(code: str) -> Iterator[Territory]:
    """Codes that lost their leading zeros, then units whose code differs only in the number of the region."""
    known = register()
    digits = code.replace(".", "")
    for length in _CODE_LENGTHS:
        if len(digits) < length and (unit := known.by_other_code.get(digits.zfill(length))):
            yield unit
    if len(digits) > 2:
        yield from (unit for unit in known.by_code.values() if unit.code.replace(".", "")[2:] == digits[2:])


def _near_names(keys: list[str]) -> Iterator[Territory]:
    """Units whose kind or place was not the wanted one, then units with a similar name."""
    known = register()
    similar = get_close_matches(keys[-1], [*known.names, *known.aliases], n=_MOST, cutoff=_LIKENESS)
    for name in (*keys, *similar):
        yield from known.names.get(name, ())
        yield from known.aliases.get(name, ())
