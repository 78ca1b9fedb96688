"""Letters that count the activities of each project, in rows of their own: "a) Étude", "b) Bilan"; «أ) دراسة»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

_COUNTED: Final = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "أبجدهوزحطي"
_FRONT: Final = re.compile(
    rf"\s*[(\[]?([{''.join(_COUNTED)}])\u0640?\s?(?:[.)\]/]+\s*[-–—]?|[-–—](?=\s))\s*(?=\S\S)(\S.*)", re.DOTALL
)


class Lettered(NamedTuple):
    """An activity and the letter that stood before it."""

    letter: str
    title: str


def lettered(texts: Sequence[str]) -> bool:
    """Tells whether letters count all texts: each is that behind the letter before it, or the first of them again.

    Args:
        texts: the activities of a table, in the order of its rows; "" where a row has none.
    """
    said = [text for text in texts if text]
    if not said or _FRONT.match(said[0]) is None:
        return False
    letters = [found[1] for text in said if (found := _FRONT.match(text))]
    order = next(order for order in _COUNTED if letters[0] in order)
    if len(letters) < len(said) or not set(letters) <= set(order):
        return False
    at = [order.index(letter) for letter in letters]
    return len(set(at)) > 1 and all(one == 0 or one == last + 1 for last, one in zip([-1, *at], at, strict=False))


def without_letter(text: str) -> Lettered:
    """Parts the letter from an activity that has one; see `lettered`."""
    found = _FRONT.match(text)
    return Lettered(found[1], found[2].strip()) if found else Lettered("", text)


def below_wholes(printed: Sequence[str]) -> list[str]:
    """Gives letters that count behind each whole number, "1, a, b, 2, a", as numbers below it: 1, 1.1, 1.2, 2, 2.1.

    Args:
        printed: the numbers of the rows of a table; "" where a row has none.

    Returns:
        The numbers as they are, where any of them is something else, or no two letters count.
    """
    found, above, counted, most = list(printed), "", 0, 0
    for at, number in enumerate(printed):
        if number.isdecimal():
            above, counted = number, 0
        elif number:
            if not above or not any(order[counted : counted + 1] == number for order in _COUNTED):
                return list(printed)
            counted += 1
            most = max(most, counted)
            found[at] = f"{above}.{counted}"
    return found if most > 1 else list(printed)
