"""Words that count in an order: "premier", "2ème", "tercero", «الحادي عشر», and the adverbs "premièrement", «أولا»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from opengov_local.importing.words.folding import fold
from opengov_local.importing.words.tables import rows

_HIGHEST: Final = 20
"""Up to which number digits with an ending are words of headings: "2ème", "1st"."""
_MOST_WORDS: Final = 2
"""Words of an ordinal: «الحادي عشر»."""
_FEW_DIGITS: Final = 2
"""Digits in front of an ending of one number, such as "2da" and "22da"."""
_SIGN: Final = "[.º°ª]+"


def numbers_of(kind: str, language: str = "") -> Iterator[tuple[str, int]]:
    """Gives the words of one kind, as printed, with the numbers that they stand for.

    Args:
        kind: `ordinal`, `adverb` or `cardinal`.
        language: of which language alone; "" for all.
    """
    for row in rows("ordinal_words"):
        if row["kind"] == kind and language in ("", row["language"]):
            for word in row["words"].split("|"):
                yield word, int(row["number"])


def ordinal_words() -> Iterator[tuple[str, int]]:
    """Gives the ordinals of all languages as printed, with their numbers: "premier", "2ème", «الثاني»."""
    yield from numbers_of("ordinal")
    for number, ending in _endings():
        for counted in (int(number),) if number else range(1, _HIGHEST + 1):
            yield f"{counted}{ending}", counted


@cache
def ordinals() -> Mapping[str, int]:
    """Gives the number of each ordinal, by the folded word."""
    return {fold(word): number for word, number in ordinal_words()}


@cache
def cardinals() -> Mapping[str, int]:
    """Gives the number of each of the first cardinals, by the folded word."""
    return {fold(word): number for word, number in numbers_of("cardinal")}


@lru_cache(maxsize=1 << 12)
def ordinal_of(text: str) -> str:
    """Gives the number that an ordinal stands for, 0-9: "premier", «الثاني»; "" for other words."""
    return str(ordinals().get(fold(text), ""))


def ordinal_first(text: str) -> tuple[str, str]:
    """Parts the ordinal that words begin with, as its number, from the rest: "2e vice-président"; "" where none is."""
    if found := _with_ending().match(text):
        return found[1], text[found.end() :]
    for count in range(_MOST_WORDS, 0, -1):
        parts = text.split(maxsplit=count)
        if len(parts) > count and (number := ordinal_of(" ".join(parts[:count]))):
            return number, parts[count]
    return "", text


def ordinal_last(text: str) -> tuple[str, str]:
    """Parts words from the ordinal behind them, as its number: "Axe premier", «المحور الحادي عشر»; "" where none is."""
    for count in range(_MOST_WORDS, 0, -1):
        parts = text.rsplit(maxsplit=count)
        if len(parts) > count and (number := ordinal_of(" ".join(parts[1:]))):
            return parts[0], number
    return text, ""


def is_ordinal(digits: str, behind: str) -> bool:
    """Tells whether what stands right behind digits makes them an ordinal: "1er", "12ème", "22nd", not "1200DA"."""
    if (found := _ending_alone().match(behind)) is None:
        return False
    numbers = {number for number, ending in _endings() if fold(ending) == fold(found[0])}
    return "" in numbers or (len(digits) <= _FEW_DIGITS and digits[-1:] in numbers)


@cache
def _ending_alone() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_ending()})\b", re.IGNORECASE)


def _endings() -> Iterator[tuple[str, str]]:
    for row in rows("ordinal_words"):
        if row["kind"] == "ending":
            for ending in row["words"].split("|"):
                yield row["number"], ending


def _any_ending() -> str:
    found = {written for _, ending in _endings() for written in (ending, ending.replace("è", "e"))}
    return "|".join(map(re.escape, sorted(found, key=len, reverse=True)))


@cache
def _with_ending() -> re.Pattern[str]:
    return re.compile(rf"\s*([0-9]{{1,2}})\s?(?:{_SIGN}|{_any_ending()})\s+(?=\S)", re.IGNORECASE)
