"""Rates of one thing at several times that may be what each period added, and not how far the thing was."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from opengov_local.account import Piece
from opengov_local.importing.draft import Draft, Node
from opengov_local.model.dates import PartialDate

_WHOLE: Final = 100
_PARTS: Final = 2
"""Rates that add up to the whole, from which they may be its parts; and things of which this holds."""


class RatesOverTime:
    """Notes the rates that are reported of things, and says which can hardly be how far these are."""

    def __init__(self) -> None:
        """Starts before the first rate."""
        self._rates: dict[str, list[tuple[PartialDate, int, Piece]]] = {}

    def note(self, node: Node, date: PartialDate, rate: int, piece: Piece) -> None:
        """Notes that a rate was reported.

        Args:
            node: what it is of.
            date: when it was so.
            rate: the rate.
            piece: its cell.
        """
        self._rates.setdefault(node.target, []).append((date, rate, piece))

    def say(self, draft: Draft) -> None:
        """Says which rates fall from one time to the next, or are the parts of a whole, all of several things."""
        series = [sorted(said, key=lambda one: one[0].earliest) for said in self._rates.values()]
        fallen = [(before, after) for said in series for before, after in pairwise(said) if _falls(before, after)]
        if fallen:
            (_, before, _), (_, after, piece) = fallen[0]
            draft.say("import/rates-fall", piece, count=len(fallen), before=before, now=after)
        several = [said for said in series if len(said) > 1]
        if not fallen and len(several) >= _PARTS and all(map(_are_parts, several)):
            first = several[0]
            text = " + ".join(str(rate) for _, rate, _ in first)
            draft.say("import/rates-add-up", first[-1][2], count=len(several), text=text)


def _falls(before: tuple[PartialDate, int, Piece], after: tuple[PartialDate, int, Piece]) -> bool:
    return before[1] > after[1] and before[0] < after[0]


def _are_parts(said: list[tuple[PartialDate, int, Piece]]) -> bool:
    rates = [rate for _, rate, _ in said if rate]
    return len(rates) >= _PARTS and sum(rates) == _WHOLE
