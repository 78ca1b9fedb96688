"""The tables of words beside the code, and a council's own words, which win over them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from opengov_local.importing.words.folding import fold

OwnWords = Mapping[tuple[str, str], str]
"""A council's own words: (kind, folded word) to code."""

NO_WORDS: Final[OwnWords] = MappingProxyType({})


def rows(name: str) -> list[dict[str, str]]:
    """Reads a table beside the code."""
    text = files(__package__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@cache
def short_words(kind: str) -> Mapping[str, str]:
    """Gives the folded words of one kind of the table `short_words` with their values; a sign stands for itself."""
    return {fold(row["word"]) or row["word"]: row["value"] for row in rows("short_words") if row["kind"] == kind}
