"""Milestones that are numbered one after another, each with its date at its end: "1. Draft – June 2025; 2. Open …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from opengov_local.account import Piece
from opengov_local.importing.dates import DateContext, find_dates

_NUMBER: Final = re.compile(r"(?:^|(?<=[;,.)|\s]))\(?(\d{1,2})[.)]\s+(?=[^\W\d_])")
_FEWEST: Final = 2
_SIGNS: Final = "([,:;–—-|"
_BEHIND: Final = " \t.;,)]|"


def numbered_in_line(lines: Sequence[Piece], context: DateContext) -> list[tuple[None, Piece, list[Piece]]]:
    """Gives titles, each with its number, and the one date that ends each; none where one of them has none.

    The numbers must count from 1 on, over all lines.

    Args:
        lines: the lines.
        context: what is known of the dates.
    """
    found: list[tuple[None, Piece, list[Piece]]] = []
    for piece in lines:
        begins = _counted(piece.text, len(found) + 1)
        if not begins or piece.text[: begins[0]].strip():
            return []
        for begin, end in zip(begins, [*begins[1:], len(piece.text)], strict=True):
            item = piece.text[begin:end]
            dates = find_dates(item, context)
            if len(dates) != 1 or item[dates[0].end :].strip(_BEHIND):
                return []
            title = item[: dates[0].start].rstrip()
            if title[-1:] not in _SIGNS:
                return []
            date = piece._replace(text=item[dates[0].start : dates[0].end])
            found.append((None, piece._replace(text=title.rstrip(_SIGNS + " ")), [date]))
    return found if len(found) >= _FEWEST else []


def _counted(text: str, first: int) -> list[int]:
    """Gives where the items of a line begin whose numbers count on from the first."""
    begins: list[int] = []
    for number in _NUMBER.finditer(text):
        if int(number[1]) == first + len(begins):
            begins.append(number.start())
    return begins
