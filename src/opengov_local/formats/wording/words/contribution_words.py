"""Headings of lists that workshops brought, in other words than those of the labels: "Principaux problèmes relevés"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from opengov_local import codelists
from opengov_local.formats.wording.words.decisions import decision_in
from opengov_local.formats.wording.words.lead_ins import lead_in
from opengov_local.importing.words import fold
from opengov_local.resources import rows_of

_LONGEST = 90
_SEVERAL = re.compile("s$|ات$|^(?:حلول|مشاكل)$")
"""A word that is plural."""
_GOES_ON = re.compile(r"[.;؛?؟]\s*$|[\n:：].*\S", re.DOTALL)
"""What no heading has: the end of a sentence, or something behind a colon or on a line below."""
_AND = re.compile(r"[/&+,،]")


class Named(NamedTuple):
    """What a heading says of the things below it.

    Attributes:
        kind: code of the list contribution_kind.
        language: language of the heading.
        is_sure: whether it names this kind and no other; "other" is never sure.
        decision: code of the list disposition, where it says what became of them all: "Propositions rejetées"; None
            where it has such a word among others that nobody knows, which may deny it.
    """

    kind: str
    language: str
    is_sure: bool
    decision: str | None = ""


@cache
def kinds() -> frozenset[str]:
    """Gives the codes of the list contribution_kind."""
    return frozenset(entry.code for entry in codelists.get("contribution_kind"))


class ContributionWords:
    """Knows headings by their weightier words: those of known labels, and those of the table."""

    def __init__(self, labels: Mapping[str, tuple[str, str]]) -> None:
        """Takes known labels.

        Args:
            labels: folded label to the kind that it asks for and its language.
        """
        self._words = {_weightier(key): said for key, said in labels.items()}
        for kind, language, words in _rows():
            if kind in kinds():
                self._words.update({_weightier(fold(word)): (kind, language) for word in words})
        self._words.pop("", None)

    def read(self, text: str) -> Named | None:
        """Reads a heading; None where it names no kind, or anything besides."""
        if len(text) > _LONGEST:
            return None
        decision, rest = decision_in(text, _words("of"))
        decided = self._parts(rest) if decision else None
        if decided is not None and decided.kind not in ("problem", "question"):
            return decided._replace(decision=decision)
        named = self._parts(text) or self._lead_in(text) or self._first(text)
        doubtful = decision and named is not None and named.kind not in ("problem", "question")
        return named._replace(decision=None) if named is not None and doubtful else named

    def _parts(self, text: str) -> Named | None:
        """Reads a heading of which each part names a kind."""
        parts = [_weightier(part) for part in _split(text)]
        found = [self._words.get(part) for part in parts if part]
        said = [each for each in found if each is not None]
        if not said or len(said) < len(found):
            return None
        named = list(dict.fromkeys(kind for kind, _ in said))
        answers = not {"problem", "question", "other"} & set(named)
        kind = named[0] if len(named) == 1 or answers else "other"
        return Named(kind, said[0][1], len(named) == 1 and kind != "other")

    def _lead_in(self, text: str) -> Named | None:
        """Reads a sentence that leads in to what it names: "Ils proposent :"."""
        said = lead_in(text, self._words, _words("filler"))
        return Named(*said, is_sure=True) if said is not None else None

    def _first(self, text: str) -> Named | None:
        """Reads a heading that begins with the plural of a kind, whatever follows: "Recommandations au conseil"."""
        words = [] if len(_split(text)) > 1 else _weightier(fold(text)).split()
        said = self._words.get(words[0]) if words and _SEVERAL.search(words[0]) and not _GOES_ON.search(text) else None
        return Named(said[0], said[1], is_sure=False) if said is not None else None


def _split(text: str) -> list[str]:
    return [part for piece in _AND.split(text) for part in _parted(fold(piece))]


def _parted(folded: str) -> list[str]:
    """Parts the words of a folded text at each "and"; in Arabic it is written with the word behind it."""
    parts: list[list[str]] = [[]]
    for word in folded.split():
        if word in _words("and"):
            parts.append([])
        elif parts[-1] and word.startswith("وال") and len(word) > 4:
            parts.append([word[1:]])
        else:
            parts[-1].append(word)
    return [" ".join(part) for part in parts]


def _weightier(folded: str) -> str:
    """Takes the small words off a folded text, and the article off what is left."""
    text = f" {folded} "
    for phrase in _phrases():
        text = text.replace(f" {phrase} ", " ")
    words = [word for word in text.split() if word not in _words("filler")]
    return " ".join(word.removeprefix("ال") for word in words)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for row, _, words in _rows() if row == kind for each in words for word in fold(each).split())


@cache
def _phrases() -> tuple[str, ...]:
    """Gives small words that are some only together, the longest first."""
    found = [fold(word) for kind, _, words in _rows() if kind == "phrase" for word in words]
    return tuple(sorted(found, key=len, reverse=True))


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    rows = rows_of("opengov_local.formats.wording", "contribution_words.csv")
    return tuple((row["kind"], row["language"], tuple(row["words"].split("|"))) for row in rows)
