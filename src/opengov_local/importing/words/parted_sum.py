"""Sums of money with a part of them beside: "280 000 DH (dont INDH : 100 000 DH)"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from opengov_local.importing.words.folding import fold
from opengov_local.importing.words.numerals import NUMERAL, plain_digits, read_numeral
from opengov_local.importing.words.tables import rows

_LONGEST = 300
"""Characters of a text that may be a sum with its parts and no paragraph."""
_BRACKETS = re.compile(r"\s*[(\[](?P<parts>[^()\[\]]+)[)\]]\s*(?P<tail>[^()\[\]\d]{0,12})")
_NUMERAL = re.compile(NUMERAL)
_BETWEEN_PARTS = re.compile(r"[;؛،+\n]|,(?!\d)")
_SPLIT = re.compile(r"\s+")
_MOST_WORDS = 4


class PartedSum(NamedTuple):
    """A text that says a sum, and then how much of it is whose.

    Attributes:
        whole: the words of the sum alone, and a unit behind the brackets: "280 000 DH".
        parts: the words on its parts: "dont INDH : 100 000 DH".
    """

    whole: str
    parts: str


def parted_sum(text: str) -> PartedSum | None:
    """Tells a sum from words on its parts: in brackets, or behind "dont", "including", «منها».

    Parts without such a word are a name and an amount each, which are no more than the sum. Nothing that comes on
    top of the sum is a part of it ("plus INDH : 100 000").
    """
    said = " ".join(plain_digits(text).split())
    if len(said) > _LONGEST or len(_NUMERAL.findall(said)) < 2:
        return None
    found = _in_brackets(said) or _behind_a_word(said)
    return found if found is not None and _are_parts(found) else None


def with_unit(text: str, unit: str) -> str:
    """Writes a unit of the heading behind the sum, not behind its parts: "280 KDH (dont 100 INDH)"."""
    found = parted_sum(text)
    return f"{text} {unit}" if found is None else f"{found.whole} {unit} ({found.parts})"


def begins_part(text: str) -> bool:
    """Tells whether a text begins with a word for a part of a sum: "dont commune", «منها»."""
    return _begins_with(text, "part")


def _in_brackets(said: str) -> PartedSum | None:
    start = re.search(r"[(\[]", said)
    inside = _BRACKETS.fullmatch(said, start.start()) if start is not None else None
    if start is None or inside is None or not _NUMERAL.search(said[: start.start()]):
        return None
    return PartedSum(f"{said[: start.start()]} {inside['tail']}".strip(), inside["parts"].strip())


def _behind_a_word(said: str) -> PartedSum | None:
    """Parts a text at the first word for a part: "280 000 DH dont INDH : 100 000 DH"."""
    for blank in _SPLIT.finditer(said):
        if _begins_with(said[blank.end() :], "part"):
            return PartedSum(said[: blank.start()].rstrip(" ,;،؛:-–—"), said[blank.end() :])
    return None


def _are_parts(found: PartedSum) -> bool:
    numbers = _NUMERAL.findall(found.whole)
    whole = read_numeral(numbers[0]) if len(numbers) == 1 else None
    if whole is None or not _NUMERAL.search(found.parts) or _says_more(found.parts):
        return False
    return _begins_with(found.parts, "part") or _is_list_of_parts(found.parts, whole.value)


def _is_list_of_parts(parts: str, whole: Decimal) -> bool:
    """Tells whether each of some parts is a name and an amount behind its colon, which are the sum at the most."""
    total = Decimal(0)
    for part in _BETWEEN_PARTS.split(parts):
        name, colon, amount = part.partition(":")
        number = _NUMERAL.search(amount)
        read = read_numeral(number[0]) if number is not None else None
        if not colon or not any(map(str.isalpha, name)) or read is None:
            return False
        total += read.value
    return total <= whole


def _says_more(parts: str) -> bool:
    """Tells of words for what is no part of the sum: "plus", "hors", «إضافة إلى», at the beginning of a part."""
    return any(_begins_with(part.strip(), "besides") for part in re.split(r"[;؛،,(]|\bet\b|\band\b", parts))


def behind_part(text: str) -> str:
    """Gives what stands behind a word for a part of a sum that a text begins with: "dont commune"; "" without one."""
    return " ".join(text.split()[_length(text, "part") :]) if begins_part(text) else ""


def _begins_with(text: str, kind: str) -> bool:
    return _length(text, kind) > 0


def _length(text: str, kind: str) -> int:
    """Counts the words of the longest phrase of a kind that a text begins with; 0 without one."""
    words = fold(text).split()
    known = _known()[kind]
    return next((length for length in range(_MOST_WORDS, 0, -1) if " ".join(words[:length]) in known), 0)


@cache
def _known() -> dict[str, frozenset[str]]:
    table = rows("part_words")
    return {kind: frozenset(fold(row["word"]) for row in table if row["kind"] == kind) for kind in ("part", "besides")}
