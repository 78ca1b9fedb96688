"""What a file leaves out, as findings that count it by kind: to protect people, or as it has no place for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from opengov_local.finding import Finding
from opengov_local.privacy.redaction import What

PEOPLE: Final[tuple[What, ...]] = ("private_persons", "unmarked_persons", "names_in_texts", "contacts")
"""What protects people; the words of sources and the names of users stand beside it."""
EVERYTHING: Final[tuple[What, ...]] = (*PEOPLE, "originals", "user_names")
_WORDS: Final[dict[What, str]] = {"originals": "sources"}
"""Kinds whose words in messages stand under another key."""


def no_place(code: str, counts: Mapping[str, int]) -> Iterator[Finding]:
    """Gives what a file has no place for, one finding for each kind that there is.

    Args:
        code: what is said of it.
        counts: how many there are, by kind.
    """
    for what, count in counts.items():
        if count:
            yield Finding(code, "info", params={"what": what, "count": count})


def left_out(counts: Mapping[str, int], kinds: Iterable[What] = PEOPLE) -> Iterator[Finding]:
    """Gives what was left out to protect people, one finding for each kind that there was.

    Args:
        counts: how many there were, by kind.
        kinds: the kinds that are said, in their order.
    """
    for what in kinds:
        if count := counts.get(what):
            yield Finding("export/left-out", "info", params={"what": _WORDS.get(what, what), "count": count})
