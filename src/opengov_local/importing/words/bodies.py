"""Names of bodies: which spellings name the same one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from opengov_local.importing.words.folding import fold

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
