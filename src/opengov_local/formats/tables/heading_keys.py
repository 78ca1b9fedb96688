"""The keys of headings: what is left without articles, small words and plural endings, and whose it says it is."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from opengov_local.importing.words import fold

_SHORTEST = 4
"""Letters from which the end of a word can be that of a plural."""
_PLURAL = re.compile(r"(?<=[rnld])es$|[sx]$")
_ARTICLE = re.compile(r"^(?:[وبكف]?ال|لل)(?=.{3})")


class Owned(NamedTuple):
    """A heading that says whose it is: "Échéance du jalon".

    Attributes:
        rest: the key of the other words, "" where there are none.
        concept: `commitment` or `milestone`.
    """

    rest: str
    concept: str


@cache
def key(folded: str) -> str:
    """Gives the key of a folded heading: "les problèmes du projet" has that of "problème projet"."""
    return " ".join(_bare(word) for word in folded.split() if word not in _words()["small"])


def unfilled(key_of_heading: str) -> str:
    """Gives a key without the words that narrow what it asks for little: "problème constaté" asks for "problème"."""
    return " ".join(word for word in key_of_heading.split() if word not in _words()["filler"])


def owned(key_of_heading: str) -> Owned | None:
    """Parts a key that ends with the word for a commitment or a milestone."""
    rest, _, last = key_of_heading.rpartition(" ")
    concept = next((name for name in ("commitment", "milestone") if last in _words()[name]), None)
    return Owned(rest, concept) if concept else None


def _bare(word: str) -> str:
    if word.isascii():
        return _PLURAL.sub("", word) if len(word) >= _SHORTEST else word
    return _ARTICLE.sub("", word)


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """Gives the words of each kind, as keys have them."""
    text = files(__package__).joinpath("heading_words.csv").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for row in csv.DictReader(text.splitlines()):
        words = {fold(word) for word in row["words"].split()}
        found.setdefault(row["kind"], set()).update(words if row["kind"] == "small" else map(_bare, words))
    return {kind: frozenset(words) for kind, words in found.items()}
