"""The words that dates are written with, from the tables words_*.csv, one for each language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from opengov_local.importing.dates.folding import fold
from opengov_local.importing.words.tables import any_of
from opengov_local.resources import rows_of

LANGUAGES: Final = ("ar", "fr", "en", "es", "zgh", "tzm")
"""Languages with a table; where two share a word, both mean the same by it."""


class Word(NamedTuple):
    """What a word or phrase does in a date: its kind, a value of that kind, and whether it is an abbreviation."""

    kind: str
    value: str
    abbreviated: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of all languages.

    Attributes:
        phrases: folded words of a phrase to its meaning.
        longest: first word to the number of words of the longest phrase that begins with it.
        known: every single folded word that occurs.
        suffixes: what may follow a number that tells a place in an order: 1er, 2nd.
    """

    phrases: MappingProxyType[tuple[str, ...], Word]
    longest: MappingProxyType[str, int]
    known: frozenset[str]
    suffixes: frozenset[str]


def rows(language: str) -> list[dict[str, str]]:
    """Gives the rows of a language's table: word, kind, value, source.

    Raises:
        FileNotFoundError: there is no table for this language.
    """
    return rows_of("opengov_local.importing.dates", f"words_{language}.csv")


@cache
def lexicon() -> Lexicon:
    """Gives the words of all languages, read once."""
    phrases: dict[tuple[str, ...], Word] = {}
    longest: dict[str, int] = {}
    suffixes: set[str] = set()
    for row in (row for language in LANGUAGES for row in rows(language)):
        folded = fold(row["word"])[0]
        phrase = tuple(folded.removesuffix(".").split())
        if row["kind"] == "suffix":
            suffixes.add(folded)
            continue
        phrases.setdefault(phrase, Word(row["kind"], row["value"], folded.endswith(".")))
        longest[phrase[0]] = max(len(phrase), longest.get(phrase[0], 0))
    known = frozenset(word for phrase in phrases for word in phrase)
    return Lexicon(MappingProxyType(phrases), MappingProxyType(longest), known, frozenset(suffixes))


def words_of_kind(kind: str) -> Iterator[str]:
    """Gives the words of one kind, `weekday` or `year`, as they are written in any language."""
    return (row["word"] for language in LANGUAGES for row in rows(language) if row["kind"] == kind)


@cache
def weekdays() -> str:
    """Gives the alternatives of a pattern of the days of the week."""
    return any_of(words_of_kind("weekday"))


@cache
def years() -> str:
    """Gives the alternatives of a pattern of the words that a year stands behind: "exercice", «سنة»."""
    return any_of(words_of_kind("year"))


@cache
def labelled_ends() -> re.Pattern[str]:
    """Gives the pattern of a folded text with a word before either of two dates: "debut : 03/2025 - fin : 06/2027"."""
    said: dict[str, set[str]] = {"start": set(), "end": set()}
    for row in rows_of("opengov_local.importing.dates", "ends.csv"):
        said[row["end"]].add(re.escape(fold(row["words"])[0]))
    start, end = ("|".join(sorted(words, key=len, reverse=True)) for words in said.values())
    return re.compile(
        rf"(?:{start})\s*[:\s]\s*(?P<first>\S.*?)[-,;/\s]\s*(?:{end})\s*[:\s]\s*(?P<last>\S.*)", re.DOTALL
    )
