"""What the questions and labels of OGP's forms ask for, in whatever words an officer or a machine put them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from opengov_local.importing.words import fold
from opengov_local.resources import rows_of

_QUESTION: Final = re.compile(r"[?？؟](?P<behind>\s+.*)?$", re.DOTALL)
_BRACKETS: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*[:：]?\s*|\s*[:：]?\s*")
_LONGEST: Final = 300
_LONGEST_LABEL: Final = 120
"""Letters of the longest label that is no question."""
_FEWEST_WORDS: Final = 4
"""Words of a question, or of a request, that asks for something and is no turn of speech."""
_COVERED: Final = 0.6
"""Share of the weighty words of a label that must be known: prose holds such words too."""


class Asked(NamedTuple):
    """What is asked for.

    Attributes:
        concept: `plan`, `commitment` or `milestone`.
        field: a field of it, or what else forms ask: `contact`, `heading`, `values_why`, …
        language: language of the words.
    """

    concept: str
    field: str
    language: str


class _Set(NamedTuple):
    asked: Asked
    words: tuple[tuple[str, ...], ...]


def asks(text: str) -> bool:
    """Tells whether a text that stands alone asks something: a question, or a request such as "Please describe …"."""
    return len(text) <= _LONGEST and len(text.split()) >= _FEWEST_WORDS and _is_question(text)


@lru_cache(maxsize=1 << 14)
def asked_for(text: str) -> tuple[Asked, ...]:
    """Gives what a question, a request or a label asks for by the words in it; of several, what has most words there.

    The words of a table must all be there, wherever they stand; of a label that is no question, few others may.
    """
    if len(text) > _LONGEST:
        return ()
    question = _is_question(text)
    if not question and len(text) > _LONGEST_LABEL:
        return ()
    words = fold(text).split()
    weighty = max(1, sum(word not in _small() for word in words))
    best: list[tuple[int, Asked]] = []
    for each in _sets():
        count = _matched(each.words, words, each.asked.language)
        if count and (
            question
            if each.asked.concept == "plan" and each.asked.field != "heading"
            else question or count >= _COVERED * weighty
        ):
            best.append((len(each.words), each.asked))
    most = max((count for count, _ in best), default=0)
    first = next((asked for count, asked in best if count == most), None)
    found = [asked for count, asked in best if count == most and first is not None and _same(asked, first)]
    return tuple(_in_one_language(found))


def _in_one_language(found: Sequence[Asked]) -> Iterator[Asked]:
    """Gives each once; the language only where it is one."""
    languages = {asked.language for asked in found}
    for concept, field in dict.fromkeys(asked[:2] for asked in found):
        yield Asked(concept, field, next(iter(languages)) if len(languages) == 1 else "")


def _is_question(text: str) -> bool:
    """Tells whether a text is a question, behind which there may be a request or brackets, or a request."""
    if _requests(text):
        return True
    found = _QUESTION.search(text)
    return found is not None and (_BRACKETS.fullmatch(found["behind"] or "") is not None or _requests(found["behind"]))


def _same(one: Asked, other: Asked) -> bool:
    """Tells whether two ask for one thing, which several concepts may have: "Jalons vérifiables"."""
    return one.field == other.field or {one.field, other.field} == {"title", "milestones"}


def _requests(text: str) -> bool:
    words = fold(text).split()
    return any(words[: len(each)] == list(each) for each in _openings())


def _matched(sets: Sequence[Sequence[str]], words: Sequence[str], language: str) -> int:
    """Counts the words of a text that a set has; 0 where one of the set is missing."""
    found: set[int] = set()
    for stems in sets:
        there = {at for at, word in enumerate(words) if any(_begins(word, stem, language) for stem in stems)}
        if not there:
            return 0
        found |= there
    return len(found)


def _begins(word: str, stem: str, language: str) -> bool:
    """Tells whether a word is of a stem: it begins with it, in Arabic behind what is written in one with it."""
    return stem in word if language == "ar" else word.startswith(stem)


@cache
def _sets() -> tuple[_Set, ...]:
    return tuple(
        _Set(
            Asked(concept, row["field"], row["language"]),
            tuple(tuple(map(fold, each.split("|"))) for each in row["words"].split()),
        )
        for row in _rows()
        for concept in row["concepts"].split()
        if concept not in ("opening", "small")
    )


@cache
def _openings() -> frozenset[tuple[str, ...]]:
    """Gives the words with which requests begin."""
    return frozenset(tuple(fold(each).split()) for row in _rows("opening") for each in row["words"].split("|"))


@cache
def _small() -> frozenset[str]:
    """Gives the words of labels that weigh nothing."""
    return frozenset(fold(each) for row in _rows("small") for each in row["words"].split("|"))


def _rows(concept: str = "") -> Iterator[dict[str, str]]:
    return (row for row in rows_of(__package__, "asked.csv") if not concept or row["concepts"] == concept)
