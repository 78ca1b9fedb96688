"""Names of bodies: which spellings name the same one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from opengov_local.importing.words.folding import fold
from opengov_local.importing.words.tables import rows

_ARTICLE: Final = "ال"
_SHORTEST: Final = 5
"""Letters of the shortest word that may begin with the article: shorter ones may be but a word."""
_SAID: Final = frozenset({"name", "group"})
"""What a body has of which nothing but its name is said."""


def body_key(name: str) -> str:
    """Gives the key of the name of a body: case, accents, marks and the Arabic article tell no bodies apart."""
    folded = fold(name)
    if _ARTICLE not in folded:
        return folded
    return " ".join(word.removeprefix(_ARTICLE) if len(word) >= _SHORTEST else word for word in folded.split())


def of_one_kind(names: Iterable[str]) -> bool | None:
    """Tells by their first words whether names can be those of one body: "Service transport" and «مصلحة النقل».

    Returns:
        None where the first word of one of them says no kind.
    """
    said = [kind_of_body(name) for name in names]
    return None if None in said else len(set(said)) == 1


def kind_of_body(name: str) -> str | None:
    """Gives the kind of body that the first word of a name says; None where it says none."""
    return _kinds().get(body_key(name.split(" ", 1)[0]))


@cache
def _kinds() -> dict[str, str]:
    return {body_key(row["words"]): row["kind"] for row in rows("kinds_of_bodies")}


def sound_alike(one: str, other: str) -> bool:
    """Tells whether two names in two scripts sound alike behind the word for their kind: "Amal" and «الأمل»."""
    sounds = [_sounds_of(name.split(" ")[1:]) for name in (one, other)]
    return len(sounds[0]) > 1 and sounds[0] == sounds[1]


def _sounds_of(words: Iterable[str]) -> str:
    """Gives the consonants of words, without small words and the Arabic article; a doubled one is one."""
    said = " ".join(word for word in body_key(" ".join(words)).split() if len(word) > 2 or not word.isascii())
    said = re.sub(rf"(?<!\w)(?:{_ARTICLE}|لل)(?=\w\w)", "", said)
    return re.sub(r"(.)\1+", r"\1", "".join(_sounds().get(found[0], "") for found in _letters().finditer(said)))


@cache
def _sounds() -> dict[str, str]:
    return {row["letters"]: row["sound"] for row in rows("sounds")}


@cache
def _letters() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_sounds(), key=len, reverse=True))))


def body_among(parties: Iterable[dict[str, Any]], names: Iterable[str], group: str = "") -> dict[str, Any] | None:
    """Gives the party of some that is a body of a name and group, of which nothing else is said.

    Args:
        parties: the parties that are known.
        names: names of the body, one for each language.
        group: its group, "" for none.
    """
    keys = {body_key(name) for name in names} - {""}
    return next(
        (
            party
            for party in parties
            if "name" in party
            and party.keys() <= _SAID
            and party.get("group", "") == group
            and not keys.isdisjoint(map(body_key, party["name"].values()))
        ),
        None,
    )
