"""Readings of a query: which part of a text is a kind word, which the name, which the place it lies in."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from opengov_local.territories.folding import key, words
from opengov_local.territories.register import rows

# A comma or bracket, or the border between Latin and Arabic script: "Oujda - وجدة".
_PARTS = re.compile(
    r"[,،;؛()]"
    r"|(?<=[A-Za-zÀ-ÿ])[^\w،؛]+(?=[\u0621-\u064a])"
    r"|(?<=[\u0621-\u064a\u064b-\u0652])[^\w،؛]+(?=[A-Za-zÀ-ÿ])"
)
_DASH = re.compile(r"(\s+[–—-]+\s+)")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_CONNECTORS = frozenset({"de", "d", "du", "des", "la", "l", "le", "les", "of", "the"})


class Reading(NamedTuple):
    """One way to read a text: the look-up key of the name, and the kinds its kind words allow (None: any).

    An empty key means that the text is a kind word and nothing else.
    """

    key: str
    kinds: frozenset[str] | None

    def allows(self, kind: str) -> bool:
        """Tells whether the kind words leave room for a kind."""
        return self.kinds is None or kind in self.kinds


def parts(text: str) -> list[str]:
    """Splits "name, place", "name (place)" and "name / الاسم" into their parts; the first is the name.

    A dash parts where a kind word stands behind it: "Commune d'Azemmour – Province d'El Jadida".
    """
    pieces = (part.strip() for piece in _PARTS.split(text) for part in _at_dashes(piece))
    return [part for part in pieces if part]


def _at_dashes(text: str) -> list[str]:
    name, *places = _DASH.split(text)
    found = [name]
    for dash, place in zip(places[::2], places[1::2], strict=True):
        taken = _take_phrase(words(place))
        if taken is not None and taken[2] == "before" and taken[0]:
            found.append(place)
        else:
            found[-1] += dash + place
    return found


def may_be_the_same(name: str, place: str) -> bool:
    """Tells whether the second part of a text may mean the very unit of the first, not a unit above it.

    It may when it has no kind word ("Fès (Fez)") or is in the other script ("Oriental - جهة الشرق").
    """
    return len(readings(place)) == 1 or bool(_ARABIC.search(name)) != bool(_ARABIC.search(place))


def readings(text: str) -> list[Reading]:
    """Lists the readings of one part, the most literal first; each further one takes off a kind word."""
    name = words(text)
    kinds: frozenset[str] | None = None
    found = [Reading(key(name), kinds)]
    prefix = False
    while name and (taken := _take_phrase(name)):
        name, allowed, place = taken
        if allowed is not None:
            kinds = allowed if kinds is None else kinds & allowed
        prefix = prefix or place == "before"
        found.append(Reading(key(name), kinds))
    if prefix and name and name[0].startswith("ل"):
        found.append(Reading(key(_without_lam(name)), kinds))
    return found


def _take_phrase(name: list[str]) -> tuple[list[str], frozenset[str] | None, str] | None:
    """Takes the longest kind word off the head, or else off the tail, with the connectors that follow it."""
    phrases, longest = _phrases()
    for size in range(min(longest, len(name)), 0, -1):
        head = ("before", *name[:size])
        if head in phrases:
            rest = name[size:]
            while rest and rest[0] in _CONNECTORS:
                rest = rest[1:]
            return rest, phrases[head], "before"
        tail = ("after", *name[-size:])
        if tail in phrases:
            return name[:-size], phrases[tail], "after"
    return None


def _without_lam(name: list[str]) -> list[str]:
    """Takes the Arabic "of" (ل, لل) off the first word: المجلس الجماعي لوجدة, المجلس الإقليمي للعرائش."""
    first = name[0].removeprefix("لل") if name[0].startswith("لل") else name[0].removeprefix("ل")
    return [first, *name[1:]] if first else name[1:]


@cache
def _phrases() -> tuple[dict[tuple[str, ...], frozenset[str] | None], int]:
    """Reads the kind words: (place, *folded words) → kinds; and the number of words of the longest."""
    table: dict[tuple[str, ...], frozenset[str] | None] = {}
    for row in rows("kind_words_ma.csv"):
        table[(row["place"], *words(row["words"]))] = frozenset(row["kinds"].split()) or None
    return table, max(len(phrase) for phrase in table) - 1
