"""Headings of reports that end with the time they speak of: "Réalisations du semestre", "Actions du prochain mois"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from opengov_local.importing.words import fold
from opengov_local.resources import rows_of

_TOLD: Final = frozenset({"update.text", "update.challenges", "update.next_steps"})
"""Targets whose words are about the time of a report, said or not; a rate of one half-year is no rate of all."""
_FORESEEN: Final = frozenset({"update.next_steps", "milestone.title"})
"""Targets that are next steps where the heading says that they are those of the time to come."""

_LONGEST_SINCE: Final = 5
"""Words of "depuis la dernière réunion" and the like, at most."""
_PARTS: Final = ("time", "joint", "small", "same", "coming")
"""Kinds of the words that a time without a number is made of."""


_REMARKS = "additional_information"
"""Target of remarks; those on a time are what is told of it."""


class Timed(NamedTuple):
    """A folded heading without the time at its end.

    Attributes:
        rest: the other words.
        coming: whether the time is the one after that of the report.
        since: whether it is the time since the report before.
    """

    rest: str
    coming: bool
    since: bool = False

    def asks_for(self, target: str) -> str:
        """Gives the target of the heading, from that of its other words; "" where nobody can tell."""
        if self.since and self.rest in _words()["done"]:
            return "update.text"
        if not self.coming:
            return "update.text" if target == _REMARKS else target if target in _TOLD else ""
        return "update.next_steps" if target in _FORESEEN or self.rest in _words()["foreseen"] else ""


def without_time(folded: str) -> Timed | None:
    """Takes a time that has no number off the end of a folded heading; None where it names none or nothing else.

    Between the two stands a word such as "du", "pour", «خلال»; «للفترة» has it in itself. "Depuis le dernier point" is
    one, whatever the report is called.
    """
    words, known = folded.split(), _words()
    at = next((at for at, word in enumerate(words) if at and word in known["since"]), 0)
    if at and at + _LONGEST_SINCE >= len(words) and known["latest"].intersection(words[at:]):
        return Timed(" ".join(words[:at]), coming=False, since=True)
    end = len(words)
    while end and any(words[end - 1] in known[kind] for kind in _PARTS):
        end -= 1
    behind = words[end:]
    if not end or not known["time"].intersection(behind) or behind[0] not in known["joint"]:
        return None
    return Timed(" ".join(words[:end]), bool(known["coming"].intersection(behind)))


@cache
def joints() -> frozenset[str]:
    """Gives the folded words that may stand between a heading and a time that has a number."""
    known = _words()
    return frozenset().union(*(known[kind] for kind in ("joint", "small", "time", "numbered")))


def foreseen(words: str) -> bool:
    """Tells whether the words of a heading name what is planned: they ask for next steps where the time is to come."""
    folded, known = fold(words), _words()
    return folded in known["foreseen"] or (" " in folded and not known["planned"].isdisjoint(folded.split()))


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """Gives the folded words of each kind; a time that holds its joint is of both kinds."""
    found: dict[str, set[str]] = {}
    for row in rows_of("opengov_local.formats.wording", "reported_times.csv"):
        for kind in row["kinds"].split():
            found.setdefault(kind, set()).update(map(fold, row["words"].split("|")))
    return {kind: frozenset(words) for kind, words in found.items()}
