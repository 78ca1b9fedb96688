"""The keys of headings: what is left without articles, small words and plural endings, and whose it says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from opengov_local.importing.words import fold
from opengov_local.importing.words.number_signs import folded_signs
from opengov_local.importing.words.ordinals import cardinals, ordinals
from opengov_local.resources import rows_of

_SHORTEST = 4
"""Letters from which the end of a word can be that of a plural."""
_PLURAL = re.compile(r"(?<=[rnld])es?$|[sx]$")
_DIGITS = 2
_RUN = re.compile(r"([^\W\d_]{1,12})([0-9]{1,2})")
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
    """Gives the key of a folded heading: "les problèmes du projet" has that of "problème projet".

    A letter at the end is no small word, it tells which of several: "Groupe A".
    """
    return key_of_text(folded)


def key_of_text(folded: str) -> str:
    """Gives the key of any folded text, which is not remembered."""
    *words, last = folded.split() or [""]
    small = _words()["small"]
    kept = [word for word in words if word not in small]
    if last not in small or (len(last) == 1 and words):
        kept.append(last)
    return " ".join(map(_bare, kept))


def unfilled(key_of_heading: str) -> str:
    """Gives a key without the words that narrow what it asks for little: "problème constaté" asks for "problème"."""
    narrow = _words()["filler"] | _words()["said"]
    return " ".join(word for word in key_of_heading.split() if word not in narrow)


@cache
def _plain() -> frozenset[str]:
    kinds = ("said", "aim", "agent", "either", "naming", "numbering")
    return frozenset().union(*(_words()[kind] for kind in kinds))


def is_plain(key_of_heading: str) -> bool:
    """Tells whether a key has none of the words that `plainly`, `of_either` and `named_or_numbered` look for."""
    return _plain().isdisjoint(key_of_heading.split())


def plainly(key_of_heading: str) -> str:
    """Gives a key without words that change nothing of what is asked for: "problèmes recensés", "acteurs à mobiliser".

    "Par le groupe", «من طرف المشاركين» go too, behind such a participle. A key without such words gives "".
    """
    words = key_of_heading.split()
    said, agent = _words()["said"], _words()["agent"]
    before = said | {"من"}
    end = next(
        (at for at, word in enumerate(words) if at > 1 and word in agent and words[at - 1] in before), len(words)
    )
    left = [word for word in words[:end] if word not in said | _words()["aim"]]
    return " ".join(left) if len(left) < len(words) else ""


def of_either(key_of_heading: str) -> str:
    """Gives a key without the word at its end for a commitment or an activity: "présentation de l'action"; else ""."""
    rest, _, last = key_of_heading.rpartition(" ")
    return rest if last in _words()["either"] else ""


def named_or_numbered(key_of_heading: str) -> tuple[str, str]:
    """Parts a key that asks for the name or the number of something: "dénomination mesure", "Action ID".

    Returns:
        `naming` or `numbering`, and the key of what has it; "" and "" for others.
    """
    first, _, rest = key_of_heading.partition(" ")
    start, _, last = key_of_heading.rpartition(" ")
    for kind, word, other in (("naming", first, rest), ("numbering", first, rest), ("numbering", last, start)):
        if other and word in _words()[kind]:
            return kind, other
    return "", ""


def adds_nothing(folded: str) -> bool:
    """Tells whether what stands behind "and" in a heading asks for no more: "Contexte et justification"."""
    return key(folded) in _words()["added"]


def owned(key_of_heading: str) -> Owned | None:
    """Parts a key that ends with the word for a commitment or a milestone."""
    rest, _, last = key_of_heading.rpartition(" ")
    concept = next((name for name in ("commitment", "milestone") if last in _words()[name]), None)
    return Owned(rest, concept) if concept else None


class Step(NamedTuple):
    """A heading about one of several steps: "Échéance jalon 2", "2e étape : responsable", «أجل المرحلة الأولى».

    Attributes:
        rest: the key of the other words, "" where it names the step itself.
        ordinal: which step.
    """

    rest: str
    ordinal: int


def step(folded: str) -> Step | None:
    """Parts a folded heading that has the word for a step beside a number, wherever they stand."""
    words = [word for word in folded.split() if word not in _signs()]
    if not any(word.isdecimal() or word in ordinals() or word in cardinals() for word in words):
        return _joined(words)
    for at, (one, other) in enumerate(pairwise(words)):
        for word, number in ((one, other), (other, one)):
            ordinal = int(number) if number.isdecimal() and len(number) <= _DIGITS else ordinals().get(number)
            ordinal = cardinals().get(number) if ordinal is None and number is other else ordinal
            if ordinal and _bare(word) in _steps():
                return Step(key(" ".join([*words[:at], *words[at + 2 :]])), ordinal)
    return _joined(words)


def _joined(words: list[str]) -> Step | None:
    """Finds a step and its number in one word: "Jalon1", "J2"."""
    for at, word in enumerate(words):
        found = _RUN.fullmatch(word)
        if found and _bare(found[1]) in _steps():
            return Step(key(" ".join([*words[:at], *words[at + 1 :]])), int(found[2]))
    return None


@cache
def _signs() -> frozenset[str]:
    return frozenset(word for sign in folded_signs() for word in sign.split())


@cache
def _steps() -> frozenset[str]:
    return _words()["milestone"] | _words()["step"]


@lru_cache(maxsize=1 << 14)
def _bare(word: str) -> str:
    if word.isascii():
        return _PLURAL.sub("", word) if len(word) >= _SHORTEST else word
    return _ARTICLE.sub("", word)


def counted_off(folded: str) -> tuple[str, int] | None:
    """Parts a folded heading that ends with a number in words: "pilote deux", «المسؤول الثاني»."""
    rest, _, last = folded.rpartition(" ")
    ordinal = ordinals().get(last) or cardinals().get(last)
    return (rest, ordinal) if rest and ordinal else None


def _rows() -> Iterator[dict[str, str]]:
    yield from rows_of("opengov_local.formats.wording", "heading_words.csv")


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """Gives the words of each kind, as keys have them."""
    found: dict[str, set[str]] = {}
    for row in _rows():
        words = {fold(word) for word in row["words"].split()}
        found.setdefault(row["kind"], set()).update(words if row["kind"] == "small" else map(_bare, words))
    return {kind: frozenset(words) for kind, words in found.items()}
