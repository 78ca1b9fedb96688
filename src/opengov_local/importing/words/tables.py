"""The tables of words beside the code, and a council's own words, which win over them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from opengov_local.importing.words.folding import fold
from opengov_local.resources import rows_of

OwnWords = Mapping[tuple[str, str], str]
"""A council's own words: (kind, folded word) to code."""

NO_WORDS: Final[OwnWords] = MappingProxyType({})


def rows(name: str) -> list[dict[str, str]]:
    """Reads a table beside the code."""
    return rows_of(__package__, f"{name}.csv")


@cache
def short_words(kind: str) -> Mapping[str, str]:
    """Gives the folded words of one kind of the table `short_words` with their values; a sign stands for itself."""
    return {fold(row["word"]) or row["word"]: row["value"] for row in rows("short_words") if row["kind"] == kind}
