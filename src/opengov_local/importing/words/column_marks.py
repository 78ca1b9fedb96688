"""What a comma or point parts in a column of numbers, where others of them tell: "4.000" beside "12.500,50"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal

from opengov_local.importing.words.numerals import NUMERAL, plain_digits

Parts = Literal["thousands", "decimals"]
_GROUP: Final = 3
"""Digits behind each mark that parts thousands."""
_NUMERAL: Final = re.compile(NUMERAL)
_OTHER: Final = {".": ",", ",": "."}
_DOUBTFUL: Final = re.compile(r"(?<![\d.,])(\d{1,3})([.,])(\d{3})(?![\d.,])")


def told_by_column(text: str, column: Iterable[str]) -> tuple[str, Parts] | None:
    """Gives a text with its only doubtful number as the other numbers of its column tell it; None where none does.

    Args:
        text: a cell with one number of which a comma or point may part thousands or decimals.
        column: the texts of the cells.

    Returns:
        The text, its number without the mark of thousands or with one more decimal, which is 0; and which of both.
    """
    plain = plain_digits(text)
    found = _DOUBTFUL.search(plain)
    if found is None:
        return None
    mark = found[2]
    told = {part for other in dict.fromkeys(column) for part in _told(plain_digits(other), mark)}
    if len(told) != 1:
        return None
    (part,) = told
    number = f"{found[1]}{found[3]}" if part == "thousands" else f"{found[1]}{mark}{found[3]}0"
    return f"{plain[: found.start()]}{number}{plain[found.end() :]}", part


def _told(text: str, mark: str) -> Iterable[Parts]:
    """Gives what the numbers of a text tell of a mark: by itself, by the other one, or not at all."""
    for numeral in _NUMERAL.findall(text):
        for one, same in ((mark, True), (_OTHER[mark], False)):
            if (part := _part(numeral, one)) is not None:
                yield part if same else _opposite(part)


def _part(numeral: str, mark: str) -> Parts | None:
    whole, _, rest = numeral.rpartition(mark)
    if not whole:
        return None
    if mark in whole:
        groups = (group.partition(_OTHER[mark])[0] for group in numeral.split(mark)[1:])
        return "thousands" if all(len(group) == _GROUP for group in groups) else None  # else a day, or a version
    if _OTHER[mark] in rest:
        return "thousands"
    if len(rest) != 3 or " " in whole or _OTHER[mark] in whole or len(whole) > 3 or whole.startswith("0"):
        return "decimals"
    return None


def _opposite(part: Parts) -> Parts:
    return "decimals" if part == "thousands" else "thousands"
