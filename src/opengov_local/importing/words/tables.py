"""The tables of words beside the code, and a council's own words, which win over them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final

from opengov_local.importing.words.folding import fold
from opengov_local.resources import rows_of

OwnWords = Mapping[tuple[str, str], str]
"""A council's own words: (kind, folded word) to code."""

_ALIF: Final = re.compile("[اأإآ]")
NO_WORDS: Final[OwnWords] = MappingProxyType({})


@cache
def rows(name: str) -> Sequence[Mapping[str, str]]:
    """Gives the rows of a table beside the code, which is read once."""
    return tuple(map(MappingProxyType, rows_of(__package__, f"{name}.csv")))


def any_of(words: Iterable[str]) -> str:
    """Gives the alternatives of a pattern: words as they are written, the longest first.

    Spaces may be any white space, an apostrophe either, and an alif may bear its hamza or not.
    """
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    escaped = (re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in longest_first)
    return "|".join(_ALIF.sub(_ALIF.pattern, word) for word in escaped)


def written(kind: str) -> tuple[str, ...]:
    """Gives the words of one kind of the table `short_words` as they stand there."""
    return tuple(row["word"] for row in rows("short_words") if row["kind"] == kind)


AND: Final = any_of(written("and"))
"""The alternatives of a pattern of "and" in Latin letters."""
OR: Final = any_of(written("or"))
"""The alternatives of a pattern of "or", «أو»."""


@cache
def short_words(kind: str) -> Mapping[str, str]:
    """Gives the folded words of one kind of the table `short_words` with their values; a sign stands for itself."""
    return {fold(row["word"]) or row["word"]: row["value"] for row in rows("short_words") if row["kind"] == kind}
