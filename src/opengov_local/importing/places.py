"""Territories that sentences and titles name, with the word for their kind: "Plan de la commune d'Agadir 2025"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from opengov_local import territories
from opengov_local.importing.collectivity_words import (
    arabic_joined,
    in_sentences,
    of_commune,
    of_name,
    open_behind,
    qualifier,
)
from opengov_local.importing.words import fold
from opengov_local.resources import rows_of
from opengov_local.territories import Territory

_WORD = re.compile(r"[^\s–—|()«»“”\":،,;؛/.!?]+")
_BREAK = re.compile(r"[–—|()«»“”\":،,;؛/.!?\n]|\s-\s|\s(?=[0-9٠-٩])")
_BREAK_BUT_DASH = re.compile(r"[|()«»“”\":،,;؛/.!?\n]|\s(?=[0-9٠-٩])")
"""What a name ends at that is written with blanks around its dashes: "région de Béni Mellal - Khénifra"."""
_DASH = re.compile(r"\s[-–—]\s")
_MARKS = re.compile(r"[\s–—|/:،,;؛.()-]*")
_MOST_WORDS = 8
AMBIGUOUS = "import/territory-ambiguous"
_REGISTERED = "MA"
"""The country whose territories the register has."""


class Mention(NamedTuple):
    """A territory that a text names.

    Attributes:
        name: the name with the word for its kind; all the words of it where no territory has that name.
        territory: the one territory of that name, if there is one.
        part: the beginning of the name that is the name of another territory, which then is not meant; else "".
        other: the territory of that other name.
    """

    name: str
    territory: Territory | None
    part: str = ""
    other: Territory | None = None


def of_no_single_one(name: str, country: str = "") -> str:
    """Gives the code of the finding on a name that is that of no single territory: of several, or of none.

    Args:
        name: the name, with the word for its kind or without.
        country: where the source says to be from, "" where it does not; the register has no territories of others.
    """
    several = country in ("", _REGISTERED) and territories.find(name).ambiguous
    return AMBIGUOUS if several else "import/territory-unknown"


def mentioned(text: str) -> Mention | None:
    """Gives the first territory that a text names by its whole name; else what it names in part.

    Where others follow with nothing but marks between them, each in the one before, the last is meant, as in the head
    of a letter: "Région Souss-Massa - Province de Tiznit - Commune de Tiznit". Where that is in no register, none is.

    A name ends where a sentence may go on: at a mark, a number, or a word of the table of such words. Where other words
    follow, the name is another one: "Commune de Oued Fictif" is not the commune of Oued.

    Args:
        text: a title or a sentence.

    Returns:
        None where no word for a kind stands before a name that is one, or begins like one.
    """
    if (behind := open_behind().match(text)) and (
        territory := territories.find(name := f"{behind['kind']} {behind['name']}").one
    ):
        return Mention(name, territory)
    in_part: Mention | None = None
    found: Mention | None = None
    start = end = 0
    for kind in in_sentences().finditer(text):
        if found is not None and not _MARKS.fullmatch(text, end, kind.start()):
            break
        here, stop = _mention(text, kind.start(), kind.end())
        if here is None or here.territory is None:
            if found is not None and _may_lie_in(kind[0], text[kind.end() :], found.territory):
                return Mention(text[start:].strip(), None, found.name, found.territory)
            in_part = in_part or here
        elif found is None or _lies_in(here.territory, found.territory):
            start = start if found else kind.start()
            found, end = here, stop
    return found or in_part


def _may_lie_in(kind: str, name: str, outer: Territory | None) -> bool:
    """Tells whether a name that is in no register may be that of a smaller territory than one before it."""
    smaller = of_commune().search(kind) or (outer is not None and outer.kind == "region")
    return outer is not None and outer.kind != "commune" and bool(smaller) and _begins_a_name(name)


def _lies_in(inner: Territory, outer: Territory | None) -> bool:
    return outer is not None and inner.code != outer.code and inner.code.startswith(outer.code)


def _mention(text: str, start: int, end: int) -> tuple[Mention | None, int]:
    """Gives what stands behind a word for a kind, and where it ends."""
    for breaks in (_BREAK, _BREAK_BUT_DASH):
        stop = breaks.search(text, end)
        limit = stop.start() if stop else len(text)
        words = [word.end() for word in _WORD.finditer(text, end, limit)][:_MOST_WORDS]
        if not words or not _begins_a_name(text[end:limit]):
            return None, end
        for last in reversed(words):
            name = _named(text[start:last])
            if (territory := territories.find(name).one) is None:
                continue
            if _ends(text[last:limit].split()):
                return Mention(name, territory), last
            return Mention(_named(text[start : words[-1]]), None, name, territory), last
    return None, end


def _named(text: str) -> str:
    """Gives a name without what is joined before the word for its kind, and without blanks around its dashes."""
    return arabic_joined().sub("", _DASH.sub("-", " ".join(text.split())))


def _begins_a_name(text: str) -> bool:
    """Tells whether words behind that for a kind begin like a name: with a capital, or in a script that has none."""
    first = _small().sub("", text.strip())[:1]
    return bool(first) and not first.islower()


def _ends(rest: Sequence[str]) -> bool:
    """Tells whether a name ends before some words."""
    return not rest or fold(rest[0]) in _end_words() or not any(map(str.isalpha, rest[0]))


@cache
def _end_words() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in rows_of(__package__, "place_ends.csv"))


@cache
def _small() -> re.Pattern[str]:
    """Gives the pattern of what may stand between the word for a kind and a name."""
    return re.compile(rf"^(?:{qualifier()}\s+)?{of_name()}", re.IGNORECASE)
