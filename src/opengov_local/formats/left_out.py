"""What a file for the public leaves out to protect people, as findings that count it: one way for all writers."""

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


def left_out(counts: Mapping[str, int], kinds: Iterable[What] = PEOPLE) -> Iterator[Finding]:
    """Gives what was left out, one finding for each kind that there was.

    Args:
        counts: how many there were, by kind.
        kinds: the kinds that are said, in their order.
    """
    for what in kinds:
        if count := counts.get(what):
            yield Finding("export/left-out", "info", params={"what": _WORDS.get(what, what), "count": count})
