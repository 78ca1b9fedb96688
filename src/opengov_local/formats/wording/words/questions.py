"""Questions of forms that no table has: an interrogative and what it asks about, "Quels résultats sont attendus ?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import dropwhile
from typing import Final

from opengov_local.formats.wording.words.meaning import WHO, Meaning
from opengov_local.importing.words import fold
from opengov_local.resources import rows_of

_NEVER_ASKED: Final = frozenset({"form", "heading", "ignored", "title", "number", "number_title", "workshops"})
_MARK: Final = re.compile(r"[?؟]\s*(?:[(\[][^()\[\]]*[)\]])?\s*[:：]?\s*$")
_ANSWERED: Final = re.compile(r"[:：]\s*\S")
_ACTION: Final = Meaning("commitment", "action")
_INDICATORS: Final = (Meaning("commitment", "indicators"), Meaning("milestone", "indicators"))
_MOST_TOLD: Final = 7
"""Words that announce what will be done, at most: "ce que la commune va faire"."""
_MOST_NOUNS: Final = 6
"""Words of the longest name of what is asked about."""
_ASKED: Final = {
    "who": (("who_leads", "Responsable"), ("who_supports", "Partenaires"), ("who_benefits", "Bénéficiaires")),
    "much": (("lasts", "Calendrier"), ("costs", "Budget")),
    "when": (("begins", "Date de début"), ("ends", "Date de fin"), ("", "Calendrier")),
    "where": (),
    "do": (),
    "how_far": (("works", "État d'avancement"),),
    "why": (("values", "Pertinence par rapport aux valeurs du PGO"),),
    "how": (("values", "Pertinence par rapport aux valeurs du PGO"), ("lasts", "Calendrier"), ("costs", "Budget"),
            ("knows succeeds", "Indicateurs"),
            ("solves", "En quoi l'engagement contribuera-t-il à résoudre le problème public ?")),
}  # fmt: skip
"""For each way to ask, the kinds of words that tell what is asked, and a label that asks the same; "" is any words."""
_MOST_OF_SUCCESS: Final = 12
"""Words that announce how success will be known, at most."""

_ALONE: Final = (("who_alone", "Responsable"), ("why", "Problème"))
"""Kinds of words and labels that ask what these ask of a project, alone and with the sign of a question."""


def asked_alone(question: str, *, planned: bool) -> str:
    """Gives a label that asks what a mere interrogative with its sign asks, "Qui ?", "Pourquoi ?"; "" for other texts.

    Args:
        question: the question.
        planned: whether it is asked of what is planned: of what was done, "Pourquoi ?" asks for reasons of all kinds.
    """
    word = fold(_MARK.sub("", question)) if _MARK.search(question) else ""
    return next((label for kind, label in _ALONE if word in _kind(kind) and (planned or kind != "why")), "")


def asked_in(question: str) -> Iterator[str]:
    """Gives labels that may ask what a question asks, the likeliest first; none for what is no question.

    "Quel est le problème public que l'engagement permettra de traiter ?" asks for "problème public", then for
    "problème"; "Qui porte le projet ?" asks what "Responsable" asks.
    """
    parted = _parted(question)
    if parted is None:
        return
    way, rest = parted
    if way is not None:
        padded = f" {' '.join(rest)} "
        yield from (label for kinds, label in _ASKED[way] if all(_holds(kind, padded) for kind in kinds.split()))
    if way in (None, "who"):
        nouns = [word for word in rest if word not in _kind("link")]
        rest = list(dropwhile(_kind("link").__contains__, rest))
        # "autres" alone is no name of anything: "Avec quels autres plans … ?"
        fewest = 2 if nouns and nouns[0] in _kind("other") else 1
        for count in range(min(len(nouns), _MOST_NOUNS), fewest - 1, -1):
            yield " ".join(nouns[:count])
            yield " ".join(rest[:count])


def asks_who(question: str) -> bool:
    """Tells whether a question asks for persons or bodies, whatever they do: "Qui mesure les progrès ?"."""
    parted = _parted(question)
    return parted is not None and parted[0] == "who"


def asks_what_to_do(question: str) -> bool:
    """Tells whether a question asks what will be done, whatever for: "What will we do to solve the problem?".

    So do words that announce it, and say no more than what for: "What we will do about it".
    """
    parted = _parted(question)
    return parted[0] == "do" if parted is not None else _announces(fold(question).split())


def announced_in(label: str) -> tuple[Meaning, ...]:
    """Gives what words ask for that announce or ask what will be done, or how it will be known that it succeeded."""
    if asks_what_to_do(label):
        return (_ACTION,)
    return _INDICATORS if asks_for_success(label) else ()


def asks_for_success(label: str) -> bool:
    """Tells whether words ask, or announce, how success will be known, "How we will know it worked", and no more."""
    if _ANSWERED.search(label):
        return False
    words = fold(label).split()
    padded = f" {' '.join(words)} "
    how = any(" ".join(words[:count]) in _kind("how") for count in (1, 2, 3))
    return how and len(words) <= _MOST_OF_SUCCESS and _holds("knows", padded) and _holds("succeeds", padded)


def begins_as_question(label: str) -> bool:
    """Tells whether a label begins with an interrogative, or as one that is told: "Ce qui", "Lo que"."""
    words = fold(label).split()
    return any(" ".join(words[:count]) in _kind(kind) for count in (1, 2) for kind in ("asks", "relative"))


def _announces(words: Sequence[str]) -> bool:
    """Tells whether words announce what will be done."""
    for count in range(min(len(words), _MOST_TOLD), 1, -1):
        if " ".join(words[:count]) in _kind("told"):
            return all(any(word in _kind(kind) for kind in ("about_it", "link", "solves")) for word in words[count:])
    return False


def named_first(question: str) -> Iterator[str]:
    """Gives what a question names right behind "quel" or "what", whatever else it says: its next word, or two.

    "Quel est le problème que l'engagement aidera à résoudre ?" asks for the problem, and not how it is solved.
    """
    parted = _parted(question)
    if parted is None or parted[0] is not None:
        return
    rest = list(dropwhile(_kind("link").__contains__, parted[1]))
    yield from (" ".join(rest[:count]) for count in (1, 2) if count <= len(rest))


def _parted(question: str) -> tuple[str | None, list[str]] | None:
    """Parts the way in which a question asks from its other words; None for what is no question."""
    if not _MARK.search(question):
        return None
    words = fold(_MARK.sub("", question)).split()
    found = next((each for each in _openings() if words[: len(each)] == list(each)), None)
    return None if found is None else (_way_of(" ".join(found)), words[len(found) :])


def sides_of(label: str) -> Iterator[str]:
    """Gives the simpler labels that one has side by side: "Personne ou service responsable".

    They are "service responsable" and "personne responsable"; none for a label that has no such sides.
    """
    words = label.split()
    at = next((at for at, word in enumerate(words) if fold(word) in _kind("or")), 0)
    if 0 < at < len(words) - 1:
        yield " ".join(words[at + 1 :])
        yield " ".join([*words[:at], words[-1]])


def _way_of(opening: str) -> str | None:
    """Gives the way in which an interrogative asks; None for those that ask for what they name."""
    return next((way for way in _ASKED if opening in _kind(way)), None)


def _holds(kind: str, padded: str) -> bool:
    return any(f" {word} " in padded for word in _kind(kind))


@cache
def _openings() -> tuple[tuple[str, ...], ...]:
    """Gives the interrogatives, the longest first."""
    return tuple(sorted((tuple(word.split()) for word in _kind("asks")), key=len, reverse=True))


@cache
def _kind(kind: str) -> frozenset[str]:
    rows = (row for row in rows_of("opengov_local.formats.wording", "question_words.csv") if row["kind"] == kind)
    return frozenset(fold(word) for row in rows for word in row["words"].split("|"))


def can_answer(question: str, meaning: Meaning) -> bool:
    """Tells whether what a word of a question asks for can answer it: no action answers "Qui mesure les progrès ?"."""
    if meaning.field in _NEVER_ASKED:
        return False
    return not asks_who(question) or meaning.field.startswith(WHO)
